//! Our wasm beside the libraries that annotate in a browser, on the same text in one run; writes the table, JSON and chart.

use crate::{build, dist, shell};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

const FOLDER: &str = "bench";
/// Our dates and times as a module of their own, beside libraries that find nothing else.
const TIME: &str = "sorot-time";
const TIME_PKG: &str = "bench/time/pkg";

pub fn run(args: &[String]) -> Result<()> {
    if !shell::has("node") || !shell::has("npm") {
        bail!("the comparison needs Node.js 20 or newer with npm: install it, then run this again");
    }
    // What readers get.
    dist::run()?;
    let target = ["--target", build::TARGET];
    shell::run(shell::cargo().args(["build", "--locked", "--profile", "wasm", "--package", TIME]).args(target))?;
    build::bind(&TIME.replace('-', "_"), TIME_PKG)?;
    shell::npm_install(Path::new(FOLDER))?;
    shell::run(Command::new("node").arg("bench.js").args(args).current_dir(FOLDER))
}
