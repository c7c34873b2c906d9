//! A search for texts that break the core, led by what of its code they reach; begins from the lines of our own cases.

use crate::shell;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

const TARGETS: &[&str] = &["annotate", "export"];
const CASES: &str = "tests/cases";
/// Before its text, `annotate` reads a choice of options and two places: none of them here.
const CHOICE: [u8; 5] = [0; 5];

pub fn run(args: &[String]) -> Result<()> {
    let (seconds, targets) = options(args)?;
    if !shell::has("cargo-fuzz") {
        bail!(
            "cargo-fuzz is not here: `cargo install cargo-fuzz`; on stable Rust, `SOROT_FUZZ=100 cargo test --test properties`"
        );
    }
    let dictionary = Path::new("fuzz/corpus/words.dict");
    for target in targets {
        let corpus = Path::new("fuzz/corpus").join(&target);
        let words = plant(&corpus)?;
        fs::write(dictionary, words)?;
        let limit = format!("-max_total_time={seconds}");
        let mut fuzz = shell::cargo_of("nightly");
        // No unsafe code of ours for a sanitizer to watch: without one, five times as many texts.
        fuzz.args(["fuzz", "run", "--sanitizer", "none", &target]).arg(&corpus);
        shell::run(fuzz.args(["--", "-timeout=20", "-max_len=4096"]).arg(format!("-dict={}", dictionary.display())).arg(limit))?;
    }
    Ok(())
}

fn options(args: &[String]) -> Result<(u32, Vec<String>)> {
    let (mut seconds, mut targets) = (600, Vec::new());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--seconds" => seconds = args.next().context("--seconds N")?.parse().context("--seconds N")?,
            target if TARGETS.contains(&target) => targets.push(target.to_string()),
            other => bail!("{other:?} is none of {}", TARGETS.join(", ")),
        }
    }
    let all = || TARGETS.iter().map(|target| target.to_string()).collect();
    Ok((seconds, if targets.is_empty() { all() } else { targets }))
}

/// Writes every line of the cases into the corpus, and gives their words as a dictionary.
fn plant(corpus: &Path) -> Result<String> {
    fs::create_dir_all(corpus)?;
    let mut words = std::collections::BTreeSet::new();
    let mut n_seeds = 0;
    for file in case_files()? {
        let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        for line in text.lines().filter(|line| !line.trim_start().starts_with(['^', '#', '@']) && !line.is_empty()) {
            let line = line.replace('⏎', "\n");
            words.extend(line.split_whitespace().filter(|word| word.len() < 60).map(escaped));
            fs::write(corpus.join(format!("case-{n_seeds:05}")), [&CHOICE[..], line.as_bytes()].concat())?;
            n_seeds += 1;
        }
    }
    Ok(words.into_iter().collect())
}

fn case_files() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for language in fs::read_dir(CASES)? {
        for file in fs::read_dir(language?.path())? {
            files.push(file?.path());
        }
    }
    files.sort();
    Ok(files)
}

/// A word and a space, as libFuzzer's dictionaries have them.
fn escaped(word: &str) -> String {
    let bytes: String = word.bytes().map(|byte| format!("\\x{byte:02x}")).collect();
    format!("\"{bytes} \"\n")
}
