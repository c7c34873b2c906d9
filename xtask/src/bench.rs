//! Our wasm beside the libraries that annotate in a browser, on the same text in one run; writes the table, JSON and chart.

use crate::{build, shell};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

const FOLDER: &str = "bench";

pub fn run(args: &[String]) -> Result<()> {
    if !shell::has("node") || !shell::has("npm") {
        bail!("the comparison needs Node.js 20 or newer with npm: install it, then run this again");
    }
    build::run()?;
    if !Path::new(FOLDER).join("node_modules").exists() {
        shell::run(Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(FOLDER))?;
    }
    shell::run(Command::new("node").args(["--expose-gc", "bench.js"]).args(args).current_dir(FOLDER))
}
