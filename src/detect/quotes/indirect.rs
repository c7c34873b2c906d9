//! What somebody said, in the reporter's words: the clause beside a reporting verb.

use super::words::Words;
use super::{Quotation, Speaker, direct, subject};
use crate::lang::speech::Cue;
use crate::lang::speech::part::*;
use crate::{Label, Span};
use std::ops::Range;

/// A phrase between cue and clause is no longer than this.
const MAX_BETWEEN: usize = 16;
/// The subject between a clause and the cue after it is no longer than this.
const MAX_SUBJECT: usize = 14;

/// Adds the indirect quotations, and tells marked words inside them who says them.
pub fn add(words: &Words, used_cues: &[usize], found: &mut Vec<Quotation>) {
    let marked: Vec<Range<usize>> = found.iter().map(|quotation| words.document.tokens_in(quotation.span)).collect();
    let mut finder = Finder { words, used_cues, marked: &marked, indirect: Vec::new() };
    for sentence in &words.document.sentences {
        finder.sentence(sentence.tokens.clone());
    }
    let indirect = finder.indirect;
    tell_inner(found, &indirect);
    found.extend(indirect);
    found.sort_by_key(|quotation| (quotation.span.start, std::cmp::Reverse(quotation.span.end)));
}

/// Marked words without a cue of their own, inside an indirect quotation, are its speaker's.
fn tell_inner(marked: &mut [Quotation], indirect: &[Quotation]) {
    for quotation in marked.iter_mut().filter(|quotation| quotation.cue.is_none() && quotation.speaker == Speaker::None) {
        let after = indirect.partition_point(|outer| outer.span.start <= quotation.span.start);
        let outer = after.checked_sub(1).map(|i| &indirect[i]).filter(|outer| outer.span.contains(quotation.span));
        if let Some(outer) = outer {
            (quotation.cue, quotation.speaker, quotation.source) = (outer.cue, outer.speaker.clone(), outer.source);
        }
    }
}

/// A clause and who says it.
struct Clause {
    tokens: Range<usize>,
    speaker: Speaker,
    rule: &'static str,
    confidence: f32,
}

struct Finder<'w, 'd> {
    words: &'w Words<'d>,
    used_cues: &'w [usize],
    marked: &'w [Range<usize>],
    indirect: Vec<Quotation>,
}

impl Finder<'_, '_> {
    fn sentence(&mut self, sentence: Range<usize>) {
        let cues: Vec<usize> = sentence.clone().filter(|&i| self.is_free_cue(i)).collect();
        let end = self.content_end(&sentence);
        let mut floor = sentence.start;
        for (n, &cue) in cues.iter().enumerate() {
            if cue < floor {
                continue;
            }
            let reader = Reader { words: self.words, sentence: sentence.start..end, floor, next: cues.get(n + 1).copied() };
            let Some(clause) = reader.clause(cue).filter(|clause| self.is_worth(clause, cue)) else { continue };
            floor = clause.tokens.end.max(cue + 1);
            self.push(cue, clause, end);
        }
    }

    fn push(&mut self, cue: usize, clause: Clause, sentence_end: usize) {
        let words = self.words;
        let is_cited = words.cue(cue) == Some(Cue::Cited);
        let source = match is_cited {
            true => direct::source(words, cue + 1, clause.tokens.start),
            false if clause.tokens.start > cue => {
                direct::later_source(words, cue + 1, clause.tokens.start).or_else(|| self.cited_before(cue))
            }
            false => direct::later_source(words, cue + 1, sentence_end),
        };
        self.indirect.push(Quotation {
            span: words.document.span(clause.tokens),
            label: Label::Indirect,
            cue: Some(words.cue_span(cue)),
            speaker: clause.speaker,
            source,
            is_closed: true,
            rule: clause.rule,
            confidence: clause.confidence,
        });
    }

    /// "Naimi seperti dikutip Dow Jones Newswires mengatakan"
    fn cited_before(&self, cue: usize) -> Option<Span> {
        let start = self.words.sentence(cue).start;
        let cited = (start..cue).rev().find(|&i| self.words.cue(i) == Some(Cue::Cited))?;
        direct::source(self.words, cited + 1, cue)
    }

    /// A cue in no quotation that no direct one has taken.
    fn is_free_cue(&self, i: usize) -> bool {
        self.words.cue(i).is_some_and(|cue| cue != Cue::Order) && self.used_cues.binary_search(&i).is_err() && !self.marked_at(i)
    }

    fn marked_at(&self, i: usize) -> bool {
        let after = self.marked.partition_point(|tokens| tokens.start <= i);
        after.checked_sub(1).is_some_and(|before| self.marked[before].contains(&i))
    }

    /// A clause has words of its own outside any quotation.
    fn is_worth(&self, clause: &Clause, cue: usize) -> bool {
        let outside = clause.tokens.clone().filter(|&i| !self.marked_at(i));
        let n_outside = self.words.n_words(clause.tokens.start..clause.tokens.end).min(outside.count());
        n_outside >= if self.words.is_capital(cue) { 1 } else { 2 }
    }

    /// One past the last token before the points and marks that end the sentence.
    fn content_end(&self, sentence: &Range<usize>) -> usize {
        let ends = |i: usize| matches!(self.words.document.token_text(i), "." | "!" | "?" | "…");
        let mut end = sentence.end;
        while end > sentence.start && ends(end - 1) {
            end -= 1;
        }
        end
    }
}

/// Reads the clause of one cue.
struct Reader<'w, 'd> {
    words: &'w Words<'d>,
    sentence: Range<usize>,
    /// Where the clause of the cue before ends.
    floor: usize,
    /// The next cue of the sentence.
    next: Option<usize>,
}

impl Reader<'_, '_> {
    fn clause(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        if self.is_headline_verb(cue) {
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
        cue > self.sentence.start
            && words.is_capital(cue)
            && self.sentence.end == words.block_end(cue)
            && (words.is_capital(cue - 1) || words.document.token_text(cue - 1).ends_with(['\'', '’', '"', '”']))
            && words.document.language.speech.headline_verbs.binary_search(&words.document.lower(cue)).is_ok()
    }

    /// "..., kata X": the clause is before the comma.
    fn stem(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        let names = words.has_suffix(cue) || words.is_capital(cue + 1) || words.is(cue + 1, PRONOUN) || words.is(cue, SURE);
        if !names || cue <= self.floor || !words.is_mark(cue - 1, ",") {
            return None;
        }
        let speaker = match words.has_suffix(cue) {
            true => Speaker::Written(words.suffix_span(cue)),
            false => subject::after(words, cue + 1, self.sentence.end),
        };
        self.clause_before(cue - 1, speaker, "indirect-before-stem")
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
            (subject::after(words, from, self.sentence.end), self.after_source(from)?)
        };
        let is_first = cue < self.sentence.start + 3 || !words.is_mark(cue - 1, ",");
        let after = after + usize::from(words.is_mark(after, ","));
        let ends = after + 1 >= self.sentence.end;
        match ends && !is_first {
            true => self.clause_before(cue - 1, speaker, "indirect-before-source"),
            false => self.clause_from(after, speaker, "indirect-source", 0.9),
        }
    }

    /// One past the source: at its comma, with the appositions that another comma ends.
    fn after_source(&self, from: usize) -> Option<usize> {
        let words = self.words;
        let end = self.clause_end(from);
        let Some(mut comma) = (from..end).find(|&i| words.is_mark(i, ",")) else {
            let name_end = (from..end).rev().find(|&i| words.is_capital(i) && !words.has_predicate(from..i))?;
            return Some(name_end + 1);
        };
        while let Some(next) = (comma + 1..end.min(comma + 9)).find(|&i| words.is_mark(i, ",")) {
            if words.has_predicate(comma + 1..next) || words.is(comma + 1, PREPOSITION | SUBORDINATE) {
                break;
            }
            comma = next;
        }
        Some(comma)
    }

    /// "Dilansir X, ..." at the head of a sentence: a source and no speaker.
    fn cited(&self, cue: usize) -> Option<Clause> {
        let opens = cue == self.sentence.start || (cue == self.sentence.start + 1 && self.words.is(cue - 1, LIKE));
        let comma = (cue..self.sentence.end).find(|&i| self.words.is_mark(i, ",")).filter(|_| opens)?;
        self.clause_from(comma + 1, Speaker::None, "indirect-cited", 0.7)
    }

    /// "..., seperti dijelaskan X", "dicontohkan X sudah ...", "disampaikan X bahwa ...".
    fn passive(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        let speaker = subject::after(words, cue + 1, self.sentence.end);
        if words.is(cue - usize::from(cue > 0), LIKE) && cue >= self.floor + 2 && words.is_mark(cue - 2, ",") {
            return self.clause_before(cue - 2, speaker, "indirect-before-passive");
        }
        let limit = self.sentence.end.min(cue + MAX_BETWEEN);
        if let Some(that) = (cue + 1..limit).find(|&i| words.is(i, THAT)) {
            let speaker = subject::after(words, cue + 1, that);
            return self.clause_from(that + 1, speaker, "indirect-passive", 0.8);
        }
        let name_end = (cue + 1..limit).find(|&i| !words.is_capital(i) && !words.is(i, PRONOUN | MEDIUM)).unwrap_or(limit);
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

    /// "X mengatakan (bahwa) ...", "X said (that) ...", "..., X said".
    fn verb(&self, cue: usize, kind: Cue) -> Option<Clause> {
        if self.is_no_report(cue) {
            return None;
        }
        self.verb_after_clause(cue).or_else(|| self.verb_before_clause(cue, kind))
    }

    /// Negated, passive, wished for, or a noun.
    fn is_no_report(&self, cue: usize) -> bool {
        let words = self.words;
        let Some(mut before) = cue.checked_sub(1).filter(|&before| before >= self.sentence.start) else { return false };
        while before > self.sentence.start && words.is(before, ADVERB) && !words.is(before, BE) && !words.is_capital(before) {
            before -= 1;
        }
        let is_participle = words.is(cue, PARTICIPLE);
        words.is(before, NEGATION)
            || (words.is(before, BE) && !is_participle)
            || (words.is(before, DETERMINER) && !words.is(before, PRONOUN))
            || (words.is(before, HEARER) && words.is(before, PREPOSITION))
    }

    fn verb_after_clause(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        let lowest = self.floor.max(cue.saturating_sub(MAX_SUBJECT));
        let comma = (lowest..cue).rev().find(|&i| words.is_mark(i, ","))?;
        let next = cue + 1;
        let ends = next >= self.sentence.end
            || words.is_mark(next, ",")
            || words.is(next, PREPOSITION | SUBORDINATE | HEARER | ADVERB) && !words.is(next, PREDICATE);
        let has_that = (next..self.sentence.end).any(|i| words.is(i, THAT));
        let is_subject = cue > comma + 1
            && !words.is(comma + 1, PREPOSITION | SUBORDINATE | RELATIVE | JOIN)
            && !words.has_predicate(comma + 1..cue);
        let tail_has_clause = words.is_mark(next, ",") && words.has_predicate(next..self.sentence.end);
        let first = self.floor.max(self.sentence.start);
        let is_clause = !words.is(first, SUBORDINATE) && words.has_predicate(first..comma);
        if !ends || has_that || !is_subject || tail_has_clause || !is_clause {
            return None;
        }
        self.clause_before(comma, subject::before(words, comma + 1, cue), "indirect-before-verb")
    }

    fn verb_before_clause(&self, cue: usize, kind: Cue) -> Option<Clause> {
        let words = self.words;
        let mut from = cue + 1;
        while from < self.sentence.end && words.is(from, ADVERB) && !words.is(from, PREDICATE) {
            from += 1;
        }
        let (from, is_explicit) = self.clause_start(from, kind)?;
        if kind == Cue::Loose && !is_explicit && !words.has_predicate(from..self.clause_end(from)) {
            return None;
        }
        let confidence = if is_explicit { 0.95 } else { 0.85 };
        self.clause_from(from, self.subject(cue), "indirect-verb", confidence)
    }

    /// Where the clause after a verb starts, and whether "that" or a comma says so.
    fn clause_start(&self, from: usize, kind: Cue) -> Option<(usize, bool)> {
        let words = self.words;
        if words.is_mark(from, ",") {
            return Some((from + 1 + usize::from(words.is(from + 1, THAT)), true));
        }
        if words.is(from, THAT) {
            return Some((from + 1, true));
        }
        let limit = self.sentence.end.min(from + MAX_BETWEEN);
        let is_phrase = words.is(from, PREPOSITION | HEARER) && !words.is(from, PREDICATE);
        if !is_phrase && kind != Cue::Told {
            return Some((from, false));
        }
        if let Some(that) = (from..limit).find(|&i| words.is(i, THAT)) {
            return Some((that + 1, true));
        }
        match kind {
            Cue::Told => Some((self.after_hearer(from), true)),
            _ => match (from..limit).find(|&i| words.is_mark(i, ",")) {
                Some(comma) => Some((comma + 1, true)),
                None => words.has_predicate(from..self.sentence.end).then_some((from, false)),
            },
        }
    }

    /// One past the hearer after "told".
    fn after_hearer(&self, from: usize) -> usize {
        let words = self.words;
        let mut at = from;
        while words.is(at, DETERMINER) && !words.is(at, PRONOUN) {
            at += 1;
        }
        at += 1;
        while words.is_capital(at) && words.is_capital(at - 1) {
            at += 1;
        }
        at.min(self.sentence.end)
    }

    fn subject(&self, cue: usize) -> Speaker {
        let words = self.words;
        let joins = cue > self.floor && words.is(cue - 1, JOIN);
        if joins && self.floor > self.sentence.start {
            return Speaker::Running;
        }
        subject::before(words, self.floor, cue)
    }

    fn clause_from(&self, from: usize, speaker: Speaker, rule: &'static str, confidence: f32) -> Option<Clause> {
        let end = self.clause_end(from);
        (from < end).then_some(Clause { tokens: from..end, speaker, rule, confidence })
    }

    /// The clause that ends at a comma.
    fn clause_before(&self, comma: usize, speaker: Speaker, rule: &'static str) -> Option<Clause> {
        let start = self.floor + usize::from(self.words.is_mark(self.floor, ","));
        (start + 1 < comma).then_some(Clause { tokens: start..comma, speaker, rule, confidence: 0.9 })
    }

    /// The end of the sentence, or of the words before the subject of the next cue.
    fn clause_end(&self, from: usize) -> usize {
        let words = self.words;
        let end = self.sentence.end;
        let Some(next) = self.next.filter(|&next| next > from && !self.is_no_report(next) && !words.is(next - 1, RELATIVE))
        else {
            return end;
        };
        let lowest = from.max(next.saturating_sub(MAX_SUBJECT));
        let Some(cut) = (lowest..next).rev().find(|&i| words.is_mark(i, ",") || words.is(i, JOIN)) else { return end };
        let cut = if cut > from && words.is_mark(cut - 1, ",") { cut - 1 } else { cut };
        if cut >= from + 2 { cut } else { end }
    }
}
