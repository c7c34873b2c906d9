//! How sure a name on the best path is: its share of all paths, summed from both ends.

use super::decode::Mention;
use super::lanes::{BEGIN, CLOSED, INSIDE, LANES, LAST, N_LABELS, N_LANES, N_OPEN, OPEN, Row, Scores, Steps, UNIT, Way};
use super::states::{LABELS, OUTSIDE, Position, state};
use std::ops::Range;

/// Scores further than this below the best are worth next to nothing, and cost a little more to look up.
const MOST_KEPT: usize = 1 << 12;

/// A model's scores as factors.
#[derive(Clone, Debug)]
pub struct Factors {
    steps: Steps<f32>,
    /// The same steps to each state of [`OPEN`], from outside, Last and Unit in the lanes of outside, Begin and Unit.
    back: Vec<Way<f32>>,
    /// What a score so far below the best is worth.
    kept: Vec<f32>,
    nats: f32,
}

impl Factors {
    /// The factors of a matrix of scores, one unit of which is worth so many nats.
    pub fn new(nats: f32, step: impl Fn(usize, usize) -> i32) -> Self {
        let steps = Steps::new(0.0, |from, to| exp(step(from, to) as f32 * nats));
        let back = |to: usize| {
            let mut row = [0.0; N_OPEN];
            for (from, lane) in CLOSED.into_iter().zip(OPEN.map(|state| LANES[state])) {
                row[lane] = exp(step(from, to) as f32 * nats);
            }
            (LANES[to], row)
        };
        let back = OPEN.into_iter().map(back).collect();
        Self { steps, back, kept: (0..MOST_KEPT).map(|below| exp(-(below as f32) * nats)).collect(), nats }
    }

    /// Scores of a token as factors, the best of them 1.
    fn of(&self, scores: &Scores) -> Row<f32> {
        let most = LANES.iter().map(|lane| scores[*lane]).fold(i32::MIN, i32::max);
        let mut factors = [0.0; N_LANES];
        for lane in LANES {
            let below = (most - scores[lane]) as usize;
            factors[lane] = self.kept.get(below).copied().unwrap_or_else(|| exp(-(below as f32) * self.nats));
        }
        factors
    }

    /// The sums over all ways to each state.
    fn forward(&self, before: &Row<f32>) -> Row<f32> {
        let mut row = [0.0; N_LANES];
        for (from, steps) in &self.steps.open {
            let weight = before[*from];
            row.iter_mut().zip(steps).for_each(|(cell, step)| *cell += weight * step);
        }
        for (to, [from_begin, from_inside]) in [(INSIDE, &self.steps.inside), (LAST, &self.steps.last)] {
            for label in 0..N_LABELS {
                row[to + label] = before[BEGIN + label] * from_begin[label] + before[INSIDE + label] * from_inside[label];
            }
        }
        row
    }

    /// The sums over all ways from each state, given what each state after it is worth.
    fn backward(&self, after: &Row<f32>) -> Row<f32> {
        let mut closed = [0.0; N_OPEN];
        for (to, steps) in &self.back {
            let weight = after[*to];
            closed.iter_mut().zip(steps).for_each(|(cell, step)| *cell += weight * step);
        }
        let mut row = [0.0; N_LANES];
        row[OUTSIDE] = closed[OUTSIDE];
        for label in 0..LABELS.len() {
            row[LAST + label] = closed[BEGIN + label];
            row[UNIT + label] = closed[UNIT + label];
            let open = |way: usize| {
                self.steps.inside[way][label] * after[INSIDE + label] + self.steps.last[way][label] * after[LAST + label]
            };
            (row[BEGIN + label], row[INSIDE + label]) = (open(0), open(1));
        }
        row
    }

    /// The factor of a step within a name.
    fn within(&self, label: usize, from: Position, to: Position) -> f32 {
        let steps = if to == Position::Last { &self.steps.last } else { &self.steps.inside };
        steps[usize::from(from == Position::Inside)][label]
    }
}

/// The sums for a stretch of tokens; what it needs is allotted once.
pub struct Sums<'f> {
    factors: &'f Factors,
    tokens: Vec<Token>,
}

/// What is summed up at a token.
#[derive(Clone, Copy)]
struct Token {
    factors: Row<f32>,
    forward: Row<f32>,
    backward: Row<f32>,
    /// What the forward row was divided by.
    scale: f32,
}

impl<'f> Sums<'f> {
    /// Sums with a model's factors.
    pub fn new(factors: &'f Factors) -> Self {
        Self { factors, tokens: Vec::new() }
    }

    /// Sums up a stretch.
    pub fn add_up(&mut self, scores: &[Scores]) {
        self.tokens.clear();
        let mut before = [0.0; N_LANES];
        before[OUTSIDE] = 1.0;
        for scores in scores {
            let factors = self.factors.of(scores);
            let forward = product(&self.factors.forward(&before), &factors);
            let total = sum(&forward);
            let scale = if total > f32::MIN_POSITIVE { total } else { 1.0 };
            before = forward.map(|cell| cell / scale);
            self.tokens.push(Token { factors, forward: before, backward: [0.0; N_LANES], scale });
        }
        let mut after = [0.0; N_LANES];
        self.factors.steps.open.iter().for_each(|(last, steps)| after[*last] = steps[OUTSIDE]);
        let total = sum(&product(&before, &after));
        let mut scale = if total > 0.0 { total } else { f32::INFINITY };
        for token in self.tokens.iter_mut().rev() {
            token.backward = after.map(|cell| cell / scale);
            after = self.factors.backward(&product(&token.factors, &token.backward));
            scale = token.scale;
        }
    }

    /// The share of the paths that hold the mention as it is.
    pub fn probability(&self, mention: &Mention) -> f32 {
        let Range { start, end } = mention.tokens;
        let position = |i: usize| match (i == start, i + 1 == end) {
            (true, true) => Position::Unit,
            (true, false) => Position::Begin,
            (false, true) => Position::Last,
            (false, false) => Position::Inside,
        };
        let lane = |i: usize| LANES[state(mention.label, position(i))];
        let inner = (start + 1..end).map(|i| {
            let token = &self.tokens[i];
            self.factors.within(mention.label, position(i - 1), position(i)) * token.factors[lane(i)] / token.scale
        });
        let inner = inner.product::<f32>();
        let probability = self.tokens[start].forward[lane(start)] * inner * self.tokens[end - 1].backward[lane(end - 1)];
        // Weights out of all proportion give no number.
        if probability.is_nan() { 0.0 } else { probability.clamp(0.0, 1.0) }
    }
}

fn product(a: &Row<f32>, b: &Row<f32>) -> Row<f32> {
    let mut product = *a;
    product.iter_mut().zip(b).for_each(|(cell, factor)| *cell *= factor);
    product
}

/// In the same order on every platform: lane by lane in blocks of eight, then across the block.
fn sum(row: &Row<f32>) -> f32 {
    let mut block = [0.0; N_LABELS];
    for part in row.chunks_exact(N_LABELS) {
        block.iter_mut().zip(part).for_each(|(sum, cell)| *sum += cell);
    }
    block.iter().sum()
}

/// e to the power of `x`, by hand: the platform's own differs in the last bit from one to the next.
fn exp(x: f32) -> f32 {
    let bits = (x * std::f32::consts::LOG2_E).clamp(-120.0, 120.0);
    let whole = bits.floor();
    let part = (bits - whole) * std::f32::consts::LN_2;
    let series =
        1.0 + part * (1.0 + part / 2.0 * (1.0 + part / 3.0 * (1.0 + part / 4.0 * (1.0 + part / 5.0 * (1.0 + part / 6.0)))));
    series * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_exp() {
        for x in [-30.0f32, -2.5, -1.0, -0.1, 0.0, 0.7, 3.0, 20.0] {
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "{x}");
        }
    }
}
