//! What the detector of quotations asks of a language.

/// The tables.
pub struct SpeechWords {}

impl SpeechWords {
    /// No words.
    pub const EMPTY: Self = Self {};
}
