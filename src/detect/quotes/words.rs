//! The words of a document as the language's tables of speech know them, looked up once a form.

use crate::Span;
use crate::lang::roles::kind;
use crate::lang::speech::{Cue, part};
use crate::segment::{Case, Document, TokenKind};

/// A document with the class of each of its words.
pub struct Words<'d> {
    pub document: &'d Document<'d>,
    forms: Vec<Form>,
}

#[derive(Clone, Copy)]
struct Form {
    cue: Option<Cue>,
    has_suffix: bool,
    is_verb_like: bool,
    is_head: bool,
    is_title: bool,
    is_headline_verb: bool,
    parts: u32,
}

impl<'d> Words<'d> {
    pub fn new(document: &'d Document<'d>) -> Self {
        let tables = &document.language.speech;
        let parts = document.classify(tables.parts);
        let cues = document.classify(tables.cues);
        let roles = document.classify(document.language.roles.words);
        let headline_verbs = document.listed(tables.headline_verbs);
        let words = document.words.iter().zip(headline_verbs);
        let forms = words.zip(parts).zip(cues).zip(roles).map(|((((word, is_headline_verb), parts), cue), role)| {
            // "WHO" and "US" are no pronouns.
            let is_short_form = word.case == Case::Upper && (2..=3).contains(&word.lower.len());
            let parts = parts.filter(|_| !is_short_form).unwrap_or(0);
            let suffixed = stem_of(&word.lower, tables.suffix);
            let is_verb_like = word.lower.len() >= 5
                && parts & part::NOUN == 0
                && (tables.verb_prefixes.iter().any(|prefix| word.lower.starts_with(prefix))
                    || tables.verb_suffixes.iter().any(|suffix| word.lower.ends_with(suffix)));
            let stem = suffixed
                .and_then(|stem| find(tables.cues, stem))
                .filter(|cue| matches!(cue, Cue::Stem | Cue::Source | Cue::Passive));
            Form {
                is_headline_verb,
                cue: cue.or(stem),
                has_suffix: cue.is_none() && stem.is_some(),
                is_verb_like,
                is_title: role.is_some_and(|kinds| kinds & kind::HONORIFIC != 0),
                is_head: role.is_some_and(|kinds| kinds & (kind::HEAD | kind::QUALIFIER) != 0),
                parts,
            }
        });
        Self { document, forms: forms.collect() }
    }

    fn form(&self, i: usize) -> Form {
        const NOTHING: Form = Form {
            cue: None,
            has_suffix: false,
            is_verb_like: false,
            is_head: false,
            is_title: false,
            is_headline_verb: false,
            parts: 0,
        };
        self.document.tokens.get(i).map_or(NOTHING, |token| self.forms[token.word])
    }

    /// How token `i` reports, if it does. With a capital inside a sentence it is part of a name ("United States").
    pub fn cue(&self, i: usize) -> Option<Cue> {
        self.form(i).cue.filter(|_| !self.is_in_compound(i) && (!self.is_capital(i) || self.starts_sentence(i)))
    }

    /// True beside a hyphen: "kata-kata", "so-called".
    pub fn is_in_compound(&self, i: usize) -> bool {
        let is_hyphen = |at: usize| self.document.is_glued(at) && self.document.token_text(at) == "-";
        is_hyphen(i + 1) || (self.document.is_glued(i) && i.checked_sub(1).is_some_and(is_hyphen))
    }

    /// True at the head of a sentence, and after an opening mark or a colon.
    fn starts_sentence(&self, i: usize) -> bool {
        self.sentence(i).start == i || self.document.kind(i - 1) == TokenKind::Mark && self.document.token_text(i - 1) != ","
    }

    /// True for a form that reports in headlines, with a capital and after a capital: "KPU Sebut ...".
    pub fn is_headline_verb(&self, i: usize) -> bool {
        self.form(i).is_headline_verb && self.is_capital(i) && i > 0 && self.document.case(i - 1) != Case::Lower
    }

    /// True for a word that a role begins with.
    pub fn is_head(&self, i: usize) -> bool {
        self.form(i).is_head
    }

    /// True for a form of address, which a point may follow: "Rep.".
    pub fn is_title(&self, i: usize) -> bool {
        self.form(i).is_title
    }

    /// True when cue `i` carries its speaker as a suffix.
    pub fn has_suffix(&self, i: usize) -> bool {
        self.form(i).has_suffix
    }

    /// True when token `i` plays one of these parts.
    pub fn is(&self, i: usize, parts: u32) -> bool {
        self.form(i).parts & parts != 0
    }

    /// True when token `i` may be the predicate of a clause.
    pub fn is_predicate(&self, i: usize) -> bool {
        self.is(i, part::PREDICATE) || (self.form(i).is_verb_like && self.document.case(i) == Case::Lower)
    }

    /// True when token `i` may be the predicate of a headline, where verbs have capitals.
    pub fn is_predicate_in_headline(&self, i: usize) -> bool {
        self.is(i, part::PREDICATE) || self.form(i).is_verb_like
    }

    /// True when token `i` is this mark.
    pub fn is_mark(&self, i: usize, mark: &str) -> bool {
        self.document.kind(i) == TokenKind::Mark && self.document.token_text(i) == mark
    }

    /// True for a word with a capital.
    pub fn is_capital(&self, i: usize) -> bool {
        self.document.kind(i) == TokenKind::Word && !matches!(self.document.case(i), Case::Lower | Case::None)
    }

    /// The cue without its suffix.
    pub fn cue_span(&self, i: usize) -> Span {
        let span = self.document.span(i..i + 1);
        let suffix = if self.has_suffix(i) { self.document.language.speech.suffix.len() } else { 0 };
        Span::new(span.start, span.end - suffix.min(span.len()))
    }

    /// The suffix of a cue that has one.
    pub fn suffix_span(&self, i: usize) -> Span {
        Span::new(self.cue_span(i).end, self.document.span(i..i + 1).end)
    }

    /// Past the clock that opens a line of a live report: "12:42 The chancellor says ...".
    pub fn past_clock(&self, start: usize) -> usize {
        let is_number = |i: usize| self.document.kind(i) == TokenKind::Number;
        let is_clock = is_number(start)
            && (self.is_mark(start + 1, ":") || self.is_mark(start + 1, "."))
            && is_number(start + 2)
            && (start + 1..=start + 2).all(|i| self.document.is_glued(i))
            && self.block(start).start == start;
        if is_clock { start + 3 } else { start }
    }

    /// One past the last token of the block of token `i`.
    pub fn block_end(&self, i: usize) -> usize {
        self.block(i).end
    }

    /// The tokens of the block of token `i`.
    pub fn block(&self, i: usize) -> std::ops::Range<usize> {
        let blocks = &self.document.blocks;
        blocks.get(blocks.partition_point(|block| block.tokens.end <= i)).map_or(i..i, |block| block.tokens.clone())
    }

    /// The tokens of the sentence of token `i`.
    pub fn sentence(&self, i: usize) -> std::ops::Range<usize> {
        self.document.sentences.get(self.document.sentence_of(i)).map_or(i..i, |sentence| sentence.tokens.clone())
    }

    /// How many of these tokens are words or numbers.
    pub fn n_words(&self, tokens: std::ops::Range<usize>) -> usize {
        tokens.filter(|&i| self.document.kind(i) != TokenKind::Mark).count()
    }

    /// As [`Self::has_predicate`], for a noun phrase that a cue follows: its "'s" makes an owner, and "people briefed on the
    /// talks" are people.
    pub fn has_predicate_of_its_own(&self, tokens: std::ops::Range<usize>) -> bool {
        let mut from = tokens.start;
        for i in tokens.clone().filter(|&i| matches!(self.document.token_text(i), "'s" | "’s")) {
            if self.has_predicate(from..i) {
                return true;
            }
            from = i + 1;
        }
        let is_reduced = |i: usize| self.is_participle_of_noun(i) && i > from;
        let reduced = (from..tokens.end).find(|&i| self.is_predicate(i)).filter(|&i| is_reduced(i));
        self.has_predicate(reduced.map_or(from, |i| i + 1)..tokens.end)
    }

    /// A verb by its ending alone, with a preposition behind it: "briefed on".
    fn is_participle_of_noun(&self, i: usize) -> bool {
        !self.is(i, part::PREDICATE) && self.is(i + 1, part::PREPOSITION)
    }

    /// The end of these tokens without the adverbs and auxiliaries before it.
    pub fn without_adverbs(&self, start: usize, end: usize) -> usize {
        (start..end).rev().find(|&i| !self.is(i, part::ADVERB)).map_or(start, |last| last + 1)
    }

    /// Tokens that hold a verb of their own: one that is not in a clause about a noun nor after a preposition.
    pub fn has_predicate(&self, tokens: std::ops::Range<usize>) -> bool {
        let mut in_relative = false;
        let mut relative_has_verb = false;
        for i in tokens {
            if self.is(i, part::RELATIVE) {
                (in_relative, relative_has_verb) = (true, false);
            } else if self.is_predicate(i) && !self.is(i.wrapping_sub(1), part::PREPOSITION) {
                if !in_relative {
                    return true;
                }
                relative_has_verb = true;
            } else if relative_has_verb {
                in_relative = false;
            }
        }
        false
    }
}

/// The word without its suffix, if it has one and something is left.
fn stem_of<'w>(word: &'w str, suffix: &str) -> Option<&'w str> {
    word.strip_suffix(suffix).filter(|stem| !suffix.is_empty() && !stem.is_empty())
}

fn find(table: &[(&str, Cue)], word: &str) -> Option<Cue> {
    table.binary_search_by(|(key, _)| (*key).cmp(word)).ok().map(|at| table[at].1)
}
