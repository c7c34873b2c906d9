//! Quotations and the reporting verbs beside them.

use crate::segment::Document;
use crate::{Label, Span};

/// A quotation with what stands beside it; who speaks is settled by `resolve`.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Where, marks included.
    pub span: Span,
    /// Direct, indirect or scare.
    pub label: Label,
    /// The reporting verb.
    pub cue: Option<Span>,
    /// The words that may name the speaker.
    pub speaker: Option<Span>,
    /// The words that name the source it is reported through.
    pub source: Option<Span>,
    /// The rule that found it.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}

/// Every quotation, in reading order.
pub fn find(_document: &Document) -> Vec<Quotation> {
    Vec::new()
}
