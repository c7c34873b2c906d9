//! The distinct words in order, to look all of them up in a sorted table in one walk along both.

use super::Word;

/// The distinct words in the order of their lower-case forms, each behind the first bytes of its form.
#[derive(Clone, Debug)]
pub struct Sorted(Vec<(u64, u32)>);

impl Sorted {
    /// Sorts words.
    pub fn new(words: &[Word]) -> Self {
        let mut order: Vec<(u64, u32)> = words.iter().zip(0..).map(|(word, at)| (head(&word.lower), at)).collect();
        let lower = |at: u32| &*words[at as usize].lower;
        order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| lower(a.1).cmp(lower(b.1))).then(a.1.cmp(&b.1)));
        Self(order)
    }

    /// The words by their places in the document's list, equal forms side by side.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|&(_, word)| word as usize)
    }

    /// Tells of each word the first row of a sorted table that does not stand before it, and whether it is the word's own.
    pub fn walk<R>(&self, words: &[Word], table: &[R], key: impl Fn(&R) -> &str, mut visit: impl FnMut(usize, usize, bool)) {
        let mut rows = table.iter().enumerate().map(|(at, row)| (at, key(row), head(key(row))));
        let mut row = rows.next();
        for &(own, word) in &self.0 {
            let lower = &*words[word as usize].lower;
            while row.is_some_and(|(_, key, head)| head < own || (head == own && key < lower)) {
                row = rows.next();
            }
            match row {
                Some((at, key, head)) => visit(word as usize, at, head == own && key == lower),
                None => visit(word as usize, table.len(), false),
            }
        }
    }
}

/// The first eight bytes as a number: numbers compare as the texts do, and faster, until they are equal.
fn head(text: &str) -> u64 {
    match text.as_bytes().first_chunk() {
        Some(bytes) => u64::from_be_bytes(*bytes),
        None => text.bytes().fold(0, |head, byte| head << 8 | u64::from(byte)) << (8 * (8 - text.len())),
    }
}

#[cfg(test)]
mod tests {
    use crate::segment::Document;

    #[test]
    fn a_walk_finds_what_a_search_finds() {
        let table: &[(&str, usize)] = &[("bahwa", 0), ("pertanggung", 1), ("pertanggungjawaban", 2), ("yang", 3)];
        let text = "Yang yang pertanggungjawaban bahwa bahwasanya pertanggungan zat a \0 YANG";
        let document = Document::new(text, None);
        let found = document.classify(table);
        for (word, found) in document.words.iter().zip(found) {
            let searched = table.binary_search_by(|(key, _)| (*key).cmp(&word.lower)).ok();
            assert_eq!(found, searched, "{:?}", word.lower);
        }
        assert!(document.classify::<usize>(&[]).iter().all(Option::is_none));
    }
}
