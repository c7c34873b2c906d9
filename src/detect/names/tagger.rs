//! Reads an article with a trained model.

use super::agree;
use super::article::Article;
use super::decode::{Decoder, Mention};
use super::features::{self, Sink, WINDOW};
use super::lanes::{N_LANES, Scores};
use super::memory::{Found, Memory, Recall};
use super::model::NameModel;
use super::states::LABELS;
use crate::segment::Document;
use crate::{Annotation, Value};
use std::ops::Range;

/// Every name with its label, in order; names do not overlap.
pub fn find(document: &Document, model: &NameModel, memory: Option<&mut Memory>) -> Vec<Annotation> {
    let article = Article::new(document, &model.lexicon);
    let found = search(&article, model, memory.as_deref().map(|memory| Recall::new(memory, &article)));
    let name = |island: &Range<usize>, mention: &Mention| Annotation {
        span: document.span(island.start + mention.tokens.start..island.start + mention.tokens.end),
        label: LABELS[mention.label],
        entity: None,
        value: Value::None,
        rule: "names.model",
        confidence: mention.probability,
    };
    let islands = article.islands.iter().enumerate();
    let names = islands.flat_map(|(at, island)| found.on(at).iter().map(move |mention| name(island, mention)));
    let names = agree::settle(&article, names.collect());
    if let Some(memory) = memory {
        memory.keep(article, found);
    }
    names
}

/// Finds the names on each island, or remembers them.
fn search(article: &Article, model: &NameModel, mut recall: Option<Recall>) -> Found {
    let mut scorer = Scorer::new(article, model);
    let mut decoder = Decoder::new(model);
    let mut scores = Vec::new();
    let mut found = Found::default();
    for island in &article.islands {
        if let Some(names) = recall.as_mut().and_then(|recall| recall.names(island)) {
            found.add(names.iter().cloned());
        } else {
            scores.clear();
            scores.extend(island.clone().map(|i| scorer.score(i)));
            found.add(decoder.decode(&scores));
        }
    }
    found
}

/// Scores tokens; what depends on the form or the word alone is scored once.
struct Scorer<'a> {
    article: &'a Article<'a>,
    model: &'a NameModel,
    /// Where in `kept` the scores of a form at each offset are; the edge of the block comes last.
    forms: Vec<[u32; WINDOW_LEN]>,
    /// The same for all mentions of a word.
    mentions: Vec<u32>,
    kept: Vec<Kept>,
    /// What is being looked at.
    features: Vec<u32>,
}

/// Scores in one line of a processor's memory. No feature set adds up to more than fits, unless a model is out of all
/// proportion.
#[repr(align(64))]
struct Kept([i16; N_LANES]);

const WINDOW_LEN: usize = (WINDOW.end - WINDOW.start) as usize;

/// Not scored yet.
const NOT_YET: u32 = u32::MAX;

impl Sink for Vec<u32> {
    fn feature(&mut self, feature: u32) {
        self.push(feature);
    }
}

impl<'a> Scorer<'a> {
    fn new(article: &'a Article<'a>, model: &'a NameModel) -> Self {
        let forms = vec![[NOT_YET; WINDOW_LEN]; article.forms.len() + 1];
        Self { article, model, forms, mentions: vec![NOT_YET; article.mentioned.len()], kept: Vec::new(), features: Vec::new() }
    }

    /// What everything around token `i` says of each state.
    fn score(&mut self, i: usize) -> Scores {
        features::of_token(self.article, i, &mut self.features);
        let mut sum = self.model.rows.sum(&mut self.features);
        for (at, offset) in WINDOW.enumerate() {
            let kept = self.of_form(self.article.word(i, offset), at, offset);
            add(&mut sum, &self.kept[kept]);
        }
        if let Some(kept) = self.of_mentions(self.article.form(i, 0).mentioned) {
            add(&mut sum, &self.kept[kept]);
        }
        sum
    }

    fn of_form(&mut self, word: Option<usize>, at: usize, offset: isize) -> usize {
        let form = word.unwrap_or(self.article.forms.len());
        if self.forms[form][at] == NOT_YET {
            features::of_form(self.article, word, offset, &mut self.features);
            self.forms[form][at] = self.keep();
        }
        self.forms[form][at] as usize
    }

    fn of_mentions(&mut self, mentioned: usize) -> Option<usize> {
        if *self.mentions.get(mentioned)? == NOT_YET {
            features::of_mentions(self.article, &self.article.mentioned[mentioned], &mut self.features);
            self.mentions[mentioned] = self.keep();
        }
        Some(self.mentions[mentioned] as usize)
    }

    fn keep(&mut self) -> u32 {
        let scores = self.model.rows.sum(&mut self.features);
        let within = |score: i32| score.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
        self.kept.push(Kept(scores.map(within)));
        self.kept.len() as u32 - 1
    }
}

fn add(sum: &mut Scores, kept: &Kept) {
    for (cell, score) in sum.iter_mut().zip(&kept.0) {
        *cell += i32::from(*score);
    }
}
