//! Reads an article with a trained model.

use super::agree;
use super::article::Article;
use super::decode;
use super::features::{self, Sink, WINDOW};
use super::model::{NameModel, Scores};
use super::states::{LABELS, N_STATES};
use crate::segment::Document;
use crate::{Annotation, Value};

/// Every name with its label, in order; names do not overlap.
pub fn find(document: &Document, model: &NameModel) -> Vec<Annotation> {
    let article = Article::new(document, &model.words, &model.phrases);
    let mut scorer = Scorer::new(&article, model);
    let mut names = Vec::new();
    for island in &article.islands {
        let scores: Vec<Scores> = island.clone().map(|i| scorer.score(i)).collect();
        names.extend(decode::decode(model, &scores).into_iter().map(|mention| Annotation {
            span: document.span(island.start + mention.tokens.start..island.start + mention.tokens.end),
            label: LABELS[mention.label],
            entity: None,
            value: Value::None,
            rule: "names.model",
            confidence: mention.probability,
        }));
    }
    agree::settle(&article, names)
}

/// Scores tokens; what depends on the form or the word alone is scored once.
struct Scorer<'a> {
    article: &'a Article<'a>,
    model: &'a NameModel,
    forms: Vec<Option<Box<[Scores; WINDOW_LEN]>>>,
    edges: Box<[Scores; WINDOW_LEN]>,
    mentions: Vec<Option<Box<Scores>>>,
}

const WINDOW_LEN: usize = (WINDOW.end - WINDOW.start) as usize;

/// Adds up what features say.
struct Sum<'m> {
    model: &'m NameModel,
    scores: Scores,
}

impl Sink for Sum<'_> {
    fn feature(&mut self, feature: u32) {
        self.model.add(feature, &mut self.scores);
    }
}

impl<'a> Scorer<'a> {
    fn new(article: &'a Article<'a>, model: &'a NameModel) -> Self {
        let mut scorer = Self {
            article,
            model,
            forms: vec![None; article.forms.len()],
            edges: Box::new([[0; N_STATES]; WINDOW_LEN]),
            mentions: vec![None; article.mentioned.len()],
        };
        scorer.edges = scorer.score_form(None);
        scorer
    }

    /// What everything around token `i` says of each state.
    fn score(&mut self, i: usize) -> Scores {
        let mut sum = Sum { model: self.model, scores: [0; N_STATES] };
        features::of_token(self.article, i, &mut sum);
        for (at, offset) in WINDOW.enumerate() {
            let scores = match self.article.word(i, offset) {
                Some(word) => {
                    if self.forms[word].is_none() {
                        self.forms[word] = Some(self.score_form(Some(word)));
                    }
                    self.forms[word].as_ref().unwrap_or(&self.edges)
                }
                None => &self.edges,
            };
            add(&mut sum.scores, &scores[at]);
        }
        let mentioned = self.article.form(i, 0).mentioned;
        if let (Some(mentions), Some(slot)) = (self.article.mentioned.get(mentioned), self.mentions.get_mut(mentioned)) {
            let scores = slot.get_or_insert_with(|| {
                let mut sum = Sum { model: self.model, scores: [0; N_STATES] };
                features::of_mentions(self.article, mentions, &mut sum);
                Box::new(sum.scores)
            });
            add(&mut sum.scores, scores);
        }
        sum.scores
    }

    fn score_form(&self, word: Option<usize>) -> Box<[Scores; WINDOW_LEN]> {
        let mut all = Box::new([[0; N_STATES]; WINDOW_LEN]);
        for (scores, offset) in all.iter_mut().zip(WINDOW) {
            let mut sum = Sum { model: self.model, scores: [0; N_STATES] };
            features::of_form(self.article, word, offset, &mut sum);
            *scores = sum.scores;
        }
        all
    }
}

fn add(sum: &mut Scores, scores: &Scores) {
    for (cell, score) in sum.iter_mut().zip(scores) {
        *cell += score;
    }
}
