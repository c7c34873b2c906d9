//! Words that begin a role.

use crate::Span;
use crate::segment::Document;

/// A phrase that may be a role; `resolve` keeps it when a person stands next to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// From its first word to where the phrase must end at the latest.
    pub span: Span,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Every candidate, in reading order.
pub fn find(_document: &Document) -> Vec<Candidate> {
    Vec::new()
}
