//! Short forms that the article never expands.

use super::{Draft, at};
use crate::{AbbreviationValue, Annotation, CheckValue, Label, Span, Value};

/// One query for each short form that is neither expanded here nor generally known, at its first use.
pub fn query(draft: &Draft) -> Vec<Annotation> {
    let is_spelt = |short: &AbbreviationValue| short.long.is_some() || short.expansion.is_some();
    // A name with a figure in it ("G20", "MH370") stands for no words.
    let is_initials = |span: Span| !span.of(draft.document.text).contains(|c: char| c.is_ascii_digit());
    let is_unknown = |annotation: &&Annotation| match &annotation.value {
        Value::Abbreviation(short) => annotation.label == Label::Undefined && !is_spelt(short) && is_initials(annotation.span),
        _ => false,
    };
    let query = |annotation: &Annotation| {
        let value = CheckValue { others: Vec::new(), expected: None };
        at(annotation.span, Label::UndefinedAbbreviation, value, 0.6)
    };
    draft.abbreviations.iter().filter(is_unknown).map(query).collect()
}
