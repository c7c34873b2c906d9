//! A trained model of one language's names, read from bytes.
//!
//! ```text
//! "SRTN"  version  language tag (2)  step f32  sharpness f32  transitions i16 × 25 × 25
//! three lists (words, phrases, usage):  n  fingerprint differences  classes
//! rows:                        n  feature differences  masks of states  weights, in columns
//! ```
//! Counts, differences and masks are LEB128; everything is little-endian. Columns pack better than rows.

use super::article::Lexicon;
use super::decode::PathSteps;
use super::lanes::{LANES, Scores};
use super::lists::List;
use super::states::N_STATES;
use super::sums::Factors;
use crate::ModelError;
use crate::lang::LanguageId;

/// The first bytes of a model.
pub const MAGIC: &[u8; 5] = b"SRTN\x02";

/// What the tagger of a language has learnt.
///
/// ```
/// use sorot::detect::names::NameModel;
/// let error = NameModel::from_bytes(b"garbage").unwrap_err();
/// assert_eq!(error.to_string(), "this is no model of names: it does not begin like one");
/// ```
#[derive(Clone, Debug)]
pub struct NameModel {
    /// The language it was trained for.
    pub language: LanguageId,
    /// Scores from state to state.
    pub steps: PathSteps,
    /// The same as factors.
    pub factors: Factors,
    /// What words and phrases are by themselves.
    pub lexicon: Lexicon,
    rows: Rows,
}

impl NameModel {
    /// Reads a model; whatever the bytes, it gives a model or says what is wrong.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut bytes = Bytes { rest: bytes };
        if bytes.take(MAGIC.len())? != MAGIC {
            return Err(ModelError("it does not begin like one"));
        }
        let tag = std::str::from_utf8(bytes.take(2)?).ok().and_then(LanguageId::from_tag);
        let language = tag.ok_or(ModelError("its language is not known"))?;
        // What one unit of score is worth, and how far probabilities are to be trusted: below 1 they are drawn to each other.
        let nats = bytes.positive()? * bytes.positive()?;
        let mut transitions = vec![[0; N_STATES]; N_STATES];
        for cell in transitions.iter_mut().flatten() {
            *cell = i32::from(i16::from_le_bytes([bytes.byte()?, bytes.byte()?]));
        }
        let step = |from: usize, to: usize| transitions[from][to];
        let lexicon = Lexicon::new(language, [bytes.list()?, bytes.list()?, bytes.list()?]);
        let rows = bytes.rows()?;
        Ok(Self { language, steps: PathSteps::new(step), factors: Factors::new(nats, step), lexicon, rows })
    }

    /// Adds what a feature says of each state.
    pub fn add(&self, feature: u32, scores: &mut Scores) {
        for (lane, weight) in self.rows.get(feature) {
            scores[usize::from(*lane)] += i32::from(*weight);
        }
    }
}

/// The weights of features: open addressing. Most features asked for are not there, and a byte tells so: the tags of all
/// rows fit into a processor's nearer memory, which the rows do not.
#[derive(Clone, Debug)]
struct Rows {
    /// For each slot some bits of its feature, or [`FREE`].
    tags: Vec<u8>,
    slots: Vec<Slot>,
    shift: u32,
    /// Lanes with their weights.
    weights: Vec<(u8, i8)>,
}

/// A feature, and where in the weights its row is.
#[derive(Clone, Copy, Debug)]
struct Slot {
    feature: u32,
    start: u32,
    end: u32,
}

/// The tag of a slot that is free.
const FREE: u8 = 0;

fn tag(feature: u32) -> u8 {
    feature as u8 | 0x80
}

impl Rows {
    fn new(n_rows: usize) -> Self {
        let n_slots = (n_rows * 2).next_power_of_two().max(2);
        let shift = 32 - n_slots.trailing_zeros();
        let slot = Slot { feature: 0, start: 0, end: 0 };
        Self { tags: vec![FREE; n_slots], slots: vec![slot; n_slots], shift, weights: Vec::new() }
    }

    /// The place of a feature, or the free one where its search ends.
    fn place(&self, feature: u32) -> usize {
        let mut at = (feature.wrapping_mul(0x9e37_79b1) >> self.shift) as usize;
        while self.tags[at] != FREE && (self.tags[at] != tag(feature) || self.slots[at].feature != feature) {
            at = (at + 1) & (self.tags.len() - 1);
        }
        at
    }

    fn insert(&mut self, slot: Slot) {
        let at = self.place(slot.feature);
        (self.tags[at], self.slots[at]) = (tag(slot.feature), slot);
    }

    fn get(&self, feature: u32) -> &[(u8, i8)] {
        let at = self.place(feature);
        if self.tags[at] == FREE {
            return &[];
        }
        let Slot { start, end, .. } = self.slots[at];
        &self.weights[start as usize..end as usize]
    }
}

/// Bytes not yet read.
struct Bytes<'b> {
    rest: &'b [u8],
}

impl<'b> Bytes<'b> {
    fn take(&mut self, n: usize) -> Result<&'b [u8], ModelError> {
        let (head, rest) = self.rest.split_at_checked(n).ok_or(ModelError("it ends too soon"))?;
        self.rest = rest;
        Ok(head)
    }

    fn byte(&mut self) -> Result<u8, ModelError> {
        Ok(self.take(1)?[0])
    }

    fn positive(&mut self) -> Result<f32, ModelError> {
        let number = f32::from_le_bytes([self.byte()?, self.byte()?, self.byte()?, self.byte()?]);
        let is_sound = number > 0.0 && number < 100.0;
        is_sound.then_some(number).ok_or(ModelError("a factor is out of range"))
    }

    /// An unsigned LEB128 number below 2^32.
    fn number(&mut self) -> Result<u32, ModelError> {
        let mut number = 0u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).map_err(|_| ModelError("a number is too large"));
            }
        }
        Err(ModelError("a number is too long"))
    }

    /// A count of things that take at least a byte each, so that no bad count asks for more memory than there are bytes.
    fn count(&mut self) -> Result<usize, ModelError> {
        let count = self.number()? as usize;
        if count > self.rest.len() { Err(ModelError("a count is too large")) } else { Ok(count) }
    }

    /// Rising keys, written as differences.
    fn keys(&mut self, n: usize) -> Result<Vec<u32>, ModelError> {
        let mut key = 0u32;
        let mut keys = Vec::with_capacity(n);
        for i in 0..n {
            let difference = self.number()?;
            if i > 0 && difference == 0 {
                return Err(ModelError("a key is there twice"));
            }
            key = key.checked_add(difference).filter(|key| *key < u32::MAX).ok_or(ModelError("a key is too large"))?;
            keys.push(key);
        }
        Ok(keys)
    }

    fn list(&mut self) -> Result<List, ModelError> {
        let n = self.count()?;
        let keys = self.keys(n)?;
        Ok(List::new(keys.into_iter().zip(self.take(n)?.iter().copied())))
    }

    fn rows(&mut self) -> Result<Rows, ModelError> {
        let n = self.count()?;
        let keys = self.keys(n)?;
        let masks = (0..n).map(|_| self.number()).collect::<Result<Vec<u32>, ModelError>>()?;
        if masks.iter().any(|mask| *mask == 0 || *mask >> N_STATES != 0) {
            return Err(ModelError("a row names no state, or one that is not there"));
        }
        let n_weights: u32 = masks.iter().map(|mask| mask.count_ones()).sum();
        let mut weights = self.take(n_weights as usize)?.iter();
        let mut rows = Rows::new(n);
        rows.weights.reserve_exact(n_weights as usize);
        for (feature, mask) in keys.into_iter().zip(masks) {
            let start = rows.weights.len() as u32;
            rows.weights.extend(bits(mask).zip(&mut weights).map(|(state, weight)| (LANES[state] as u8, *weight as i8)));
            rows.insert(Slot { feature, start, end: rows.weights.len() as u32 });
        }
        Ok(rows)
    }
}

/// The places of the bits in a set, the lowest first.
fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = set.trailing_zeros() as usize;
        set &= set.wrapping_sub(1);
        (bit < 32).then_some(bit)
    })
}
