//! From scores to names: the best path of states (Viterbi) and how sure each name on it is (forward and backward sums).
//!
//! All scores are whole numbers, and the sums use only additions, products and quotients, so that every platform gives the
//! same answer.

use super::lanes::{BEGIN, CLOSED, INSIDE, LANES, LAST, N_LABELS, N_LANES, Scores, Steps};
use super::model::NameModel;
use super::states::{OUTSIDE, Position, parts, state};
use super::sums::Sums;
use std::ops::Range;

/// A name within a stretch of tokens, counted from its start.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its label, as an index into [`super::states::LABELS`].
    pub label: usize,
    /// Its probability, given everything around it.
    pub probability: f32,
}

/// Below each score of a path, these bits say which of the states before it was the best.
const TAG_BITS: u32 = 4;
const TAG: i32 = (1 << TAG_BITS) - 1;
/// Where no path leads: lower than any path gets, and high enough that three such never overflow.
const UNREACHED: i32 = -(1 << 29);

/// A model's steps from token to token, ready for the search of the best path.
#[derive(Clone, Debug)]
pub struct PathSteps(Steps<i32>);

impl PathSteps {
    /// The steps of a matrix of scores. Of equally good ways the one from the first state wins, on every platform.
    pub fn new(step: impl Fn(usize, usize) -> i32) -> Self {
        let tag = |from: usize| match CLOSED.iter().position(|closed| *closed == from) {
            Some(rank) => TAG - rank as i32,
            None => i32::from(is_begin(from)),
        };
        Self(Steps::new(UNREACHED, |from, to| step(from, to) << TAG_BITS | tag(from)))
    }

    /// The best score in each state after a step, and below it the tag of the state before.
    fn step(&self, before: &Scores) -> Scores {
        let mut best = [UNREACHED; N_LANES];
        for (from, steps) in &self.0.open {
            let score = before[*from];
            best.iter_mut().zip(steps).for_each(|(best, step)| *best = (*best).max(score + step));
        }
        for (to, [from_begin, from_inside]) in [(INSIDE, &self.0.inside), (LAST, &self.0.last)] {
            for label in 0..N_LABELS {
                let begun = before[BEGIN + label] + from_begin[label];
                best[to + label] = begun.max(before[INSIDE + label] + from_inside[label]);
            }
        }
        best
    }

    /// The best state to end in: one in which no name is open.
    fn end(&self, before: &Scores) -> usize {
        let ways = self.0.open.iter().map(|(from, steps)| before[*from] + steps[OUTSIDE]);
        from_tag(OUTSIDE, ways.max().unwrap_or(TAG))
    }
}

/// Block by block of eight, then across the block.
fn greatest(scores: &Scores) -> i32 {
    let mut block = [UNREACHED; N_LABELS];
    for part in scores.chunks_exact(N_LABELS) {
        block.iter_mut().zip(part).for_each(|(most, score)| *most = (*most).max(*score));
    }
    block.into_iter().fold(UNREACHED, i32::max)
}

fn is_begin(state: usize) -> bool {
    matches!(parts(state), Some((_, Position::Begin)))
}

/// The state before `to` on the best path there.
fn from_tag(to: usize, best: i32) -> usize {
    match parts(to) {
        Some((label, Position::Inside | Position::Last)) => {
            state(label, if best & TAG == 1 { Position::Begin } else { Position::Inside })
        }
        _ => CLOSED.get((TAG - (best & TAG)) as usize).copied().unwrap_or(OUTSIDE),
    }
}

/// Finds names in stretch after stretch of tokens; what it needs is allotted once.
pub struct Decoder<'m> {
    model: &'m NameModel,
    best: Vec<Scores>,
    path: Vec<usize>,
    sums: Sums<'m>,
}

impl<'m> Decoder<'m> {
    /// A decoder for a model.
    pub fn new(model: &'m NameModel) -> Self {
        Self { model, best: Vec::new(), path: Vec::new(), sums: Sums::new(&model.factors) }
    }

    /// The names on the best path through a stretch of tokens, outside of which there are none.
    pub fn decode(&mut self, scores: &[Scores]) -> Vec<Mention> {
        self.find_path(scores);
        let mut mentions = mentions(&self.path);
        if !mentions.is_empty() {
            self.sums.add_up(scores);
            for mention in &mut mentions {
                mention.probability = self.sums.probability(mention);
            }
        }
        mentions
    }

    fn find_path(&mut self, scores: &[Scores]) {
        self.best.clear();
        let mut before = [UNREACHED; N_LANES];
        before[OUTSIDE] = 0;
        for unary in scores {
            let best = self.model.steps.step(&before);
            let mut next = [0; N_LANES];
            for lane in 0..N_LANES {
                next[lane] = (best[lane] & !TAG) + (unary[lane] << TAG_BITS);
            }
            // Only differences count; kept small, they never overflow, however long the stretch.
            let most = greatest(&next);
            before = next.map(|score| score - most);
            self.best.push(best);
        }
        let mut at = self.model.steps.end(&before);
        self.path.clear();
        for best in self.best.iter().rev() {
            self.path.push(at);
            at = from_tag(at, best[LANES[at]]);
        }
        self.path.reverse();
    }
}

fn mentions(path: &[usize]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut start = 0;
    for (i, (label, position)) in path.iter().enumerate().filter_map(|(i, state)| Some((i, parts(*state)?))) {
        if matches!(position, Position::Begin | Position::Unit) {
            start = i;
        }
        if matches!(position, Position::Last | Position::Unit) {
            mentions.push(Mention { tokens: start..i + 1, label, probability: 0.0 });
        }
    }
    mentions
}
