//! Finds the roles that stand next to a person, and links them.

use super::Draft;
use crate::detect::roles::Clues;
use crate::lang::roles::kind::*;
use crate::segment::{Document, TokenKind};
use crate::{Annotation, Label, Span, Value};
use std::ops::Range;

/// A role is no longer than this.
const MAX_TOKENS: usize = 26;
/// So many words in lower case, unknown to the tables, may stand together in a role.
const MAX_PLAIN: usize = 4;

/// Marks the roles of every person the article names.
pub fn link(draft: &mut Draft) {
    let reader = Reader { document: draft.document, clues: &draft.findings.roles, names: &draft.names };
    let mut roles: Vec<Annotation> = Vec::new();
    for (i, name) in draft.names.iter().enumerate().rev().filter(|(_, name)| name.label == Label::Person) {
        for (tokens, rule) in reader.roles_of(i) {
            let span = draft.document.span(tokens);
            if !span.is_empty() {
                let role =
                    Annotation { span, label: Label::Role, entity: name.entity, value: Value::None, rule, confidence: 0.85 };
                keep_longest(&mut roles, role);
            }
        }
    }
    roles.sort_by_key(|role| role.span);
    draft.roles = roles;
}

/// Of roles that overlap the longer stays: "wife of Mr. Urey" holds "Mr.". They come from the end of the article.
fn keep_longest(roles: &mut Vec<Annotation>, role: Annotation) {
    let near = roles.len().saturating_sub(4);
    if roles[near..].iter().any(|other| other.span.overlaps(role.span) && !role.span.contains(other.span)) {
        return;
    }
    let later = roles.split_off(near);
    roles.extend(later.into_iter().filter(|other| !other.span.overlaps(role.span)));
    roles.push(role);
}

struct Reader<'d> {
    document: &'d Document<'d>,
    clues: &'d Clues,
    names: &'d [Annotation],
}

impl Reader<'_> {
    /// The roles beside name `i`: a form of address, a role before it, a role after it.
    fn roles_of(&self, i: usize) -> Vec<(Range<usize>, &'static str)> {
        let tokens = self.document.tokens_in(self.names[i].span);
        let sentence = self.sentence(tokens.start);
        let mut found = Vec::new();
        if tokens.is_empty() {
            return found;
        }
        // A tagger may take a form of address for part of the name.
        let is_address = |i: &usize| self.is(*i, HONORIFIC) && !self.is(*i, HEAD) || self.is_mark(*i, ".");
        let name_start = tokens.start + tokens.clone().take_while(is_address).count();
        let name_start = if name_start < tokens.end { name_start } else { tokens.start };
        let honorific = self.honorific(name_start, sentence.start);
        let start = honorific.as_ref().map_or(tokens.start, |role| role.start);
        found.extend(honorific.map(|role| (role, "role-honorific")));
        found.extend(self.before(start, sentence.start, tokens.end).map(|role| (role, "role-before")));
        found.extend(self.after(tokens.end, sentence.end).map(|role| (role, "role-after")));
        found
    }

    fn sentence(&self, i: usize) -> Range<usize> {
        self.document.sentences.get(self.document.sentence_of(i)).map_or(i..i, |sentence| sentence.tokens.clone())
    }

    fn is(&self, i: usize, kinds: u16) -> bool {
        self.clues.is(self.document, i, kinds)
    }

    fn is_mark(&self, i: usize, mark: &str) -> bool {
        self.document.kind(i) == TokenKind::Mark && self.document.token_text(i) == mark
    }

    fn is_capital(&self, i: usize) -> bool {
        self.document.token_text(i).starts_with(char::is_uppercase)
    }

    /// Forms of address and ranks directly before a name: "Kombes Pol", "Maj Gen (retd)", "Mr.".
    fn honorific(&self, name: usize, first: usize) -> Option<Range<usize>> {
        let mut start = name;
        let mut i = name;
        while i > first {
            let at = i - 1;
            if self.is(at, HONORIFIC) && !self.is(at, HEAD) && self.is_capital(at) {
                start = at;
            } else if !self.is(at, TAIL) && !self.is_mark(at, ".") && !self.is_mark(at, ")") && !self.is_mark(at, "(") {
                break;
            }
            i = at;
        }
        let end = if name > start && self.is_mark(name - 1, "(") { name - 1 } else { name };
        (start < end).then_some(start..end)
    }

    /// The role that ends where the name (with its form of address) begins, or at a comma before it.
    fn before(&self, name: usize, first: usize, name_end: usize) -> Option<Range<usize>> {
        let mut end = name;
        let mut gaps = 0;
        while end > first && self.is(end - 1, GAP) {
            end -= 1;
            gaps += 1;
        }
        let has_comma = end > first && self.is_mark(end - 1, ",");
        let in_brackets = end > first && self.is_mark(end - 1, "(") && self.is_mark(name_end, ")");
        end -= usize::from(has_comma || in_brackets);
        if end <= first || self.is(end - 1, AND | STOP | INSIDE | LEAD) && !self.is(end - 1, HEAD) {
            return None;
        }
        let role = match self.document.language.roles.role_first {
            true => self.before_head_first(end, first, has_comma),
            false => self.led_by_article(end, first).filter(|_| has_comma).or_else(|| self.before_head_last(end, first)),
        }?;
        let is_led = role.start > first && self.is(role.start - 1, LEAD) || gaps > 0 || self.is_owned(&role);
        let role_first = self.document.language.roles.role_first;
        let is_part_of_noun = role.start > first && self.is_plain(role.start - 1) && !self.breaks(role.start - 1);
        let fits = is_led || (role_first && !is_part_of_noun && !self.is_after_person(role.start));
        (fits || !has_comma).then_some(role)
    }

    /// "Kepala Pusat Data (Pusdat) Kementerian Kelautan": from the first head that nothing parts from the name.
    fn before_head_first(&self, end: usize, first: usize, has_comma: bool) -> Option<Range<usize>> {
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
    fn before_head_last(&self, end: usize, first: usize) -> Option<Range<usize>> {
        let head = match end - 1 {
            last if self.is(last, HEAD) => last,
            last if self.is_compound_head(last, first) => last,
            _ => self.head_of_phrase(end, first)?,
        };
        let mut start = head;
        let mut n_plain = 0;
        while start > first && end - start < MAX_TOKENS {
            let at = start - 1;
            if let Some(name) = self.name_ending_at(at) {
                let name_start = self.document.token_at(name.span.start);
                if name.label == Label::Person || name_start >= start {
                    break;
                }
                (start, n_plain) = (name_start, 0);
                continue;
            }
            if self.document.token_text(at).starts_with(['\'', '’']) && at > first {
                let owner = self.name_ending_at(at - 1).map_or(at - 1, |name| self.document.token_at(name.span.start));
                return Some(owner.min(at - 1)..end);
            }
            if self.is_possessive(at) {
                return Some(at..end);
            }
            if at >= first + 2 && self.is_mark(at - 1, "-") && self.document.is_glued(at) && self.document.is_glued(at - 1) {
                start = at - 2;
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

    /// "secretary-general", "director-general": the head is the first half.
    fn is_compound_head(&self, last: usize, first: usize) -> bool {
        last >= first + 2
            && self.is_mark(last - 1, "-")
            && self.document.is_glued(last)
            && self.document.is_glued(last - 1)
            && self.is(last - 2, HEAD)
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

    /// "The managing director of the Port Authority (PA)," from behind its article on.
    fn led_by_article(&self, end: usize, first: usize) -> Option<Range<usize>> {
        let lowest = first.max(end.saturating_sub(MAX_TOKENS));
        let stops = |i: usize| self.is_mark(i, ",") || self.breaks(i) && !self.is(i, HEAD);
        let of =
            (lowest..end).rev().take_while(|&i| !stops(i)).filter(|&i| self.is(i, INSIDE) && !self.is(i, AND | LEAD)).last()?;
        let head = of.checked_sub(1).filter(|&head| head >= first && self.is(head, HEAD))?;
        let is_adjective = |i: usize| self.document.kind(i) == TokenKind::Word && !self.is(i, INSIDE | AND | STOP | LEAD);
        let start = (lowest..head).rev().take_while(|&i| is_adjective(i)).last().unwrap_or(head);
        let has_article = start > first && self.is(start - 1, LEAD);
        let people = self.names.partition_point(|name| name.span.start < self.document.span(of..of + 1).start);
        let is_free = self.names[people..]
            .iter()
            .take_while(|name| name.span.end <= self.document.span(end - 1..end).end)
            .all(|name| name.label != Label::Person);
        (has_article && is_free && head - start < MAX_PLAIN).then_some(start..end)
    }

    /// "Kenya's opposition leader", "his co-star": it says whose.
    fn is_owned(&self, role: &Range<usize>) -> bool {
        let is_genitive = |i: usize| matches!(self.document.token_text(i), "'s" | "’s" | "'" | "’") && i > role.start;
        self.is_possessive(role.start) || role.clone().any(is_genitive)
    }

    fn is_possessive(&self, i: usize) -> bool {
        let speech = &self.document.language.speech;
        speech.possessives.binary_search(&self.document.lower(i)).is_ok()
    }

    /// "Name, (the) chairman of X,", "Name selaku direktur".
    fn after(&self, name_end: usize, last: usize) -> Option<Range<usize>> {
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
        (has_head && starts_well && start < end).then_some(start..end)
    }

    /// "wife of Mr. Urey", "kuasa hukum Sahara": the name at `i` belongs to the role.
    fn takes_person(&self, i: usize) -> bool {
        let document = self.document;
        let before = (i.saturating_sub(3)..i).rev().find(|&at| !self.is(at, HONORIFIC) && !self.is_mark(at, "."));
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

    /// True when `i` follows "Name,": what starts there is that person's.
    fn is_after_person(&self, i: usize) -> bool {
        let comma = i.checked_sub(1).filter(|&comma| self.is_mark(comma, ","));
        comma.and_then(|comma| self.name_ending_at(comma.checked_sub(1)?)).is_some_and(|name| name.label == Label::Person)
    }

    /// Words and marks that no role holds.
    fn breaks(&self, i: usize) -> bool {
        match self.document.kind(i) {
            TokenKind::Mark => {
                !matches!(self.document.token_text(i), "(" | ")" | "-" | "/" | "&" | "." | "," | "'s" | "’s" | "–")
            }
            TokenKind::Link => true,
            _ => self.is(i, STOP) && !self.is(i, HEAD | QUALIFIER),
        }
    }

    /// A word in lower case that no table knows.
    fn is_plain(&self, i: usize) -> bool {
        self.document.kind(i) == TokenKind::Word && !self.is_capital(i) && !self.is(i, HEAD | QUALIFIER | INSIDE)
    }

    fn name_ending_at(&self, i: usize) -> Option<&Annotation> {
        let end = self.document.tokens.get(i)?.span.end;
        let at = self.names.partition_point(|name| name.span.end < end);
        self.names.get(at).filter(|name| name.span.end == end)
    }

    fn name_starting_at(&self, i: usize) -> Option<&Annotation> {
        let start = self.document.tokens.get(i)?.span.start;
        let at = self.names.partition_point(|name| name.span.start < start);
        self.names.get(at).filter(|name| name.span.start == start)
    }
}

/// The role that covers a name, if one does.
pub(super) fn covering<'d>(draft: &'d Draft, span: Span) -> Option<&'d Annotation> {
    let after = draft.roles.partition_point(|role| role.span.start <= span.start);
    after.checked_sub(1).map(|before| &draft.roles[before]).filter(|role| role.span.contains(span))
}
