//! Pronouns and descriptions that stand for a name.

use super::Draft;

/// Pronouns and descriptions that stand for a name.
pub fn link(_draft: &mut Draft) {}
