//! Settles who says each quotation.

use super::Draft;
use crate::detect::quotes::Quotation;
use crate::{Annotation, QuoteValue, Value};

/// Settles who says each quotation.
pub fn attribute(draft: &mut Draft) {
    draft.quotes = std::mem::take(&mut draft.findings.quotes).into_iter().map(annotation).collect();
}

fn annotation(quotation: Quotation) -> Annotation {
    let Quotation { span, label, cue, speaker, source, rule, confidence } = quotation;
    Annotation { span, label, entity: None, value: Value::Quote(QuoteValue { cue, speaker, source }), rule, confidence }
}
