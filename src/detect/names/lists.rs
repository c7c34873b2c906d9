//! Lists of names as fingerprints: a set of hashes with a class each, no strings. A phrase that is not listed passes for one
//! with a chance of less than one in a hundred, which the tagger has learnt to live with.

/// Bits of a fingerprint.
pub const FINGERPRINT_BITS: u32 = 24;

/// The first bits of a fingerprint tell where in a list to look.
const BUCKET_BITS: u32 = 12;
const N_BUCKETS: usize = 1 << BUCKET_BITS;

/// Fingerprints with the class of each.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// In order.
    fingerprints: Vec<u32>,
    classes: Vec<u8>,
    /// Where the fingerprints of each bucket begin, and where the last one ends.
    buckets: Vec<u32>,
}

impl List {
    /// A list of rising fingerprints, each with its class.
    pub fn new(fingerprints: Vec<u32>, classes: Vec<u8>) -> Self {
        let mut buckets = vec![0; N_BUCKETS + 1];
        fingerprints.iter().for_each(|fingerprint| buckets[bucket(*fingerprint) + 1] += 1);
        (0..N_BUCKETS).for_each(|bucket| buckets[bucket + 1] += buckets[bucket]);
        Self { fingerprints, classes, buckets }
    }

    /// The class of a phrase; 0 when it is not listed.
    pub fn class(&self, hash: u64) -> u8 {
        let fingerprint = fingerprint(hash);
        let bucket = bucket(fingerprint);
        let [start, end] = [bucket, bucket + 1].map(|bucket| self.buckets.get(bucket).map_or(0, |start| *start as usize));
        let at = self.fingerprints[start..end].iter().position(|other| *other == fingerprint);
        at.map_or(0, |at| self.classes[start + at])
    }
}

fn bucket(fingerprint: u32) -> usize {
    (fingerprint >> (FINGERPRINT_BITS - BUCKET_BITS)) as usize % N_BUCKETS
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
