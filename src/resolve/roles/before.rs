//! Roles that end where a name begins, or at the comma before it.

use super::{MAX_PLAIN, MAX_TOKENS, Reader};
use crate::Label;
use crate::lang::roles::kind::*;
use crate::segment::TokenKind;
use std::ops::Range;

impl Reader<'_> {
    /// "Kepala Pusat Data (Pusdat) Kementerian Kelautan": from the first head that nothing parts from the name.
    pub fn before_head_first(&self, end: usize, first: usize, has_comma: bool) -> Option<Range<usize>> {
        let mut best = None;
        let mut n_plain = 0;
        let mut i = end;
        while i > first && end - i < MAX_TOKENS {
            let at = i - 1;
            if let Some(name) = self.name_ending_at(at) {
                let start = self.document.token_at(name.span.start);
                let is_complement = has_comma && i == end && start > first && self.is_relation_before(start, first);
                if name.label == Label::Person && !is_complement || start >= i {
                    break;
                }
                (i, n_plain) = (start, 0);
                continue;
            }
            // "Kepala dusun adalah Ratmi": a sentence of its own. "Putra-putra Pandu": several.
            let is_several = self.is_mark(at, "-") && self.document.lower(at.wrapping_sub(1)) == self.document.lower(i);
            if is_several || self.is(at, INTRO) && !self.is(at, LEAD | STOP) {
                break;
            }
            let joins_next = self.is(at, AND) && self.is(i, HEAD | QUALIFIER) && best == Some(i);
            if self.breaks(at) || joins_next || self.is_mark(at, ",") {
                break;
            }
            n_plain = if self.is_plain(at) { n_plain + 1 } else { 0 };
            if n_plain > MAX_PLAIN {
                break;
            }
            if self.is(at, HEAD) {
                best = Some(at);
            }
            i = at;
        }
        let head = best?;
        if head + 1 == end && self.is(head, RELATION) && !has_comma {
            return None;
        }
        Some(self.with_qualifiers(head, first)..end)
    }

    /// "penasihat Trump": a relation directly before the name at `start`.
    fn is_relation_before(&self, start: usize, first: usize) -> bool {
        (first.max(start.saturating_sub(3))..start).any(|i| self.is(i, RELATION))
    }

    /// "Mantan", "Wakil", "Pak" before the head.
    fn with_qualifiers(&self, head: usize, first: usize) -> usize {
        let mut start = head;
        while start > first && (self.is(start - 1, QUALIFIER) || self.is(start - 1, HONORIFIC) && self.is_capital(start - 1)) {
            start -= 1;
        }
        start
    }

    /// "former Supreme Court Justice", "Lena's former tennis coach", "General Secretary of the Forum".
    pub fn before_head_last(&self, end: usize, first: usize) -> Option<Range<usize>> {
        // "Station house officer (SHO)": the short form stays with the role.
        let inner = if self.is_bracketed(end, first) { end - 3 } else { end };
        let head = match inner - 1 {
            last if self.is(last, HEAD) => last,
            last if self.is_compound_head(last, first) => last,
            last if self.is_hyphened_phrase(last, first) => last - 4,
            last if last > first && self.is_adjective_of_head(last) => last - 1,
            _ => self.head_of_phrase(inner, first).or_else(|| self.head_of_plain_phrase(inner, first))?,
        };
        let mut start = head;
        let mut n_plain = 0;
        while start > first && end - start < MAX_TOKENS {
            // "Bank of Japan (BOJ) board member"
            let at = if self.is_bracketed(start, first) { start - 4 } else { start - 1 };
            if let Some(name) = self.name_ending_at(at) {
                let name_start = self.document.token_at(name.span.start);
                if name.label == Label::Person || name_start >= start {
                    break;
                }
                (start, n_plain) = (name_start, 0);
                continue;
            }
            if self.is_genitive(at) && at > first {
                return Some(self.owner_before(at)..end);
            }
            if self.is_possessive(at) {
                return Some(at..end);
            }
            if at >= first + 2 && self.is_mark(at - 1, "-") && self.document.is_glued(at) && self.document.is_glued(at - 1) {
                start = at - 2;
                continue;
            }
            // "Actor and comedian", "Business and Trade Secretary"
            if self.is_pair(at, start, first) {
                start = at - 1;
                continue;
            }
            let is_title = self.is(at, HEAD | QUALIFIER) || (self.is(at, HONORIFIC) && self.is(start, HEAD));
            let is_adjective = is_title || !self.is(at, LEAD | INSIDE | AND | INTRO | HONORIFIC);
            n_plain = if self.is_plain(at) { n_plain + 1 } else { 0 };
            if self.breaks(at) || !is_adjective || n_plain > MAX_PLAIN || self.is_mark(at, ",") || self.is_mark(at, ")") {
                break;
            }
            start = at;
        }
        Some(start..end)
    }

    /// "And" between two heads without an article, or between the capitals of one office.
    fn is_pair(&self, and: usize, start: usize, first: usize) -> bool {
        if and <= first || !self.is(and, AND) {
            return false;
        }
        let before = and - 1;
        let is_compound = before > first && self.is_mark(before - 1, "-") && self.document.is_glued(before);
        let opens = before == first
            || is_compound
            || self.is(before - 1, STOP | INSIDE | AND) && !self.is(before - 1, LEAD)
            || self.is_mark(before - 1, ",");
        let are_heads = self.is(before, HEAD) && self.is(start, HEAD | QUALIFIER) && opens;
        let are_capitals = [before, start].iter().all(|&i| self.is_capital(i) && !self.is(i, HEAD | QUALIFIER | HONORIFIC));
        (are_heads || are_capitals) && self.name_ending_at(before).is_none()
    }

    /// "The managing director of the Port Authority (PA)," from behind its article on.
    pub fn led_by_article(&self, end: usize, first: usize) -> Option<Range<usize>> {
        let lowest = first.max(end.saturating_sub(MAX_TOKENS));
        let stops = |i: usize| self.is_mark(i, ",") || self.breaks(i) && !self.is(i, HEAD);
        let of =
            (lowest..end).rev().take_while(|&i| !stops(i)).filter(|&i| self.is(i, INSIDE) && !self.is(i, AND | LEAD)).last()?;
        let head = of.checked_sub(1).filter(|&head| head >= first && self.is(head, HEAD))?;
        let is_adjective = |i: usize| self.document.kind(i) == TokenKind::Word && !self.is(i, INSIDE | AND | STOP | LEAD);
        let start = (lowest..head).rev().take_while(|&i| is_adjective(i)).last().unwrap_or(head);
        // "Its head of mission", "(the) charity's head of policy"
        if self.is_possessive(start) {
            return Some(start..end);
        }
        if start > first + 1 && self.is_genitive(start - 1) {
            return Some(self.owner_before(start - 1)..end);
        }
        let has_article = start > first && self.is(start - 1, LEAD);
        let people = self.names.partition_point(|name| name.span.start < self.document.span(of..of + 1).start);
        let is_free = self.names[people..]
            .iter()
            .take_while(|name| name.span.end <= self.document.span(end - 1..end).end)
            .all(|name| name.label != Label::Person);
        (has_article && is_free && head - start < MAX_PLAIN).then_some(start..end)
    }

    fn is_genitive(&self, i: usize) -> bool {
        self.document.token_text(i).starts_with(['\'', '’'])
    }

    /// Where the owner before a genitive begins: a name, or one word.
    fn owner_before(&self, genitive: usize) -> usize {
        let last = genitive - 1;
        self.name_ending_at(last).map_or(last, |name| self.document.token_at(name.span.start)).min(last)
    }

    /// One word in brackets, with words before it, ends before this token.
    fn is_bracketed(&self, end: usize, first: usize) -> bool {
        end >= first + 4 && self.is_mark(end - 1, ")") && self.is_mark(end - 3, "(")
    }

    /// "secretary-general", "director-general": the head is the first half.
    fn is_compound_head(&self, last: usize, first: usize) -> bool {
        last >= first + 2
            && self.is_mark(last - 1, "-")
            && self.document.is_glued(last)
            && self.document.is_glued(last - 1)
            && self.is(last - 2, HEAD)
    }

    /// "Mother-of-two"
    fn is_hyphened_phrase(&self, last: usize, first: usize) -> bool {
        last >= first + 4
            && self.is(last - 4, HEAD)
            && self.is(last - 2, INSIDE)
            && (last - 3..=last).all(|i| self.document.is_glued(i))
            && [last - 3, last - 1].iter().all(|&i| self.is_mark(i, "-"))
    }

    /// The head before "of" in "General Secretary of the Coastal Farmers Alliance".
    fn head_of_phrase(&self, end: usize, first: usize) -> Option<usize> {
        let lowest = first.max(end.saturating_sub(10));
        let of = (lowest..end)
            .rev()
            .take_while(|&i| self.is_capital(i) || self.is(i, INSIDE | LEAD))
            .find(|&i| self.is(i, INSIDE) && !self.is(i, AND))?;
        (of > first && self.is(of - 1, HEAD) && self.is_capital(of - 1)).then(|| of - 1)
    }

    /// The head before "of" in "White House chief of staff": one or two words in lower case follow.
    fn head_of_plain_phrase(&self, end: usize, first: usize) -> Option<usize> {
        let is_inner = |i: usize| self.is(i, INSIDE) && !self.is(i, AND | LEAD);
        let of = (first.max(end.saturating_sub(3))..end.checked_sub(1)?).rev().find(|&i| is_inner(i))?;
        let are_plain = (of + 1..end).all(|i| self.is_plain(i) && !self.breaks(i) && !self.is(i, LEAD | QUALIFIER));
        (are_plain && of > first && self.is(of - 1, HEAD)).then(|| of - 1)
    }
}
