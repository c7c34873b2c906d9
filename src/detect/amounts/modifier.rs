//! "more than", "sekitar" and their like, which stand outside the span.

use super::Reader;
use crate::Modifier;
use crate::segment::TokenKind;

/// The words that end right before token `start`.
pub fn before(reader: &Reader, start: usize) -> Option<Modifier> {
    let ends_here = |phrase: &&[&str]| start.checked_sub(phrase.len()).is_some_and(|at| reader.document.reads(at, phrase));
    reader.words.modifiers_before.iter().find(|(phrase, _)| ends_here(phrase)).map(|(_, modifier)| *modifier)
}

/// The words that begin at token `end`.
pub fn after(reader: &Reader, end: usize) -> Option<Modifier> {
    // "6,8 persen atau lebih rendah" compares something else: no word may follow.
    let closes = |phrase: &[&str]| reader.document.kind(end + phrase.len()) != TokenKind::Word;
    let stands = |phrase: &[&str]| reader.document.reads(end, phrase) && closes(phrase);
    reader.words.modifiers_after.iter().find(|(phrase, _)| stands(phrase)).map(|(_, modifier)| *modifier)
}
