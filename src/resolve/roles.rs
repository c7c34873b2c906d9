//! Keeps the roles that stand next to a person, and links them.

use super::Draft;

/// Keeps the roles that stand next to a person, and links them.
pub fn link(_draft: &mut Draft) {}
