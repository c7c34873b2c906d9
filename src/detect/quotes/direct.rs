//! Words between marks: who says them, and whether anybody does.

use super::marks::Marked;
use super::words::Words;
use super::{Quotation, Speaker, subject};
use crate::lang::speech::Cue;
use crate::lang::speech::part::*;
use crate::segment::TokenKind;
use crate::{Label, Span};
use std::ops::Range;

/// So few words in marks are somebody's only when they are all that he says.
const MAX_SCARE: usize = 4;
/// The subject between a quotation and its cue is no longer than this.
const MAX_SUBJECT: usize = 24;
/// The cue before a quotation is no farther than this.
const MAX_BEFORE: usize = 28;
/// The words around a quotation are read no farther than this.
const MAX_AROUND: usize = 80;
/// A name before a colon has no more words than this.
const MAX_NAME: usize = 5;
/// What stands between a cue and the comma before a quotation is no longer than this.
const MAX_BETWEEN: usize = 14;

/// A cue beside a quotation.
struct Attached {
    cue: Option<usize>,
    speaker: Speaker,
    source: Option<Span>,
    rule: &'static str,
}

/// All that stands in marks and is no title or nickname, and the cues that belong to it (sorted).
pub fn find(words: &Words, marked: &[Marked]) -> (Vec<Quotation>, Vec<usize>) {
    let mut found: Vec<Quotation> = Vec::new();
    let mut used = Vec::new();
    for (k, quote) in marked.iter().enumerate() {
        let reader = Reader { words, quote, floor: k.checked_sub(1).map_or(0, |before| marked[before].tokens.end) };
        if let Some((quotation, cue)) = reader.read() {
            found.push(quotation);
            used.extend(cue);
        }
    }
    used.sort_unstable();
    (found, used)
}

struct Reader<'w, 'd> {
    words: &'w Words<'d>,
    quote: &'w Marked,
    /// One past the last token of the quotation before.
    floor: usize,
}

impl Reader<'_, '_> {
    fn read(&self) -> Option<(Quotation, Option<usize>)> {
        let own = self.after().or_else(|| self.signed()).or_else(|| self.before()).or_else(|| self.pointed_at());
        let is_short = self.words.n_words(self.quote.tokens.clone()) <= MAX_SCARE;
        let stands_alone = self.stands_alone();
        let is_direct = match &own {
            Some(own) if is_short => matches!(own.rule, "quote-after-cue" | "quote-after-colon") || stands_alone,
            Some(_) => true,
            None => !is_short || (stands_alone && (self.ends_sentence_within() || self.is_whole_sentence())),
        };
        if own.is_none() && (self.is_title() || self.is_nickname() || self.is_reported_anyway()) {
            return None;
        }
        let is_embedded = !is_direct || (own.is_none() && !stands_alone);
        let (label, own, used) = match (is_direct, own) {
            (true, Some(own)) => {
                let used = own.cue;
                (Label::Direct, own, used)
            }
            (true, None) => (Label::Direct, if is_embedded { self.around() } else { self.running() }, None),
            (false, _) => (Label::Scare, self.around(), None),
        };
        Some((self.quotation(label, own), used))
    }

    fn quotation(&self, label: Label, own: Attached) -> Quotation {
        let confidence = match (label, self.quote.is_opened && self.quote.is_closed, own.cue) {
            (_, false, _) => 0.6,
            (Label::Direct, _, Some(_)) => 0.95,
            _ => 0.8,
        };
        Quotation {
            span: self.words.document.span(self.quote.tokens.clone()),
            label,
            cue: own.cue.map(|cue| self.words.cue_span(cue)),
            speaker: own.speaker,
            source: own.source,
            rule: own.rule,
            confidence,
        }
    }

    /// True when the sentence begins with the quotation.
    fn stands_alone(&self) -> bool {
        let start = self.quote.tokens.start;
        start == self.words.sentence(start).start || start == self.words.block(start).start
    }

    /// True when nothing but a point follows the quotation.
    fn is_whole_sentence(&self) -> bool {
        self.words.sentence(self.quote.tokens.start).end <= self.quote.tokens.end + 1
    }

    /// True when the last words inside end a sentence or pause for a cue.
    fn ends_sentence_within(&self) -> bool {
        let last = self.quote.tokens.end.saturating_sub(2);
        matches!(self.words.document.token_text(last), "." | "?" | "!" | "…" | ",")
    }

    /// `"...," kata X`, `"...," X said`, `"...," ujarnya`.
    fn after(&self) -> Option<Attached> {
        let words = self.words;
        let comma = self.quote.tokens.end;
        let block_end = words.block_end(comma - 1);
        let has_comma = words.is_mark(comma, ",");
        let first = comma + usize::from(has_comma);
        if first >= block_end {
            return None;
        }
        let limit = words.sentence(first).end.min(block_end).min(first + MAX_AROUND);
        let pauses = has_comma || self.ends_sentence_within() || !self.quote.is_closed;
        let at = (first..limit.min(first + 4)).find(|&i| !words.is(i, LIKE | ADVERB) || words.cue(i).is_some())?;
        self.cue_then_subject(at, limit, pauses).or_else(|| self.subject_then_cue(first, limit, has_comma))
    }

    fn cue_then_subject(&self, at: usize, limit: usize, pauses: bool) -> Option<Attached> {
        let words = self.words;
        let kind = words.cue(at)?;
        let follows = match kind {
            _ if words.has_suffix(at) && kind != Cue::Source => {
                return Some(self.attached(at, Speaker::Written(words.suffix_span(at)), limit, "quote-suffix"));
            }
            Cue::Stem => pauses || words.is_capital(at + 1) || words.is(at + 1, PRONOUN),
            verb if verb.is_verb() => pauses && !words.is(at + 1, THAT) && !self.introduces_next(at, limit),
            Cue::Passive | Cue::Source => pauses,
            Cue::Cited => {
                let source = source(words, at + 1, limit);
                return pauses.then_some(Attached { cue: None, speaker: Speaker::Running, source, rule: "quote-cited" });
            }
            _ => false,
        };
        if !follows {
            return None;
        }
        let from = at + 1 + usize::from(kind == Cue::Source && words.is(at + 1, HEARER));
        Some(self.attached(at, subject::after(words, from, limit), limit, "quote-cue-subject"))
    }

    /// True when a colon after the cue says that it belongs to the next quotation.
    fn introduces_next(&self, at: usize, limit: usize) -> bool {
        let is_other = |i: usize| self.words.cue(i).is_some_and(Cue::is_verb);
        (at + 1..limit).take(8).take_while(|&i| !is_other(i)).any(|i| self.words.is_mark(i, ":"))
    }

    fn subject_then_cue(&self, first: usize, limit: usize, has_comma: bool) -> Option<Attached> {
        let words = self.words;
        let last = words.document.token_text(self.quote.tokens.end - 2);
        let is_open = has_comma || matches!(last, "," | "?" | "!" | "—" | "–" | "…" | "-");
        let stops = |i: usize| words.is(i, THAT) || words.document.token_text(i).starts_with(['"', '“', '”', '«', ':', ';']);
        let cue = (first..limit.min(first + MAX_SUBJECT))
            .take_while(|&i| !stops(i))
            .find(|&i| i > first && words.cue(i).is_some_and(|cue| cue.is_verb() || cue == Cue::Bare))?;
        let ends_there = cue + 1 >= limit || words.is_mark(cue + 1, ".");
        let goes_on = words.is(cue + 1, THAT) || words.is_mark(cue + 1, ":") || self.introduces_next(cue, limit);
        let fits = ends_there || (is_open && !goes_on && !(last != "," && !has_comma && words.has_predicate(cue + 1..limit)));
        let starts_well = words.is_capital(first) || words.is(first, PRONOUN | DETERMINER | ADVERB) || last == "," || has_comma;
        if !fits || !starts_well {
            return None;
        }
        Some(self.attached(cue, subject::before(words, first, cue), limit, "quote-subject-cue"))
    }

    fn attached(&self, cue: usize, speaker: Speaker, limit: usize, rule: &'static str) -> Attached {
        Attached { cue: Some(cue), speaker, source: later_source(self.words, cue + 1, limit), rule }
    }

    /// `X mengatakan, "..."`, `X said: "..."`, and a quotation that goes on after its cue.
    fn before(&self) -> Option<Attached> {
        let words = self.words;
        let mark = self.quote.tokens.start;
        let last = mark.checked_sub(1)?;
        let is_colon = words.is_mark(last, ":");
        let same_block = last >= words.block(mark).start;
        if !same_block && !is_colon {
            return None;
        }
        let floor = words.sentence(last).start.max(self.floor);
        let punctuated = is_colon || words.is_mark(last, ",") || words.is(last, THAT);
        let from = floor.max(mark.saturating_sub(MAX_BEFORE));
        let Some(cue) = (from..mark).rev().find(|&i| words.cue(i).is_some_and(|cue| cue != Cue::Cited)) else {
            return if is_colon { self.after_colon(floor, last) } else { None };
        };
        let near = cue == last || is_colon || (punctuated && last - cue <= MAX_BETWEEN && !words.has_predicate(cue + 1..last));
        if !near || words.is(cue.wrapping_sub(1), NEGATION) {
            return None;
        }
        let speaker = self.speaker_before(cue, floor, mark)?;
        let rule = if punctuated { "quote-after-cue" } else { "quote-glued-to-cue" };
        Some(Attached { cue: Some(cue), speaker, source: None, rule })
    }

    /// `Bupati: "..."`, as in headlines and interviews.
    fn after_colon(&self, start: usize, colon: usize) -> Option<Attached> {
        let words = self.words;
        let is_name =
            start < colon && colon - start <= MAX_NAME && (start..colon).all(|i| words.is_capital(i) || words.is_mark(i, "."));
        let speaker = words.document.span(start..colon);
        let speaker = Speaker::Named { stretches: vec![speaker], from_end: true, written: Some(speaker) };
        if is_name {
            return Some(Attached { cue: None, speaker, source: None, rule: "quote-after-colon" });
        }
        // "So did Budi of the union: …": whoever the sentence names last.
        let sentence = words.document.span(start.max(colon.saturating_sub(MAX_BEFORE))..colon);
        let named = Speaker::Named { stretches: vec![sentence], from_end: true, written: None };
        let is_long = words.n_words(self.quote.tokens.clone()) > MAX_SCARE;
        (start < colon && is_long).then_some(Attached { cue: None, speaker: named, source: None, rule: "quote-after-colon" })
    }

    /// `"..." — Jane Doe, a nurse`, as under letters and on cards.
    fn signed(&self) -> Option<Attached> {
        let words = self.words;
        let dash = self.quote.tokens.end;
        let is_signed = matches!(words.document.token_text(dash), "—" | "–" | "-") && words.is_capital(dash + 1);
        let limit = words.block_end(dash).min(dash + MAX_SUBJECT);
        if !is_signed || words.has_predicate(dash + 1..limit) {
            return None;
        }
        Some(Attached { cue: None, speaker: subject::after(words, dash + 1, limit), source: None, rule: "quote-signed" })
    }

    /// The next sentence says who: `"..." Hal itu disampaikan X.`
    fn pointed_at(&self) -> Option<Attached> {
        let words = self.words;
        let next = self.quote.tokens.end;
        if !self.stands_alone() || words.sentence(next).start != next {
            return None;
        }
        let limit = words.sentence(next).end.min(next + MAX_AROUND);
        let cue = (next..limit).find(|&i| !words.is(i, POINTER | ADVERB | LIKE))?;
        let points = cue > next && matches!(words.cue(cue), Some(Cue::Passive | Cue::Stem));
        points.then(|| self.attached(cue, subject::after(words, cue + 1, limit), limit, "quote-pointed-at"))
    }

    fn speaker_before(&self, cue: usize, floor: usize, mark: usize) -> Option<Speaker> {
        let words = self.words;
        let (start, last) = (words.sentence(cue).start, mark - 1);
        let goes_on = floor > start && floor == self.floor;
        match words.cue(cue)? {
            _ if words.has_suffix(cue) => Some(Speaker::Written(words.suffix_span(cue))),
            Cue::Stem if cue == last => None,
            Cue::Stem | Cue::Passive | Cue::Source => {
                Some(subject::after(words, cue + 1 + usize::from(words.is(cue + 1, HEARER)), last))
            }
            Cue::Cited => None,
            _ if goes_on && words.is(cue, PARTICIPLE) => Some(Speaker::Running),
            _ => Some(subject::before(words, floor.max(start), cue)),
        }
    }

    /// What the sentence around says of a quotation that is part of it.
    fn around(&self) -> Attached {
        let words = self.words;
        let mark = self.quote.tokens.start;
        let start = words.past_clock(words.sentence(mark).start).min(mark).max(mark.saturating_sub(MAX_AROUND));
        let cue = (start..mark).rev().find(|&i| words.cue(i).is_some_and(Cue::is_verb));
        let speaker = cue.map_or(Speaker::None, |cue| subject::before(words, start, cue));
        Attached { cue, speaker, source: None, rule: "quote-in-sentence" }
    }

    /// A quotation that nobody is said to say goes on with the one before.
    fn running(&self) -> Attached {
        Attached { cue: None, speaker: Speaker::Running, source: None, rule: "quote-running" }
    }

    /// Words of a title after "berjudul" and its like, or a long run of capitalised words.
    fn is_title(&self) -> bool {
        let words = self.words;
        let inside = self.quote.tokens.start + 1..self.quote.tokens.end;
        let announced = (1..=2).any(|back| {
            // "Film ini \"jujur\"" and "the film was \"dull\"" tell of it.
            let tells = back == 2 && words.is(self.quote.tokens.start.wrapping_sub(1), POINTER | PREDICATE | BE);
            let before = self.quote.tokens.start.checked_sub(back);
            before.is_some_and(|i| words.is(i, TITLE) && !words.is_in_compound(i) && !tells)
        });
        let long = |i: &usize| words.document.kind(*i) == TokenKind::Word && words.document.token_text(*i).chars().count() > 3;
        let n_long = inside.clone().filter(long).count();
        let n_capital = inside.filter(|i| long(i) && words.is_capital(*i)).count();
        let is_long = words.n_words(self.quote.tokens.clone()) > MAX_SCARE;
        announced || (is_long && n_long > 1 && n_capital == n_long && !self.stands_alone())
    }

    /// After a mark that is never closed, the reporter's words: `"But according to Lipow, ...`.
    fn is_reported_anyway(&self) -> bool {
        let start = self.quote.tokens.start + 1;
        !self.quote.is_closed && (start..start + 4).any(|i| self.words.cue(i) == Some(Cue::Source))
    }

    /// A capitalised word or two inside a name: Aburizal "Ical" Bakrie.
    fn is_nickname(&self) -> bool {
        let words = self.words;
        let Range { start, end } = self.quote.tokens;
        let is_name = |i: usize| words.is_capital(i);
        end - start <= 4 && is_name(start + 1) && start.checked_sub(1).is_some_and(is_name) && is_name(end)
    }
}

/// A source later in the sentence of a cue: "kata Rini dikutip dari Kantor Berita Antara", "he told Reuters".
pub fn later_source(words: &Words, from: usize, limit: usize) -> Option<Span> {
    if words.cue(from.wrapping_sub(1)) == Some(Cue::Told) {
        return source(words, from, limit);
    }
    // "According to Mr. Bell" names who says it, and nobody through whom.
    let has_hearer = words.cue(from.wrapping_sub(1)) != Some(Cue::Source);
    let is_hearer = |i: usize| has_hearer && words.is(i, HEARER) && words.is_capital(i + 1);
    let cited = (from..limit).find(|&i| words.cue(i) == Some(Cue::Cited) || is_hearer(i))?;
    source(words, cited + 1, limit)
}

/// The words that name a medium: up to the comma, bracket or number.
pub fn source(words: &Words, from: usize, limit: usize) -> Option<Span> {
    let start = (from..limit).find(|&i| !words.is(i, MEDIUM | PREPOSITION | DETERMINER) || words.is_capital(i))?;
    let stops = |i: usize| {
        words.document.kind(i) == TokenKind::Number
            || (words.is_mark(i, ".") && !words.document.is_glued(i + 1))
            || matches!(words.document.token_text(i), "," | "(" | ":" | "\"" | "“" | "”")
            || (words.is(i, PREPOSITION | SUBORDINATE | PRONOUN | ADVERB | THAT) && !words.is_capital(i))
    };
    let end = (start..limit).find(|&i| stops(i)).unwrap_or(limit);
    (end > start && words.is_capital(start)).then(|| words.document.span(start..end))
}
