//! Where a byte falls among the tokens, and a token among the sentences, without searching.

use super::{Sentence, Token};

/// Bytes between two places that are noted; only so many are left to walk.
const STRIDE: usize = 32;

/// The places noted for one document.
#[derive(Clone, Debug)]
pub struct Places {
    /// For every stride of bytes, the first token that ends after its start.
    tokens: Vec<u32>,
    /// The sentence of each token.
    sentences: Vec<u32>,
}

impl Places {
    /// Notes the places of tokens and sentences, which both come in order.
    pub fn new(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Self {
        let mut firsts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut at = 0;
        for start in (0..=text.len()).step_by(STRIDE) {
            while tokens.get(at).is_some_and(|token| token.span.end <= start) {
                at += 1;
            }
            firsts.push(at as u32);
        }
        let mut of_tokens = Vec::with_capacity(tokens.len());
        for (number, sentence) in sentences.iter().enumerate() {
            of_tokens.resize(sentence.tokens.end, number as u32);
        }
        Self { tokens: firsts, sentences: of_tokens }
    }

    /// The first token that ends after byte `offset`.
    pub fn token_at(&self, tokens: &[Token], offset: usize) -> usize {
        let mut at = self.tokens.get(offset / STRIDE).map_or(tokens.len(), |first| *first as usize);
        while tokens.get(at).is_some_and(|token| token.span.end <= offset) {
            at += 1;
        }
        at
    }

    /// The sentence that holds token `i`, if any does.
    pub fn sentence_of(&self, i: usize) -> Option<usize> {
        self.sentences.get(i).map(|sentence| *sentence as usize)
    }
}

#[cfg(test)]
mod tests {
    use crate::Span;
    use crate::segment::Document;

    #[test]
    fn noted_places_are_those_a_search_finds() {
        let text = "  Satu dua.\n\nPertanggungjawabankelembagaannegaradanpemerintahan: tiga 👩‍👩‍👧, empat! ";
        let document = Document::new(text, None);
        for start in 0..=text.len() + 40 {
            assert_eq!(document.token_at(start), document.tokens.partition_point(|token| token.span.end <= start), "{start}");
            let span = Span::new(start, start + 17);
            let first = document.tokens.partition_point(|token| token.span.start < span.start);
            let end = document.tokens.partition_point(|token| token.span.end <= span.end);
            assert_eq!(document.tokens_in(span), first..end.max(first), "{start}");
        }
        for i in 0..document.tokens.len() + 2 {
            assert_eq!(document.sentence_of(i), document.sentences.partition_point(|sentence| sentence.tokens.end <= i), "{i}");
        }
    }
}
