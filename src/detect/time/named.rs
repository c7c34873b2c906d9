//! Days with names, and the Islamic calendar: "Lebaran 2024", "1 Syawal 1445 H", "HUT ke-79 RI", "Christmas Eve 2023".

use super::dates::{directed, direction};
use super::expression::Point;
use super::reader::{Piece, Reader};
use crate::calendar::{Grain, Holiday};
use crate::lang::time::{TimeWord, Unit};

/// A named day that begins at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    holiday(reader, i).or_else(|| islamic_date(reader, i)).or_else(|| anniversary(reader, i))
}

/// "Lebaran 2024", "last Christmas", "Ramadan 1445 H".
fn holiday(reader: &Reader, i: usize) -> Option<Piece> {
    let before = reader.word(i).filter(|_| !reader.words.direction_follows).and_then(direction);
    let at = i + usize::from(before.is_some());
    let Some(TimeWord::Holiday(holiday)) = reader.word(at) else { return None };
    // In lower case, only a phrase is sure: "bulan Ramadan" against "lebaran".
    if !reader.is_capital(at) && !reader.text(at).contains(' ') {
        return None;
    }
    let point = Point { holiday: Some(holiday), direction: before, ..Point::default() };
    if let Some((year, end)) = islamic_year(reader, at + 1) {
        let (month, day) = match holiday {
            Holiday::Hijri(month, day) => (month, Some(day)),
            Holiday::HijriMonth(month) => (month, None),
            _ => return None,
        };
        let point = Point { hijri: Some((Some(year), month, day)), ..Point::default() };
        return Some(Piece::point(i, end, point, "islamic-date"));
    }
    let noun = reader.skip(reader.skip(at + 1, TimeWord::Of), TimeWord::Unit(Unit::Calendar(Grain::Year)));
    let piece = match reader.year(noun) {
        Some(year) => Piece::point(i, noun + 1, Point { year: Some(year), ..point }, "holiday"),
        None => Piece::point(i, at + 1, point, "holiday"),
    };
    Some(directed(reader, piece))
}

/// "1 Syawal 1445 H", "10 Zulhijah", "Syawal 1445 Hijriah".
fn islamic_date(reader: &Reader, i: usize) -> Option<Piece> {
    let day = reader.small(i, 1..=30);
    let month_at = i + usize::from(day.is_some());
    let month = match reader.word(month_at)? {
        TimeWord::HijriMonth(month) => month,
        TimeWord::Holiday(Holiday::HijriMonth(month)) if day.is_some() => month,
        _ => return None,
    };
    let (year, end) = match islamic_year(reader, month_at + 1) {
        Some((year, end)) => (Some(year), end),
        None => (None, month_at + 1),
    };
    (day.is_some() || year.is_some())
        .then(|| Piece::point(i, end, Point { hijri: Some((year, month, day)), ..Point::default() }, "islamic-date"))
}

/// A year that the Islamic calendar counts, with or without its letter.
fn islamic_year(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    let year = reader.year(i)?;
    let marked = reader.is(i + 1, TimeWord::Hijri);
    (marked || (1400..1500).contains(&year)).then_some((year, i + 1 + usize::from(marked)))
}

/// "HUT ke-79 RI": so many years after the founding.
fn anniversary(reader: &Reader, i: usize) -> Option<Piece> {
    if !reader.is(i, TimeWord::Anniversary) {
        return None;
    }
    let (n, first) = match reader.ordinal(i + 1) {
        Some((n, end)) => (Some(n), end),
        None => (None, i + 1),
    };
    let Some(TimeWord::Founded(year, month, day)) = reader.word(first) else { return None };
    let (n, end) = match n {
        Some(n) => (Some(n), first + 1),
        None => reader.ordinal(first + 1).map_or((None, first + 1), |(n, end)| (Some(n), end)),
    };
    let year = n.map(|n| i32::from(year) + i32::from(n));
    let point = Point { year, holiday: Some(Holiday::Fixed(month, day)), ..Point::default() };
    Some(directed(reader, Piece::point(i, end, point, "anniversary")))
}
