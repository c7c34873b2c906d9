//! The page as a static folder that any host can serve.
//!
//! The modules go out as the compiler made them: binaryen's `wasm-opt -O3` takes a twentieth off the file, but what is sent grew
//! from 282 to 294 KB of brotli, the speed stayed the same, and `--all-features` wrote a form that older engines do not load.

use crate::{build, notices, shell};
use anyhow::{Context, Result, bail};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

const DIST: &str = "dist";
const SIZES: &str = "xtask/tools/size.js";

pub fn run() -> Result<()> {
    build::run()?;
    if Path::new(DIST).exists() {
        fs::remove_dir_all(DIST).context("emptying dist/")?;
    }
    let n_files = copy(Path::new("www"), Path::new(DIST))?;
    stamp(Path::new(DIST))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(licence, Path::new(DIST).join(licence)).with_context(|| format!("copying {licence}"))?;
    }
    fs::write(Path::new(DIST).join("THIRD-PARTY.txt"), notices::text()?).context("writing THIRD-PARTY.txt")?;
    println!("{DIST}/: {n_files} files; put the folder on any static host");
    size(Path::new(DIST))
}

/// Gives the service worker a version that changes with any file, so that a new release is fetched and an old one dropped.
fn stamp(folder: &Path) -> Result<()> {
    let mut digest = DefaultHasher::new();
    for path in files(folder)? {
        path.hash(&mut digest);
        fs::read(&path)?.hash(&mut digest);
    }
    let keeper = folder.join("sw.js");
    let source = fs::read_to_string(&keeper).context("reading sw.js")?;
    let stamped = source.replacen("'unreleased'", &format!("'{:016x}'", digest.finish()), 1);
    if stamped == source {
        bail!("sw.js has no place for its version");
    }
    fs::write(&keeper, stamped).context("writing sw.js")
}

/// All files below a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

/// Prints what a reader downloads from a folder, and fails when it is past the budget.
fn size(folder: &Path) -> Result<()> {
    if !shell::has("node") {
        bail!("the table of sizes needs Node.js 20 or newer: install it, then run this again");
    }
    shell::run(Command::new("node").arg(SIZES).arg(folder))
}

/// A script or style sheet without the lines that are nothing but a comment: a fifth of what is sent of it. No string of ours
/// has a line that begins like one.
fn without_comments(source: &str) -> String {
    let mut slim = String::new();
    let mut is_inside = false;
    for line in source.lines() {
        let words = line.trim();
        let begins = words.starts_with("/*");
        let ends_here = words.find("*/").map(|at| at + 2 == words.len());
        let is_comment = is_inside || words.starts_with("//") || begins && ends_here != Some(false);
        if is_inside || begins {
            is_inside = ends_here.is_none();
        }
        if !is_comment {
            slim += line;
            slim.push('\n');
        }
    }
    slim
}

/// Copies a folder, types for the editor and comments left out; gives the number of files.
fn copy(from: &Path, to: &Path) -> Result<usize> {
    fs::create_dir_all(to)?;
    let mut n_files = 0;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            n_files += copy(&path, &target)?;
        } else if !path.to_string_lossy().ends_with(".d.ts") {
            if path.extension().is_some_and(|ending| ending == "js" || ending == "css") {
                let source = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
                fs::write(&target, without_comments(&source)).with_context(|| format!("writing {}", target.display()))?;
            } else {
                fs::copy(&path, &target).with_context(|| format!("copying {}", path.display()))?;
            }
            n_files += 1;
        }
    }
    Ok(n_files)
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_go_and_code_stays() {
        let source = "// a\n/** b */\n/**\n * c\n */\nlet a = 1; // d\n  /* e */ let b = '//';\n/* f\ng */\n:root {}\n";
        assert_eq!(without_comments(source), "let a = 1; // d\n  /* e */ let b = '//';\n:root {}\n");
    }
}
