//! Quotation marks without a partner, quotations without a speaker.

use super::Draft;
use crate::Annotation;

/// Quotation marks never closed, quotations that nobody says.
pub fn query(_draft: &Draft) -> Vec<Annotation> {
    Vec::new()
}
