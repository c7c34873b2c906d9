//! Short forms that the tables know.

use super::long_form::Words;
use crate::lang::abbreviations::WORLD;
use crate::segment::Case;

/// The usual expansion of a short form, as it is written at hand.
pub fn expansion(words: &Words, text: &str, case: Case) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let find = |table: &'static [(&'static str, &'static str)]| {
        table.binary_search_by(|(key, _)| (*key).cmp(lower.as_str())).ok().map(|at| table[at].1)
    };
    let in_capitals = || (case == Case::Upper).then(|| find(words.tables.initialisms).or_else(|| find(WORLD))).flatten();
    find(words.tables.clipped).or_else(in_capitals)
}
