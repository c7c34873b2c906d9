//! The page as a static folder that any host can serve.

use crate::build;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const DIST: &str = "dist";

pub fn run() -> Result<()> {
    build::run()?;
    if Path::new(DIST).exists() {
        fs::remove_dir_all(DIST).context("emptying dist/")?;
    }
    let n_files = copy(Path::new("www"), Path::new(DIST))?;
    println!("{DIST}/: {n_files} files; put the folder on any static host");
    Ok(())
}

/// Copies a folder, types for the editor left out; gives the number of files.
fn copy(from: &Path, to: &Path) -> Result<usize> {
    fs::create_dir_all(to)?;
    let mut n_files = 0;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            n_files += copy(&path, &target)?;
        } else if !path.to_string_lossy().ends_with(".d.ts") {
            fs::copy(&path, &target).with_context(|| format!("copying {}", path.display()))?;
            n_files += 1;
        }
    }
    Ok(n_files)
}
