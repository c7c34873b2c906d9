//! Whatever is edited between two readings, an [`Annotator`] gives what a reader gives who has never seen the text before.

#[path = "common/budget.rs"]
mod budget;
#[path = "common/texts.rs"]
mod texts;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use budget::budget;
use sorot::calendar::DateTime;
use sorot::lang::LanguageId;
use sorot::{Annotator, Corrections, Label, Models, Options, Word, annotate};
use std::path::Path;
use texts::{random_text, vocabulary};

/// Whole paragraphs of our golden articles and of the corpus, to be joined to texts.
fn paragraphs() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let articles = std::fs::read_dir(root.join("tests/articles")).unwrap().map(|entry| entry.unwrap().path().join("article.txt"));
    let corpus = ["id", "en"].into_iter().flat_map(|language| {
        let files = std::fs::read_dir(root.join("models/corpus").join(language)).unwrap();
        let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.into_iter().take(6)
    });
    let texts = articles.chain(corpus).map(|path| std::fs::read_to_string(path).unwrap());
    texts.flat_map(|text| text.split_inclusive('\n').map(unmarked).collect::<Vec<_>>()).collect()
}

/// A line of the corpus without the brackets and labels of its names.
fn unmarked(line: &str) -> String {
    let parts = line.split('[').flat_map(|part| part.split(']'));
    parts.map(|part| part.split_once('|').map_or(part, |(name, _)| name)).collect()
}

/// A stretch of paragraphs that stand one after the other.
fn article(u: &mut Unstructured, paragraphs: &[String]) -> Result<String> {
    let start = u.choose_index(paragraphs.len())?;
    let n = u.int_in_range(0..=24)?;
    Ok(paragraphs[start..].iter().take(n).map(String::as_str).collect())
}

fn place(u: &mut Unstructured, text: &str) -> Result<usize> {
    let at = u.int_in_range(0..=text.len())?;
    Ok((at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0))
}

/// Types, deletes, replaces, splits, joins, doubles, pastes, or begins another text.
fn edit(u: &mut Unstructured, text: &mut String, sources: (&[String], &[String])) -> Result<()> {
    let (paragraphs, vocabulary) = sources;
    let start = place(u, text)?;
    let length = *u.choose(&[0, 1, 1, 1, 5, 40, 400])?;
    let end = (start + length..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
    match u.int_in_range(0..=9)? {
        0 | 1 => text.insert_str(start, u.choose(&["a", "A", " ", ".", "\"", "(", ")", "-", "7"])?),
        2 => text.replace_range(start..end, ""),
        3 => text.insert_str(start, u.choose(&["\n", "\n\n", "\r\n", "\u{2028}"])?),
        4 => {
            if let Some(at) = text[start..].find('\n') {
                text.replace_range(start + at..start + at + 1, " ");
            }
        }
        5 => text.replace_range(start..end, &random_text(u, vocabulary)?),
        6 => text.insert_str(start, &article(u, paragraphs)?),
        7 => text.insert_str(start, u.choose(vocabulary)?),
        8 => {
            let doubled = text[start..end].to_string();
            text.insert_str(start, &doubled);
        }
        _ if u.ratio(1, 4)? => *text = random_text(u, vocabulary)?,
        _ => text.push_str(&article(u, paragraphs)?),
    }
    Ok(())
}

fn random_options(u: &mut Unstructured, models: &[Models]) -> Result<Options> {
    let language =
        *u.choose(&[None, None, Some(LanguageId::Indonesian), Some(LanguageId::English), Some(LanguageId::Unknown)])?;
    let date = *u.choose(&[None, DateTime::parse("2024-11-22T14:26+07:00")])?;
    let words = vec![Word { text: "Jakarta".into(), label: *u.choose(&[None, Some(Label::Organization)])? }];
    let corrections = if u.ratio(1, 4)? { Corrections { words, ..Corrections::default() } } else { Corrections::default() };
    Ok(Options { language, date, corrections, models: u.choose(models)?.clone(), ..Options::default() })
}

#[test]
fn an_edited_text_is_read_as_a_new_one() {
    let (paragraphs, vocabulary) = (paragraphs(), vocabulary());
    let mut other = Models::none();
    other.add(include_bytes!("../models/names.en.bin")).unwrap();
    let models = [Models::embedded(), Models::embedded(), Models::embedded(), other, Models::none()];
    arbtest(|u| {
        let mut annotator = Annotator::default();
        let mut options = Options::default();
        let (mut text, mut before) = (article(u, &paragraphs)?, String::new());
        for _ in 0..8 {
            assert!(
                annotator.annotate(&text, &options) == annotate(&text, &options),
                "{text:?} was read otherwise after {before:?}"
            );
            if u.ratio(1, 6)? {
                std::mem::swap(&mut text, &mut before);
            } else {
                before.clone_from(&text);
                edit(u, &mut text, (&paragraphs, &vocabulary))?;
            }
            if u.ratio(1, 8)? {
                options = random_options(u, &models)?;
            }
        }
        Ok(())
    })
    .budget_ms(budget(6_000))
    .size_max(1 << 12);
}

#[test]
fn a_letter_in_a_long_article_changes_no_more_than_it_should() {
    let text: String = paragraphs().into_iter().take(220).collect();
    let options = Options { language: Some(LanguageId::Indonesian), ..Options::default() };
    let mut annotator = Annotator::default();
    let places = (0..text.len()).step_by(text.len() / 12).filter(|at| text.is_char_boundary(*at));
    for at in places {
        for piece in ["X", "Jakarta ", "\n\n"] {
            let edited = format!("{}{piece}{}", &text[..at], &text[at..]);
            assert!(annotator.annotate(&edited, &options) == annotate(&edited, &options), "{piece:?} at {at}");
        }
    }
}

/// A model that knows no step from state to state finds other names; those of the first are not kept for it.
#[test]
fn another_model_of_the_same_language_reads_for_itself() {
    // Magic (5), language (2), step (4) and sharpness (4) stand before the steps; see `detect::names::model`.
    const STEPS: std::ops::Range<usize> = 15..15 + 2 * 25 * 25;
    let mut bytes = include_bytes!("../models/names.id.bin").to_vec();
    bytes[STEPS].fill(0);
    let mut models = Models::embedded();
    models.add(&bytes).unwrap();
    let text: String = paragraphs().into_iter().take(220).collect();
    let with = |models| Options { language: Some(LanguageId::Indonesian), models, ..Options::default() };
    let (first, second) = (with(Models::embedded()), with(models));
    let expected = annotate(&text, &second);
    assert!(annotate(&text, &first) != expected, "both models find the same");
    let mut annotator = Annotator::default();
    annotator.annotate(&text, &first);
    assert!(annotator.annotate(&text, &second) == expected);
}

/// Lines so short that what is said of one depends on the lines around it.
#[test]
fn an_edited_line_is_told_to_the_lines_around_it() {
    let pieces =
        ["(", ")", "BI", "BI)", "(KPK)", "KPK", "Bank Indonesia", "Jakarta Selatan", "Joko Widodo", "Komisi", "dan", "di", "al-"];
    let options = Options { language: Some(LanguageId::Indonesian), ..Options::default() };
    arbtest(|u| {
        let line = |u: &mut Unstructured| -> Result<String> {
            Ok(format!("{} {}", u.choose(&pieces)?, if u.ratio(1, 3)? { *u.choose(&pieces)? } else { "" }))
        };
        let mut lines = (0..u.int_in_range(1..=12)?).map(|_| line(u)).collect::<Result<Vec<_>>>()?;
        let mut annotator = Annotator::default();
        for _ in 0..8 {
            let text = lines.join("\n");
            assert!(annotator.annotate(&text, &options) == annotate(&text, &options), "{text:?}");
            let at = u.choose_index(lines.len())?;
            match u.int_in_range(0..=3)? {
                0 => lines.insert(at, line(u)?),
                1 if lines.len() > 1 => drop(lines.remove(at)),
                _ => lines[at] = line(u)?,
            }
        }
        Ok(())
    })
    .budget_ms(budget(3_000))
    .size_max(1 << 10);
}
