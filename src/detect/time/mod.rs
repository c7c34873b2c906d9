//! Time expressions.

use crate::segment::Document;
use crate::{Label, Span};

/// A time expression as the words say it, before it is resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// Where.
    pub span: Span,
    /// Date, time, duration or set.
    pub label: Label,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Every time expression, in reading order; they do not overlap.
pub fn find(_document: &Document) -> Vec<Expression> {
    Vec::new()
}
