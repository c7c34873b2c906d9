//! Everything that must hold before a change lands, in the order in which it fails soonest.

use crate::{build, dist, shell};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const PAGES: &str = "tests/pages";
/// Debian's names of the browsers that the page tests drive, with their programs.
const BROWSERS: &[(&str, &str)] = &[("chromium", "chromium"), ("firefox-esr", "firefox-esr")];

pub fn run() -> Result<()> {
    let start = Instant::now();
    build::add_target()?;
    let cargo = |args: &[&str]| shell::run(shell::cargo().args(args));
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"])?;
    shell::run(shell::cargo().arg("clippy").args(build::LIBRARIES).args(["--", "--deny", "warnings"]))?;
    cargo(&["test", "--locked", "--workspace"])?;
    install_page_tools()?;
    dist::run()?;
    test_pages()?;
    println!("\nAll of it holds ({} s).", start.elapsed().as_secs());
    Ok(())
}

/// Browsers from Debian's packages, test tools from the lock file.
fn install_page_tools() -> Result<()> {
    let missing: Vec<&str> = BROWSERS.iter().filter(|(_, program)| !shell::has(program)).map(|(package, _)| *package).collect();
    if !missing.is_empty() {
        install_packages(&missing)?;
    }
    if !shell::has("node") || !shell::has("npm") {
        bail!("the page tests need Node.js 20 or newer with npm: install it, then run this again");
    }
    shell::npm_install(Path::new(PAGES))
}

fn install_packages(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let is_root = shell::output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    if !shell::has("apt-get") || !is_root {
        bail!("the page tests need {list}: install it (Debian: apt-get install {list}), then run this again");
    }
    shell::run(Command::new("apt-get").args(["update", "-q"]))?;
    let install = ["install", "-y", "-q", "--no-install-recommends"];
    shell::run(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(install).args(packages))
}

fn test_pages() -> Result<()> {
    let npm = |script: &str| shell::run(Command::new("npm").args(["run", "--silent", script]).current_dir(PAGES));
    npm("check").context("types of the page")?;
    npm("test").context("the page in real browsers")
}
