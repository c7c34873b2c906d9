//! Settles which finding wins where two layers claim the same words.

use super::Draft;

/// Settles which finding wins where two layers claim the same words.
pub fn settle(_draft: &mut Draft) {}
