//! What the detector of short forms asks of a language.

/// The tables.
pub struct AbbreviationWords {}

impl AbbreviationWords {
    /// No words.
    pub const EMPTY: Self = Self {};
}
