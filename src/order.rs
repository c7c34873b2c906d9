//! Sorting, compiled once. The compiler writes a sort out anew for every type and key that it is given, 7 KB each, and the reader
//! of the page downloads them all.

use crate::Span;

/// Sorts by three numbers, the first counting most; what has the same stays as it stood. `!n` counts down.
pub fn by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> [usize; 3]) {
    let mut order: Vec<([usize; 3], usize)> = items.iter().map(key).zip(0..).collect();
    // Most of what is sorted here was found in reading order.
    if order.is_sorted() {
        return;
    }
    order.sort_unstable();
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, at)| unsorted[at].take()));
}

/// Sorts by place: by start, then shorter first.
pub fn by_span<T>(items: &mut Vec<T>, span: impl Fn(&T) -> Span) {
    by(items, |item| {
        let Span { start, end } = span(item);
        [start, end, 0]
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_as_they_stood_and_complements_count_down() {
        let mut words = vec!["dua", "tiga", "satu", "empat", "enam"];
        by(&mut words, |word| [!word.len(), 0, 0]);
        assert_eq!(words, ["empat", "tiga", "satu", "enam", "dua"]);
        let mut spans = vec![Span::new(4, 9), Span::new(1, 5), Span::new(4, 6)];
        by_span(&mut spans, |span| *span);
        assert_eq!(spans, [Span::new(1, 5), Span::new(4, 6), Span::new(4, 9)]);
    }
}
