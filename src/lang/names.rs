//! What the detector of names asks of a language.

/// The tables.
pub struct NameWords {}

impl NameWords {
    /// No words.
    pub const EMPTY: Self = Self {};
}
