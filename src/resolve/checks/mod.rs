//! What an editor would query.

mod abbreviations;
mod dates;
mod numbers;
mod quotes;
mod spellings;

use super::Draft;
use crate::{Annotation, CheckValue, Label, Span, Value};

/// The checks in order; each reads the draft and gives what it would query.
const CHECKS: &[fn(&Draft) -> Vec<Annotation>] =
    &[spellings::query, abbreviations::query, dates::query, quotes::query, numbers::query];

/// What an editor would query.
pub fn query(draft: &mut Draft) {
    for check in CHECKS {
        let found = check(draft);
        draft.checks.extend(found);
    }
}

/// A query at `span`; the label is its rule, `value` holds the other places and what was expected.
fn at(span: Span, label: Label, value: CheckValue, confidence: f32) -> Annotation {
    Annotation { span, label, entity: None, value: Value::Check(value), rule: label.name(), confidence }
}
