//! Tests as data: `tests/cases/<lang>/<layer>.txt`. See `tests/README.md` for the format; `UPDATE=1` rewrites the files.

mod common;

use common::describe;
use sorot::calendar::DateTime;
use sorot::lang::LanguageId;
use sorot::{Annotated, Layer, Layers, Options};
use std::fmt::Write;
use std::path::{Path, PathBuf};

#[test]
fn every_case_yields_what_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut failures = String::new();
    let mut n_cases = 0;
    for language in LanguageId::KNOWN {
        for path in case_files(&root.join(language.tag())) {
            n_cases += check_file(&path, *language, &mut failures);
        }
    }
    assert!(n_cases > 0, "no case found under {}", root.display());
    assert!(failures.is_empty(), "{failures}\nIf what came is right, rewrite the files with UPDATE=1 and read the diff.");
}

fn case_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|ext| ext == "txt")).collect();
    paths.sort();
    paths
}

/// Checks one file and gives the number of its cases; with `UPDATE` set it is rewritten as the core sees it.
fn check_file(path: &Path, language: LanguageId, failures: &mut String) -> usize {
    let stem = path.file_stem().unwrap().to_str().unwrap();
    let layer =
        Layer::from_name(stem.split('.').next().unwrap()).unwrap_or_else(|| panic!("{}: named after no layer", path.display()));
    let source = std::fs::read_to_string(path).unwrap();
    let mut options = Options { language: Some(language), layers: Layers::of([layer]), ..Options::default() };
    let (mut rewritten, mut n_cases) = (String::new(), 0);
    let mut lines = source.lines().enumerate().peekable();
    while let Some((number, line)) = lines.next() {
        writeln!(rewritten, "{line}").unwrap();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(date) = line.strip_prefix("@date") {
            let date = date.trim();
            options.date = DateTime::parse(date);
            assert!(options.date.is_some() || date == "none", "{}:{}: no date: {date}", path.display(), number + 1);
            continue;
        }
        let mut want = String::new();
        while let Some((_, marks)) = lines.next_if(|(_, next)| is_marks(next)) {
            writeln!(want, "{marks}").unwrap();
        }
        n_cases += 1;
        let text = line.replace('⏎', "\n");
        let got = marks(&text, &sorot::annotate(&text, &options), layer);
        rewritten.push_str(&got);
        if got != want {
            let place = format!("{}:{}", path.display(), number + 1);
            writeln!(failures, "\n{place}\n{line}\nwanted:\n{want}came:\n{got}").unwrap();
        }
    }
    if std::env::var_os("UPDATE").is_some() && rewritten != source {
        std::fs::write(path, rewritten).unwrap();
    }
    n_cases
}

/// A line of carets and what stands there; a line of text never starts so.
fn is_marks(line: &str) -> bool {
    line.trim_start_matches(' ').starts_with('^')
}

/// One line of carets an annotation, under its span.
fn marks(text: &str, annotated: &Annotated, layer: Layer) -> String {
    let mut lines = String::new();
    for annotation in annotated.annotations.iter().filter(|annotation| annotation.label.layer() == layer) {
        let indent = text[..annotation.span.start].chars().count();
        let width = annotation.span.of(text).chars().count();
        writeln!(lines, "{}{} {}", " ".repeat(indent), "^".repeat(width), describe(text, annotated, annotation)).unwrap();
    }
    lines
}
