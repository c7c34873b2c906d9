//! Short forms that the article never expands.

use super::{Draft, at};
use crate::{Annotation, CheckValue, Label, Value};

/// One query for each short form that is neither expanded here nor generally known, at its first use.
pub fn query(draft: &Draft) -> Vec<Annotation> {
    let is_unknown = |annotation: &&Annotation| match &annotation.value {
        Value::Abbreviation(short) => annotation.label == Label::Undefined && short.long.is_none() && short.expansion.is_none(),
        _ => false,
    };
    let query = |annotation: &Annotation| {
        let value = CheckValue { others: Vec::new(), expected: None };
        at(annotation.span, Label::UndefinedAbbreviation, value, 0.6)
    };
    draft.abbreviations.iter().filter(is_unknown).map(query).collect()
}
