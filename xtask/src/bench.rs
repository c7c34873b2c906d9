//! Our wasm beside the libraries that annotate in a browser, on the same text in one run; writes the table, JSON and chart.

use crate::{dist, shell};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

const FOLDER: &str = "bench";

pub fn run(args: &[String]) -> Result<()> {
    if !shell::has("node") || !shell::has("npm") {
        bail!("the comparison needs Node.js 20 or newer with npm: install it, then run this again");
    }
    // What readers get.
    dist::run()?;
    shell::npm_install(Path::new(FOLDER))?;
    shell::run(Command::new("node").arg("bench.js").args(args).current_dir(FOLDER))
}
