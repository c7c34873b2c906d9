//! What the detector of roles asks of a language.

/// The tables.
pub struct RoleWords {}

impl RoleWords {
    /// No words.
    pub const EMPTY: Self = Self {};
}
