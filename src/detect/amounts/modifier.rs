//! "more than", "sekitar" and their like, which stand outside the span.

use super::Reader;
use crate::Modifier;

/// The words that end right before token `start`.
pub fn before(reader: &Reader, start: usize) -> Option<Modifier> {
    let ends_here = |phrase: &&[&str]| start.checked_sub(phrase.len()).is_some_and(|at| reader.document.reads(at, phrase));
    reader.words.modifiers_before.iter().find(|(phrase, _)| ends_here(phrase)).map(|(_, modifier)| *modifier)
}

/// The words that begin at token `end`.
pub fn after(reader: &Reader, end: usize) -> Option<Modifier> {
    reader.words.modifiers_after.iter().find(|(phrase, _)| reader.document.reads(end, phrase)).map(|(_, modifier)| *modifier)
}
