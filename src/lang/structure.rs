//! What the detector of the article's parts asks of a language.

/// Phrases are lists of lower-case tokens, as the tokenizer cuts them.
pub struct StructureWords {
    /// What a line that points to another article begins with.
    pub read_also: &'static [&'static [&'static str]],
    /// What a line that belongs to the page begins with; the line is short.
    pub adverts: &'static [&'static [&'static str]],
    /// What a line that names writer, editor or time of publishing begins with.
    pub bylines: &'static [&'static [&'static str]],
    /// What stands before a writer's name, with nothing between.
    pub writer_cues: &'static [&'static str],
    /// What stands between two writers.
    pub joiners: &'static [&'static str],
    /// What a line says that thanks those who helped to report.
    pub contributions: &'static [&'static [&'static str]],
    /// What a line that says who holds the rights begins with, before the sign or the year.
    pub rights: &'static [&'static str],
    /// What a line that names the maker of a picture begins with.
    pub credit_cues: &'static [&'static [&'static str]],
    /// What a line about a picture begins with.
    pub captions: &'static [&'static [&'static str]],
    /// Sorted: words that only the maker of a picture has in brackets.
    pub credits: &'static [&'static str],
    /// Sorted: words before a colon at the start of a story that are no place.
    pub openers: &'static [&'static str],
}

impl StructureWords {
    /// No words.
    pub const EMPTY: Self = Self {
        read_also: &[],
        adverts: &[],
        bylines: &[],
        writer_cues: &[],
        joiners: &[],
        contributions: &[],
        rights: &[],
        credit_cues: &[],
        captions: &[],
        credits: &[],
        openers: &[],
    };
}

#[cfg(test)]
mod tests {
    use crate::lang::LanguageId;

    #[test]
    fn lists_that_are_searched_are_sorted() {
        for language in LanguageId::KNOWN {
            let words = &language.tables().structure;
            assert!(words.credits.is_sorted() && words.openers.is_sorted(), "{language:?}");
        }
    }
}
