//! Does the clause look ahead or back? The nearest word that tells, within the sentence.

use crate::lang::time::TimeWord;
use crate::segment::{Document, TokenKind};
use std::ops::Range;

/// Cues farther away belong to another clause.
const REACH: usize = 16;
/// A word that tells what has happened must stand this close.
const CLOSE: usize = 5;
/// What a comma on the way costs.
const COMMA: usize = 3;

/// Which way a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// "was", "kata".
    Back,
    /// "will", "akan".
    Ahead,
    /// Nothing tells.
    Unsaid,
}

/// The cue of each distinct word.
pub struct Tenses {
    cues: Vec<Option<Looks>>,
    /// The words that tell what has happened, not only what was said.
    happened: Vec<bool>,
    /// Phrases that look ahead ("is to"), by the words that begin them.
    phrases: Vec<&'static str>,
    begins_phrase: Vec<bool>,
}

impl Tenses {
    pub fn new(document: &Document) -> Self {
        let words = &document.language.time;
        let meanings = document.classify(words.words);
        let cue = |(meaning, lower): (&Option<TimeWord>, &str)| match meaning {
            Some(TimeWord::Ahead) => Some(Looks::Ahead),
            Some(TimeWord::Back | TimeWord::Happened) => Some(Looks::Back),
            Some(_) => None,
            None => words
                .past_endings
                .iter()
                .any(|ending| lower.len() > ending.len() + 2 && lower.ends_with(ending))
                .then_some(Looks::Back),
        };
        let cues = meanings.iter().zip(document.words.iter().map(|word| &*word.lower)).map(cue).collect();
        let happened = meanings.iter().map(|meaning| *meaning == Some(TimeWord::Happened)).collect();
        let is_ahead = |(key, meaning): &&(&'static str, TimeWord)| *meaning == TimeWord::Ahead && key.contains(' ');
        let phrases: Vec<&str> = words.words.iter().filter(is_ahead).map(|(key, _)| *key).collect();
        let mut first_words: Vec<&str> = phrases.iter().filter_map(|phrase| phrase.split(' ').next()).collect();
        first_words.sort_unstable();
        let begins_phrase = document.listed(&first_words);
        Self { cues, happened, phrases, begins_phrase }
    }

    /// True when a word close before these tokens tells what has happened, and none in the sentence looks ahead.
    pub fn has_happened(&self, document: &Document, tokens: Range<usize>) -> bool {
        let Some(sentence) = document.sentences.get(document.sentence_of(tokens.start)) else { return false };
        let near = sentence.tokens.start.max(tokens.start.saturating_sub(CLOSE))..tokens.start;
        let happened = near.into_iter().any(|i| self.happened[document.tokens[i].word]);
        let from = sentence.tokens.start.max(tokens.start.saturating_sub(4 * REACH));
        let end = sentence.tokens.end.min(tokens.end + 4 * REACH);
        happened && (from..end).all(|i| self.cues[document.tokens[i].word] != Some(Looks::Ahead))
    }

    /// The way the clause around these tokens looks.
    pub fn around(&self, document: &Document, tokens: Range<usize>) -> Looks {
        let Some(sentence) = document.sentences.get(document.sentence_of(tokens.start)) else { return Looks::Unsaid };
        let first = sentence.tokens.start.max(tokens.start.saturating_sub(REACH));
        let end = sentence.tokens.end.min(tokens.end + REACH);
        let before = self.nearest(document, (first..tokens.start.max(first)).rev());
        // "OPEC, Rabu, memperkirakan": set off by commas, it dates the report and not what is reported.
        let is_comma = |i: usize| document.token_text(i) == ",";
        let set_off = tokens.start > 0 && is_comma(tokens.start - 1) && is_comma(tokens.end);
        let after = if set_off { None } else { self.nearest(document, tokens.end.min(end)..end) };
        match (before, after) {
            (Some((near, looks)), Some((far, _))) if near <= far + 1 => looks,
            (_, Some((_, looks))) | (Some((_, looks)), None) => looks,
            (None, None) => Looks::Unsaid,
        }
    }

    /// The first cue on the way, with its distance.
    fn nearest(&self, document: &Document, tokens: impl Iterator<Item = usize>) -> Option<(usize, Looks)> {
        let mut distance = 0;
        for i in tokens {
            let token = document.tokens[i];
            distance += 1;
            if token.kind == TokenKind::Mark && document.token_text(i) == "," {
                distance += COMMA;
            }
            let phrase = self.begins_phrase[token.word] && self.phrases.iter().any(|phrase| reads(document, i, phrase));
            if phrase {
                return Some((distance, Looks::Ahead));
            }
            if let Some(looks) = self.cues.get(token.word).copied().flatten() {
                // "Will be held": the past form belongs to the word before it that looks ahead.
                let before = i.checked_sub(1).and_then(|before| self.cues[document.tokens[before].word]);
                return Some((distance, if before == Some(Looks::Ahead) { Looks::Ahead } else { looks }));
            }
        }
        None
    }
}

fn reads(document: &Document, i: usize, phrase: &str) -> bool {
    phrase.split(' ').enumerate().all(|(offset, word)| document.lower(i + offset) == word)
}
