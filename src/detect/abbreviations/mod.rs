//! Short forms: beside their long form, or alone.

mod align;
mod beside;
mod bracket;
mod initials;
mod known;
mod long_form;
mod undefined;

use crate::order;
use crate::segment::Document;
use crate::{AbbreviationValue, Annotation, Label, Span, Value};
use long_form::Words;
use std::ops::Range;

/// Every pair of short and long form, and the first use of each short form that is never paired, in reading order.
pub fn find(document: &Document) -> Vec<Annotation> {
    let words = Words::new(document);
    let pairs = bracket::pairs(&words);
    let alone = undefined::find(&words, &pairs);
    let mut found: Vec<Annotation> = pairs.into_iter().map(|pair| pair.annotation(document)).chain(alone).collect();
    order::by_span(&mut found, |annotation| annotation.span);
    found.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    found
}

/// A short form beside its long form, in tokens.
#[derive(Clone, Debug)]
struct Pair {
    short: Range<usize>,
    /// In bytes: a long form may begin inside a word that lost its space.
    long: Span,
    rule: &'static str,
    confidence: f32,
}

impl Pair {
    fn annotation(self, document: &Document) -> Annotation {
        let short = document.span(self.short);
        let value = AbbreviationValue { short, long: Some(self.long), expansion: None };
        Annotation {
            span: short,
            label: Label::Pair,
            entity: None,
            value: Value::Abbreviation(value),
            rule: self.rule,
            confidence: self.confidence,
        }
    }
}
