//! What an editor would query.

use super::Draft;

/// What an editor would query.
pub fn query(_draft: &mut Draft) {}
