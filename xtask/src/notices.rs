//! What others made of what a reader downloads, and under which terms: `THIRD-PARTY.txt` in `dist/`.

use crate::{build, shell};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const HEAD: &str = "\
Sorot itself is MIT OR Apache-2.0: LICENSE-MIT, LICENSE-APACHE.

Its modules hold code of the Rust standard library (MIT OR Apache-2.0, The Rust Project contributors) and of these packages:
";
/// The card of the models tells whose data they were trained on.
const CARD: &str = "models/README.md";

/// The whole file.
pub fn text() -> Result<String> {
    let sent = sent_packages()?;
    let mut text = HEAD.to_string();
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages()?.iter().filter(|package| sent.contains(&identity(package))) {
        let (name, terms) = (identity(package), field(package, "license"));
        text += &format!("\n  {name}, {terms}\n    {}\n", field(package, "repository"));
        let folder = Path::new(field(package, "manifest_path")).parent().context("no folder")?;
        let licences = licences(folder)?;
        if licences.is_empty() {
            bail!("{name} has no licence file in {}", folder.display());
        }
        licences.into_iter().for_each(|licence| texts.entry(licence).or_default().push(name.clone()));
    }
    let card = fs::read_to_string(CARD).with_context(|| format!("reading {CARD}"))?;
    let data = card.split("\n## Data\n").nth(1).and_then(|rest| rest.split("\n## ").next()).context("the card has no data")?;
    text += &format!("\nThe models of names were trained on these data:\n\n{}\n", data.trim());
    for (licence, names) in &texts {
        text += &format!("\n{}\n{}\n\n{}\n", "-".repeat(80), names.join(", "), licence.trim());
    }
    Ok(text)
}

/// Names and versions of all that is compiled into the modules; what only runs while they are compiled is not in them.
fn sent_packages() -> Result<BTreeSet<String>> {
    let mut tree = shell::cargo();
    tree.args(["tree", "--locked", "--target", build::TARGET, "--edges", "normal,no-proc-macro", "--prefix", "none"]);
    tree.args(build::MODULES.iter().flat_map(|module| ["--package", module]));
    let lines = shell::output(tree.args(["--format", "{p}"]))?;
    // "name v1.2.3", and a mark or a folder behind it.
    let name = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    Ok(lines.lines().map(name).collect())
}

/// All packages of others that cargo knows of.
fn packages() -> Result<Vec<Value>> {
    let known = shell::output(shell::cargo().args(["metadata", "--locked", "--format-version", "1"]))?;
    let mut known: Value = serde_json::from_str(&known).context("cargo metadata")?;
    let Value::Array(packages) = known["packages"].take() else { bail!("cargo metadata names no packages") };
    // Our own have no source.
    Ok(packages.into_iter().filter(|package| package["source"].is_string()).collect())
}

fn identity(package: &Value) -> String {
    format!("{} v{}", field(package, "name"), field(package, "version"))
}

fn field<'p>(package: &'p Value, key: &str) -> &'p str {
    package[key].as_str().unwrap_or_default()
}

/// The texts of a package's licences.
fn licences(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|start| name.starts_with(start)) {
            texts.push(fs::read_to_string(&path)?.replace("\r\n", "\n"));
        }
    }
    texts.sort();
    Ok(texts)
}
