//! Days in a row that share a month, months in a row that share a year: "3 and 4 March", "March 3 and 10", "May and June 2023".

use super::dates::{day, directed, month_and_year};
use super::expression::{Meaning, Point, Repeat};
use super::reader::{Kind, Piece, Reader};
use crate::lang::time::TimeWord;

/// A list has no more days than this.
const MOST_DAYS: usize = 6;
/// No more lexemes stand between a month and the last day of its list.
const REACH: usize = 3 * MOST_DAYS;

/// A day of the month whose month another day of the list carries, beginning at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    if reader.kind(i) != Kind::Digits || is_part_of_more(reader, i) {
        return None;
    }
    before_its_month(reader, i).or_else(|| after_its_month(reader, i))
}

/// "3" in "3, 4 and 5 March 2024".
fn before_its_month(reader: &Reader, i: usize) -> Option<Piece> {
    let (first, end) = day(reader, i)?;
    let (mut at, mut last) = (end, first);
    for _ in 0..MOST_DAYS {
        let (next, joined) = link(reader, at)?;
        let (day, after) = day(reader, next)?;
        if day <= last {
            return None;
        }
        if joined {
            let (point, end_of_list) = month_and_year(reader, reader.skip(after, TimeWord::Of), true)?;
            let list = directed(reader, Piece::point(i, end_of_list, Point { day: Some(first), ..point }, "day-of-a-list"));
            return Some(Piece { end, ..list });
        }
        (at, last) = (after, day);
    }
    None
}

/// "10" in "March 3 and 10", "March 3, 5 and 10, 2024".
fn after_its_month(reader: &Reader, i: usize) -> Option<Piece> {
    if !reader.words.month_before_day {
        return None;
    }
    let (last, end) = day(reader, i)?;
    let lowest = i.saturating_sub(REACH);
    let is_of_list = |&at: &usize| {
        matches!(reader.kind(at), Kind::Digits | Kind::Mark(',')) || reader.is(at, TimeWord::And) || is_ending(reader, at)
    };
    let month_at = (lowest..i).rev().find(|at| !is_of_list(at))?;
    let (month, mut at) = (month_and_year(reader, month_at, true)?.0.month?, month_at + 1);
    let mut days = 0;
    let mut highest = 0;
    while at < i {
        let (day, after) = day(reader, at).filter(|(day, _)| *day > highest)?;
        (highest, days) = (day, days + 1);
        at = link(reader, after)?.0;
    }
    let counts = matches!(reader.kind(end), Kind::Other | Kind::Digits | Kind::Mark('%' | '-' | '/' | ':' | '$'))
        || reader.unit(end).is_some();
    let year = reader.year(end + usize::from(reader.is_mark(end, ',')));
    let fits = days > 0 && at == i && last > highest && !counts;
    let end = if year.is_some() { end + 1 + usize::from(reader.is_mark(end, ',')) } else { end };
    fits.then(|| Piece::point(i, end, Point { year, month: Some(month), day: Some(last), ..Point::default() }, "day-of-a-list"))
}

/// The letters of "3rd".
fn is_ending(reader: &Reader, i: usize) -> bool {
    reader.is_glued(i) && reader.words.ordinal_endings.contains(&reader.lower(i))
}

/// One past "," or "and" or ", and", and whether "and" was there.
fn link(reader: &Reader, i: usize) -> Option<(usize, bool)> {
    let comma = i + usize::from(reader.is_mark(i, ','));
    let end = reader.skip(comma, TimeWord::And);
    (end > i).then_some((end, end > comma))
}

/// A mark glued before the digits, or a word that numbers things.
fn is_part_of_more(reader: &Reader, i: usize) -> bool {
    let before = i.checked_sub(1);
    let is_glued = before.is_some_and(|before| reader.is_glued(i) && reader.kind(before) != Kind::Mark('('));
    is_glued || matches!(reader.word_before(i), Some(TimeWord::Label | TimeWord::Number(_)))
}

/// "setiap Sabtu dan Minggu", "every Monday and Friday": the second comes again as the first does.
pub fn repeat(reader: &Reader, pieces: &[Piece], piece: &mut Piece) {
    let Some(Piece { meaning: Meaning::Set(Repeat::At(first), frequency), end, .. }) = pieces.last() else { return };
    let Meaning::Point(point) = piece.meaning else { return };
    let is_weekday = |point: &Point| *point == Point { weekday: point.weekday, part: point.part, ..Point::default() };
    let joined = link(reader, *end).is_some_and(|(next, _)| next == piece.start);
    if frequency.every && joined && first.weekday.is_some() && point.weekday.is_some() && is_weekday(&point) {
        *piece = Piece { meaning: Meaning::Set(Repeat::At(point), *frequency), rule: "set", ..piece.clone() };
    }
}

/// What the last of a list says for all: "Maret dan Mei 2023" gives the first its year, "mendatang" its direction.
pub fn lend(reader: &Reader, pieces: &mut [Piece], last: &Piece) {
    let Meaning::Point(lender) = last.meaning else { return };
    let mut next = last.start;
    let (Some(month), true) = (lender.month, lender.year.is_some() || lender.direction.is_some()) else { return };
    for piece in pieces.iter_mut().rev().take(MOST_DAYS) {
        let joined = link(reader, piece.end).is_some_and(|(end, joined)| end == next && (joined || next < last.start));
        let Meaning::Point(point) = &mut piece.meaning else { return };
        let fits = point.month.is_some() && point.year.is_none() && point.shift.is_none() && point.direction.is_none();
        if !joined || !fits {
            return;
        }
        // "Desember dan Januari 2025" runs over the turn of the year.
        point.year = lender.year.map(|year| year - i32::from(point.month > Some(month)));
        point.direction = lender.direction;
        next = piece.start;
    }
}
