//! Finds the roles that stand next to a person, and links them.

mod after;
mod before;

use super::Draft;
use crate::detect::roles::Clues;
use crate::lang::roles::kind::*;
use crate::order;
use crate::segment::{Document, TokenKind};
use crate::{Annotation, Label, Span, Value};
use std::ops::Range;

/// A role is no longer than this.
const MAX_TOKENS: usize = 26;
/// So many words in lower case, unknown to the tables, may stand together in a role.
const MAX_PLAIN: usize = 4;

/// Marks the roles of every person the article names.
pub fn link(draft: &mut Draft) {
    let quoted = draft.findings.quotes.quotations.iter().filter(|quotation| quotation.label == Label::Indirect);
    let clauses: Vec<usize> = quoted.map(|quotation| quotation.span.start).collect();
    let reader = Reader { document: draft.document, clues: &draft.findings.roles, names: &draft.names, clauses: &clauses };
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
    order::by_span(&mut roles, |role| role.span);
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
    /// Where the clauses begin that somebody is reported to say, in order.
    clauses: &'d [usize],
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
            // "Komisaris Besar" is a rank, "komisaris" an office; the "General" of "Secretary-General" is none.
            let is_rank = !self.is(at, HEAD) || (at + 1 < name && start == at + 1 && self.is(at + 1, TAIL | HONORIFIC));
            let is_half =
                at > first && (self.document.is_glued(at) && self.is_mark(at - 1, "-") || self.is_adjective_of_head(at));
            let ends_rank =
                at + 1 == name && at > first && self.is(at, TAIL) && self.is(at - 1, HEAD) && self.is(at - 1, HONORIFIC);
            if ends_rank || self.is(at, HONORIFIC) && is_rank && !is_half && self.is_written_as_title(at) {
                start = at;
            } else if !self.is(at, TAIL) && !self.is_mark(at, ".") && !self.is_mark(at, ")") && !self.is_mark(at, "(") {
                break;
            }
            i = at;
        }
        let end = if name > start && self.is_mark(name - 1, "(") { name - 1 } else { name };
        (start < end).then_some(start..end)
    }

    /// "(Attorney) General", "(director) general".
    fn is_adjective_of_head(&self, i: usize) -> bool {
        self.is(i, HONORIFIC)
            && self.is(i, TAIL)
            && !self.is(i, HEAD)
            && i > 0
            && self.is(i - 1, HEAD)
            && !self.is(i - 1, HONORIFIC)
    }

    /// With a capital, or short for a word: "dr. Ratna", "drg Ratna".
    fn is_written_as_title(&self, i: usize) -> bool {
        self.is_capital(i) || !self.document.lower(i).contains(['a', 'e', 'i', 'o', 'u'])
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
        // "Gubernur Jawa Tengah": what stops a role elsewhere stands inside a name here.
        let is_in_name = end > first && self.name_ending_at(end - 1).is_some();
        if end <= first || self.is(end - 1, AND | STOP | INSIDE | LEAD) && !self.is(end - 1, HEAD) && !is_in_name {
            return None;
        }
        let role = match self.document.language.roles.role_first {
            true => self.before_head_first(end, first, has_comma),
            false => self.led_by_article(end, first).filter(|_| has_comma).or_else(|| self.before_head_last(end, first)),
        }?;
        // "Prado accused Feldman": a verb, where no article leads it.
        let is_verb = role.len() == 1 && !self.is_capital(role.start) && self.ends_as_verb(role.start);
        let is_led = role.start > first && self.is(role.start - 1, LEAD) || gaps > 0 || self.is_owned(&role);
        let role_first = self.document.language.roles.role_first;
        // "Rumah dinas bupati, …", but "keterangan Bupati Garut, …".
        let is_part_of_noun =
            role.start > first && self.is_plain(role.start - 1) && !self.breaks(role.start - 1) && !self.is_capital(role.start);
        let fits = is_led || (role_first && !is_part_of_noun && !self.is_after_person(role.start));
        (fits || !has_comma).then_some(role).filter(|_| is_led || !is_verb)
    }

    /// "Kenya's opposition leader", "his co-star": it says whose.
    fn is_owned(&self, role: &Range<usize>) -> bool {
        let is_genitive = |i: usize| matches!(self.document.token_text(i), "'s" | "’s" | "'" | "’") && i > role.start;
        self.is_possessive(role.start) || role.clone().any(is_genitive)
    }

    fn ends_as_verb(&self, i: usize) -> bool {
        let word = self.document.lower(i);
        self.document.language.speech.verb_suffixes.iter().any(|suffix| word.ends_with(suffix))
    }

    fn is_possessive(&self, i: usize) -> bool {
        let speech = &self.document.language.speech;
        speech.possessives.binary_search(&self.document.lower(i)).is_ok()
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
            // "12:42 Chancellor Ann Brooks"
            TokenKind::Number => i > 0 && self.document.is_glued(i) && self.is_mark(i - 1, ":"),
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
