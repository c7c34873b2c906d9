//! What the detector of the parts of an article asks of a language.

/// The tables.
pub struct StructureWords {}

impl StructureWords {
    /// No words.
    pub const EMPTY: Self = Self {};
}
