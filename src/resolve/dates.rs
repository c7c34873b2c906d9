//! Gives time expressions their values, in reading order.

use super::Draft;

/// Gives time expressions their values, in reading order.
pub fn resolve(_draft: &mut Draft) {}
