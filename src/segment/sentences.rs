//! Cuts blocks into sentences.

use super::{Block, Case, Sentence, Token, TokenKind, Word};
use crate::lang::Language;

/// Sentences in order; tells each block which are its own.
pub fn split(text: &str, tokens: &[Token], words: &[Word], blocks: &mut [Block], language: &Language) -> Vec<Sentence> {
    let cutter = Cutter { text, tokens, words, abbreviations: language.segment.abbreviations };
    let mut sentences = Vec::new();
    for (block, range) in blocks.iter_mut().enumerate() {
        let first_sentence = sentences.len();
        let mut start = range.tokens.start;
        while start < range.tokens.end {
            let end = cutter.sentence_end(start, range.tokens.end);
            let span = tokens[start].span.to(tokens[end - 1].span);
            sentences.push(Sentence { span, tokens: start..end, block });
            start = end;
        }
        range.sentences = first_sentence..sentences.len();
    }
    sentences
}

struct Cutter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [Word],
    abbreviations: &'static [&'static str],
}

impl Cutter<'_> {
    fn of(&self, i: usize) -> &str {
        self.tokens[i].span.of(self.text)
    }

    /// One past the last token of the sentence that starts at `start`.
    fn sentence_end(&self, start: usize, block_end: usize) -> usize {
        let mut i = start;
        while i < block_end {
            if matches!(self.of(i), "." | "!" | "?" | "…") {
                let end = self.with_closing_marks(i + 1, block_end);
                if end == block_end || (!self.is_abbreviation_point(start, i) && self.starts_sentence(end)) {
                    return end;
                }
                i = end;
            } else {
                i += 1;
            }
        }
        block_end
    }

    /// Further points, closing quotation marks and brackets belong to the sentence they close.
    fn with_closing_marks(&self, from: usize, block_end: usize) -> usize {
        let mut i = from;
        while i < block_end
            && self.tokens[i].gap == super::Gap::None
            && matches!(self.of(i), "." | "!" | "?" | "…" | "\"" | "”" | "’" | "'" | ")" | "]" | "»")
        {
            i += 1;
        }
        i
    }

    /// The point of "Dr." or of an initial, which ends no sentence.
    fn is_abbreviation_point(&self, start: usize, point: usize) -> bool {
        if point == start || self.of(point) != "." || self.tokens[point].gap != super::Gap::None {
            return false;
        }
        let before = &self.tokens[point - 1];
        let word = &self.words[before.word];
        let is_initial = before.kind == TokenKind::Word && before.span.len() == 1 && word.case == Case::Title;
        is_initial || self.abbreviations.binary_search(&&*word.lower).is_ok()
    }

    /// After a space: a capital, a digit or an opening mark.
    fn starts_sentence(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        token.gap != super::Gap::None
            && match token.kind {
                TokenKind::Word => self.words[token.word].case != Case::Lower,
                TokenKind::Number | TokenKind::Link => true,
                TokenKind::Mark => !matches!(self.of(i), "," | ";" | ":" | "-" | "–" | "—"),
            }
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::LanguageId;
    use crate::segment::Document;

    fn sentences(text: &str, language: LanguageId) -> Vec<&str> {
        Document::new(text, Some(language)).sentences.iter().map(|sentence| sentence.span.of(text)).collect()
    }

    #[test]
    fn points_that_end_nothing_are_known() {
        let id = "Ia tinggal di Jl. Sudirman No. 3 bersama Dr. A. Rahman. \"Benar.\" katanya. Pukul 14.26 selesai.";
        assert_eq!(sentences(id, LanguageId::Indonesian).len(), 3, "{:?}", sentences(id, LanguageId::Indonesian));
        let en = "Mr. Smith met Sen. J. Doe in the U.S. on Nov. 21. \"Fine.\" He left... and came back.";
        assert_eq!(sentences(en, LanguageId::English).len(), 3, "{:?}", sentences(en, LanguageId::English));
    }
}
