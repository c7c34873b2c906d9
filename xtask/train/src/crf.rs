//! A linear-chain conditional random field, trained by FTRL-proximal. Where a corpus leaves open what a token is, all that it
//! may be counts as right.

use crate::example::Random;
use crate::prepare::{NO_ROW, Prepared, Sequence, order};
use sorot::detect::names::states::{ENDS, N_STATES, OUTSIDE, followers};

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    pub n_epochs: usize,
    /// The step length of FTRL.
    pub rate: f32,
    /// What keeps weights at nought.
    pub l1: f32,
    /// How much shorter the steps of a corpus' own weights are: what corpora agree on goes to the shared ones.
    pub own_rate: f32,
    /// How much stronger they are kept at nought.
    pub own_l1: f32,
    pub seed: u64,
    /// So many models are trained, each in another order, and averaged.
    pub n_models: u64,
}

/// Found on the texts kept aside.
pub const RECIPE: Recipe = Recipe { n_epochs: 12, rate: 0.1, l1: 4.0, own_rate: 0.3, own_l1: 2.0, seed: 1, n_models: 3 };

type Row = [f32; N_STATES];

/// Weights and what FTRL remembers of each.
struct Weights {
    weight: Vec<Row>,
    sum: Vec<Row>,
    squares: Vec<Row>,
}

impl Weights {
    fn new(n_rows: usize) -> Self {
        let rows = || vec![[0.0; N_STATES]; n_rows];
        Self { weight: rows(), sum: rows(), squares: rows() }
    }

    fn update(&mut self, row: usize, state: usize, gradient: f32, rate: f32, l1: f32) {
        let (weight, sum, squares) = (&mut self.weight[row][state], &mut self.sum[row][state], &mut self.squares[row][state]);
        let grown = *squares + gradient * gradient;
        *sum += gradient - (grown.sqrt() - squares.sqrt()) / rate * *weight;
        *squares = grown;
        *weight = if sum.abs() <= l1 { 0.0 } else { -(*sum - sum.signum() * l1) / ((1.0 + grown.sqrt()) / rate) };
    }
}

/// What was learnt.
pub struct Trained {
    /// By shared row: the weight for our own corpus.
    pub weights: Vec<Row>,
    pub transitions: Vec<Row>,
}

/// A gradient smaller than this changes nothing.
const NEGLIGIBLE: f32 = 1e-3;

pub fn train(prepared: &Prepared, recipe: &Recipe, shares: &[f32]) -> Trained {
    // Each on a thread of its own; they are added up in their order, so that the same data give the same bytes.
    let models: Vec<Trained> = std::thread::scope(|scope| {
        let of_seed = |i| Recipe { seed: recipe.seed + i, ..*recipe };
        let threads: Vec<_> =
            (0..recipe.n_models).map(|i| scope.spawn(move || train_one(prepared, &of_seed(i), shares))).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    let mut models = models.into_iter();
    let mut sum = models.next().unwrap_or_else(|| Trained { weights: Vec::new(), transitions: Vec::new() });
    for model in models {
        let pairs = sum.weights.iter_mut().zip(&model.weights).chain(sum.transitions.iter_mut().zip(&model.transitions));
        pairs.for_each(|(row, more)| row.iter_mut().zip(more).for_each(|(cell, more)| *cell += more));
    }
    let cells = sum.weights.iter_mut().chain(&mut sum.transitions).flatten();
    cells.for_each(|cell| *cell /= recipe.n_models as f32);
    sum
}

fn train_one(prepared: &Prepared, recipe: &Recipe, shares: &[f32]) -> Trained {
    let n_domains = prepared.sequences.iter().map(|sequence| sequence.domain + 1).max().unwrap_or(1);
    let mut weights = Weights::new(prepared.n_rows);
    // One block of transitions for all, and one a corpus.
    let mut transitions = Weights::new(N_STATES * (n_domains + 1));
    let mut random = Random(recipe.seed);
    for epoch in 0..recipe.n_epochs {
        let mut loss = 0.0;
        for at in order(prepared, &mut random) {
            loss += learn(prepared, &prepared.sequences[at], &mut weights, &mut transitions, recipe);
        }
        eprintln!("  epoch {}: loss {loss:.0}", epoch + 1);
    }
    Trained { weights: fold(prepared, &weights, shares), transitions: folded_transitions(&transitions, shares) }
}

/// The shared weights with the shares of the corpora added.
fn fold(prepared: &Prepared, weights: &Weights, shares: &[f32]) -> Vec<Row> {
    let mut folded: Vec<Row> = weights.weight[..prepared.shared.len()].to_vec();
    for (share, rows) in shares.iter().zip(&prepared.own).filter(|(share, _)| **share > 0.0) {
        for (cells, own) in folded.iter_mut().zip(rows).filter(|(_, own)| **own != NO_ROW) {
            cells.iter_mut().zip(&weights.weight[*own as usize]).for_each(|(cell, more)| *cell += share * more);
        }
    }
    folded
}

fn folded_transitions(transitions: &Weights, shares: &[f32]) -> Vec<Row> {
    let mut rows = transitions.weight[..N_STATES].to_vec();
    for (share, own) in shares.iter().zip(transitions.weight[N_STATES..].chunks(N_STATES)) {
        let cells = rows.iter_mut().flatten().zip(own.iter().flatten());
        cells.for_each(|(cell, more)| *cell += share * more);
    }
    rows
}

/// The shared transitions with those of one corpus added.
fn transition_rows(transitions: &Weights, domain: usize) -> Vec<Row> {
    let add = |from: usize| {
        let mut row = transitions.weight[from];
        row.iter_mut().zip(&transitions.weight[(domain + 1) * N_STATES + from]).for_each(|(cell, more)| *cell += more);
        row
    };
    (0..N_STATES).map(add).collect()
}

/// One step down the gradient of a sequence; gives its loss.
fn learn(prepared: &Prepared, sequence: &Sequence, weights: &mut Weights, transitions: &mut Weights, recipe: &Recipe) -> f64 {
    let chain = transition_rows(transitions, sequence.domain);
    let scores: Vec<Row> = sequence.tokens.iter().map(|tokens| score(&prepared.features[tokens.clone()], weights)).collect();
    let all = vec![(1u32 << N_STATES) - 1; scores.len()];
    let (Some(model), Some(truth)) = (Expected::new(&scores, &chain, &all), Expected::new(&scores, &chain, &sequence.allowed))
    else {
        return 0.0;
    };
    for (i, tokens) in sequence.tokens.iter().enumerate() {
        for state in 0..N_STATES {
            let gradient = model.states[i][state] - truth.states[i][state];
            if gradient.abs() < NEGLIGIBLE {
                continue;
            }
            for (shared, own) in &prepared.features[tokens.clone()] {
                weights.update(*shared as usize, state, gradient, recipe.rate, recipe.l1);
                weights.update(*own as usize, state, gradient, recipe.rate * recipe.own_rate, recipe.l1 * recipe.own_l1);
            }
        }
    }
    for from in 0..N_STATES {
        for to in 0..N_STATES {
            let gradient = model.steps[from][to] - truth.steps[from][to];
            if gradient.abs() >= NEGLIGIBLE {
                transitions.update(from, to, gradient, recipe.rate, 0.0);
                transitions.update((sequence.domain + 1) * N_STATES + from, to, gradient, recipe.rate * recipe.own_rate, 0.0);
            }
        }
    }
    model.log_total - truth.log_total
}

fn score(features: &[(u32, u32)], weights: &Weights) -> Row {
    let mut scores = [0.0; N_STATES];
    for (shared, own) in features {
        let (shared, own) = (&weights.weight[*shared as usize], &weights.weight[*own as usize]);
        for ((cell, a), b) in scores.iter_mut().zip(shared).zip(own) {
            *cell += a + b;
        }
    }
    scores
}

/// Expected counts of states and steps over all allowed paths.
struct Expected {
    states: Vec<Row>,
    steps: [Row; N_STATES],
    log_total: f64,
}

impl Expected {
    /// None where no path is allowed.
    fn new(scores: &[Row], chain: &[Row], allowed: &[u32]) -> Option<Self> {
        let factors: Vec<Row> = scores.iter().map(|row| row.map(f32::exp)).collect();
        let chain: Vec<Row> = chain.iter().map(|row| row.map(f32::exp)).collect();
        let n = factors.len();
        let mut forward = vec![[0.0f32; N_STATES]; n];
        let mut scales = vec![0.0f32; n];
        for i in 0..n {
            let mut row = [0.0; N_STATES];
            for from in (0..N_STATES).filter(|from| if i == 0 { *from == OUTSIDE } else { forward[i - 1][*from] > 0.0 }) {
                let weight = if i == 0 { 1.0 } else { forward[i - 1][from] };
                each(followers(from) & allowed[i], |to| row[to] += weight * chain[from][to] * factors[i][to]);
            }
            scales[i] = row.iter().sum();
            if !(scales[i] > 0.0 && scales[i].is_finite()) {
                return None;
            }
            forward[i] = row.map(|cell| cell / scales[i]);
        }
        let mut backward = vec![[0.0f32; N_STATES]; n];
        each(ENDS & allowed[n - 1], |last| backward[n - 1][last] = chain[last][OUTSIDE]);
        for i in (0..n - 1).rev() {
            for from in 0..N_STATES {
                let mut sum = 0.0;
                each(followers(from) & allowed[i + 1], |to| sum += chain[from][to] * factors[i + 1][to] * backward[i + 1][to]);
                backward[i][from] = sum / scales[i + 1];
            }
        }
        let total: f32 = (0..N_STATES).map(|last| forward[n - 1][last] * backward[n - 1][last]).sum();
        if !(total > 0.0 && total.is_finite()) {
            return None;
        }
        let mut expected = Self { states: Vec::with_capacity(n), steps: [[0.0; N_STATES]; N_STATES], log_total: 0.0 };
        for i in 0..n {
            let mut row = [0.0; N_STATES];
            (0..N_STATES).for_each(|state| row[state] = forward[i][state] * backward[i][state] / total);
            expected.states.push(row);
            for from in (0..N_STATES).filter(|from| if i == 0 { *from == OUTSIDE } else { forward[i - 1][*from] > 0.0 }) {
                let weight = if i == 0 { 1.0 } else { forward[i - 1][from] };
                each(followers(from) & allowed[i], |to| {
                    expected.steps[from][to] += weight * chain[from][to] * factors[i][to] * backward[i][to] / (scales[i] * total);
                });
            }
        }
        each(ENDS & allowed[n - 1], |last| expected.steps[last][OUTSIDE] += expected.states[n - 1][last]);
        expected.log_total = scales.iter().map(|scale| f64::from(*scale).ln()).sum::<f64>() + f64::from(total).ln();
        Some(expected)
    }
}

/// Calls `act` with each state of a set of bits.
fn each(mut bits: u32, mut act: impl FnMut(usize)) {
    while bits != 0 {
        act(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}
