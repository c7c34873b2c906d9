//! Amounts of time: how long ("lebih dari tiga tahun", "24-hour"), and how long ago or later ("dua tahun lalu").

use super::dates::is_to;
use super::expression::{Count, Length, Meaning, Origin, Point, Shift, Steps};
use super::reader::{Kind, Piece, Reader};
use crate::Modifier;
use crate::calendar::Grain;
use crate::lang::time::{Direction, TimeWord, Unit, Vague};

/// An amount that begins at `i`: its modifier, how many of which unit, and where it ends.
#[derive(Clone, Copy)]
struct Amount {
    length: Length,
    modifier: Option<Modifier>,
    end: usize,
}

/// A duration or a counted shift that begins at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    led_by_span(reader, i)
        .or_else(|| amount_and_follower(reader, i))
        .or_else(|| uncounted(reader, i))
        .or_else(|| lasting_decade(reader, i))
}

/// "the past three years", "last two weeks", "the next few days", "the past year".
fn led_by_span(reader: &Reader, i: usize) -> Option<Piece> {
    if reader.words.direction_follows {
        return None;
    }
    let lasting = matches!(reader.word(i), Some(TimeWord::Lasting | TimeWord::LastingOrVague(_)));
    let directed = matches!(reader.word(i), Some(TimeWord::Direction(Direction::Last | Direction::Next)));
    if !lasting && !directed {
        return None;
    }
    let single = |j: usize| reader.unit(j).map(|unit| (one(unit), j + 1));
    let several = |j: usize| match reader.word(j) {
        Some(TimeWord::Units(unit)) => Some((Length::of(Count::Some, unit), j + 1)),
        _ => None,
    };
    let counted = amount(reader, i + 1).map(|amount| (amount.length, amount.end));
    let (length, end) = if lasting {
        counted.or_else(|| several(i + 1)).or_else(|| single(i + 1))?
    } else {
        let decade = |j: usize| {
            single(j).filter(|_| {
                reader.word_before(i) == Some(TimeWord::Article) && is_long(reader.unit(j)) && !reader.is(j + 1, TimeWord::Of)
            })
        };
        counted
            .filter(|(length, _)| length.major.0 != Count::Hundredths(100))
            .or_else(|| several(i + 1))
            .or_else(|| decade(i + 1))?
    };
    Some(Piece::new(i, end, Meaning::Duration(length), "span"))
}

/// "The next decade" is ten years from now, not the decade of the calendar.
fn is_long(unit: Option<Unit>) -> bool {
    matches!(unit, Some(Unit::Calendar(Grain::Decade | Grain::Century)))
}

/// "dekade terakhir"
fn lasting_decade(reader: &Reader, i: usize) -> Option<Piece> {
    let unit = reader.unit(i).filter(|unit| reader.words.direction_follows && is_long(Some(*unit)))?;
    // "dekade terakhir abad ke-20" is one of the calendar.
    let is_part = is_long(reader.unit(i + 2));
    (reader.is(i + 1, TimeWord::Lasting) && !is_part).then(|| Piece::new(i, i + 2, Meaning::Duration(one(unit)), "span"))
}

fn one(unit: Unit) -> Length {
    Length::of(Count::Hundredths(100), unit)
}

fn amount_and_follower(reader: &Reader, i: usize) -> Option<Piece> {
    let amount = amount(reader, i)?;
    if is_age(reader, i, amount.end) || is_other_count(reader, i) {
        return None;
    }
    let piece = followed(reader, i, amount)?;
    let piece = if piece.end == amount.end { modified_behind(reader, piece) } else { piece };
    Some(Piece { modifier: piece.modifier.or(amount.modifier), ..piece })
}

/// "two weeks or so", "15 tahun lebih"; "dua jam lebih awal" compares something else.
fn modified_behind(reader: &Reader, piece: Piece) -> Piece {
    let closes = !matches!(reader.kind(piece.end + 1), Kind::Other | Kind::Word(TimeWord::Fuzzy(_)));
    let modifier = match reader.word(piece.end) {
        Some(TimeWord::AmountAfter(modifier)) => Some(modifier),
        Some(TimeWord::Amount(Modifier::MoreThan)) if reader.words.direction_follows && closes => Some(Modifier::MoreThan),
        _ => None,
    };
    Piece { end: piece.end + usize::from(modifier.is_some()), modifier, ..piece }
}

/// [modifier] count unit [and count unit].
fn amount(reader: &Reader, i: usize) -> Option<Amount> {
    let (modifier, at) = match reader.word(i) {
        Some(TimeWord::Amount(modifier)) => (Some(modifier), i + 1),
        _ => (None, i),
    };
    let (least, at) = least(reader, at);
    let ((count, unit), end) = counted_unit(reader, at)?;
    let (half, end) = half_after(reader, end);
    let count = match (count, half) {
        (Count::Hundredths(n), true) => Count::Hundredths(n + 50),
        _ => count,
    };
    let next = reader.skip(end, TimeWord::And);
    let minor = counted_unit(reader, next).filter(|((count, minor), _)| *count != Count::Some && is_shorter(*minor, unit));
    let minor = minor.filter(|(_, minor_end)| *minor_end > next + 1);
    let end = minor.map_or(end, |(_, end)| end);
    Some(Amount { length: Length { major: (count, unit), least, minor: minor.map(|(part, _)| part) }, modifier, end })
}

/// "three to" before "five days", "3-" before "5 tahun".
fn least(reader: &Reader, i: usize) -> (Option<Count>, usize) {
    let smaller = reader.count(i).filter(|&(_, end)| is_to(reader, end));
    match smaller.map(|(count, to)| (count, to + 1, reader.count(to + 1))) {
        Some((count, at, Some((larger, end)))) if reader.unit(end).is_some() && count.hundredths() < larger.hundredths() => {
            (Some(count), at)
        }
        _ => (None, i),
    }
}

impl Count {
    fn hundredths(self) -> u32 {
        match self {
            Count::Hundredths(n) => n,
            Count::Some => 0,
        }
    }
}

impl Length {
    fn of(count: Count, unit: Unit) -> Self {
        Self { major: (count, unit), least: None, minor: None }
    }
}

/// "setahun", "tiga tahun", "two-year", "four straight days", "2x24 jam".
fn counted_unit(reader: &Reader, i: usize) -> Option<((Count, Unit), usize)> {
    if let Some(TimeWord::One(unit)) = reader.word(i) {
        return Some(((Count::Hundredths(100), unit), i + 1));
    }
    let (count, end) = reader.count(i)?;
    let hyphen = reader.is_dash(end) && reader.is_glued(end) && reader.is_glued(end + 1);
    let end = reader.skip(end + usize::from(hyphen), TimeWord::Filler);
    let (count, end) = product(reader, count, end);
    let unit = reader.unit(end)?;
    // "Three second placed teams": only digits count an ordinal's namesake.
    let ordinal = matches!(reader.word(end), Some(TimeWord::OrdinalOrUnit(..)));
    let fraction = reader.is(i, TimeWord::Single) && unit == Unit::Calendar(Grain::Quarter);
    let capital_clock = reader.is(end, TimeWord::SundayOrWeek) && reader.is_mark(end + 1, '(');
    (!ordinal || reader.kind(i) == Kind::Digits).then_some(()).filter(|()| !capital_clock && !fraction)?;
    Some(((count, unit), end + 1))
}

/// "x24" behind "2": so many times so many.
fn product(reader: &Reader, count: Count, i: usize) -> (Count, usize) {
    let is_times = reader.kind(i) == Kind::Other && matches!(reader.lower(i), "x" | "×") || reader.is_mark(i, '×');
    match (count, is_times.then(|| reader.count(i + 1)).flatten()) {
        (Count::Hundredths(first), Some((Count::Hundredths(second), end))) => {
            (Count::Hundredths((first / 100).saturating_mul(second)), end)
        }
        _ => (count, i),
    }
}

/// "setahun setengah", "a year and a half".
fn half_after(reader: &Reader, i: usize) -> (bool, usize) {
    let at = reader.skip(reader.skip(i, TimeWord::And), TimeWord::Single);
    let counts_next = reader.unit(at + 1).is_some() || reader.is(at + 1, TimeWord::Single);
    if reader.is(at, TimeWord::Half) && !counts_next { (true, at + 1) } else { (false, i) }
}

fn is_shorter(minor: Unit, major: Unit) -> bool {
    minor.rank() < major.rank()
}

/// What follows decides: a shift for "lalu" and "later", a duration for the rest.
fn followed(reader: &Reader, i: usize, amount: Amount) -> Option<Piece> {
    let end = amount.end;
    let shift = |sign: i32, from: Origin| {
        let meaning = Meaning::Point(Point { shift: Some(shift(amount.length, sign, from)), ..Point::default() });
        Some(Piece::new(i, end + 1, meaning, "counted"))
    };
    let duration = |end: usize| Some(Piece::new(i, end, Meaning::Duration(amount.length), "duration"));
    let some_day = reader.is(i, TimeWord::Number(1)) && amount.length.major.1 == Unit::Calendar(Grain::Day);
    let to_come = matches!(reader.kind(end), Kind::Mark(',') | Kind::Word(TimeWord::Ahead));
    if some_day && to_come && !reader.words.direction_follows {
        return Some(Piece::new(i, end, Meaning::Vague(Vague::Future), "vague"));
    }
    let follows = reader.words.direction_follows;
    match reader.closes(end).or(reader.word(end)) {
        Some(TimeWord::Ago) => shift(-1, Origin::Article),
        Some(TimeWord::Direction(Direction::Last)) if follows => shift(-1, Origin::Article),
        Some(TimeWord::Hence) => shift(1, Origin::Article),
        Some(TimeWord::Later) => shift(1, Origin::Previous),
        Some(TimeWord::Earlier) => shift(-1, Origin::Previous),
        Some(TimeWord::Lasting | TimeWord::LastingOrVague(_)) if follows => {
            duration(reader.skip(end + 1, TimeWord::Direction(Direction::This)))
        }
        Some(TimeWord::Direction(Direction::Next | Direction::This)) if follows => duration(end + 1),
        _ => duration(end),
    }
}

/// A length as steps on the calendar, in its own unit; half a unit steps in a smaller one.
fn shift(length: Length, sign: i32, from: Origin) -> Shift {
    let (count, unit) = length.major;
    let (unit, steps) = match count {
        Count::Some if sign < 0 => (unit, Steps::Back),
        Count::Some => (unit, Steps::Ahead),
        Count::Hundredths(n) if n % 100 == 0 => (unit, Steps::Exactly(sign * (n / 100) as i32)),
        Count::Hundredths(n) => {
            let (smaller, factor) = unit.divided();
            (smaller, Steps::Exactly(sign * (n.saturating_mul(factor) / 100) as i32))
        }
    };
    Shift { unit, steps, from }
}

/// "berusia 45 tahun", "45 years old", "45-year-old", "Budi (45 tahun)".
fn is_age(reader: &Reader, i: usize, end: usize) -> bool {
    let before = i.checked_sub(1);
    let led = matches!(reader.word_before(i), Some(TimeWord::Age))
        || before
            .is_some_and(|j| matches!(reader.word(j), Some(TimeWord::Amount(_))) && reader.word_before(j) == Some(TimeWord::Age));
    let old = reader.is(end + usize::from(reader.is_dash(end)), TimeWord::Old);
    let named = before.is_some_and(|j| reader.is_mark(j, '(') && j > 0 && reader.is_capital(j - 1)) && reader.is_mark(end, ')');
    led || old || named
}

/// A number that a mark or another number before it has made part of something else.
fn is_other_count(reader: &Reader, i: usize) -> bool {
    let before = i.checked_sub(1).map(|j| reader.kind(j));
    match before {
        Some(Kind::Mark('/' | '-' | '.' | ',')) => reader.is_glued(i) && reader.is_glued(i.saturating_sub(1)),
        Some(Kind::Digits) => reader.kind(i) == Kind::Digits,
        Some(Kind::Word(TimeWord::Label)) => reader.kind(i) == Kind::Digits,
        _ => false,
    }
}

/// "bertahun-tahun", "years later", "for decades": nobody says how many.
fn uncounted(reader: &Reader, i: usize) -> Option<Piece> {
    let (unit, is_sure) = match reader.word(i)? {
        TimeWord::Many(unit) => (unit, true),
        TimeWord::Units(unit) => (unit, false),
        _ => return None,
    };
    let amount = Amount { length: Length::of(Count::Some, unit), modifier: None, end: i + 1 };
    let next = reader.closes(i + 1).or(reader.word(i + 1));
    let followed_up = matches!(
        next,
        Some(TimeWord::Ago | TimeWord::Later | TimeWord::Earlier | TimeWord::Before | TimeWord::After | TimeWord::Of)
    );
    // "Ends Decades of Rafts": in a headline they are so much of it, and measure nothing.
    let in_headline = reader.is(i + 1, TimeWord::Of) && reader.is_capital(i);
    let led = reader.word_before(i).is_some_and(|word| reader.leads(word)) || reader.begins_sentence(i);
    (is_sure || followed_up && !in_headline || led).then(|| followed(reader, i, amount))?
}
