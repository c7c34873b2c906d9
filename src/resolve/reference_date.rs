//! Finds the article's own date.

use super::Draft;

/// Finds the article's own date.
pub fn find(_draft: &mut Draft) {}
