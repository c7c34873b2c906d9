//! What the detector of numbers asks of a language.

/// The tables.
pub struct NumberWords {}

impl NumberWords {
    /// No words.
    pub const EMPTY: Self = Self {};
}
