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
use super::features::FEATURE_BITS;
use super::lists::{FINGERPRINT_BITS, List};
use super::rows::Rows;
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
    /// What features say of each state.
    pub rows: Rows,
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

    /// A count of things that take at least a byte each, so that no bad count asks for more memory than there are bytes.
    fn count(&mut self) -> Result<usize, ModelError> {
        let count = self.numbers(1)?.first().map_or(0, |count| *count as usize);
        if count > self.rest.len() { Err(ModelError("a count is too large")) } else { Ok(count) }
    }

    /// Unsigned LEB128 numbers below 2^32.
    fn numbers(&mut self, n: usize) -> Result<Vec<u32>, ModelError> {
        let mut numbers = Vec::with_capacity(n);
        let (mut number, mut shift, mut n_bytes) = (0u64, 0, 0);
        for byte in self.rest {
            if numbers.len() == n {
                break;
            }
            number |= u64::from(byte & 0x7f) << shift;
            (shift, n_bytes) = (shift + 7, n_bytes + 1);
            if *byte < 0x80 {
                numbers.push(u32::try_from(number).map_err(|_| ModelError("a number is too large"))?);
                (number, shift) = (0, 0);
            } else if shift >= 35 {
                return Err(ModelError("a number is too long"));
            }
        }
        self.take(n_bytes)?;
        if numbers.len() < n { Err(ModelError("it ends too soon")) } else { Ok(numbers) }
    }

    /// Rising keys of so many bits, written as differences.
    fn keys(&mut self, n: usize, n_bits: u32) -> Result<Vec<u32>, ModelError> {
        let mut keys = self.numbers(n)?;
        let is_twice = keys.iter().skip(1).any(|difference| *difference == 0);
        let last = keys.iter().fold(0u64, |sum, difference| sum + u64::from(*difference));
        if is_twice || last >> n_bits != 0 {
            return Err(ModelError("a key is there twice, or too large"));
        }
        let mut key = 0;
        for difference in &mut keys {
            key += *difference;
            *difference = key;
        }
        Ok(keys)
    }

    fn list(&mut self) -> Result<List, ModelError> {
        let n = self.count()?;
        Ok(List::new(self.keys(n, FINGERPRINT_BITS)?, self.take(n)?.to_vec()))
    }

    fn rows(&mut self) -> Result<Rows, ModelError> {
        let n = self.count()?;
        let keys = self.keys(n, FEATURE_BITS)?;
        let masks = self.numbers(n)?;
        if masks.iter().any(|mask| *mask == 0 || *mask >> N_STATES != 0) {
            return Err(ModelError("a row names no state, or one that is not there"));
        }
        let n_weights: u32 = masks.iter().map(|mask| mask.count_ones()).sum();
        Ok(Rows::new(&keys, &masks, self.take(n_weights as usize)?))
    }
}
