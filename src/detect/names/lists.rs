//! Lists of names as fingerprints: a set of hashes with a class each, no strings. A phrase that is not listed passes for one
//! with a chance of less than one in a hundred, which the tagger has learnt to live with.

use rustc_hash::FxHashMap;

/// Bits of a fingerprint.
pub const FINGERPRINT_BITS: u32 = 24;

/// Fingerprints with the class of each.
#[derive(Clone, Debug, Default)]
pub struct List {
    classes: FxHashMap<u32, u8>,
}

impl List {
    /// A list of fingerprints and classes.
    pub fn new(entries: impl IntoIterator<Item = (u32, u8)>) -> Self {
        Self { classes: entries.into_iter().collect() }
    }

    /// The class of a phrase; 0 when it is not listed.
    pub fn class(&self, hash: u64) -> u8 {
        self.classes.get(&fingerprint(hash)).copied().unwrap_or(0)
    }
}

/// The fingerprint of a phrase's hash.
pub fn fingerprint(hash: u64) -> u32 {
    (scramble(hash) >> (64 - FINGERPRINT_BITS)) as u32
}

/// The hash of a text, the same on every platform.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The hash of a phrase that goes on with a further word.
pub fn join(phrase: u64, word: u64) -> u64 {
    scramble(phrase.rotate_left(23) ^ word)
}

/// Spreads the bits of a hash (the finalizer of SplitMix64).
pub fn scramble(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}
