//! Roles that follow a name.

use super::{MAX_TOKENS, Reader};
use crate::Label;
use crate::lang::roles::kind::*;
use crate::segment::TokenKind;
use std::ops::Range;

impl Reader<'_> {
    /// "Name, (the) chairman of X,", "Name selaku direktur".
    pub fn after(&self, name_end: usize, last: usize) -> Option<Range<usize>> {
        let mut start = self.skip_age(name_end);
        let has_comma = self.is_mark(start, ",");
        let is_introduced = self.is(start, INTRO) && !self.is(start, LEAD) && self.is(start + 1, HEAD | QUALIFIER);
        if !has_comma && !is_introduced {
            return None;
        }
        start += 1;
        while start < last && self.is(start, INTRO | LEAD) {
            start += 1;
        }
        let mut end = start;
        let mut has_head = false;
        while end < last && end - start < MAX_TOKENS {
            if let Some(name) = self.name_starting_at(end) {
                if name.label == Label::Person && !(has_head && self.takes_person(end)) {
                    if end > start && !self.is_mark(end - 1, ",") && !self.is(end - 1, AND) {
                        return None;
                    }
                    break;
                }
                end = self.document.tokens_in(name.span).end.max(end + 1);
                continue;
            }
            let is_early = end - start < 6;
            // "Accused the president": what takes an object is a verb.
            if has_head && self.is(end, LEAD) && self.is(end - 1, HEAD) && !self.document.language.roles.role_first {
                return None;
            }
            has_head |= self.is(end, HEAD) && is_early;
            if self.breaks(end) || self.is_mark(end, ",") || (!has_head && !is_early) {
                break;
            }
            end += 1;
        }
        let trails = |i: usize| self.is_mark(i, ".") || self.is(i, INSIDE | AND | LEAD) && !self.is(i, HEAD);
        while end > start && trails(end - 1) {
            end -= 1;
        }
        let starts_well = !self.document.language.roles.role_first || self.is(start, HEAD | QUALIFIER);
        (has_head && starts_well && start < end && !self.starts_clause(start)).then_some(start..end)
    }

    /// "Menurut Rudi, korban ditemukan …": what Rudi says, and not what he is.
    fn starts_clause(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|token| self.clauses.binary_search(&token.span.start).is_ok())
    }

    /// "wife of Mr. Urey", "kuasa hukum Sahara": the name at `i` belongs to the role.
    fn takes_person(&self, i: usize) -> bool {
        let document = self.document;
        let before = (i.saturating_sub(3)..i).rev().find(|&at| !self.is(at, HONORIFIC) && !self.is_mark(at, "."));
        // "kuasa hukum Sahara"
        if i >= 2 && self.is(i - 2, RELATION) && self.is_plain(i - 1) {
            return true;
        }
        before.is_some_and(|at| self.is(at, INSIDE | RELATION))
            && (self.is(i - 1, HONORIFIC | INSIDE | RELATION) || document.token_text(i - 1) == ".")
    }

    /// "(40)" and ", 40" after a name.
    fn skip_age(&self, i: usize) -> usize {
        let is_number = self.document.kind(i + 1) == TokenKind::Number;
        if self.is_mark(i, "(") && self.is_mark(i + 2, ")") && is_number {
            i + 3
        } else if self.is_mark(i, ",") && self.is_mark(i + 2, ",") && is_number {
            i + 2
        } else {
            i
        }
    }
}
