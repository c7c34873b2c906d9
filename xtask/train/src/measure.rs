//! Scores a model on examples, with the product's own reading.

use crate::example::{Example, LabelSet};
use sorot::detect::names;
use sorot::detect::names::states::LABELS;
use sorot::lang::LanguageId;
use sorot::segment::Document;
use sorot::{Label, Models};

/// How many were there, given, and right.
#[derive(Clone, Copy, Default)]
pub struct Count {
    pub gold: usize,
    pub given: usize,
    pub right: usize,
}

impl Count {
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.gold + self.given).max(1) as f64
    }
}

/// The scores of one set of texts.
#[derive(Clone, Default)]
pub struct Scores {
    pub labels: [Count; LABELS.len()],
    /// For each tenth of confidence: how many were given, and how many of them were right.
    pub reliability: [(usize, usize); 10],
    /// How far confidences are from what they should be, squared and summed.
    pub squared_error: f64,
}

impl Scores {
    /// All of some labels together.
    pub fn micro(&self, labels: &[Label]) -> Count {
        let kept = LABELS.iter().zip(&self.labels).filter(|(label, _)| labels.contains(label));
        kept.fold(Count::default(), |sum, (_, count)| Count {
            gold: sum.gold + count.gold,
            given: sum.given + count.given,
            right: sum.right + count.right,
        })
    }
}

/// Strict scores: span and label; labels that the set does not mark are not looked at.
pub fn score(language: LanguageId, examples: &[Example], models: &Models) -> Scores {
    let mut scores = Scores::default();
    for example in examples {
        let document = Document::new(&example.text, Some(language));
        let given = names::find(&document, models, None);
        for mention in &example.mentions {
            scores
                .labels
                .iter_mut()
                .enumerate()
                .filter(|(label, _)| is(mention.labels, *label))
                .for_each(|(_, count)| count.gold += 1);
        }
        for name in given {
            let Some(label) = LABELS.iter().position(|label| *label == name.label) else { continue };
            if is(example.unmarked, label) {
                continue;
            }
            let is_right = example
                .mentions
                .iter()
                .any(|mention| mention.span == (name.span.start..name.span.end) && is(mention.labels, label));
            scores.labels[label].given += 1;
            scores.labels[label].right += usize::from(is_right);
            let tenth = &mut scores.reliability[((name.confidence * 10.0) as usize).min(9)];
            tenth.0 += 1;
            tenth.1 += usize::from(is_right);
            scores.squared_error += (f64::from(name.confidence) - f64::from(u8::from(is_right))).powi(2);
        }
    }
    scores
}

fn is(labels: LabelSet, label: usize) -> bool {
    labels & 1 << label != 0
}
