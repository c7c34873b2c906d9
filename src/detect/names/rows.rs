//! The weights of features. A feature's number is its place in a set of bits, so that one look into half a megabyte, which a
//! processor has near, tells whether anything is known of it; a row is as long as the sums it is added to.

use super::features::FEATURE_BITS;
use super::lanes::{LANES, N_LANES, Scores};
use super::states::bits;

/// Sums of so many weights cannot overflow.
const MOST_AT_ONCE: usize = 255;

/// The rows of a model, in the order of their features.
#[derive(Clone, Debug)]
pub struct Rows {
    /// A bit for every number of a feature: whether it has a row.
    known: Vec<u64>,
    /// How many rows stand before those of each number in `known`.
    before: Vec<u32>,
    rows: Vec<Row>,
}

/// What one feature says of each state, by lanes; it lies in one line of a processor's memory.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
struct Row([i8; N_LANES]);

impl Rows {
    /// Rows of rising features below 2^[`FEATURE_BITS`], each with a set of states, and the weights of all of them in order.
    pub fn new(features: &[u32], masks: &[u32], weights: &[u8]) -> Self {
        let mut known = vec![0u64; 1 << (FEATURE_BITS - 6)];
        features.iter().for_each(|feature| known[(feature >> 6) as usize] |= 1 << (feature & 63));
        let mut n_rows = 0;
        let mut counted = |word: &u64| {
            n_rows += word.count_ones();
            n_rows - word.count_ones()
        };
        let before = known.iter().map(&mut counted).collect();
        let mut weights = weights.iter().map(|weight| *weight as i8);
        let row = |mask: &u32| {
            let mut row = Row([0; N_LANES]);
            bits(u64::from(*mask)).zip(&mut weights).for_each(|(state, weight)| row.0[LANES[state as usize]] = weight);
            row
        };
        Self { known, before, rows: masks.iter().map(row).collect() }
    }

    /// What features say of each state together; the list is used up.
    pub fn sum(&self, features: &mut Vec<u32>) -> Scores {
        // Step by step over all of them: a processor waits for many places of its memory as long as for one.
        let mut n_known = 0;
        for at in 0..features.len() {
            let feature = features[at];
            features[n_known] = feature;
            n_known += usize::from(self.known[(feature >> 6) as usize] >> (feature & 63) & 1 == 1);
        }
        let mut scores = [0; N_LANES];
        for features in features[..n_known].chunks(MOST_AT_ONCE) {
            let mut sums = [0i16; N_LANES];
            for feature in features {
                let row = &self.rows[self.place(*feature)];
                sums.iter_mut().zip(&row.0).for_each(|(sum, weight)| *sum += i16::from(*weight));
            }
            scores.iter_mut().zip(sums).for_each(|(score, sum)| *score += i32::from(sum));
        }
        features.clear();
        scores
    }

    /// Which of the rows is that of a feature that has one.
    fn place(&self, feature: u32) -> usize {
        let word = (feature >> 6) as usize;
        let below = self.known[word] & ((1 << (feature & 63)) - 1);
        (self.before[word] + below.count_ones()) as usize
    }
}
