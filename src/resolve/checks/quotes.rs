//! Quotation marks without a partner, quotations without a speaker.

use super::{Draft, at};
use crate::{Annotation, CheckValue, Label, Value};

/// Quotation marks never closed or never opened, quotations that nobody says.
pub fn query(draft: &Draft) -> Vec<Annotation> {
    let value = || CheckValue { others: Vec::new(), expected: None };
    let unclosed = draft.findings.quotes.lone_marks.iter().map(|mark| at(*mark, Label::UnclosedQuote, value(), 0.8));
    let nobodys = draft.quotes.iter().filter(|quote| quote.label == Label::Direct && says_nobody(quote));
    unclosed.chain(nobodys.map(|quote| at(quote.span, Label::QuoteWithoutSpeaker, value(), 0.6))).collect()
}

fn says_nobody(quote: &Annotation) -> bool {
    matches!(&quote.value, Value::Quote(value) if value.speaker.is_none())
}
