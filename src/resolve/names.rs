//! Puts the ends of names right where another layer knows better than the tagger.

use super::Draft;
use crate::lang::roles::kind::{HEAD, HONORIFIC, TAIL};
use crate::segment::{Case, TokenKind};
use crate::{Label, Span, Value};

/// A title of office before so many words of a name is none of them: "Sheriff Ana Dunn", but "Dean Dunn".
const FEWEST_BEHIND_TITLE: usize = 2;

/// Names that a short form spells out reach as far as their long form; ranks and titles are no part of a person's name.
pub fn fit(draft: &mut Draft) {
    extend_to_long_forms(draft);
    for i in 0..draft.names.len() {
        if draft.names[i].label == Label::Person {
            draft.names[i].span = without_title(draft, draft.names[i].span);
        }
    }
}

/// "National Union of Rail, Maritime and Transport Workers (RMT)": a comma inside does not end the name.
fn extend_to_long_forms(draft: &mut Draft) {
    for short in draft.abbreviations.iter().filter(|short| short.label == Label::Pair) {
        let Value::Abbreviation(value) = &short.value else { continue };
        let Some(long) = value.long.filter(|long| is_name(draft, *long)) else { continue };
        let i = draft.names.partition_point(|name| name.span.end <= long.start);
        if let Some(name) = draft.names.get_mut(i).filter(|name| name.span.start <= long.start && name.span.end < long.end) {
            name.span = name.span.to(long);
        }
    }
}

/// Capitals at every word but the small ones.
fn is_name(draft: &Draft, span: Span) -> bool {
    let document = draft.document;
    let is_small = |i: usize| document.language.abbreviations.small_words.binary_search(&document.lower(i)).is_ok();
    let mut words = document.tokens_in(span).filter(|&i| document.kind(i) == TokenKind::Word);
    words.all(|i| document.case(i) != Case::Lower || is_small(i))
}

/// "Pol" between "Kombes" and the name; an office before two words of a name, where offices come first.
fn without_title(draft: &Draft, name: Span) -> Span {
    let (document, clues) = (draft.document, &draft.findings.roles);
    let tokens = document.tokens_in(name);
    let first = tokens.start;
    let is_tail = clues.is(document, first, TAIL) && first > 0 && clues.is(document, first - 1, HONORIFIC);
    let is_office =
        !document.language.roles.role_first && clues.is(document, first, HEAD) && !clues.is(document, first, HONORIFIC);
    let n_words = tokens.clone().skip(1).filter(|&i| document.kind(i) == TokenKind::Word).count();
    let is_title = n_words > 0 && is_tail || is_office && n_words >= FEWEST_BEHIND_TITLE;
    if is_title { document.span(first + 1..tokens.end) } else { name }
}
