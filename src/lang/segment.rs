//! What segmentation asks of a language.

/// Sorted lists of lower-case words.
pub struct SegmentWords {
    /// Words, most of them small, that are frequent in news in this language and rare in the others.
    pub small_words: &'static [&'static str],
    /// Words whose point ends no sentence.
    pub abbreviations: &'static [&'static str],
}

impl SegmentWords {
    /// No words.
    pub const EMPTY: Self = Self { small_words: &[], abbreviations: &[] };
}
