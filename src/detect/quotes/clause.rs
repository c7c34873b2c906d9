//! The clause of one reporting word, before or after it.

use super::words::Words;
use super::{Speaker, subject};
use crate::lang::speech::Cue;
use crate::lang::speech::part::*;
use std::ops::Range;

/// A phrase between cue and clause is no longer than this.
pub const MAX_BETWEEN: usize = 16;
/// A name beside a description has no more words than this.
const MAX_NAME: usize = 5;
/// A clause without its subject, and its comma, are no longer than this.
const MAX_REDUCED: usize = 4;
/// A source with its appositions is no longer than this.
const MAX_SOURCE: usize = 40;
/// The subject between a clause and the cue after it is no longer than this.
pub const MAX_SUBJECT: usize = 14;

/// A clause and who says it.
pub struct Clause {
    pub tokens: Range<usize>,
    pub speaker: Speaker,
    pub rule: &'static str,
    pub confidence: f32,
}

/// Reads the clause of one cue.
pub struct Reader<'w, 'd> {
    pub words: &'w Words<'d>,
    /// Without the points that end it.
    pub sentence: Range<usize>,
    /// Where the clause of the cue before ends.
    pub floor: usize,
    /// The later cues of the sentence.
    pub later: &'w [usize],
}

impl Reader<'_, '_> {
    /// The clause, if the cue reports one.
    pub fn clause(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        if self.is_headline_verb(cue) {
            if !(cue + 1..self.sentence.end).any(|i| words.is_predicate_in_headline(i)) {
                return None;
            }
            return self.clause_from(cue + 1, self.subject(cue), "indirect-headline", 0.75);
        }
        match words.cue(cue)? {
            Cue::Stem => self.stem(cue),
            Cue::Source => self.source(cue),
            Cue::Cited => self.cited(cue),
            Cue::Passive => self.passive(cue),
            Cue::Bare => self.bare(cue),
            Cue::Order => None,
            kind => self.verb(cue, kind),
        }
    }

    /// "KPU Sebut Pembatalan Aturan ...": in a line without a point, between capitals.
    fn is_headline_verb(&self, cue: usize) -> bool {
        let words = self.words;
        cue > self.sentence.start && self.sentence.end == words.block_end(cue) && words.is_headline_verb(cue)
    }

    /// "..., kata X": the clause is before the comma.
    fn stem(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        let names = words.has_suffix(cue) || words.is_capital(cue + 1) || words.is(cue + 1, PRONOUN) || words.is(cue, SURE);
        // "Kata luar biasa muncul": the word, and not who said it.
        let until = (cue + 1..self.sentence.end).find(|&i| words.is_mark(i, ",")).unwrap_or(self.sentence.end);
        let is_noun = !words.has_suffix(cue)
            && !words.is_capital(cue + 1)
            && !words.is_head(cue + 1)
            && !words.is(cue + 1, PRONOUN)
            && words.has_predicate(cue + 1..until);
        let speaker = match words.has_suffix(cue) {
            true => Speaker::Written(words.suffix_span(cue)),
            false => subject::after(words, cue + 1, self.sentence.end),
        };
        if names && cue == self.sentence.start && until < self.sentence.end && words.has_predicate(until..self.sentence.end) {
            // "Kata Budi, pelaku kabur.", "Kata dia, ..."
            let is_named = words.has_suffix(cue) || words.is(cue + 1, PRONOUN) || words.is_capital(cue + 1);
            return self.clause_from(until + 1, speaker, "indirect-stem-first", 0.8).filter(|_| is_named);
        }
        if !names || is_noun || cue <= self.floor || !words.is_mark(cue - 1, ",") {
            return None;
        }
        // "Tak terima, lanjut Budi, pelaku memukul korban."
        let is_reduced = words.is(self.floor, NEGATION) && cue <= self.floor + MAX_REDUCED;
        let rest = (cue..self.sentence.end).find(|&i| words.is_mark(i, ","));
        match rest.filter(|_| is_reduced || !words.has_predicate(self.floor..cue - 1)) {
            // "Jokowi, kata Budi, akan hadir": set in between subject and verb.
            Some(comma) if words.has_predicate(comma..self.sentence.end) => {
                self.clause_from(comma + 1, speaker, "indirect-around-stem", 0.8)
            }
            _ => self.clause_before(cue - 1, speaker, "indirect-before-stem"),
        }
    }

    /// "Menurut X, ...", "..., menurut X", "according to X".
    fn source(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        let needs_like = words.is(cue, PREPOSITION);
        let from = cue + 1 + usize::from(words.is(cue + 1, HEARER));
        if words.is(from, VAIN) || (needs_like && !words.is(cue.wrapping_sub(1), LIKE)) {
            return None;
        }
        let (speaker, after) = if words.has_suffix(cue) {
            (Speaker::Written(words.suffix_span(cue)), cue + 1)
        } else if words.is(from, PRONOUN) {
            (Speaker::Written(words.document.span(from..from + 1)), from + 1)
        } else {
            let after = self.after_source(from).or((cue > self.floor + 3).then_some(self.sentence.end))?;
            (subject::after(words, from, after), after)
        };
        let comma = cue.checked_sub(1).filter(|&at| words.is_mark(at, ",") || needs_like);
        let rest = after + usize::from(words.is_mark(after, ","));
        let ends =
            rest + 1 >= self.sentence.end || (!words.is_mark(after, ",") && !words.has_predicate(after..self.sentence.end));
        match ends && cue > self.floor + 3 {
            true => self.clause_before(comma.unwrap_or(cue), speaker, "indirect-before-source"),
            false => self.clause_from(rest, speaker, "indirect-source", 0.9),
        }
    }

    /// One past the source: at its comma, with the appositions that another comma ends.
    fn after_source(&self, from: usize) -> Option<usize> {
        let words = self.words;
        let end = self.clause_end(from).min(from + MAX_SOURCE);
        let Some(mut comma) = (from..end).find(|&i| words.is_mark(i, ",")) else {
            // "According to CME Group's tool."
            if !words.has_predicate_of_its_own(from..end) && self.floor + 3 < from {
                return Some(end);
            }
            let name_end = (from..end).rev().find(|&i| words.is_capital(i) && !words.has_predicate(from..i))?;
            return Some(name_end + 1);
        };
        while let Some(next) = (comma + 1..end.min(comma + 9)).find(|&i| words.is_mark(i, ",")) {
            // "Menurut ketuanya, Yuda Almerio, …": the name of the one described.
            // "Menurut keterangan Bupati, Yuda Almerio, …"
            let is_described = !words.is_capital(comma - 1) || words.is_head(from) || words.is_head(from + 1);
            let is_name = is_described && next - comma <= MAX_NAME + 1 && (comma + 1..next).all(|i| words.is_capital(i));
            if !(words.is_head(comma + 1) || is_name)
                || words.has_predicate(comma + 1..next)
                || (comma + 1..next).any(|i| words.is(i, RELATIVE))
            {
                break;
            }
            comma = next;
        }
        Some(comma)
    }

    /// "Dilansir X, ..." at the head of a sentence: a source and no speaker.
    fn cited(&self, cue: usize) -> Option<Clause> {
        let opens = cue == self.sentence.start || (cue == self.sentence.start + 1 && self.words.is(cue - 1, LIKE));
        let mut comma = (cue..self.sentence.end).find(|&i| self.words.is_mark(i, ",")).filter(|_| opens)?;
        // "Dilansir Kyodo News, Sabtu (31/5/2025), antrean …": the day is the report's.
        let next = (comma + 1..self.sentence.end.min(comma + MAX_BETWEEN)).find(|&i| self.words.is_mark(i, ","));
        if self.words.is(comma + 1, ADVERB) {
            comma = next.filter(|&next| !self.words.has_predicate(comma + 1..next)).unwrap_or(comma);
        }
        self.clause_from(comma + 1, Speaker::None, "indirect-cited", 0.7)
    }

    /// "..., seperti dijelaskan X", "dicontohkan X sudah ...", "disampaikan X bahwa ...".
    fn passive(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        if words.has_suffix(cue) {
            // "Dikatakannya, ...", "disampaikannya bahwa ...".
            let from = cue + 1 + usize::from(words.is_mark(cue + 1, ",") && cue == self.sentence.start);
            let is_clause = from > cue + 1 || words.is(from, THAT);
            let speaker = Speaker::Written(words.suffix_span(cue));
            return self
                .clause_from(from + usize::from(words.is(from, THAT)), speaker, "indirect-passive", 0.8)
                .filter(|_| is_clause);
        }
        let speaker = subject::after(words, cue + 1, self.sentence.end);
        if cue >= self.floor + 2 && words.is(cue - 1, LIKE) && words.is_mark(cue - 2, ",") {
            return self.clause_before(cue - 2, speaker, "indirect-before-passive");
        }
        let limit = self.sentence.end.min(cue + MAX_BETWEEN);
        if let Some(that) = (cue + 1..limit).find(|&i| words.is(i, THAT)) {
            let speaker = subject::after(words, cue + 1, that);
            return self.clause_from(that + 1, speaker, "indirect-passive", 0.8);
        }
        let name_end = (cue + 1..limit).find(|&i| !words.is_capital(i) && !words.is(i, PRONOUN | MEDIUM)).unwrap_or(limit);
        // "Dikatakan Budi, proyek itu molor."
        if name_end > cue + 1 && cue == self.sentence.start && words.is_mark(name_end, ",") {
            return self.clause_from(name_end + 1, subject::after(words, cue + 1, name_end), "indirect-passive", 0.8);
        }
        if name_end == cue + 1 || !words.is_predicate(name_end) {
            return None;
        }
        self.clause_from(name_end, subject::after(words, cue + 1, name_end), "indirect-passive", 0.7)
    }

    /// "ia katakan (bahwa) ...".
    fn bare(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        let says = cue > self.sentence.start && (words.is(cue - 1, PRONOUN) || words.is_capital(cue - 1));
        let explicit = words.is(cue + 1, THAT) || words.is_mark(cue + 1, ",");
        if !says || !explicit {
            return None;
        }
        let from = cue + 2 + usize::from(words.is(cue + 2, THAT));
        self.clause_from(from, subject::before(words, self.floor, cue), "indirect-bare", 0.8)
    }

    pub fn subject(&self, cue: usize) -> Speaker {
        let words = self.words;
        let joins = cue > self.floor && words.is(cue - 1, JOIN);
        if joins && self.floor > self.sentence.start {
            return Speaker::Running;
        }
        subject::before(words, self.floor, cue)
    }

    pub fn clause_from(&self, from: usize, speaker: Speaker, rule: &'static str, confidence: f32) -> Option<Clause> {
        let end = self.clause_end(from);
        (from < end && !self.words.is(from, RELATIVE)).then_some(Clause { tokens: from..end, speaker, rule, confidence })
    }

    /// The clause that ends at a comma.
    pub fn clause_before(&self, comma: usize, speaker: Speaker, rule: &'static str) -> Option<Clause> {
        let start = self.floor + usize::from(self.words.is_mark(self.floor, ","));
        (start + 1 < comma).then_some(Clause { tokens: start..comma, speaker, rule, confidence: 0.9 })
    }

    /// The end of the sentence, or of the words before the subject of the next cue.
    pub fn clause_end(&self, from: usize) -> usize {
        let later = self.later.iter().filter(|&&next| next > from && !self.is_no_report(next));
        later.into_iter().find_map(|&next| self.cut_before(from, next)).unwrap_or(self.sentence.end)
    }

    /// Where the words of the next cue begin: at a comma or "and" with its subject, or at ", but" without one.
    fn cut_before(&self, from: usize, next: usize) -> Option<usize> {
        let words = self.words;
        let lowest = (from + 2).max(next.saturating_sub(MAX_SUBJECT));
        let cut = (lowest..next).rev().find(|&i| words.is_mark(i, ",") || words.is(i, COORDINATE))?;
        let after_comma = words.is_mark(cut - 1, ",");
        let mut subject = cut + 1;
        while subject < next && words.is(subject, COORDINATE | SUBORDINATE | ADVERB) && !words.is(subject, PRONOUN) {
            subject += 1;
        }
        let has_subject = subject < next && (words.is(subject, PRONOUN | DETERMINER) || words.is_capital(subject));
        let is_joined = words.is(cut, COORDINATE) && after_comma && subject == next;
        // ", adding that ...": the same speaker goes on.
        let is_joining = (cut + 1..next).all(|i| words.is(i, JOIN | ADVERB)) && (words.is(next, PARTICIPLE) || cut + 1 < next);
        let says_more = words.is_mark(cut, ",") && words.is(next + 1, THAT);
        let goes_on = says_more && is_joining;
        let is_inside_mark = says_more
            && words.is(next, PARTICIPLE)
            && cut + 2 == next
            && words.document.token_text(cut + 1).starts_with(['"', '”', '’', '\'', '»']);
        match (has_subject || is_joined, after_comma) {
            _ if is_inside_mark => Some(next),
            (false, _) if goes_on => Some(cut),
            (true, true) => Some(cut - 1),
            (true, false) => Some(cut),
            (false, _) => None,
        }
    }
}
