//! Groups the names of one thing under one entity.

use super::Draft;

/// Groups the names of one thing under one entity.
pub fn group(_draft: &mut Draft) {}
