//! The clause of a reporting verb: "X mengatakan (bahwa) ...", "..., X said", "..., said X".

use super::clause::{Clause, MAX_BETWEEN, MAX_SUBJECT, Reader};
use super::subject;
use crate::lang::speech::Cue;
use crate::lang::speech::part::*;
use crate::segment::TokenKind;

/// So many words may stand between a verb and its "that".
const MAX_BEFORE_THAT: usize = 8;
/// Words set off between a verb and its "that" are no more than these.
const MAX_ASIDE: usize = 7;
/// A clause without a verb we know has at least so many words.
const MIN_CLAUSE: usize = 4;

impl Reader<'_, '_> {
    /// "X mengatakan (bahwa) ...", "X said (that) ...", "..., X said".
    pub fn verb(&self, cue: usize, kind: Cue) -> Option<Clause> {
        if self.is_no_report(cue) {
            return None;
        }
        self.verb_after_clause(cue).or_else(|| self.verb_inverted(cue)).or_else(|| self.verb_before_clause(cue, kind))
    }

    /// "..., said the agency.": the subject, and no more, follows the verb.
    fn verb_inverted(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        let first = self.floor.max(self.sentence.start);
        let rest = cue + 1..self.sentence.end;
        let opens = rest.start < rest.end && (words.is_capital(cue + 1) || words.is(cue + 1, DETERMINER | PRONOUN));
        // "Tran, who is a teacher, said she works weekends": a pronoun alone follows its verb.
        let is_alone = !words.is(cue + 1, PRONOUN) || rest.len() == 1 || words.is(cue + 2, PREPOSITION | ADVERB | SUBORDINATE);
        let is_subject = opens && is_alone && !words.is(cue + 1, THAT) && !words.has_predicate(rest) && cue > first + MIN_CLAUSE;
        let before = first..cue.saturating_sub(1);
        let is_plain = words.n_words(before.clone()) > MIN_CLAUSE && !words.is(first, PREPOSITION | ADVERB);
        let is_clause =
            words.is_mark(cue.wrapping_sub(1), ",") && (is_plain || words.has_predicate(before)) && !words.is(first, SUBORDINATE);
        if !is_subject || !is_clause {
            return None;
        }
        self.clause_before(cue - 1, subject::after(words, cue + 1, self.sentence.end), "indirect-before-verb")
    }

    /// Negated, passive, wished for, or a noun.
    pub fn is_no_report(&self, cue: usize) -> bool {
        let words = self.words;
        let Some(mut before) = cue.checked_sub(1).filter(|&before| before >= self.sentence.start) else { return false };
        while before > self.sentence.start
            && words.is(before, ADVERB)
            && !words.is(before, BE | NEGATION)
            && !words.is_capital(before)
        {
            before -= 1;
        }
        let is_participle = words.is(cue, PARTICIPLE);
        // "14 states"
        let is_counted = words.document.kind(before) == TokenKind::Number && before + 1 == cue && !is_participle;
        words.is(before, NEGATION)
            || words.is_mark(before, ":") && before + 1 == cue
            || words.is_mark(before, ",") && words.is(cue + 1, PURPOSE) && words.is(cue + 2, BE)
            || is_counted
            || (words.is(before, LIKE) && before + 1 == cue && !is_participle)
            || (words.is(before, PREPOSITION) && !words.is(before, JOIN | PRONOUN) && !is_participle)
            || (words.is(before, BE) && !is_participle)
            || (words.is(before, DETERMINER) && !words.is(before, PRONOUN))
            || words.is(before, PURPOSE)
    }

    fn verb_after_clause(&self, cue: usize) -> Option<Clause> {
        let words = self.words;
        let lowest = self.floor.max(cue.saturating_sub(MAX_SUBJECT));
        let comma = (lowest..cue).rev().find(|&i| words.is_mark(i, ","))?;
        // "..., a source told Reuters."
        let next = if words.cue(cue) == Some(Cue::Told) { self.after_hearer(cue + 1) } else { cue + 1 };
        let ends = next >= self.sentence.end
            || words.is_mark(next, ",")
            || words.is(next, PREPOSITION | SUBORDINATE | HEARER | ADVERB) && !words.is(next, PREDICATE);
        let is_last = next >= self.sentence.end;
        // "Prices rose, the bank said on Monday, but economists warned that …": the next clause has its own.
        let has_that = (next..self.sentence.end).take_while(|&i| !words.is_mark(i, ",")).any(|i| words.is(i, THAT));
        let is_subject = cue > comma + 1
            && !words.is(comma + 1, PREPOSITION | SUBORDINATE | RELATIVE | JOIN)
            && !words.has_predicate_of_its_own(comma + 1..words.without_adverbs(comma + 1, cue));
        let tail_has_clause = words.is_mark(next, ",") && words.has_predicate(next..self.sentence.end);
        let first = self.floor.max(self.sentence.start);
        let has_verb = words.has_predicate(first..comma) || (first..comma).any(|i| words.cue(i).is_some_and(Cue::is_verb));
        let is_plain = is_last && words.n_words(first..comma) >= MIN_CLAUSE && !words.is(first, PREPOSITION | ADVERB);
        let is_clause = !words.is(first, SUBORDINATE) && (has_verb || is_plain);
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
        // "Responding, he called it a mistake."
        if words.is(cue, PARTICIPLE) && words.is_mark(cue + 1, ",") {
            return None;
        }
        let (from, is_explicit) = match self.after_that(cue) {
            Some(asked) => (asked?, true),
            None => self.clause_start(from, kind)?,
        };
        let is_clause = match kind {
            // "Mengingatkan agar", "told people to": what is asked is no report.
            _ if words.is(from, PURPOSE) && !words.is_capital(from) => false,
            // "Ia khawatir mereka disiksa", "agreed it was time"
            Cue::Explicit => is_explicit || (words.is(from, PRONOUN) && words.has_predicate(from..self.clause_end(from))),
            Cue::Loose => is_explicit || (words.has_predicate(from..self.clause_end(from)) && !words.is(from, BE)),
            _ => is_explicit || !words.is(from, BE),
        };
        if !is_clause {
            return None;
        }
        let confidence = if is_explicit { 0.95 } else { 0.85 };
        self.clause_from(from, self.subject(cue), "indirect-verb", confidence)
    }

    /// Past the words before "that": "said late on Tuesday that", "warned the public that". Nowhere when something is asked
    /// of the hearer: "warned drivers to slow down".
    fn after_that(&self, cue: usize) -> Option<Option<usize>> {
        let words = self.words;
        let takes_hearer = words.is(cue, ADDRESS);
        if !takes_hearer && !words.is(cue + 1, PREPOSITION | ADVERB | WHEN) {
            return None;
        }
        let stops = |i: usize| {
            words.is(i, THAT | PURPOSE | PREDICATE | NEGATION | RELATIVE)
                || words.is_predicate(i)
                || words.cue(i).is_some()
                || words.document.kind(i) == TokenKind::Mark
        };
        let stop = (cue + 1..self.sentence.end.min(cue + MAX_BEFORE_THAT)).find(|&i| stops(i))?;
        if words.is(stop, THAT) {
            return (stop > cue + 1).then_some(Some(stop + 1));
        }
        (takes_hearer && stop > cue + 1 && words.is(stop, PURPOSE) && !words.is(stop - 1, PREPOSITION)).then_some(None)
    }

    /// Where the clause after a verb starts, and whether "that" or a comma says so.
    fn clause_start(&self, from: usize, kind: Cue) -> Option<(usize, bool)> {
        let words = self.words;
        if words.is_mark(from, ",") || words.is_mark(from, ":") {
            // "Conceded, however, that"
            let aside = (from + 1..self.sentence.end.min(from + MAX_ASIDE)).find(|&i| words.is_mark(i, ","));
            if let Some(close) = aside.filter(|&close| words.is(close + 1, THAT)) {
                return Some((close + 2, true));
            }
            return Some((from + 1 + usize::from(words.is(from + 1, THAT)), true));
        }
        if words.is(from, THAT | COLLOQUIAL_THAT) {
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
            Cue::Told => {
                // "He told reporters about the plan."
                let at = self.after_hearer(from);
                let is_phrase = words.is(at, PREPOSITION) && !words.has_predicate(at..self.sentence.end);
                (!is_phrase).then_some((at, true))
            }
            Cue::Loose | Cue::Explicit => None,
            _ => match (from..limit).find(|&i| words.is_mark(i, ",")) {
                Some(comma) => Some((comma + 1, true)),
                None => words.has_predicate(from..self.sentence.end).then_some((self.after_phrase(from), false)),
            },
        }
    }

    /// Past "in a statement" in "said in a statement the plant would close", where an article or a pronoun shows what follows.
    fn after_phrase(&self, from: usize) -> usize {
        let words = self.words;
        let opens = |i: usize| words.is(i, DETERMINER | PRONOUN) && !words.is(i - 1, PREPOSITION | DETERMINER);
        let next =
            (from + 2..self.sentence.end.min(from + MAX_BETWEEN)).take_while(|&i| !words.is_predicate(i)).find(|&i| opens(i));
        let is_phrase = words.is(from, PREPOSITION) && words.is(from + 1, DETERMINER);
        next.filter(|&next| is_phrase && words.has_predicate(next..self.sentence.end)).unwrap_or(from)
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
}
