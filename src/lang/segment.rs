//! What segmentation asks of a language.

/// Sorted lists of lower-case words.
pub struct SegmentWords {
    /// Small words that are frequent in this language and rare in the others.
    pub small_words: &'static [&'static str],
    /// Words whose point ends no sentence.
    pub abbreviations: &'static [&'static str],
}

impl SegmentWords {
    /// No words.
    pub const EMPTY: Self = Self { small_words: &[], abbreviations: &[] };
}
