//! Descriptions that stand for a name: "the minister", "pelatih berusia 54 tahun itu", "perusahaan tersebut". Only where exactly
//! one person has borne that office so far, or exactly one organization is of that kind; else nobody is chosen.

use super::{Linker, Pronoun};
use crate::detect::amounts::AGE;
use crate::lang::abbreviations::ENGLISH_HEADS;
use crate::lang::entities::EntityWords;
use crate::lang::roles::kind::{GAP, HEAD, HONORIFIC, INSIDE, INTRO, LEAD, QUALIFIER, STOP};
use crate::resolve::Draft;
use crate::segment::{Case, Document, TokenKind};
use crate::{Annotation, Label, Span};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A description has no more tokens than this.
const MAX_TOKENS: usize = 9;
/// An article and its noun have no more words between them than this.
const MAX_BETWEEN: usize = 3;
/// More bearers of one office than this are not told apart.
const MOST_BEARERS: usize = 4;
/// Roles are compared no further than this.
const MAX_ROLE: usize = 26;

/// Every description outside direct speech, with the entity it stands for, in order.
pub fn find(draft: &Draft, linker: &Linker) -> Vec<(Span, usize)> {
    let mut finder = Finder::new(draft, linker);
    let mut found = Vec::new();
    let mut i = 0;
    while i < draft.document.tokens.len() {
        finder.read_to(draft.document.tokens[i].span.start);
        let Some(tokens) = finder.description(i) else {
            i += 1;
            continue;
        };
        let span = draft.document.span(tokens.clone());
        i = tokens.end;
        if let Some(entity) = finder.meant(tokens).filter(|_| !linker.is_quoted(span)) {
            found.push((span, entity));
        }
    }
    found
}

/// The one so far, or several.
#[derive(Clone, Copy, PartialEq)]
enum Fitting {
    One(usize),
    Several,
}

impl Fitting {
    fn add(known: Option<Fitting>, entity: usize) -> Option<Fitting> {
        match known {
            None => Some(Fitting::One(entity)),
            Some(Fitting::One(other)) if other == entity => known,
            _ => Some(Fitting::Several),
        }
    }

    fn only(known: Option<Fitting>) -> Option<usize> {
        match known? {
            Fitting::One(entity) => Some(entity),
            Fitting::Several => None,
        }
    }
}

struct Finder<'d> {
    draft: &'d Draft<'d>,
    document: &'d Document<'d>,
    linker: &'d Linker<'d>,
    words: &'static EntityWords,
    /// The nouns that names of bodies hold, and those for companies, by [`crate::segment::Token::word`].
    is_body: Vec<bool>,
    is_company: Vec<bool>,
    /// Who has borne an office so far, by its noun, with the role that says so.
    bearers: FxHashMap<&'d str, Vec<(usize, Span)>>,
    /// The organization so far whose name holds this noun.
    bodies: FxHashMap<&'d str, Option<Fitting>>,
    /// The organization so far that is a company by its legal form, and the one that no noun makes anything else.
    company: Option<Fitting>,
    plain: Option<Fitting>,
    n_roles: usize,
    n_names: usize,
}

impl<'d> Finder<'d> {
    fn new(draft: &'d Draft<'d>, linker: &'d Linker<'d>) -> Self {
        let document = draft.document;
        let (bearers, bodies) = (FxHashMap::default(), FxHashMap::default());
        let words = &document.language.entities;
        let mut is_body = document.listed(document.language.abbreviations.heads);
        is_body.iter_mut().zip(document.listed(ENGLISH_HEADS)).for_each(|(is_body, is_english)| *is_body |= is_english);
        Self {
            draft,
            document,
            linker,
            words,
            is_body,
            is_company: document.listed(words.companies),
            bearers,
            bodies,
            company: None,
            plain: None,
            n_roles: 0,
            n_names: 0,
        }
    }

    /// Takes in the roles and names that end before a place.
    fn read_to(&mut self, offset: usize) {
        let (roles, names) = (&self.draft.roles, &self.draft.names);
        while let Some(role) = roles.get(self.n_roles).filter(|role| role.span.end <= offset) {
            self.n_roles += 1;
            self.hear_role(role);
        }
        while let Some(name) = names.get(self.n_names).filter(|name| name.span.end <= offset) {
            self.n_names += 1;
            if name.label == Label::Organization {
                self.hear_body(name);
            }
        }
    }

    fn hear_role(&mut self, role: &Annotation) {
        let (document, Some(entity)) = (self.document, role.entity) else { return };
        for i in document.tokens_in(role.span) {
            if !self.is(i, HEAD) {
                continue;
            }
            let bearers = self.bearers.entry(&document.words[document.tokens[i].word].lower).or_default();
            if bearers.len() <= MOST_BEARERS && bearers.iter().all(|(other, _)| *other != entity) {
                bearers.push((entity, role.span));
            }
        }
    }

    fn hear_body(&mut self, name: &Annotation) {
        let (document, Some(entity)) = (self.document, name.entity) else { return };
        let tokens = document.tokens_in(name.span);
        let before = tokens.start.saturating_sub(1);
        let is_legal = |i: usize| {
            let lower = document.lower(i);
            self.words.legal_forms.binary_search(&lower).is_ok() && !self.words.articles.contains(&lower)
        };
        if (before..tokens.end).any(is_legal) {
            self.company = Fitting::add(self.company, entity);
        }
        let nouns: Vec<usize> = tokens.clone().filter(|&i| self.is_body(i) && self.heads_name(&tokens, i)).collect();
        for &i in &nouns {
            let known = self.bodies.entry(&document.words[document.tokens[i].word].lower).or_insert(None);
            *known = Fitting::add(*known, entity);
        }
        if nouns.is_empty() {
            self.plain = Fitting::add(self.plain, entity);
        }
    }

    /// "Komisi Pemilihan", "Northern Rail Union", "Bank of Anu": the noun of the name, not any noun in it.
    fn heads_name(&self, name: &Range<usize>, i: usize) -> bool {
        match self.document.language.roles.role_first {
            true => i == name.start,
            false => i + 1 == name.end || self.is(i + 1, INSIDE),
        }
    }

    fn is(&self, i: usize, kinds: u16) -> bool {
        self.draft.findings.roles.is(self.document, i, kinds)
    }

    /// A noun that names of bodies hold.
    fn is_body(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|token| self.is_body[token.word])
    }

    fn is_company(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|token| self.is_company[token.word])
    }

    fn is_noun(&self, i: usize) -> bool {
        self.is(i, HEAD) || self.is_body(i) || self.is_company(i)
    }

    fn is_small(&self, i: usize) -> bool {
        self.document.kind(i) == TokenKind::Word && self.document.case(i) == Case::Lower
    }

    /// The description that begins at token `i`: article and noun, or noun and demonstrative.
    fn description(&self, i: usize) -> Option<Range<usize>> {
        let lower = self.document.lower(i);
        if self.words.articles.contains(&lower) {
            return self.behind_article(i);
        }
        let begins = self.is_noun(i) && (self.is_small(i) || self.document.tokens_in(self.sentence(i)).start == i);
        if self.words.demonstratives.is_empty() || !begins || self.is_counted(i) {
            return None;
        }
        self.before_demonstrative(i)
    }

    fn sentence(&self, i: usize) -> Span {
        self.document.sentences.get(self.document.sentence_of(i)).map_or(Span::new(0, 0), |sentence| sentence.span)
    }

    /// "Dua menteri itu", "para menteri itu", "wakil presiden itu" from its second word on.
    fn is_counted(&self, i: usize) -> bool {
        let start = self.document.tokens[i].span.start;
        let at = self.draft.numbers.partition_point(|number| number.span.end <= start);
        let is_number = self.draft.numbers.get(at).is_some_and(|number| number.span.start <= start);
        let follows = i > 0 && (self.is(i - 1, LEAD | HEAD | QUALIFIER) || matches!(self.document.token_text(i - 1), "-" | "–"));
        is_number || follows || self.document.token_text(i + 1) == "-"
    }

    /// "the prime minister", "the company"; not "the minister of health", "the minister Budi".
    fn behind_article(&self, article: usize) -> Option<Range<usize>> {
        let limit = article + 2 + MAX_BETWEEN;
        let fits = |i: usize| {
            self.is_small(i) && !self.is(i, STOP | INSIDE | INTRO | LEAD | HONORIFIC) || self.is(i, HEAD) && self.is_small(i)
        };
        let end = (article + 1..limit).find(|&i| !fits(i)).unwrap_or(limit);
        let last = (article + 1..end).rev().find(|&i| self.is_noun(i))?;
        let next = last + 1;
        let goes_on = self.is(next, INSIDE) && !self.is(next, LEAD)
            || self.document.token_text(next) == "-"
            || self.document.kind(next) == TokenKind::Word && !self.is_small(next) && self.linker.is_name_at(next);
        (!goes_on).then_some(article..next)
    }

    /// "presiden itu", "pelatih asal Maroko tersebut": to the demonstrative, over what describes the noun.
    fn before_demonstrative(&self, start: usize) -> Option<Range<usize>> {
        for i in start + 1..start + MAX_TOKENS {
            if self.words.demonstratives.contains(&self.document.lower(i)) {
                return Some(start..i + 1);
            }
            let is_part = match self.document.kind(i) {
                TokenKind::Word => !self.is(i, STOP | INTRO) || self.has_age_behind(i),
                TokenKind::Number => true,
                _ => self.document.token_text(i) == "-",
            };
            if !is_part {
                return None;
            }
        }
        None
    }

    /// "berusia" before "54 tahun"
    fn has_age_behind(&self, i: usize) -> bool {
        let Some(next) = self.document.tokens.get(i + 1) else { return false };
        let at = self.draft.numbers.partition_point(|number| number.span.start < next.span.start);
        self.draft.numbers.get(at).is_some_and(|number| number.span.start == next.span.start && number.rule == AGE)
    }

    /// The entity that a description stands for.
    fn meant(&self, tokens: Range<usize>) -> Option<usize> {
        let document = self.document;
        let noun = tokens.clone().find(|&i| self.is_noun(i))?;
        // "Berat badan guru tersebut": a person's, and no body's.
        if !self.is(noun, HEAD) && tokens.clone().any(|i| self.is(i, HEAD)) {
            return None;
        }
        if self.is(noun, HEAD) {
            return match self.borne(&tokens, noun)[..] {
                [entity] => Some(entity),
                [] => self.described(&tokens),
                _ => None,
            };
        }
        if self.is_company(noun) {
            return Fitting::only(self.company.or(self.plain));
        }
        Fitting::only(*self.bodies.get(document.lower(noun))?)
    }
}

/// Offices: whose they are.
impl Finder<'_> {
    /// Who has borne the office so far whose words all stand in his role.
    fn borne(&self, tokens: &Range<usize>, noun: usize) -> Vec<usize> {
        let document = self.document;
        let is_told = |i: &usize| self.is_small(*i) && !self.is(*i, INSIDE | GAP | STOP) || self.is(*i, HEAD | QUALIFIER);
        let start =
            (tokens.start..noun).find(|&i| is_told(&i) && !self.words.articles.contains(&document.lower(i))).unwrap_or(noun);
        let title: Vec<&str> = (start..tokens.end)
            .take_while(|i| is_told(i) && !self.words.demonstratives.contains(&document.lower(*i)))
            .map(|i| document.lower(i))
            .collect();
        let bears = |role: Span| {
            let tokens = document.tokens_in(role);
            title.iter().all(|word| tokens.clone().take(MAX_ROLE).any(|i| document.lower(i) == *word))
        };
        let known = self.bearers.get(document.lower(noun)).map_or(&[][..], Vec::as_slice);
        known.iter().filter(|(_, role)| bears(*role)).map(|(entity, _)| *entity).collect()
    }

    /// "Pelatih berusia 54 tahun itu", "the 62-year-old": what tells of age or origin means the one person near.
    fn described(&self, tokens: &Range<usize>) -> Option<usize> {
        let tells = |i: usize| self.document.kind(i) == TokenKind::Number || self.linker.is_name_at(i);
        if !tokens.clone().skip(1).any(tells) {
            return None;
        }
        let span = self.document.span(tokens.clone());
        let pronoun = Pronoun { span, gender: 0, is_speaker: false };
        let entity = self.linker.nearest(pronoun)?;
        self.linker.is_alone(entity, self.document.sentence_of(tokens.start), pronoun).then_some(entity)
    }
}
