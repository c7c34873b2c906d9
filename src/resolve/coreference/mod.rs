//! Pronouns that stand for a person the article names. Where two people fit, none is chosen.
//!
//! A pronoun beside a cue is who spoke last, unless the text turned to somebody else since. Any other is the one person
//! named before it in its sentence, or else in the nearest sentence before that names anybody.

mod nominal;

use super::Draft;
use crate::lang::speech::part::{FEMALE, MALE, THIRD};
use crate::order;
use crate::segment::Document;
use crate::{Annotation, Label, Span, Value};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// So many sentences before its own are searched for whom a pronoun means.
const MAX_SENTENCES: usize = 3;
/// So many paragraphs later a speaker is still the one who spoke last.
const MAX_BLOCKS: usize = 2;
/// A name within so many tokens of the head of a sentence is what the sentence is about.
const MAX_TOPIC: usize = 8;

/// Links the pronouns, and tells quotations whose speaker is one whom it means.
pub fn link(draft: &mut Draft) {
    let mut linker = Linker::new(draft);
    for pronoun in linker.pronouns() {
        linker.settle(pronoun);
    }
    for (span, entity) in nominal::find(draft, &linker) {
        linker.describe(span, entity);
    }
    order::by_span(&mut linker.found, |mention| mention.span);
    let (found, said) = (linker.found, linker.said);
    for (quote, said) in draft.quotes.iter_mut().zip(said) {
        quote.entity = quote.entity.or(said);
    }
    draft.coreference = found;
}

/// A person mentioned outside what anybody says, by a name or by a pronoun already linked.
#[derive(Clone, Copy)]
struct Mention {
    start: usize,
    end: usize,
    entity: usize,
}

/// A pronoun, or the suffix of a cue, that waits for its person.
#[derive(Clone, Copy)]
struct Pronoun {
    span: Span,
    gender: u32,
    is_speaker: bool,
}

struct Linker<'d> {
    document: &'d Document<'d>,
    /// The parts of each word form.
    parts: Vec<Option<u32>>,
    names: &'d [Annotation],
    quotes: &'d [Annotation],
    /// The quotations by where their speaker is written.
    by_speaker: Vec<(Span, usize)>,
    /// The entity that says each quotation, as far as it is known.
    said: Vec<Option<usize>>,
    /// By names, in order.
    named: Vec<Mention>,
    /// By pronouns already linked, in order.
    linked: Vec<Mention>,
    genders: FxHashMap<usize, u32>,
    found: Vec<Annotation>,
}

impl<'d> Linker<'d> {
    fn new(draft: &'d Draft) -> Self {
        let document = draft.document;
        let mut linker = Self {
            document,
            parts: document.classify(document.language.speech.parts),
            names: &draft.names,
            quotes: &draft.quotes,
            by_speaker: by_speaker(&draft.quotes),
            said: draft.quotes.iter().map(|quote| quote.entity).collect(),
            named: Vec::new(),
            linked: Vec::new(),
            genders: FxHashMap::default(),
            found: Vec::new(),
        };
        for role in &draft.roles {
            // The first word that is no owner's tells: "wife of Mr. Urey", "his wife".
            let own = document.tokens_in(role.span).map(|i| linker.parts(i)).filter(|parts| parts & THIRD == 0);
            let gender = own.map(|parts| parts & (MALE | FEMALE)).find(|&gender| gender != 0);
            let gender = gender.unwrap_or(0);
            role.entity.into_iter().for_each(|entity| *linker.genders.entry(entity).or_default() |= gender);
        }
        let people = draft.names.iter().filter(|name| name.label == Label::Person);
        let outside = people.filter(|name| super::roles::covering(draft, name.span).is_none() && !linker.is_quoted(name.span));
        let mentions =
            outside.filter_map(|name| Some(Mention { start: name.span.start, end: name.span.end, entity: name.entity? }));
        linker.named = mentions.collect();
        linker
    }

    fn parts(&self, i: usize) -> u32 {
        self.document.tokens.get(i).and_then(|token| self.parts[token.word]).unwrap_or(0)
    }

    /// True where a person's name begins, or one of a place or body.
    fn is_name_at(&self, i: usize) -> bool {
        let Some(token) = self.document.tokens.get(i) else { return false };
        let at = self.names.partition_point(|name| name.span.start < token.span.start);
        self.names.get(at).is_some_and(|name| name.span.start == token.span.start)
    }

    /// True for words that somebody says, between marks.
    fn is_quoted(&self, span: Span) -> bool {
        let after = self.quotes.partition_point(|quote| quote.span.start <= span.start);
        self.quotes[..after].iter().rev().take(3).any(|quote| quote.label == Label::Direct && quote.span.contains(span))
    }

    /// The pronouns outside direct speech and the suffixes that speak, in order.
    fn pronouns(&self) -> Vec<Pronoun> {
        let mut speakers: Vec<Span> = self.by_speaker.iter().map(|(span, _)| *span).collect();
        speakers.dedup();
        let third = (0..self.document.tokens.len()).filter(|&i| self.parts(i) & THIRD != 0);
        let mut pronouns: Vec<Pronoun> = third
            .map(|i| (self.document.span(i..i + 1), self.parts(i) & (MALE | FEMALE)))
            .filter(|(span, _)| !self.is_quoted(*span))
            .map(|(span, gender)| Pronoun { span, gender, is_speaker: speakers.binary_search(&span).is_ok() })
            .collect();
        let is_suffix = |span: &Span| self.document.tokens_in(*span).is_empty();
        pronouns.extend(speakers.into_iter().filter(is_suffix).map(|span| Pronoun { span, gender: 0, is_speaker: true }));
        order::by_span(&mut pronouns, |pronoun| pronoun.span);
        pronouns
    }

    fn settle(&mut self, pronoun: Pronoun) {
        let entity = match pronoun.is_speaker {
            true => match self.last_speaker(pronoun) {
                Some((last, turns)) => (!turns && self.fits(last, pronoun.gender)).then_some(last),
                None => self.nearest(pronoun),
            },
            false => self.nearest(pronoun),
        };
        let Some(entity) = entity else { return };
        *self.genders.entry(entity).or_default() |= pronoun.gender;
        let (rule, confidence) = if pronoun.is_speaker { ("pronoun-speaker", 0.8) } else { ("pronoun-near", 0.7) };
        let Span { start, end } = pronoun.span;
        self.linked.push(Mention { start, end, entity });
        self.found.push(Annotation {
            span: pronoun.span,
            label: Label::Pronoun,
            entity: Some(entity),
            value: Value::None,
            rule,
            confidence,
        });
        let first = self.by_speaker.partition_point(|(span, _)| *span < pronoun.span);
        for (_, quote) in self.by_speaker[first..].iter().take_while(|(span, _)| *span == pronoun.span) {
            self.said[*quote] = Some(entity);
        }
    }

    /// A description and whom it means; quotations that it says are that one's.
    fn describe(&mut self, span: Span, entity: usize) {
        let first = self.by_speaker.partition_point(|(speaker, _)| speaker.end <= span.start);
        for (_, quote) in self.by_speaker[first..].iter().take_while(|(speaker, _)| speaker.start < span.end) {
            self.said[*quote] = self.said[*quote].or(Some(entity));
        }
        let (rule, confidence) = ("description", 0.7);
        let (label, value) = (Label::Nominal, Value::None);
        self.found.push(Annotation { span, label, entity: Some(entity), value, rule, confidence });
    }

    /// The mentions that start in a range of bytes: by names, then by pronouns.
    fn mentions(&self, bytes: Range<usize>) -> impl Iterator<Item = &Mention> {
        let slice = |list: &[Mention]| {
            let from = list.partition_point(|mention| mention.start < bytes.start);
            from..list.partition_point(|mention| mention.start < bytes.end).max(from)
        };
        self.named[slice(&self.named)].iter().chain(&self.linked[slice(&self.linked)])
    }

    /// Who said the quotation before, and whether the text has turned to somebody else since.
    fn last_speaker(&self, pronoun: Pronoun) -> Option<(usize, bool)> {
        let before = |quote: &Annotation| speaker(quote).is_some_and(|span| span.end <= pronoun.span.start);
        let n_before = self.quotes.partition_point(|quote| quote.span.start < pronoun.span.end);
        let last = (0..n_before).rev().take(6).find(|&i| self.quotes[i].label != Label::Scare && before(&self.quotes[i]))?;
        let entity = self.said[last]?;
        let said_at = speaker(&self.quotes[last])?.start;
        let is_near = self.block(pronoun.span.start) <= self.block(self.quotes[last].span.end.saturating_sub(1)) + MAX_BLOCKS;
        let mut since = self.mentions(said_at + 1..pronoun.span.start);
        let turns = since.any(|mention| mention.entity != entity && self.is_topic(mention));
        is_near.then_some((entity, turns))
    }

    /// A name near the head of its sentence, and in nobody's words.
    fn is_topic(&self, mention: &Mention) -> bool {
        let i = self.document.token_at(mention.start);
        let start = self.document.sentences.get(self.document.sentence_of(i)).map_or(i, |sentence| sentence.tokens.start);
        let span = Span::new(mention.start, mention.end);
        let after = self.quotes.partition_point(|quote| quote.span.start <= span.start);
        let is_reported = self.quotes[..after].iter().rev().take(3).any(|quote| quote.span.contains(span));
        i - start <= MAX_TOPIC && !is_reported
    }

    /// The one person of the nearest sentence, its own first, that names any who fit.
    fn nearest(&self, pronoun: Pronoun) -> Option<usize> {
        let own = self.document.sentence_of(self.document.token_at(pronoun.span.start));
        let block = self.document.sentences.get(own)?.block;
        for i in (own.saturating_sub(MAX_SENTENCES)..=own).rev() {
            let sentence = &self.document.sentences[i];
            if sentence.block + 1 < block {
                return None;
            }
            let mentions = self.mentions(sentence.span.start..sentence.span.end.min(pronoun.span.start));
            let mut fitting = mentions.map(|mention| mention.entity).filter(|&entity| self.fits(entity, pronoun.gender));
            if let Some(first) = fitting.next() {
                let is_known = pronoun.gender == 0 || self.genders.get(&first).is_some_and(|&known| known != 0);
                return (fitting.all(|other| other == first) && (is_known || self.is_alone(first, i, pronoun))).then_some(first);
            }
        }
        None
    }

    /// True when no other person who fits is near: a "he" may be of any of them when nothing tells a man from a woman.
    fn is_alone(&self, entity: usize, sentence: usize, pronoun: Pronoun) -> bool {
        let first = &self.document.sentences[sentence.saturating_sub(MAX_SENTENCES)];
        let mut near = self.mentions(first.span.start..pronoun.span.start);
        near.all(|mention| mention.entity == entity || !self.fits(mention.entity, pronoun.gender))
    }

    /// False for a man called "she"; a person of whom nothing is known fits both.
    fn fits(&self, entity: usize, gender: u32) -> bool {
        let known = self.genders.get(&entity).copied().unwrap_or(0);
        gender == 0 || known == 0 || known & gender != 0
    }

    fn block(&self, offset: usize) -> usize {
        self.document.blocks.partition_point(|block| block.span.end <= offset)
    }
}

fn by_speaker(quotes: &[Annotation]) -> Vec<(Span, usize)> {
    let mut by_speaker: Vec<(Span, usize)> =
        quotes.iter().enumerate().filter_map(|(i, quote)| Some((speaker(quote)?, i))).collect();
    order::by_span(&mut by_speaker, |(span, _)| *span);
    by_speaker
}

fn speaker(quote: &Annotation) -> Option<Span> {
    match &quote.value {
        Value::Quote(value) => value.speaker,
        _ => None,
    }
}
