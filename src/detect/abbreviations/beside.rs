//! Pairs without a bracket.

use super::Pair;
use super::align::Short;
use super::long_form::Words;
use crate::Span;
use crate::segment::{Case, Gap, TokenKind};

/// Shorter capitals are laid over anything.
const MIN_SPELT: usize = 3;
/// ", known by its Brazilian Portuguese acronym" is no longer.
const SAID_REACH: usize = 8;

/// "Alternative National Congress ANC", "Mahkamah Agung atau MA", "the Maritime Authority, known as MARAU".
pub fn after_long_form(words: &Words, i: usize) -> Option<Pair> {
    let document = words.document;
    if document.tokens[i].gap != Gap::Space {
        return None;
    }
    let joiner = words.joiner_before(i);
    let is_capitals = document.case(i) == Case::Upper;
    if joiner.is_none() && !is_capitals {
        return None;
    }
    let end = i - joiner.map_or(0, |phrase| phrase.len());
    let pair = |long, rule, confidence| Pair { short: i..i + 1, long, rule, confidence };
    if let Some(long) = Some(end).filter(|_| is_capitals).and_then(|end| initials_before(words, i, end)) {
        return Some(pair(long, "beside", 0.85));
    }
    if let Some(long) = words.expansion(i).filter(|_| joiner.is_some()).and_then(|known| words.expansion_before(known, end)) {
        return Some(pair(long, "known", 0.95));
    }
    if let Some(long) = joiner.and_then(|_| words.company_before(document.token_text(i), end)) {
        return Some(pair(long, "company", 0.75));
    }
    // "or" alone joins two things as often as two names of one.
    if joiner.is_some_and(|phrase| phrase.len() > 1) && is_capitals {
        let letters = Short::new(document.token_text(i)).filter(|_| document.token_text(i).len() >= MIN_SPELT);
        return Some(pair(words.before(&letters?, end)?, "aligned", 0.85));
    }
    let comma = said_before(words, i).filter(|_| is_capitals)?;
    let spelt = || words.before(&Short::new(document.token_text(i))?, comma);
    Some(pair(spelt().or_else(|| words.body_before(comma))?, "body", 0.7))
}

/// ", known by its Spanish acronym ANM": the comma, where the word before the short form says that it is one.
fn said_before(words: &Words, i: usize) -> Option<usize> {
    let document = words.document;
    let is_said = words.tables.short_form_nouns.contains(&document.lower(i.checked_sub(1)?));
    (i.saturating_sub(SAID_REACH)..i).rev().find(|&at| document.token_text(at) == ",").filter(|_| is_said)
}

/// The words whose initials are the short form's letters.
fn initials_before(words: &Words, i: usize, end: usize) -> Option<Span> {
    let document = words.document;
    let text = document.token_text(i);
    let has_joiner = end < i;
    let min = if has_joiner { 2 } else { 3 };
    if !(min..=8).contains(&text.len()) {
        return None;
    }
    let mut at = end;
    for letter in text.chars().rev().flat_map(char::to_lowercase) {
        at =
            (at.saturating_sub(2)..at).rev().find(|&before| !words.is_small(before) || initial(words, before) == Some(letter))?;
        let fits_case = has_joiner || document.case(at) == Case::Title;
        if initial(words, at) != Some(letter)
            || document.kind(at) != TokenKind::Word
            || !fits_case
            || document.lower(at).len() < 2
        {
            return None;
        }
    }
    Some(document.span(at..end))
}

fn initial(words: &Words, i: usize) -> Option<char> {
    words.document.lower(i).chars().next()
}
