//! Whole articles as golden files: `tests/articles/<slug>/article.txt` and, beside it, `expected.txt` with one annotation a
//! line. `UPDATE=1` rewrites what is expected: read the diff before you keep it.

mod common;

use sorot::{Annotated, Layer, Options};
use std::fmt::Write;
use std::path::Path;

#[test]
fn every_article_is_read_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut folders: Vec<_> = std::fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let mut failures = String::new();
    for folder in &folders {
        let text =
            std::fs::read_to_string(folder.join("article.txt")).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let got = lines(&text, &sorot::annotate(&text, &Options::default()));
        let path = folder.join("expected.txt");
        let want = std::fs::read_to_string(&path).unwrap_or_default();
        if std::env::var_os("UPDATE").is_some() && got != want {
            std::fs::write(&path, &got).unwrap();
        }
        if got != want {
            writeln!(failures, "\n{}\n{}", path.display(), difference(&want, &got)).unwrap();
        }
    }
    assert!(folders.len() >= 8, "golden articles are missing: {folders:?}");
    assert!(failures.is_empty(), "{failures}\nIf what came is right, rewrite the files with UPDATE=1 and read the diff.");
}

/// The language and date found, one line an annotation, one line an entity.
fn lines(text: &str, annotated: &Annotated) -> String {
    let date = annotated.date.map_or("none".to_string(), |date| date.to_string());
    let mut lines = format!("language {}\ndate {date}\n", annotated.language.tag());
    for annotation in &annotated.annotations {
        let layer: Layer = annotation.label.layer();
        let shown = common::describe(text, annotated, annotation);
        let words = annotation.span.of(text).replace('\n', "⏎");
        writeln!(lines, "{}..{} {} {shown} «{words}»", annotation.span.start, annotation.span.end, layer.name()).unwrap();
    }
    for entity in &annotated.entities {
        writeln!(lines, "{} {} ×{} {:?}", entity.label.name(), entity.name, entity.mentions.len(), entity.aliases).unwrap();
    }
    lines
}

/// The lines that only one side has.
fn difference(want: &str, got: &str) -> String {
    let only = |sign: &str, these: &str, others: &str| -> String {
        these.lines().filter(|line| !others.lines().any(|other| other == *line)).map(|line| format!("{sign} {line}\n")).collect()
    };
    only("wanted", want, got) + &only("came  ", got, want)
}
