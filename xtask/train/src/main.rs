//! Trains the models of names: `cargo xtask train [--data FOLDER] [--only id|en] [--out FOLDER] [--ablations]`.
//!
//! It reads our own corpus in `models/corpus` and, where the data folder holds them, public corpora and lists of names; it writes
//! `models/names.*.bin` and, when it has trained both languages, the card `models/README.md`. The same data give the same bytes.

mod augment;
mod card;
mod corpora;
mod crf;
mod example;
mod gold;
mod gum;
mod learn;
mod lists;
mod measure;
mod pack;
mod prepare;
mod usage;

use anyhow::{Context, Result, bail};
use sorot::lang::LanguageId;
use std::path::{Path, PathBuf};

/// What is asked for.
struct Arguments {
    data: PathBuf,
    only: Option<LanguageId>,
    out: PathBuf,
    ablations: bool,
}

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let arguments = parse(std::env::args().skip(1), &root)?;
    let corpus = root.join("models/corpus");
    let mut reports = Vec::new();
    for language in LanguageId::KNOWN.iter().filter(|language| arguments.only.is_none_or(|only| only == **language)) {
        let material = learn::Material::read(*language, &arguments.data, &corpus)?;
        let mut report = learn::learn(&material, &crf::RECIPE, learn::Without::default())?;
        std::fs::create_dir_all(&arguments.out)?;
        let path = arguments.out.join(format!("names.{}.bin", language.tag()));
        std::fs::write(&path, &report.bytes).with_context(|| path.display().to_string())?;
        if arguments.ablations {
            report.ablations = learn::ablations(&material)?;
        }
        print!("{}", card::tables(&report));
        reports.push(report);
    }
    if arguments.only.is_none() {
        std::fs::write(arguments.out.join("README.md"), card::card(&reports))?;
    }
    Ok(())
}

fn parse(arguments: impl Iterator<Item = String>, root: &Path) -> Result<Arguments> {
    let mut parsed = Arguments { data: root.join("../shared/data"), only: None, out: root.join("models"), ablations: false };
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--data" => parsed.data = PathBuf::from(value()?),
            "--only" => parsed.only = Some(LanguageId::from_tag(&value()?).context("--only knows id and en")?),
            "--out" => parsed.out = PathBuf::from(value()?),
            "--ablations" => parsed.ablations = true,
            _ => bail!("what is {argument}? Known are --data FOLDER, --only id|en, --out FOLDER, --ablations"),
        }
    }
    Ok(parsed)
}
