//! Names.

use crate::Annotation;
use crate::segment::Document;

/// Every name with its label; names do not overlap.
pub fn find(_document: &Document) -> Vec<Annotation> {
    Vec::new()
}
