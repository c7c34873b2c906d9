//! Days, months and weekdays in words: "21 November 2024", "Nov. 21", "bulan Oktober", "Senin lalu".

use super::expression::{Meaning, Point};
use super::reader::{Kind, Piece, Reader};
use crate::calendar::Grain;
use crate::lang::time::{Direction, Form, Part, TimeWord, Unit};
use crate::segment::Case;

/// The rule of "malam Jumat".
pub const NIGHT_BEFORE: &str = "night-before";

/// A date in words that begins at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    day_range(reader, i)
        .or_else(|| day_and_month(reader, i))
        .or_else(|| month_and_day(reader, i))
        .or_else(|| month(reader, i))
        .or_else(|| weekday(reader, i))
        .or_else(|| night(reader, i))
        .or_else(|| lone_day(reader, i))
}

/// "malam Jumat" begins on Thursday.
fn night(reader: &Reader, i: usize) -> Option<Piece> {
    let Some(TimeWord::NightBefore(day)) = reader.word(i) else { return None };
    Some(directed(reader, Piece::point(i, i + 1, night_before(day), NIGHT_BEFORE)))
}

/// The night that leads to a weekday.
pub fn night_before(weekday: u8) -> Point {
    let before = if weekday == 1 { 7 } else { weekday - 1 };
    Point { weekday: Some(before), part: Some(Part::Night), ..Point::default() }
}

/// "21 November 2024", "the 21st of November".
fn day_and_month(reader: &Reader, i: usize) -> Option<Piece> {
    let (day, after) = day(reader, i)?;
    let (point, end) = month_and_year(reader, reader.skip(after, TimeWord::Of), true)?;
    let point = Point { day: Some(day), ..point };
    let rule = if after > i + 1 { "ordinal-date" } else { "date-in-words" };
    Some(directed(reader, Piece::point(i, end, point, rule)))
}

/// "November 21, 2024", "Nov. 21", "May 3-5, 2024".
fn month_and_day(reader: &Reader, i: usize) -> Option<Piece> {
    if !reader.words.month_before_day {
        return None;
    }
    let (month, after) = month_word(reader, i, true)?;
    let (first, after) = day(reader, after)?;
    let last = if is_to(reader, after) { day(reader, after + 1) } else { None };
    let (year, end) = year_after(reader, last.map_or(after, |(_, end)| end));
    let on = |day| Point { year, month: Some(month), day: Some(day), ..Point::default() };
    Some(match last {
        Some((last, _)) => Piece::range(i, end, (on(first), on(last)), "days-of-a-month"),
        None => directed(reader, Piece::point(i, end, on(first), "date-in-words")),
    })
}

/// "3-5 Mei 2024", "3 hingga 5 Mei".
fn day_range(reader: &Reader, i: usize) -> Option<Piece> {
    let (first, to) = day(reader, i)?;
    if !is_to(reader, to) {
        return None;
    }
    let (last, after) = day(reader, to + 1)?;
    let (point, end) = month_and_year(reader, after, true)?;
    let on = |day| Point { day: Some(day), ..point };
    Some(Piece::range(i, end, (on(first), on(last)), "days-of-a-month"))
}

/// "November 2024", "bulan Oktober", "September".
fn month(reader: &Reader, i: usize) -> Option<Piece> {
    let noun = reader.is(i, TimeWord::Unit(Unit::Calendar(Grain::Month)));
    let directed_before = !reader.words.direction_follows && matches!(reader.word(i), Some(TimeWord::Direction(_)));
    let start = i + usize::from(noun || directed_before);
    let (point, end) = month_and_year(reader, start, noun)?;
    let is_sure = point.year.is_some() || noun || directed_before || speaks_for_itself(reader, start, end);
    if !is_sure {
        return None;
    }
    let direction = reader.word(i).filter(|_| directed_before).and_then(direction);
    Some(directed(reader, Piece::point(i, end, Point { direction, ..point }, "month")))
}

/// A month alone: a plain name in capitals, or one with a neighbour that speaks for it.
fn speaks_for_itself(reader: &Reader, i: usize, end: usize) -> bool {
    let Some(TimeWord::Month(_, form)) = reader.word(i) else { return false };
    let month_near = |j: usize| matches!(reader.word(j), Some(TimeWord::Month(..)));
    let listed = (is_to(reader, end) || reader.is(end, TimeWord::And) || reader.is_mark(end, ',')) && month_near(end + 1);
    let before = i.checked_sub(1);
    let listed_before = before.is_some_and(|before| {
        let joins = is_to(reader, before) || reader.is(before, TimeWord::And) || reader.is_mark(before, ',');
        joins && before.checked_sub(1).is_some_and(month_near)
    });
    let follows = reader.words.direction_follows && reader.word(end).and_then(direction).is_some();
    let led = reader.word_before(i).is_some_and(|word| reader.leads(word) || word == TimeWord::Ahead);
    let of_fuzzy =
        reader.word_before(i) == Some(TimeWord::Of) && matches!(i.checked_sub(2).map(|j| reader.kind(j)), Some(Kind::Word(_)));
    let is_name = end < reader.lexemes.len() && reader.kind(end) == Kind::Other && reader.case(end) == Case::Title;
    match form {
        Form::Plain => reader.is_capital(i),
        Form::Shared => reader.is_capital(i) && !is_name && (listed || listed_before || follows || led || of_fuzzy),
        Form::Short => false,
    }
}

/// A month, and its year where it is said.
pub fn month_and_year(reader: &Reader, i: usize, supported: bool) -> Option<(Point, usize)> {
    let (month, after) = month_word(reader, i, supported)?;
    let (year, end) = year_after(reader, after);
    Some((Point { year, month: Some(month), ..Point::default() }, end))
}

/// The month that stands at `i`; `supported` lets lower case and short forms pass.
fn month_word(reader: &Reader, i: usize, supported: bool) -> Option<(u8, usize)> {
    let Some(TimeWord::Month(month, form)) = reader.word(i) else { return None };
    let end = i + 1 + usize::from(form == Form::Short && reader.is_mark(i + 1, '.') && reader.is_glued(i + 1));
    let fits = match form {
        Form::Plain => supported || reader.is_capital(i) || reader.year(end).is_some(),
        Form::Shared => reader.is_capital(i) || (supported && !reader.words.month_before_day),
        Form::Short => reader.is_capital(i) && (supported || reader.year(end).is_some()),
    };
    fits.then_some((month, end))
}

/// "2024", ", 2024", "of 2024", "tahun 2024" after a month.
fn year_after(reader: &Reader, i: usize) -> (Option<i32>, usize) {
    let comma = i + usize::from(reader.is_mark(i, ','));
    let noun = reader.skip(reader.skip(comma, TimeWord::Of), TimeWord::Unit(Unit::Calendar(Grain::Year)));
    match reader.year(noun) {
        Some(year) => (Some(year), noun + 1),
        None => (None, i),
    }
}

/// A day of the month, "21" or "21st".
pub fn day(reader: &Reader, i: usize) -> Option<(u8, usize)> {
    let day = reader.small(i, 1..=31)?;
    let ordinal = reader.is_glued(i + 1) && reader.words.ordinal_endings.contains(&reader.lower(i + 1));
    Some((day, i + 1 + usize::from(ordinal)))
}

/// "tanggal 21", "the 21st" and no month beside it.
fn lone_day(reader: &Reader, i: usize) -> Option<Piece> {
    if reader.is(i, TimeWord::DateNoun) {
        let (day, end) = day(reader, i + 1)?;
        let is_code = matches!(reader.kind(end), Kind::Mark('/' | '-' | '.')) && reader.is_glued(end + 1);
        let goes_on = matches!(reader.word(end), Some(TimeWord::Month(..) | TimeWord::HijriMonth(_)));
        let point = Point { day: Some(day), ..Point::default() };
        return (!is_code && !goes_on).then(|| directed(reader, Piece::point(i, end, point, "day-of-the-month")));
    }
    let on_the = reader.word_before(i) == Some(TimeWord::Article)
        && matches!(reader.word_before(i - 1), Some(TimeWord::At | TimeWord::In));
    let (day, end) = day(reader, i)?;
    let alone = end == i + 2 && on_the && matches!(reader.kind(end), Kind::Mark(_) | Kind::Break);
    alone.then(|| Piece::point(i, end, Point { day: Some(day), ..Point::default() }, "day-of-the-month"))
}

/// "Senin", "hari Senin", "Senin lalu", "last Monday".
fn weekday(reader: &Reader, i: usize) -> Option<Piece> {
    let noun = reader.is(i, TimeWord::Unit(Unit::Calendar(Grain::Day)));
    let before = reader.word(i).filter(|_| !reader.words.direction_follows).and_then(direction);
    let at = i + usize::from(noun || before.is_some());
    let (weekday, end) = weekday_word(reader, at, noun || before.is_some())?;
    let point = Point { weekday: Some(weekday), direction: before, ..Point::default() };
    Some(directed(reader, Piece::point(i, end, point, "weekday")))
}

fn weekday_word(reader: &Reader, i: usize, supported: bool) -> Option<(u8, usize)> {
    match reader.word(i)? {
        TimeWord::Weekday(day, Form::Short) => {
            let point = i + 1 + usize::from(reader.is_mark(i + 1, '.') && reader.is_glued(i + 1));
            let comma = point + usize::from(reader.is_mark(point, ','));
            let dated = matches!(reader.word(comma), Some(TimeWord::Month(..))) || day_and_month(reader, comma).is_some();
            (reader.is_capital(i) && dated).then_some((day, point))
        }
        TimeWord::Weekday(day, form) => {
            let dated =
                matches!(reader.word(i + 1), Some(TimeWord::Part(_) | TimeWord::Direction(_))) || reader.is_mark(i + 1, '(');
            (supported || dated || reader.is_plain(i, form)).then_some((day, i + 1))
        }
        TimeWord::SundayOrWeek => is_sunday(reader, i, supported).then_some((7, i + 1)),
        _ => None,
    }
}

/// A day context, or a capital that no sentence or headline asks for, makes it the day.
fn is_sunday(reader: &Reader, i: usize, supported: bool) -> bool {
    let next = i + 1;
    let beside_day = supported
        || matches!(reader.word(next), Some(TimeWord::Part(_) | TimeWord::Clock))
        || (reader.is_mark(next, '(') && matches!(reader.kind(next + 1), Kind::Digits))
        || (reader.is_mark(next, ',') && matches!(reader.kind(next + 1), Kind::Digits));
    let directed = reader.word(next).and_then(direction).is_some();
    let headline = directed && reader.is_capital(next);
    beside_day || (reader.is_capital(i) && !headline && !(directed && reader.begins_sentence(i)))
}

/// Adds what follows: "lalu", "yang lalu", "mendatang", "ini".
pub fn directed(reader: &Reader, piece: Piece) -> Piece {
    let follows = reader.words.direction_follows.then(|| reader.word(piece.end).and_then(direction)).flatten();
    match (follows, &piece.meaning) {
        (Some(Direction::That), _) | (None, _) => piece,
        (Some(direction), &Meaning::Point(point)) => {
            let meaning = Meaning::Point(Point { direction: Some(direction), ..point });
            Piece { end: piece.end + 1, meaning, ..piece }
        }
        _ => piece,
    }
}

/// The direction a word gives.
pub fn direction(word: TimeWord) -> Option<Direction> {
    match word {
        TimeWord::Direction(direction) => Some(direction),
        _ => None,
    }
}

/// "hingga", "to" or a dash.
pub fn is_to(reader: &Reader, i: usize) -> bool {
    reader.is(i, TimeWord::To) || reader.is_dash(i)
}

/// The part of the day at `i`.
pub fn part(reader: &Reader, i: usize) -> Option<Part> {
    match reader.word(i)? {
        TimeWord::Part(part) => Some(part),
        _ => None,
    }
}
