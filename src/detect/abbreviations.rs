//! Short forms and long forms.

use crate::Annotation;
use crate::segment::Document;

/// Pairs and short forms never expanded.
pub fn find(_document: &Document) -> Vec<Annotation> {
    Vec::new()
}
