//! Names.

mod rules;
mod words;

use crate::Annotation;
use crate::segment::Document;

/// Every name with its label; names do not overlap.
pub fn find(document: &Document) -> Vec<Annotation> {
    rules::find(document)
}
