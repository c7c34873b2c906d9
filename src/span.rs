//! Places in the text: byte spans, and the one conversion to what others count in.

/// A half-open range of bytes, `[start, end)`, on character boundaries of the article it was made for.
///
/// ```
/// use sorot::Span;
/// let span = Span::new(5, 10);
/// assert_eq!(span.of("Kota Medan ramai"), "Medan");
/// assert!(span.overlaps(Span::new(9, 12)) && !span.overlaps(Span::new(10, 12)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` to `end`; an end before the start is a bug, shown in debug builds and made empty in release ones.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span {start}..{end} runs backwards");
        Self { start, end: end.max(start) }
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The text it covers; empty when the span is not of this text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// True when it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True when `other` lies wholly inside (or is equal).
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// What a character counts for on the other side of the boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// UTF-16 code units, as JavaScript strings count.
    Utf16,
    /// Unicode code points, as files and Python count.
    CodePoint,
}

/// Translates byte offsets of one text into another unit, and back: the only place that does.
///
/// It keeps one number for each block of 64 bytes and counts the rest, so a lookup is constant time and an article
/// of pure ASCII costs nothing.
///
/// ```
/// use sorot::{OffsetMap, Unit};
/// let map = OffsetMap::new("é😀a", Unit::Utf16);
/// assert_eq!((map.from_byte(2), map.from_byte(6), map.to_byte(3)), (1, 3, 6));
/// ```
pub struct OffsetMap<'t> {
    text: &'t str,
    unit: Unit,
    /// Units before byte `64 * i`; empty when every character is one byte.
    blocks: Vec<u32>,
}

const BLOCK: usize = 64;

impl<'t> OffsetMap<'t> {
    /// Sweeps the text once.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut blocks = Vec::new();
        if !text.is_ascii() {
            let mut n_units = 0;
            for chunk in text.as_bytes().chunks(BLOCK) {
                blocks.push(n_units);
                n_units += count(chunk, unit);
            }
            blocks.push(n_units);
        }
        Self { text, unit, blocks }
    }

    /// Units before the byte `offset`; offsets past the end count as the end.
    pub fn from_byte(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        if self.blocks.is_empty() {
            return offset;
        }
        let block = offset / BLOCK;
        (self.blocks[block] + count(&self.text.as_bytes()[block * BLOCK..offset], self.unit)) as usize
    }

    /// The byte where unit `offset` starts; inside a surrogate pair, the byte where its character starts.
    pub fn to_byte(&self, offset: usize) -> usize {
        if self.blocks.is_empty() {
            return offset.min(self.text.len());
        }
        let (mut low, mut high) = (0, self.text.len());
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            if self.from_byte(middle) <= offset { low = middle } else { high = middle - 1 }
        }
        while !self.text.is_char_boundary(low) {
            low -= 1;
        }
        low
    }
}

/// Units of the characters that start in these bytes.
fn count(bytes: &[u8], unit: Unit) -> u32 {
    let starts = bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
    let astral = match unit {
        Unit::Utf16 => bytes.iter().filter(|&&byte| byte >= 0xF0).count(),
        Unit::CodePoint => 0,
    };
    (starts + astral) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_converts_there_and_back() {
        let text = "Ibu kota 🇮🇩 é\u{301}a\u{0}ñ — 日本 👩‍👩‍👧 z".repeat(9);
        for unit in [Unit::Utf16, Unit::CodePoint] {
            let map = OffsetMap::new(&text, unit);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let want = match unit {
                    Unit::Utf16 => text[..byte].encode_utf16().count(),
                    Unit::CodePoint => text[..byte].chars().count(),
                };
                assert_eq!(map.from_byte(byte), want, "byte {byte} as {unit:?}");
                assert_eq!(map.to_byte(want), byte, "unit {want} of {unit:?}");
            }
        }
    }
}
