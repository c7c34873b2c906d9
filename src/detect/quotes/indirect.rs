//! What somebody said, in the reporter's words: the clause beside a reporting verb.

use super::clause::{Clause, Reader};
use super::words::Words;
use super::{Quotation, Speaker, direct};
use crate::lang::speech::Cue;
use crate::lang::speech::part::{PARTICIPLE, PRONOUN, THAT};
use crate::order;
use crate::segment::TokenKind;
use crate::{Label, Span};
use std::ops::Range;

/// What is longer is a list or a table, no sentence; it would cost its square.
const MAX_SENTENCE: usize = 400;

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
    order::by(found, |quotation| [quotation.span.start, !quotation.span.end, 0]);
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

struct Finder<'w, 'd> {
    words: &'w Words<'d>,
    used_cues: &'w [usize],
    marked: &'w [Range<usize>],
    indirect: Vec<Quotation>,
}

impl Finder<'_, '_> {
    fn sentence(&mut self, sentence: Range<usize>) {
        if sentence.len() > MAX_SENTENCE {
            return;
        }
        let sentence = self.words.past_clock(sentence.start).min(sentence.end)..sentence.end;
        let cues: Vec<usize> = sentence.clone().filter(|&i| self.is_free_cue(i)).collect();
        let end = self.content_end(&sentence);
        let mut floor = sentence.start;
        for (n, &cue) in cues.iter().enumerate() {
            if cue < floor {
                continue;
            }
            let reader = Reader { words: self.words, sentence: sentence.start..end, floor, later: &cues[n + 1..] };
            let Some(clause) = reader.clause(cue).filter(|clause| self.is_worth(clause, cue)) else { continue };
            floor = clause.tokens.end.max(cue + 1);
            self.push(cue, clause, end);
        }
    }

    fn push(&mut self, cue: usize, clause: Clause, sentence_end: usize) {
        let words = self.words;
        // "\"We are ready,\" Brooks said, adding that ...": who has just spoken goes on.
        let start = words.sentence(cue).start;
        let used = self.used_cues.partition_point(|&used| used < cue);
        let follows_direct = words.is(cue, PARTICIPLE) && used > 0 && self.used_cues[used - 1] >= start;
        let speaker = if follows_direct { Speaker::Running } else { clause.speaker };
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
            speaker,
            source,
            rule: clause.rule,
            confidence: clause.confidence,
        });
    }

    /// "Hasan seperti dikutip harian Suara Pagi mengatakan"
    fn cited_before(&self, cue: usize) -> Option<Span> {
        let start = self.words.sentence(cue).start;
        let cited = (start..cue).rev().find(|&i| self.words.cue(i) == Some(Cue::Cited))?;
        direct::source(self.words, cited + 1, cue)
    }

    /// A cue in no quotation that no direct one has taken.
    fn is_free_cue(&self, i: usize) -> bool {
        (self.words.is_headline_verb(i) || self.words.cue(i).is_some_and(|cue| cue != Cue::Order))
            && self.used_cues.binary_search(&i).is_err()
            && !self.marked_at(i)
    }

    fn marked_at(&self, i: usize) -> bool {
        let after = self.marked.partition_point(|tokens| tokens.start <= i);
        after.checked_sub(1).is_some_and(|before| self.marked[before].contains(&i))
    }

    /// A clause has words of its own outside any quotation.
    fn is_worth(&self, clause: &Clause, cue: usize) -> bool {
        let is_word = |&i: &usize| self.words.document.kind(i) != TokenKind::Mark && !self.marked_at(i);
        let n_outside = clause.tokens.clone().filter(is_word).count();
        // "Mengaku menyesal", "bahwa situasinya \"genting\"": one word is a clause where its verb or its conjunction says so.
        let is_verb = |&i: &usize| self.words.is_predicate(i) && !self.marked_at(i);
        let first = clause.tokens.start;
        // "She said he \"kept to himself\"."
        let is_subject = self.words.is(first, PRONOUN) && clause.tokens.len() > 1;
        let says_so = match self.words.cue(cue) {
            Some(Cue::Verb) => first > cue + 1 || is_subject || is_verb(&first),
            Some(Cue::Told) => self.words.is(first.wrapping_sub(1), THAT),
            cue => cue.is_some_and(Cue::is_verb) && is_subject,
        };
        n_outside >= if self.words.is_capital(cue) || says_so { 1 } else { 2 }
            && self.used_cues.binary_search(&clause.tokens.start).is_err()
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
