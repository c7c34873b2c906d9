//! Where the article spells out a short form that no table knows: "Department of Social Welfare" for "DSW", elsewhere.

use super::long_form::Words;
use crate::Span;
use crate::segment::{Case, Gap, TokenKind};
use rustc_hash::FxHashMap;

/// Names of fewer words have initials by chance, of more words nobody shortens.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=7;

/// The first name in the article whose initials are those of each short form.
pub fn long_forms(words: &Words, shorts: &[Span]) -> FxHashMap<Span, Span> {
    let document = words.document;
    let mut wanted: FxHashMap<String, Span> = shorts.iter().map(|span| (span.of(document.text).to_lowercase(), *span)).collect();
    let mut found = FxHashMap::default();
    let mut run: Vec<usize> = Vec::new();
    for i in 0..=document.tokens.len() {
        if wanted.is_empty() {
            break;
        }
        let goes_on = i < document.tokens.len() && !run.is_empty() && document.tokens[i].gap < Gap::Line;
        if is_part(words, i) && (goes_on || run.is_empty()) {
            run.push(i);
        } else if !(goes_on && is_between(words, i)) {
            take(words, &run, &mut wanted, &mut found);
            run.clear();
            run.extend(is_part(words, i).then_some(i));
        }
    }
    found
}

/// A capitalised word that is no short form itself.
fn is_part(words: &Words, i: usize) -> bool {
    let document = words.document;
    document.kind(i) == TokenKind::Word && matches!(document.case(i), Case::Title | Case::Mixed) && !words.is_small(i)
}

/// "of", "dan", the comma before "and", the hyphen.
fn is_between(words: &Words, i: usize) -> bool {
    let document = words.document;
    let is_comma = document.token_text(i) == "," && words.is_small(i + 1);
    words.is_small(i) && document.case(i) == Case::Lower || is_comma || document.token_text(i) == "-"
}

/// Looks the initials of the run's beginnings and ends up.
fn take(words: &Words, run: &[usize], wanted: &mut FxHashMap<String, Span>, found: &mut FxHashMap<Span, Span>) {
    let document = words.document;
    for n in LENGTHS.filter(|&n| n <= run.len()) {
        for part in [&run[..n], &run[run.len() - n..]] {
            let initials: String = part.iter().filter_map(|&i| document.lower(i).chars().next()).collect();
            if let (Some(short), [first, .., last]) = (wanted.remove(&initials), part) {
                found.insert(short, document.span(*first..*last + 1));
            }
        }
    }
}
