//! Amounts before a unit: "tiga", "dua puluh lima", "two and a half", "1,5", "beberapa".

use super::expression::Count;
use super::reader::{Kind, Reader};
use crate::lang::time::TimeWord;

/// Amounts above this are no lengths of time in news.
const MOST: u32 = 40_000_000;

/// Number words in a row; more are no number, and reading on from each of them would cost the square of their length.
const LONGEST: usize = 12;

/// The amount that starts at `i`, and where it ends.
pub fn count(reader: &Reader, i: usize) -> Option<(Count, usize)> {
    if reader.is(i, TimeWord::Several) {
        let end = reader.skip(i + 1, TimeWord::Of);
        return Some((Count::Some, end));
    }
    if reader.is(i, TimeWord::Half) {
        let after = reader.skip(i + 1, TimeWord::Of);
        return Some((Count::Hundredths(50), reader.skip(after, TimeWord::Single)));
    }
    let (hundredths, end) = match reader.kind(i) {
        Kind::Digits => (decimal(reader.text(i), reader.words.decimal)?, i + 1),
        _ => in_words(reader, i)?,
    };
    match and_a_half(reader, end) {
        Some(end) => Some((Count::Hundredths(hundredths + 50), end)),
        None => Some((Count::Hundredths(hundredths), end)),
    }
}

/// "1.000", "1,5" by the language's decimal mark, in hundredths.
fn decimal(text: &str, mark: char) -> Option<u32> {
    let (whole, fraction) = text.split_once(mark).unwrap_or((text, ""));
    let grouping = if mark == ',' { '.' } else { ',' };
    let mut groups = whole.split(grouping);
    let first = groups.next()?;
    if !groups.clone().all(|group| group.len() == 3) || fraction.contains([',', '.']) || whole.len() > 10 {
        return None;
    }
    let whole: u32 = groups.fold(first.to_string(), |all, group| all + group).parse().ok()?;
    let fraction: u32 = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<u32>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    (whole <= MOST).then(|| whole * 100 + fraction)
}

/// Number words, in hundredths: each scale multiplies the words since the last larger one.
fn in_words(reader: &Reader, start: usize) -> Option<(u32, usize)> {
    let (mut total, mut part, mut last) = (0u32, 0u32, 0u32);
    let mut i = start;
    if reader.is(i, TimeWord::Single) && matches!(reader.word(i + 1), Some(TimeWord::Scale(_))) {
        (part, last, i) = (1, 1, i + 1);
    }
    while i - start < LONGEST {
        match reader.word(i) {
            Some(TimeWord::Number(n)) if last == 0 || last >= 20 && n < last => {
                part = part.saturating_add(n);
                last = n;
            }
            Some(TimeWord::Teen) if last > 0 => {
                part += 10;
                last = 10;
            }
            Some(TimeWord::Scale(10)) if last > 0 => {
                part = part.saturating_add(last.saturating_mul(9));
                last = last.saturating_mul(10);
            }
            Some(TimeWord::Scale(100)) if last > 0 => {
                part = part.saturating_add(last.saturating_mul(99));
                last = 100;
            }
            Some(TimeWord::Scale(scale)) if part > 0 => {
                total = total.saturating_add(part.saturating_mul(scale));
                (part, last) = (0, scale);
            }
            _ => break,
        }
        i += 1;
        let hyphenated =
            reader.is_mark(i, '-') && last >= 20 && matches!(reader.word(i + 1), Some(TimeWord::Number(n)) if n < 10);
        i += usize::from(hyphenated);
    }
    if i == start && reader.is(i, TimeWord::Single) {
        (total, i) = (1, i + 1);
    }
    let total = total.saturating_add(part);
    (i > start && 0 < total && total <= MOST).then(|| (total * 100, i))
}

/// "setengah" after "satu", "and a half" after "two".
fn and_a_half(reader: &Reader, i: usize) -> Option<usize> {
    let half = reader.skip(reader.skip(i, TimeWord::And), TimeWord::Single);
    reader.is(half, TimeWord::Half).then_some(half + 1)
}
