//! GUM marks every noun phrase; this keeps those whose head is a proper noun and cuts them down to the name.

use crate::corpora::Builder;
use crate::example::{ANYTHING, Example, LabelSet, Mention, NO_NAME, any, only};
use anyhow::{Context, Result};
use serde_json::Value;
use sorot::Label::*;
use sorot::lang::LanguageId;
use std::ops::Range;
use std::path::Path;

/// Genres that are near enough to news.
const FILES: &[&str] = &["news", "interview", "bio", "voyage", "speech", "court"];

struct Token {
    form: String,
    part_of_speech: String,
    span: Range<usize>,
}

/// One example a document.
pub fn read(folder: &Path, domain: usize) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for file in FILES {
        let path = folder.join(format!("gum-{file}.jsonl"));
        let Ok(source) = std::fs::read_to_string(&path) else { continue };
        for line in source.lines() {
            let document: Value = serde_json::from_str(line).with_context(|| path.display().to_string())?;
            examples.push(read_document(&document, domain));
        }
    }
    Ok(examples)
}

fn read_document(document: &Value, domain: usize) -> Example {
    let mut builder = Builder::default();
    let mut tokens = Vec::new();
    for sentence in document["sents"].as_array().into_iter().flatten() {
        for token in sentence.as_array().into_iter().flatten() {
            let form = token[0].as_str().unwrap_or_default().to_string();
            let span = builder.append(&form, token[3].as_bool().unwrap_or(true));
            tokens.push(Token { form, part_of_speech: token[1].as_str().unwrap_or_default().to_string(), span });
        }
        builder.line();
    }
    let phrases = || document["mentions"].as_array().into_iter().flatten();
    let times: Vec<Range<usize>> = phrases().filter(|phrase| phrase["type"] == "time").filter_map(range_of).collect();
    let mut names: Vec<(Range<usize>, LabelSet)> = phrases().filter_map(|phrase| name_of(phrase, &tokens)).collect();
    // The longest name wins, as in our guide.
    names.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut kept: Vec<(Range<usize>, LabelSet)> = Vec::new();
    for name in names {
        if kept.last().is_none_or(|last| last.0.end <= name.0.start) {
            kept.push(name);
        }
    }
    let covered = |i: usize| kept.iter().map(|(range, _)| range).chain(&times).any(|range| range.contains(&i));
    let loose: Vec<_> = (0..tokens.len()).filter(|&i| is_capital(&tokens[i]) && !covered(i)).collect();
    kept.extend(loose.into_iter().filter_map(|i| Some((i..i + 1, loose_label(&tokens[i])?))));
    kept.sort_by_key(|(range, _)| range.start);
    let mention = |(range, labels): (Range<usize>, LabelSet)| Mention {
        span: tokens[range.start].span.start..tokens[range.end - 1].span.end,
        labels,
    };
    let mentions = kept.into_iter().map(mention).collect();
    Example { text: builder.text, mentions, domain, unmarked: 0 }
}

fn is_capital(token: &Token) -> bool {
    token.form.starts_with(char::is_uppercase)
}

fn is_group(token: &Token) -> bool {
    LanguageId::English.tables().names.groups.binary_search(&&*token.form.to_lowercase()).is_ok()
}

/// What a capitalised word outside all names may be.
fn loose_label(token: &Token) -> Option<LabelSet> {
    match &*token.part_of_speech {
        _ if is_group(token) => Some(only(Group)),
        "PROPN" => Some(ANYTHING),
        "ADJ" => Some(only(Group) | NO_NAME),
        _ => None,
    }
}

fn range_of(phrase: &Value) -> Option<Range<usize>> {
    Some(phrase["start"].as_u64()? as usize..phrase["end"].as_u64()? as usize)
}

/// The name a noun phrase is headed by, if its head is a proper noun.
fn name_of(phrase: &Value, tokens: &[Token]) -> Option<(Range<usize>, LabelSet)> {
    let Range { start, end } = range_of(phrase)?;
    let labels = match phrase["type"].as_str()? {
        "person" => only(Person),
        "place" => only(Place),
        "organization" => only(Organization),
        "event" => only(Event),
        "object" => any(&[Work, Place, Organization]) | NO_NAME,
        "abstract" => any(&[Work, Event, Organization, Group]) | NO_NAME,
        _ => return None,
    };
    let inside = tokens.get(start..end)?;
    let ends_core = |i: usize| match &*inside[i].part_of_speech {
        "PROPN" | "DET" | "ADJ" | "NOUN" | "NUM" => false,
        "ADP" => inside[i].form != "of" || inside.get(i + 1).is_none_or(|next| next.part_of_speech != "PROPN"),
        _ => inside[i].form != "-" && !is_capital(&inside[i]),
    };
    let core = (0..inside.len()).find(|&i| ends_core(i)).unwrap_or(inside.len());
    let is_name = |token: &Token| is_capital(token) || matches!(&*token.form, "-" | "of") || token.part_of_speech == "NUM";
    let mut first = core;
    while first > 0 && is_name(&inside[first - 1]) && inside[first - 1].part_of_speech != "DET" {
        first -= 1;
    }
    let titles = LanguageId::English.tables().names.titles;
    let is_title = |token: &Token| titles.binary_search(&&*token.form.trim_end_matches('.').to_lowercase()).is_ok();
    while first < core && (!is_capital(&inside[first]) || (labels == only(Person) && is_title(&inside[first]))) {
        first += 1;
    }
    let name = inside.get(first..core)?;
    let last = name.last()?;
    let is_proper = last.part_of_speech == "PROPN" && name.iter().any(|token| token.part_of_speech == "PROPN");
    let labels = if name.len() == 1 && is_group(last) { only(Group) } else { labels };
    is_proper.then_some((start + first..start + core, labels))
}
