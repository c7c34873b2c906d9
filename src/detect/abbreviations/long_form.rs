//! The words that may be a short form's long form.

use super::align::{Short, Word, best_start, spells};
use crate::Span;
use crate::lang::abbreviations::{AbbreviationWords, ENGLISH_HEADS, WORLD};
use crate::segment::{Case, Document, TokenKind};
use std::ops::Range;

/// A long form has at most so many words.
const MAX_WORDS: usize = 16;

/// The document with the tables for short forms.
pub struct Words<'d> {
    pub document: &'d Document<'d>,
    pub tables: &'static AbbreviationWords,
    /// By [`crate::segment::Token::word`]: the expansion in the table of clipped words, and in those of initialisms.
    clipped: Vec<Option<&'static str>>,
    initialisms: Vec<Option<&'static str>>,
    world: Vec<Option<&'static str>>,
    no_short_forms: Vec<bool>,
    initials_cues: Vec<bool>,
    small: Vec<bool>,
    joiner_ends: Vec<bool>,
}

/// Words in a row, with their tokens.
struct Row<'d> {
    tokens: Vec<usize>,
    words: Vec<Word<'d>>,
}

impl<'d> Words<'d> {
    pub fn new(document: &'d Document<'d>) -> Self {
        let tables = &document.language.abbreviations;
        let mut joiner_ends: Vec<&str> = tables.joiners.iter().filter_map(|phrase| phrase.last().copied()).collect();
        joiner_ends.sort_unstable();
        Self {
            document,
            tables,
            clipped: document.classify(tables.clipped),
            initialisms: document.classify(tables.initialisms),
            world: document.classify(WORLD),
            no_short_forms: document.listed(tables.no_short_forms),
            initials_cues: document.listed(tables.initials_cues),
            small: document.listed(tables.small_words),
            joiner_ends: document.listed(&joiner_ends),
        }
    }

    /// The usual expansion of the short form that is token `i`.
    pub fn expansion(&self, i: usize) -> Option<&'static str> {
        let word = self.document.tokens.get(i)?.word;
        let in_capitals = || self.initialisms[word].or(self.world[word]).filter(|_| self.document.case(i) == Case::Upper);
        self.clipped[word].or_else(in_capitals)
    }

    /// True for a word that brackets hold for other ends than to shorten.
    pub fn is_other(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|token| self.no_short_forms[token.word])
    }

    /// True for a word after which capitals are somebody's initials.
    pub fn is_initials_cue(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|token| self.initials_cues[token.word])
    }

    pub fn is_small(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|token| self.small[token.word])
    }

    /// The words that join a long form to its short form right behind them, at token `i`: "atau", "known as".
    pub fn joiner_before(&self, i: usize) -> Option<&'static [&'static str]> {
        let before = i.checked_sub(1).filter(|&before| self.joiner_ends[self.document.tokens[before].word])?;
        let reads = |phrase: &&&[&str]| (before + 1).checked_sub(phrase.len()).is_some_and(|at| self.document.reads(at, phrase));
        self.tables.joiners.iter().find(reads).copied()
    }

    /// The long form that ends right before token `end`, by the letters of the short form.
    pub fn before(&self, short: &Short, end: usize) -> Option<Span> {
        let row = self.row_before(end);
        let from = best_start(short, &row.words)?;
        let span = self.document.span(*row.tokens.get(from)?..end);
        let n_spared = self.document.lower(row.tokens[from]).len() - row.words[from].lower.len();
        Some(Span::new(span.start + n_spared, span.end))
    }

    /// True when these tokens, all of them, spell the short form.
    pub fn spell(&self, short: &Short, tokens: Range<usize>) -> bool {
        let row = self.row(tokens.clone());
        row.tokens.len() == self.n_words(tokens) && spells(short, &row.words)
    }

    fn n_words(&self, tokens: Range<usize>) -> usize {
        tokens.filter(|&i| self.is_word(i)).count()
    }

    fn is_word(&self, i: usize) -> bool {
        matches!(self.document.kind(i), TokenKind::Word | TokenKind::Number) || self.document.token_text(i) == "&"
    }

    /// The words before token `end`, back to a mark that no name runs across.
    fn row_before(&self, end: usize) -> Row<'d> {
        let floor = end.saturating_sub(MAX_WORDS * 2);
        let sentence = self.document.sentence_of(end.saturating_sub(1));
        let floor = self.document.sentences.get(sentence).map_or(floor, |sentence| sentence.tokens.start.max(floor));
        let start = (floor..end)
            .rev()
            .find(|&i| !self.is_word(i) && !self.joins(i) && !self.is_point_of_name(i))
            .map_or(floor, |mark| mark + 1);
        self.row(start..end)
    }

    /// "Co." before a bracket: the point belongs to the name.
    fn is_point_of_name(&self, i: usize) -> bool {
        let is_legal = |i: usize| self.document.language.entities.legal_forms.binary_search(&self.document.lower(i)).is_ok();
        self.document.token_text(i) == "." && i.checked_sub(1).is_some_and(is_legal)
    }

    /// Marks inside names: the comma, the hyphen between halves, "/", and the apostrophe.
    fn joins(&self, i: usize) -> bool {
        matches!(self.document.token_text(i), "," | "-" | "/" | "'s" | "’s" | "'" | "’")
    }

    fn row(&self, tokens: Range<usize>) -> Row<'d> {
        let document = self.document;
        let mut row = Row { tokens: Vec::new(), words: Vec::new() };
        let mut follows_comma = false;
        for i in tokens {
            if !self.is_word(i) {
                follows_comma = document.token_text(i) == ",";
                continue;
            }
            let lower = self.after_lost_space(i);
            // The second half of "negara-negara" may give a letter, but need not.
            let is_doubled = row.words.last().is_some_and(|before: &Word| before.lower == lower) && document.is_glued(i);
            row.tokens.push(i);
            let is_capital = !matches!(document.case(i), Case::Lower);
            row.words.push(Word { lower, is_small: self.is_small(i) || is_doubled, follows_comma, is_capital });
            follows_comma = false;
        }
        let n_spare = row.tokens.len().saturating_sub(MAX_WORDS);
        row.tokens.drain(..n_spare);
        row.words.drain(..n_spare);
        row
    }

    /// "laporkanSaudi": where a space was lost, the word begins at its capital.
    fn after_lost_space(&self, i: usize) -> &'d str {
        let (text, lower) = (self.document.token_text(i), self.document.lower(i));
        let is_glued = self.document.case(i) == Case::Mixed && text.is_ascii() && text.starts_with(char::is_lowercase);
        let capital = text.find(char::is_uppercase).filter(|&at| is_glued && at > 2);
        capital.and_then(|at| lower.get(at..)).unwrap_or(lower)
    }

    /// A long form from another language: by the table, word for word.
    pub fn translation_before(&self, short: &str, end: usize) -> Option<Span> {
        let lower = short.to_lowercase();
        let table = self.tables.translations;
        let first = table.partition_point(|(key, _)| *key < lower.as_str());
        let fits = |phrase: &[&str]| {
            let start = end.checked_sub(phrase.len())?;
            self.document.reads(start, phrase).then(|| self.document.span(start..end))
        };
        table[first..].iter().take_while(|(key, _)| *key == lower).find_map(|(_, phrase)| fits(phrase))
    }

    /// The usual expansion, word for word, right before token `end`.
    pub fn expansion_before(&self, expansion: &str, end: usize) -> Option<Span> {
        let mut at = end;
        for word in expansion.split([' ', '-']).rev() {
            let wanted = word.trim_end_matches(',').to_lowercase();
            at = (at.saturating_sub(2)..at).rev().find(|&i| self.is_word(i))?;
            if self.document.lower(at) != wanted {
                return None;
            }
        }
        Some(self.document.span(at..end))
    }

    /// A company's name that ends in its legal form: "Aneka Tambang Tbk", "Wijaya Karya (Persero) Tbk".
    pub fn company_before(&self, short: &str, end: usize) -> Option<Span> {
        let document = self.document;
        let is_legal = |i: usize| document.language.entities.legal_forms.binary_search(&document.lower(i)).is_ok();
        let last = (end.saturating_sub(2)..end).rev().find(|&i| self.is_word(i)).filter(|&last| is_legal(last))?;
        let is_part = |i: usize| match document.token_text(i) {
            "(" => is_legal(i + 1),
            ")" => i.checked_sub(1).is_some_and(is_legal),
            "," | "-" | "&" => true,
            _ => self.is_word(i) && !matches!(document.case(i), Case::Lower | Case::None) && !self.is_small(i),
        };
        let floor = last.saturating_sub(MAX_WORDS);
        let run = (floor..last).rev().take_while(|&i| is_part(i)).last()?;
        let start = (run..last).find(|&i| self.is_word(i) && !is_legal(i))?;
        let long = document.span(start..end);
        names_company(short, long.of(document.text)).then_some(long)
    }

    /// A body's name in capitals, which its short form need not spell: "Organisasi Kesehatan Dunia".
    pub fn body_before(&self, end: usize) -> Option<Span> {
        let document = self.document;
        let mut start = end;
        let mut at = end;
        while let Some(before) = at.checked_sub(1).filter(|&before| end - before <= MAX_WORDS * 2) {
            let is_capital = self.is_word(before) && !matches!(document.case(before), Case::Lower | Case::None);
            if is_capital && !self.is_small(before) {
                start = before;
            } else if !self.is_small(before) && !self.joins(before) {
                break;
            }
            at = before;
        }
        let is_head = |list: &[&str], i: usize| list.binary_search(&document.lower(i)).is_ok();
        let native = (start..end).rev().find(|&i| is_head(self.tables.heads, i) && document.case(i) != Case::Lower);
        // English names put their head last: they begin with the run, or behind its last comma.
        let comma = (start..end).rev().find(|&i| document.token_text(i) == ",").unwrap_or(start);
        let first = (comma..end).find(|&i| self.is_word(i) && !self.is_small(i))?;
        let english = || (first..end).any(|i| is_head(ENGLISH_HEADS, i)).then_some(first);
        let from = native.or_else(english)?;
        (self.n_words(from..end) >= 2).then(|| document.span(from..end))
    }
}

/// The code of a listing has four letters ("ANTM"); another short name begins as the company's does ("Sritex").
fn names_company(short: &str, long: &str) -> bool {
    let is_code = short.len() == 4 && short.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code || short.chars().take(2).eq(long.chars().take(2))
}
