//! From scores to names: the best path of states (Viterbi) and how sure each name on it is (forward and backward sums).
//!
//! All scores are whole numbers, and the sums use only additions, products and quotients, so that every platform gives the
//! same answer.

use super::model::{NameModel, Scores};
use super::states::{ENDS, N_STATES, OUTSIDE, Position, followers, parts, state};
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

/// The names on the best path through a stretch of tokens, outside of which there are none.
pub fn decode(model: &NameModel, scores: &[Scores]) -> Vec<Mention> {
    let path = best_path(model, scores);
    let mut mentions = mentions(&path);
    if !mentions.is_empty() {
        let sums = Sums::new(model, scores);
        for mention in &mut mentions {
            mention.probability = sums.probability(mention);
        }
    }
    mentions
}

/// The states in a set of bits.
fn states(mut bits: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let state = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (state < 32).then_some(state)
    })
}

fn best_path(model: &NameModel, scores: &[Scores]) -> Vec<usize> {
    let mut from = Vec::with_capacity(scores.len());
    let mut best = [i32::MIN / 2; N_STATES];
    best[OUTSIDE] = 0;
    for unary in scores {
        let mut next = [i32::MIN / 2; N_STATES];
        let mut back = [0u8; N_STATES];
        for (before, score) in best.iter().enumerate().filter(|(_, score)| **score > i32::MIN / 4) {
            for after in states(followers(before)) {
                let total = score + model.transition(before, after) + unary[after];
                if total > next[after] {
                    next[after] = total;
                    back[after] = before as u8;
                }
            }
        }
        from.push(back);
        // Only differences count; kept small, they never overflow, however long the stretch.
        let most = next.iter().copied().max().unwrap_or(0);
        best = next.map(|score| if score > i32::MIN / 4 { score - most } else { i32::MIN / 2 });
    }
    let ends = states(ENDS).map(|last| (best[last] + model.transition(last, OUTSIDE), last));
    // Of equals the first state wins, on every platform.
    let mut at = ends.fold((i32::MIN, OUTSIDE), |best, end| if end.0 > best.0 { end } else { best }).1;
    let mut path = vec![OUTSIDE; scores.len()];
    for i in (0..scores.len()).rev() {
        path[i] = at;
        at = usize::from(from[i][at]);
    }
    path
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

/// The probabilities of all paths, summed from both ends.
struct Sums<'m> {
    model: &'m NameModel,
    /// Factors of each state at each token.
    factors: Vec<[f32; N_STATES]>,
    forward: Vec<[f32; N_STATES]>,
    backward: Vec<[f32; N_STATES]>,
    /// What each forward row was divided by.
    scales: Vec<f32>,
}

impl<'m> Sums<'m> {
    fn new(model: &'m NameModel, scores: &[Scores]) -> Self {
        let nats = model.step * model.sharpness;
        let factor = |row: &Scores| {
            let most = row.iter().copied().max().unwrap_or(0);
            row.map(|score| exp((score - most) as f32 * nats))
        };
        let mut sums = Self {
            model,
            factors: scores.iter().map(factor).collect(),
            forward: Vec::with_capacity(scores.len()),
            backward: vec![[0.0; N_STATES]; scores.len()],
            scales: Vec::with_capacity(scores.len()),
        };
        sums.go_forward();
        sums.go_backward();
        sums
    }

    fn go_forward(&mut self) {
        let mut before = [0.0; N_STATES];
        before[OUTSIDE] = 1.0;
        for factors in &self.factors {
            let mut row = [0.0; N_STATES];
            for (from, weight) in before.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
                states(followers(from)).for_each(|to| row[to] += weight * self.model.transition_factors[from][to]);
            }
            let mut total = 0.0;
            for (cell, factor) in row.iter_mut().zip(factors) {
                *cell *= factor;
                total += *cell;
            }
            let scale = if total > f32::MIN_POSITIVE { total } else { 1.0 };
            before = row.map(|cell| cell / scale);
            self.forward.push(before);
            self.scales.push(scale);
        }
    }

    fn go_backward(&mut self) {
        let ends = states(ENDS).fold([0.0; N_STATES], |mut ends, last| {
            ends[last] = self.model.transition_factors[last][OUTSIDE];
            ends
        });
        let Some(last) = self.factors.len().checked_sub(1) else { return };
        let total: f32 = (0..N_STATES).map(|state| self.forward[last][state] * ends[state]).sum();
        self.backward[last] = ends.map(|end| if total > 0.0 { end / total } else { 0.0 });
        for i in (0..last).rev() {
            for from in 0..N_STATES {
                let ways = states(followers(from));
                let sum: f32 = ways
                    .map(|to| self.model.transition_factors[from][to] * self.factors[i + 1][to] * self.backward[i + 1][to])
                    .sum();
                self.backward[i][from] = sum / self.scales[i + 1];
            }
        }
    }

    /// The share of the paths that hold the mention as it is.
    fn probability(&self, mention: &Mention) -> f32 {
        let Range { start, end } = mention.tokens;
        let at = |i: usize| match (i == start, i + 1 == end) {
            (true, true) => state(mention.label, Position::Unit),
            (true, false) => state(mention.label, Position::Begin),
            (false, true) => state(mention.label, Position::Last),
            (false, false) => state(mention.label, Position::Inside),
        };
        let inner =
            (start + 1..end).map(|i| self.model.transition_factors[at(i - 1)][at(i)] * self.factors[i][at(i)] / self.scales[i]);
        let probability = self.forward[start][at(start)] * inner.product::<f32>() * self.backward[end - 1][at(end - 1)];
        // Weights out of all proportion give no number.
        if probability.is_nan() { 0.0 } else { probability.clamp(0.0, 1.0) }
    }
}

/// e to the power of `x`, by hand: the platform's own differs in the last bit from one to the next.
pub fn exp(x: f32) -> f32 {
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
