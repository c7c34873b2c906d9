//! Numbers that mix their separators.

use super::Draft;
use crate::Annotation;

/// Numbers that mix their separators.
pub fn query(_draft: &Draft) -> Vec<Annotation> {
    Vec::new()
}
