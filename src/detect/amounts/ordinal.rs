//! Places in an order: "pertama", "ke-79", "third", "21st".

use super::counted;
use super::decimal::parse;
use super::{Amount, Reader, starts_sentence};
use crate::lang::numbers::Part;
use crate::segment::{Case, TokenKind};
use crate::{Label, NumberValue};

/// The ordinal that starts at token `i`.
pub fn read(reader: &Reader, i: usize) -> Option<Amount> {
    let (end, place) = written(reader, i)?;
    let is_idiom = super::context::is_idiom(reader, i);
    let in_name = reader.document.case(i) == Case::Title && !starts_sentence(reader, i);
    if is_idiom || in_name || (reader.words.ordinals_follow && !follows_noun(reader, i, end, place)) {
        return None;
    }
    let value = NumberValue { decimal: place.to_string(), unit: None, modifier: None };
    Some(Amount { start: i, end, cut: reader.cut(i), label: Label::Ordinal, value, rule: "ordinal", confidence: 0.85 })
}

/// One past its last token, and the place.
fn written(reader: &Reader, i: usize) -> Option<(usize, u64)> {
    let document = reader.document;
    if let Some(Part::Ordinal(place)) = reader.part(i) {
        return Some((i + 1, u64::from(place)));
    }
    // "twenty-first"
    if let (Some(Part::Small(tens @ 20..=90)), "-", Some(Part::Ordinal(units @ 1..=9))) =
        (reader.part(i), document.token_text(i + 1), reader.part(i + 2))
    {
        return Some((i + 3, u64::from(tens) + u64::from(units)));
    }
    let figure = |at: usize| -> Option<u64> {
        let (value, _) = parse(document.token_text(at), reader.words.decimal)?;
        value.to_string().parse().ok().filter(|_| document.kind(at) == TokenKind::Number)
    };
    // "21st"
    if document.is_glued(i + 1) && reader.words.ordinal_endings.contains(&document.lower(i + 1)) {
        return Some((i + 2, figure(i)?));
    }
    // "ke-79"
    let beginning = reader.words.ordinal_beginning;
    let has_beginning = !beginning.is_empty() && document.lower(i) == beginning && document.token_text(i + 1) == "-";
    // "Pasal 12 ayat 3 ke-2": a number before it makes it part of a law.
    let in_law = i > 0 && document.kind(i - 1) == TokenKind::Number;
    (has_beginning && document.is_glued(i + 2) && !in_law).then(|| figure(i + 2)).flatten().map(|place| (i + 3, place))
}

/// "pihak ketiga" is an ordinal; "ketiga tersangka" and "menyebut kedua orang itu" count together.
fn follows_noun(reader: &Reader, i: usize, end: usize, place: u64) -> bool {
    let document = reader.document;
    if place == 1 || end > i + 1 {
        return true;
    }
    let before = i.checked_sub(1).filter(|_| !starts_sentence(reader, i));
    // "posisi kedua klasemen": behind these it is a place, whatever follows.
    if before.is_some_and(|at| reader.words.ranked_nouns.binary_search(&document.lower(at)).is_ok()) {
        return true;
    }
    if reader.words.ranked_behind.contains(&document.lower(end)) {
        return true;
    }
    let has_noun = before.is_some_and(|at| document.kind(at) == TokenKind::Word && !counted::is_function_word(reader, at));
    let is_numbered_point = before.is_none() && document.token_text(end) == ",";
    (has_noun && !counted::is_noun(reader, end)) || is_numbered_point
}
