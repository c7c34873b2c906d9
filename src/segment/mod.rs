//! Text to [`Document`]: tokens, the language, blocks and sentences. Everything later reads this and never the raw text alone.

mod blocks;
mod language;
mod places;
mod sentences;
mod sorted;
mod tokens;

use crate::Span;
use crate::lang::{Language, LanguageId};
use std::ops::Range;

pub use tokens::{Case, Gap, Token, TokenKind, Word};

/// One article, cut up once for all detectors.
///
/// Tokens and the white space between them concatenate to the text; blocks hold sentences, sentences hold tokens.
///
/// ```
/// use sorot::segment::Document;
/// let document = Document::new("Presiden tiba di Jakarta. Ia disambut warga.", None);
/// assert_eq!(document.sentences.len(), 2);
/// assert_eq!(document.token_text(3), "Jakarta");
/// ```
pub struct Document<'t> {
    /// The article, as pasted.
    pub text: &'t str,
    /// The tables of its language.
    pub language: &'static Language,
    /// Words, numbers and marks in order.
    pub tokens: Vec<Token>,
    /// The distinct word forms; [`Token::word`] points here.
    pub words: Vec<Word>,
    /// Lines and wrapped paragraphs that are not blank.
    pub blocks: Vec<Block>,
    /// Sentences, none across a block's end.
    pub sentences: Vec<Sentence>,
    sorted: sorted::Sorted,
    places: places::Places,
}

/// A line, or several that were wrapped from one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Without the white space around it.
    pub span: Span,
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Its sentences, as indices into [`Document::sentences`].
    pub sentences: Range<usize>,
}

/// A sentence, closing quotation marks included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// The block it stands in, as an index into [`Document::blocks`].
    pub block: usize,
}

impl<'t> Document<'t> {
    /// Cuts the text up; `language` none means: find out.
    pub fn new(text: &'t str, language: Option<LanguageId>) -> Self {
        let (tokens, words) = tokens::tokenize(text);
        let sorted = sorted::Sorted::new(&words);
        let language = language.unwrap_or_else(|| language::identify(&tokens, &words, &sorted)).tables();
        let mut blocks = blocks::split(text, &tokens);
        let sentences = sentences::split(text, &tokens, &words, &mut blocks, language);
        let places = places::Places::new(text, &tokens, &sentences);
        Self { text, language, tokens, words, blocks, sentences, sorted, places }
    }

    /// The text of token `i`; empty past the end.
    pub fn token_text(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |token| token.span.of(self.text))
    }

    /// The lower-case form of token `i`; empty past the end.
    pub fn lower(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| &self.words[token.word].lower)
    }

    /// How token `i` is capitalised; [`Case::None`] past the end.
    pub fn case(&self, i: usize) -> Case {
        self.tokens.get(i).map_or(Case::None, |token| self.words[token.word].case)
    }

    /// What token `i` is; a mark past the end.
    pub fn kind(&self, i: usize) -> TokenKind {
        self.tokens.get(i).map_or(TokenKind::Mark, |token| token.kind)
    }

    /// True when token `i` stands directly after the one before it, with no space.
    pub fn is_glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| token.gap == Gap::None)
    }

    /// The span of a range of tokens; empty for an empty range.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.to(last.span),
            _ => Span::new(0, 0),
        }
    }

    /// The first token that ends after byte `offset`.
    pub fn token_at(&self, offset: usize) -> usize {
        self.places.token_at(&self.tokens, offset)
    }

    /// The tokens that lie in a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        let is_cut = self.tokens.get(start).is_some_and(|token| token.span.start < span.start);
        let start = start + usize::from(is_cut);
        start..self.token_at(span.end).max(start)
    }

    /// The sentence that holds token `i`; one past the last when none does.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.places.sentence_of(i).unwrap_or(self.sentences.len())
    }

    /// True when the lower-case words of a phrase stand at token `i`, in order.
    ///
    /// ```
    /// let document = sorot::segment::Document::new("Baca juga: Banjir", None);
    /// assert!(document.reads(0, &["baca", "juga"]));
    /// ```
    pub fn reads(&self, i: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(offset, word)| self.lower(i + offset) == *word)
    }

    /// Looks every distinct word up once: the answers by [`Token::word`]. Tables must be sorted by their first column.
    pub fn classify<T: Copy>(&self, table: &[(&str, T)]) -> Vec<Option<T>> {
        let mut found = vec![None; self.words.len()];
        self.look_up(table, |(key, _)| key, |word, at, is_own| found[word] = is_own.then(|| table[at].1));
        found
    }

    /// Whether a sorted list holds each distinct word, by [`Token::word`].
    pub fn listed(&self, list: &[&str]) -> Vec<bool> {
        let mut found = vec![false; self.words.len()];
        self.look_up(list, |key| key, |word, _, is_own| found[word] = is_own);
        found
    }

    /// Tells of every distinct word the first row of a sorted table that does not stand before it, and whether its key is
    /// the word.
    pub fn look_up<R>(&self, table: &[R], key: impl Fn(&R) -> &str, visit: impl FnMut(usize, usize, bool)) {
        self.sorted.walk(&self.words, table, key, visit);
    }

    /// The distinct words in the order of their lower-case forms: those that differ in capitals only stand side by side.
    pub fn sorted_words(&self) -> impl Iterator<Item = usize> {
        self.sorted.iter()
    }
}
