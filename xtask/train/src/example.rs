//! A text with its names: what every corpus is read into.

use sorot::Label;
use sorot::detect::names::states::LABELS;
use std::ops::Range;

/// A set of labels, as bits in the order of [`LABELS`]; one bit more stands for "no name".
pub type LabelSet = u8;

/// It may be no name at all.
pub const NO_NAME: LabelSet = 1 << LABELS.len();
/// It may be anything.
pub const ANYTHING: LabelSet = (NO_NAME << 1) - 1;

/// The set of one label.
pub fn only(label: Label) -> LabelSet {
    LABELS.iter().position(|other| *other == label).map_or(0, |at| 1 << at)
}

/// The set of these labels.
pub fn any(labels: &[Label]) -> LabelSet {
    labels.iter().fold(0, |set, label| set | only(*label))
}

/// A mention: bytes of the text, and what it may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub span: Range<usize>,
    pub labels: LabelSet,
}

/// A sentence or an article with all its names.
#[derive(Clone, Debug)]
pub struct Example {
    pub text: String,
    pub mentions: Vec<Mention>,
    /// The corpus, as an index.
    pub domain: usize,
    /// Labels that the corpus does not mark: what it leaves bare may be one of them.
    pub unmarked: LabelSet,
}

/// A small generator of random numbers (SplitMix64): the same seed, the same model.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        sorot::detect::names::lists::scramble(self.0)
    }

    /// A number below `n`; 0 when `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}
