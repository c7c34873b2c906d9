//! Short forms that the article never expands.

use super::{Draft, at};
use crate::lang::abbreviations::PROPER;
use crate::{Annotation, CheckValue, Label, Value};

/// An article that uses a short form less often does not lean on it: a list of members, a passing mention.
const FEWEST_USES: usize = 2;

/// A word of the stock market within so many tokens makes capitals a listing.
const MARKET_REACH: usize = 12;

/// One query for each short form that the article leans on, and that is neither expanded nor generally known, at its first use.
pub fn query(draft: &Draft) -> Vec<Annotation> {
    let document = draft.document;
    let mut n_uses = vec![0usize; document.words.len()];
    document.tokens.iter().for_each(|token| n_uses[token.word] += 1);
    let is_used = |annotation: &Annotation| {
        let mut tokens = document.tokens_in(annotation.span);
        tokens.all(|i| n_uses[document.tokens[i].word] >= FEWEST_USES)
    };
    let is_unknown = |annotation: &Annotation| match &annotation.value {
        Value::Abbreviation(short) => short.long.is_none() && short.expansion.is_none(),
        _ => false,
    };
    let query = |annotation: &Annotation| {
        let value = CheckValue { others: Vec::new(), expected: None };
        at(annotation.span, Label::UndefinedAbbreviation, value, 0.6)
    };
    let doubtful = |annotation: &&Annotation| is_unknown(annotation) && is_used(annotation) && names_something(draft, annotation);
    let doubtful = |annotation: &&Annotation| doubtful(annotation) && !is_whole_name(draft, annotation);
    draft.abbreviations.iter().filter(doubtful).map(query).collect()
}

/// "TSMC", "PT PSM", "saham TLKM": a company, a broadcaster or a listing whose short form is all that anybody writes.
fn is_whole_name(draft: &Draft, annotation: &Annotation) -> bool {
    let document = draft.document;
    let tokens = document.tokens_in(annotation.span);
    let in_list = |list: &[&str], i: usize| list.binary_search(&document.lower(i)).is_ok();
    let names = &document.language.entities;
    let is_legal = |i: usize| in_list(names.legal_forms, i) && !names.articles.contains(&document.lower(i));
    let sentence = document.sentences.get(document.sentence_of(tokens.start));
    let reach = sentence.map_or(tokens.clone(), |sentence| {
        sentence.tokens.start.max(tokens.start.saturating_sub(MARKET_REACH))..sentence.tokens.end.min(tokens.end + MARKET_REACH)
    });
    let trades = || reach.into_iter().any(|i| in_list(document.language.abbreviations.market, i));
    in_list(PROPER, tokens.start) || is_legal(tokens.start.wrapping_sub(1)) || is_legal(tokens.end) || trades()
}

/// It stands for a name, or begins one ("KITB Batang"). A name with a figure in it ("G20") stands for no words, and capitals
/// inside a name ("Kelas IIB") are often only its number.
fn names_something(draft: &Draft, annotation: &Annotation) -> bool {
    let short = annotation.span;
    let i = draft.names.partition_point(|name| name.span.end <= short.start);
    let is_name = draft.names.get(i).is_some_and(|name| name.span.start == short.start && name.label != Label::Person);
    is_name && !short.of(draft.document.text).contains(|c: char| c.is_ascii_digit())
}
