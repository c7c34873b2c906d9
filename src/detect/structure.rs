//! The parts of the article.

use crate::Annotation;
use crate::segment::Document;

/// Every part, in reading order; parts do not overlap but for captions with their credits.
pub fn find(_document: &Document) -> Vec<Annotation> {
    Vec::new()
}
