//! Finds the words beside a cue that may name who speaks.

use super::Speaker;
use super::words::Words;
use crate::Span;
use crate::lang::speech::part::*;
use std::ops::Range;

/// What follows the cue is read no further than this for its subject.
const MAX_AFTER: usize = 40;
/// A subject without a name is no longer than this.
const MAX_WRITTEN: usize = 12;

/// The subject after a cue: "kata Kim dalam pidatonya", "said a spokesman for the army".
pub fn after(words: &Words, from: usize, end: usize) -> Speaker {
    let mut start = from;
    while start < end && words.is(start, MEDIUM | ADVERB | THAT) && !words.is(start, PRONOUN) {
        start += 1;
    }
    if start >= end {
        return Speaker::None;
    }
    if words.is(start, PRONOUN) {
        return Speaker::Written(words.document.span(start..start + 1));
    }
    let end = hard_end(words, start, end.min(start + MAX_AFTER));
    let written = written_after(words, start, end);
    Speaker::Named { stretches: stretches(words, start..end), from_end: false, written }
}

/// Where the subject and what is said of it end: at the hearer, at the time, at a clause, at another quotation.
fn hard_end(words: &Words, start: usize, end: usize) -> usize {
    let stops = |i: usize| {
        words.is(i, SUBORDINATE) && i > start
            || is_hearer(words, i)
            || (words.is(i, PARTICIPLE) && words.cue(i).is_some())
            || words.document.token_text(i).starts_with(['"', '“', '”', '«', ':', ';', '!', '?'])
            || words.is_mark(i, ".") && !(words.is_capital(i + 1) && i + 1 < end && words.is_title(i.wrapping_sub(1)))
    };
    (start..end).find(|&i| stops(i)).unwrap_or(end)
}

/// "kepada" before a hearer; "to", which other nouns ask for as well, only after a comma.
fn is_hearer(words: &Words, i: usize) -> bool {
    let is_certain = !words.is(i, PREPOSITION) || (words.is_capital(i + 1) && words.is_mark(i.wrapping_sub(1), ","));
    words.is(i, HEARER) && is_certain
}

/// The first phrase, up to its comma or to a place that is not part of it.
fn written_after(words: &Words, start: usize, end: usize) -> Option<Span> {
    let limit = end.min(start + MAX_WRITTEN);
    // "Penjabat (Pj) Gubernur": a short form in brackets does not end what goes on behind it.
    let closes = |i: usize| (i + 1..limit.min(i + 4)).find(|&at| words.is_mark(at, ")"));
    let is_aside = |i: usize| words.is_mark(i, "(") && !closes(i).is_some_and(|close| words.is_capital(close + 1));
    let stops =
        |i: usize| words.is_mark(i, ",") || is_aside(i) || is_hearer(words, i) || words.is(i, JOIN) && !words.is_capital(i + 1);
    let stop = (start..limit).find(|&i| stops(i)).unwrap_or(limit);
    // "Jawab saksi singkat": the witness.
    let stop = (start + 1..stop).rev().find(|&i| !words.is(i, ADVERB)).map_or(stop.min(start + 1), |last| last + 1);
    (stop > start).then(|| words.document.span(start..stop))
}

/// The subject before a cue: "Kim juga mengatakan", "Robert O'Brien, a former adviser, said".
pub fn before(words: &Words, start: usize, cue: usize) -> Speaker {
    let start = (start..cue)
        .rev()
        .find(|&i| words.is_mark(i, ";") || words.is_mark(i, ":") && !words.document.is_glued(i + 1))
        .map_or(start, |mark| mark + 1);
    let start = clause_start(words, start + usize::from(words.is(start, LIKE) && start < cue), cue);
    let is_set_off = cue > start && words.is_mark(cue - 1, ",");
    let mut end = cue;
    while end > start
        && (words.is_mark(end - 1, ",") || words.is(end - 1, ADVERB | NEGATION) && !words.is(end - 1, PRONOUN | JOIN))
    {
        end -= 1;
    }
    if end == start || words.is(end - 1, JOIN) || (is_set_off && words.is(cue, PARTICIPLE)) {
        return main_subject(words, start, end);
    }
    if words.is(end - 1, PRONOUN) {
        return Speaker::Written(words.document.span(end - 1..end));
    }
    let is_relative = words.is(end - 1, RELATIVE);
    let end = if is_relative { before_relative(words, start, end - 1) } else { end };
    // "A wallet that competes with Telebirr, which claims": the noun before it, whatever governs that.
    let governed = |i: &usize| words.is(*i, PREPOSITION | HEARER);
    let start = if is_relative { (start..end).rev().find(governed).map_or(start, |last| last + 1) } else { start };
    let mut stretches = stretches(words, start..end);
    stretches.reverse();
    let is_noun = |stretch: &&Span| {
        let first = words.document.tokens_in(**stretch).start;
        words.is(first, PREDICATE) || !words.is_predicate(first)
    };
    let written = written_before(words, stretches.iter().find(is_noun), end);
    Speaker::Named { stretches, from_end: true, written }
}

/// After a clause with a verb of its own, the subordinate clause that holds the cue: "they searched when one of them said".
fn clause_start(words: &Words, start: usize, cue: usize) -> usize {
    let Some(opener) = (start..cue).rev().find(|&i| words.is(i, SUBORDINATE) || words.is_mark(i, ",")) else { return start };
    // ", while Kyiv said": what the clause before left.
    if opener <= start + 1 && start > words.sentence(cue).start && words.is(opener, COORDINATE) && opener + 1 < cue {
        return opener + 1;
    }
    let is_clause =
        words.is(opener, SUBORDINATE) && !words.is(cue, PARTICIPLE) && opener + 1 < cue && !words.has_predicate(opener + 1..cue);
    if is_clause && words.has_predicate(start..opener) { opener + 1 } else { start }
}

/// One past the noun that "yang" or "who" speaks of.
fn before_relative(words: &Words, start: usize, relative: usize) -> usize {
    (start..relative).rev().find(|&i| !words.is_mark(i, ",")).map_or(relative, |last| last + 1)
}

/// The nearest phrase that can be the subject, up to its comma.
fn written_before(words: &Words, nearest: Option<&Span>, end: usize) -> Option<Span> {
    let mut from = words.document.tokens_in(*nearest?).start;
    let stop = (from..end).find(|&i| words.is_mark(i, ",") || words.is(i, RELATIVE | BE)).unwrap_or(end);
    let head = words.sentence(from).start;
    while from < stop
        && words.is(from, SUBORDINATE | JOIN | COORDINATE | ADVERB | LIKE | PREDICATE)
        && (!words.is_capital(from + 1) || from == head && words.is(from, SUBORDINATE | JOIN | COORDINATE))
    {
        from += 1;
    }
    // "Dia meminta agar warga tidak khawatir bahwa …": what has its own verb is more than a subject.
    let verb = (from + 1..stop).find(|&i| words.cue(i).is_some_and(|cue| cue.is_verb()) && !words.is_capital(i));
    let stop = verb.unwrap_or(stop);
    let trails = |i: &usize| !words.is(*i, PREPOSITION | HEARER);
    let stop = (from..stop).rev().find(trails).map_or(from, |last| last + 1);
    (from < stop).then(|| words.document.span(from.max(stop.saturating_sub(MAX_WRITTEN))..stop))
}

/// The subject of the sentence, for a cue that has none of its own: "Kim menolak dan mengatakan".
fn main_subject(words: &Words, start: usize, end: usize) -> Speaker {
    if end == start {
        return Speaker::Running;
    }
    if let Some(pronoun) = (start..end.min(start + 4)).find(|&i| words.is(i, PRONOUN)) {
        return Speaker::Written(words.document.span(pronoun..pronoun + 1));
    }
    let stretches = stretches(words, start..end);
    if stretches.is_empty() {
        return Speaker::Running;
    }
    let first = words.document.tokens_in(stretches[0]);
    let verb = first.clone().find(|&i| words.is_predicate(i) || words.cue(i).is_some()).unwrap_or(first.end);
    // "Hakim lalu bertanya": the judge.
    let end = (first.start..verb).rev().find(|&i| !words.is(i, ADVERB)).map_or(first.start, |last| last + 1);
    let written = (end > first.start).then(|| words.document.span(first.start..end));
    Speaker::Named { stretches, from_end: false, written }
}

/// The stretches that no preposition or clause governs: a comma ends what governs.
fn stretches(words: &Words, tokens: Range<usize>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = Some(tokens.start);
    for i in tokens.clone() {
        // "Presiden ke-7", "mother-of-two": no preposition inside a compound governs.
        let ends = words.is(i, PREPOSITION | HEARER | SUBORDINATE | RELATIVE) && !words.is_in_compound(i);
        if ends || words.is_mark(i, ",") || words.is(i, THAT) {
            if let Some(from) = start.filter(|&from| from < i) {
                found.push(words.document.span(from..i));
            }
            start = (!ends).then_some(i + 1);
        }
    }
    if let Some(from) = start.filter(|&from| from < tokens.end) {
        found.push(words.document.span(from..tokens.end));
    }
    found
}
