//! Dates in digits: "22/11/2024", "17-1-1948", "2024-11-22", "22.11.2024", and "(22/11)".

use super::dates::directed;
use super::expression::{Meaning, Point};
use super::reader::{Kind, Piece, Reader};
use crate::lang::time::TimeWord;

/// Two-digit years from here on belong to the last century (the pivot of POSIX strptime).
const PIVOT: u32 = 69;

/// A date in digits that begins at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    if reader.kind(i) != Kind::Digits || is_inside_code(reader, i) {
        return None;
    }
    let piece = days_of_a_month(reader, i)
        .or_else(|| dotted(reader, i))
        .or_else(|| year_first(reader, i))
        .or_else(|| three_parts(reader, i))
        .or_else(|| two_parts(reader, i))?;
    Some(directed(reader, piece))
}

/// A mark and more glued to the front: part of a longer number or code.
fn is_inside_code(reader: &Reader, i: usize) -> bool {
    let before = i.checked_sub(1);
    let is_mark = before.is_some_and(|before| matches!(reader.kind(before), Kind::Mark('/' | '-' | '.' | '+')));
    (is_mark && reader.is_glued(i) && before.is_some_and(|before| reader.is_glued(before)))
        || reader.word_before(i) == Some(TimeWord::Label)
}

/// "22-24/11/2024", "(22-24/11)".
fn days_of_a_month(reader: &Reader, i: usize) -> Option<Piece> {
    if !reader.words.day_first || !reader.is_dash(i + 1) || !reader.is_glued(i + 1) || !reader.is_glued(i + 2) {
        return None;
    }
    let first = reader.small(i, 1..=31)?;
    let (day, month) = (reader.small(i + 2, 1..=31)?, reader.small(i + 4, 1..=12)?);
    let with_year = three_parts(reader, i + 2);
    let bracketed = i > 0 && reader.is_mark(i - 1, '(') && reader.is_mark(i + 5, ')');
    let by_day = matches!(reader.word_before(i), Some(TimeWord::DateNoun | TimeWord::Weekday(..) | TimeWord::SundayOrWeek));
    let alone = separator(reader, i + 3) == Some('/') && (bracketed || by_day) && !goes_on(reader, i + 5);
    let (year, end) = match with_year.map(|piece| (piece.meaning, piece.end)) {
        Some((Meaning::Point(point), end)) => (point.year, end),
        _ if alone => (None, i + 5),
        _ => return None,
    };
    let on = |day| Point { year, month: Some(month), day: Some(day), ..Point::default() };
    (first < day).then(|| Piece::range(i, end, (on(first), on(day)), "days-of-a-month"))
}

/// "22.11.2024".
fn dotted(reader: &Reader, i: usize) -> Option<Piece> {
    let mut parts = reader.text(i).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = parts.next().is_none() && day.len() <= 2 && month.len() <= 2 && year.len() == 4;
    let point = ordered(reader, day.parse().ok()?, month.parse().ok()?)?;
    let year: i32 = year.parse().ok()?;
    (fits && (1000..2200).contains(&year)).then(|| Piece::point(i, i + 1, Point { year: Some(year), ..point }, "date-in-digits"))
}

/// "2024-11-22", "2024/11/22".
fn year_first(reader: &Reader, i: usize) -> Option<Piece> {
    let year = reader.year(i)?;
    separator(reader, i + 1).filter(|&mark| separator(reader, i + 3) == Some(mark))?;
    let (month, day) = (reader.small(i + 2, 1..=12)?, reader.small(i + 4, 1..=31)?);
    let point = Point { year: Some(year), month: Some(month), day: Some(day), ..Point::default() };
    (!goes_on(reader, i + 5)).then(|| Piece::point(i, i + 5, point, "date-in-digits"))
}

/// "22/11/2024", "17-1-48".
fn three_parts(reader: &Reader, i: usize) -> Option<Piece> {
    separator(reader, i + 1).filter(|&mark| separator(reader, i + 3) == Some(mark))?;
    let (first, second) = (reader.small(i, 1..=31)?, reader.small(i + 2, 1..=31)?);
    let year = match reader.digits(i + 4)? {
        (year, 4) if (1000..2200).contains(&year) => year,
        (year, 2) if year >= PIVOT => 1900 + year,
        (year, 2) => 2000 + year,
        _ => return None,
    };
    let point = ordered(reader, first, second)?;
    (!goes_on(reader, i + 5)).then(|| Piece::point(i, i + 5, Point { year: Some(year as i32), ..point }, "date-in-digits"))
}

/// "22/11" where brackets, a weekday or "tanggal" say that it is no fraction.
fn two_parts(reader: &Reader, i: usize) -> Option<Piece> {
    if separator(reader, i + 1) != Some('/') {
        return None;
    }
    let bracketed = i.checked_sub(1).is_some_and(|before| reader.is_mark(before, '('))
        && reader.is_mark(i + 3, ')')
        && i.checked_sub(2).is_some_and(|before| matches!(reader.kind(before), Kind::Word(_)));
    let led = matches!(reader.word_before(i), Some(TimeWord::Weekday(..) | TimeWord::DateNoun | TimeWord::SundayOrWeek));
    let point = ordered(reader, reader.small(i, 1..=31)?, reader.small(i + 2, 1..=31)?)?;
    ((bracketed || led) && !goes_on(reader, i + 3)).then(|| Piece::point(i, i + 3, point, "date-in-digits"))
}

/// Day and month in the language's order, or in the other where only that exists.
fn ordered(reader: &Reader, first: u8, second: u8) -> Option<Point> {
    let (day, month) = if reader.words.day_first { (first, second) } else { (second, first) };
    let (day, month) = if month > 12 { (month, day) } else { (day, month) };
    let swapped = (day <= 12 && day != month).then_some((month, day));
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Point {
        month: Some(month),
        day: Some(day),
        swapped,
        ..Point::default()
    })
}

/// The slash or hyphen glued between two numbers.
fn separator(reader: &Reader, i: usize) -> Option<char> {
    match reader.kind(i) {
        Kind::Mark(mark @ ('/' | '-')) if reader.is_glued(i) && reader.is_glued(i + 1) => Some(mark),
        _ => None,
    }
}

/// More digits glued on: a code, no date.
fn goes_on(reader: &Reader, i: usize) -> bool {
    separator(reader, i).is_some() && reader.kind(i + 1) == Kind::Digits
}
