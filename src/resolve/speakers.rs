//! Settles who says each quotation.

use super::Draft;

/// Settles who says each quotation.
pub fn attribute(_draft: &mut Draft) {}
