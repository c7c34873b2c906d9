//! What the detector of time expressions asks of a language.

/// The tables.
pub struct TimeWords {}

impl TimeWords {
    /// No words.
    pub const EMPTY: Self = Self {};
}
