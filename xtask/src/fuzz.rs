//! A search for input that breaks the core, the command or the finder of terms, led by what of their code it reaches; begins
//! from the lines of our own cases.

use crate::shell;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The targets, and how many bytes of choices each reads before its text.
const TARGETS: &[(&str, usize)] =
    &[("annotate", 5), ("command", 4), ("corrections", 5), ("export", 0), ("models", 1), ("terms", 1)];
const CASES: &str = "tests/cases";

pub fn run(args: &[String]) -> Result<()> {
    let (seconds, targets) = options(args)?;
    if !shell::has("cargo-fuzz") {
        bail!("cargo-fuzz is not here: `cargo install cargo-fuzz`; without it, `SOROT_FUZZ=100 cargo test --test properties`");
    }
    let dictionary = Path::new("fuzz/corpus/words.dict");
    for (target, n_choices) in targets {
        let corpus = Path::new("fuzz/corpus").join(target);
        let words = plant(&corpus, n_choices)?;
        fs::write(dictionary, words)?;
        // No unsafe code of ours for a sanitizer to watch: without one, five times as many texts.
        let mut fuzz = cargo();
        fuzz.args(["fuzz", "run", "--sanitizer", "none", target]).arg(&corpus);
        // A quarter of a gigabyte at once is more than anything small may ask for.
        fuzz.args(["--", "-timeout=20", "-malloc_limit_mb=256", "-max_len=4096"]);
        shell::run(fuzz.arg(format!("-dict={}", dictionary.display())).arg(format!("-max_total_time={seconds}")))?;
    }
    Ok(())
}

/// Cargo that knows the compiler's unstable options, which lead the search: the nightly one, or where there is none, ours.
fn cargo() -> Command {
    let mut nightly = shell::cargo_of("nightly");
    if nightly.arg("--version").output().is_ok_and(|output| output.status.success()) {
        return shell::cargo_of("nightly");
    }
    println!("no nightly Rust here: the stable one is told to take unstable options, by RUSTC_BOOTSTRAP");
    let mut stable = shell::cargo();
    stable.env("RUSTC_BOOTSTRAP", "1");
    stable
}

fn options(args: &[String]) -> Result<(u32, Vec<(&'static str, usize)>)> {
    let (mut seconds, mut targets) = (600, Vec::new());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--seconds" => seconds = args.next().context("--seconds N")?.parse().context("--seconds N")?,
            name => match TARGETS.iter().find(|(target, _)| *target == name) {
                Some(target) => targets.push(*target),
                None => bail!("{name:?} is none of {}", TARGETS.iter().map(|target| target.0).collect::<Vec<_>>().join(", ")),
            },
        }
    }
    Ok((seconds, if targets.is_empty() { TARGETS.to_vec() } else { targets }))
}

/// Writes every line of the cases into the corpus, no choice made before it, and gives their words as a dictionary.
fn plant(corpus: &Path, n_choices: usize) -> Result<String> {
    fs::create_dir_all(corpus)?;
    let mut words = std::collections::BTreeSet::new();
    let mut n_seeds = 0;
    for file in case_files()? {
        let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        for line in text.lines().filter(|line| !line.trim_start().starts_with(['^', '#', '@']) && !line.is_empty()) {
            let line = line.replace('⏎', "\n");
            words.extend(line.split_whitespace().filter(|word| word.len() < 60).map(escaped));
            fs::write(corpus.join(format!("case-{n_seeds:05}")), [&vec![0; n_choices], line.as_bytes()].concat())?;
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
