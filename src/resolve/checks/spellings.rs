//! One name in two spellings.

use super::Draft;
use crate::Annotation;

/// One query for each odd spelling, at its first use.
pub fn query(_draft: &Draft) -> Vec<Annotation> {
    Vec::new()
}
