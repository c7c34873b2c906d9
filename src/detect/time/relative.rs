//! Time counted from here: "tahun lalu", "next week", "kemarin sore", "pagi ini", "the following day", "saat ini".

use super::dates::{direction, part};
use super::expression::{Meaning, Origin, Point, Shift, Steps};
use super::reader::{Kind, Piece, Reader};
use crate::Modifier;
use crate::calendar::Grain;
use crate::lang::time::{Direction, TimeWord, Unit};

/// An expression that only a reference date makes a date, beginning at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    match reader.word(i)? {
        // "The past president": a noun may follow where direction comes first.
        TimeWord::LastingOrVague(_) if !reader.words.direction_follows && reader.kind(i + 1) == Kind::Other => None,
        TimeWord::Vague(vague) | TimeWord::LastingOrVague(vague) => Some(Piece::new(i, i + 1, Meaning::Vague(vague), "vague")),
        TimeWord::Loose(vague) => {
            let led = i.checked_sub(1).is_none_or(|before| reader.kind(before) != Kind::Other);
            led.then(|| Piece::new(i, i + 1, Meaning::Vague(vague), "vague"))
        }
        TimeWord::NextDay => {
            let point = shifted(Unit::Calendar(Grain::Day), 1, Origin::Previous);
            Some(Piece::point(i, i + 1, point, "day-word"))
        }
        TimeWord::YearEnd => {
            let year = shifted(Unit::Calendar(Grain::Year), 0, Origin::Article);
            Some(Piece { modifier: Some(Modifier::End), ..Piece::point(i, i + 1, year, "unit") })
        }
        TimeWord::Day(days, part) => {
            let point = Point { part, ..shifted(Unit::Calendar(Grain::Day), i32::from(days), Origin::Article) };
            Some(Piece::point(i, i + 1, point, "day-word"))
        }
        _ => directed_unit(reader, i).or_else(|| directed_part(reader, i)).or_else(|| weekend(reader, i)),
    }
}

/// True for what "the" belongs to: "the 1960s", "the third quarter", "the past five years", "the weekend".
pub fn takes_article(piece: &Piece) -> bool {
    match &piece.meaning {
        Meaning::Point(point) => {
            let lone_day = point.day.is_some() && piece.rule == "day-of-the-month";
            let ordinal_date = piece.rule == "ordinal-date";
            let attributive = piece.rule == "attributive";
            let part = point.part.is_some() && piece.rule == "part-of-the-day";
            part || (!attributive && (point.era.is_some() || point.section.is_some()))
                || lone_day
                || ordinal_date
                || (point.shift.is_some() && matches!(piece.rule, "unit" | "weekend"))
        }
        Meaning::Duration(_) => piece.rule == "span",
        _ => false,
    }
}

/// "tahun lalu", "bulan depan", "last year", "that day", "the previous week", "the day before".
fn directed_unit(reader: &Reader, i: usize) -> Option<Piece> {
    let before = i.checked_sub(1).map(|before| reader.kind(before));
    let led_by_article = before == Some(Kind::Word(TimeWord::Article));
    let follows = reader.words.direction_follows || (led_by_article && reader.closes(i + 1).is_some());
    if follows && matches!(before, Some(Kind::Digits | Kind::Word(TimeWord::Number(_)))) {
        return None;
    }
    let (noun, word) = if follows { (i, i + 1) } else { (i + 1, i) };
    let unit = match reader.word(noun)? {
        TimeWord::Unit(unit @ Unit::Calendar(_)) => unit,
        TimeWord::SundayOrWeek => Unit::Calendar(Grain::Week),
        _ => return None,
    };
    let (by, from) = match reader.closes(word).or(reader.word(word))? {
        TimeWord::Direction(Direction::Next) if led_by_article => (1, Origin::Previous),
        TimeWord::Direction(direction) => direction.steps(),
        // "tahun kemarin"
        TimeWord::Day(-1, None) if follows => (-1, Origin::Article),
        TimeWord::Earlier if follows => (-1, Origin::Previous),
        TimeWord::Later if follows => (1, Origin::Previous),
        _ => return None,
    };
    let point = Point { direction: reader.word(word).and_then(direction), ..shifted(unit, by, from) };
    Some(Piece::point(i, i + 2, point, "unit"))
}

impl Direction {
    /// How many units it leads away, and from where.
    fn steps(self) -> (i32, Origin) {
        match self {
            Direction::Last => (-1, Origin::Article),
            Direction::This => (0, Origin::Article),
            Direction::Next => (1, Origin::Article),
            Direction::That => (0, Origin::Previous),
            Direction::Following => (1, Origin::Previous),
            Direction::Preceding => (-1, Origin::Previous),
        }
    }
}

/// "pagi ini", "this morning", "malam hari", "the morning", "malam itu".
fn directed_part(reader: &Reader, i: usize) -> Option<Piece> {
    let before = reader.word(i).filter(|_| !reader.words.direction_follows).and_then(direction);
    let at = i + usize::from(before.is_some());
    let part = part(reader, at)?;
    let follows = reader.words.direction_follows.then(|| reader.word(at + 1).and_then(direction)).flatten();
    let noun = reader.is(at + 1, TimeWord::Unit(Unit::Calendar(Grain::Day)));
    let led = i.checked_sub(2).and_then(|j| reader.word(j)) == Some(TimeWord::In) || reader.is(at + 1, TimeWord::Of);
    let article = reader.word_before(i) == Some(TimeWord::Article) && led;
    let end = at + 1 + usize::from(follows.is_some() || noun);
    let point = match before.or(follows) {
        Some(direction) => {
            let (by, from) = direction.steps();
            shifted(Unit::Calendar(Grain::Day), by, from)
        }
        None if noun || article => Point::default(),
        None => return None,
    };
    Some(Piece::point(i, end, Point { part: Some(part), ..point }, "part-of-the-day"))
}

/// "akhir pekan", "the weekend": without more, the one that is or was.
fn weekend(reader: &Reader, i: usize) -> Option<Piece> {
    let unit = Unit::Calendar(Grain::Weekend);
    (reader.unit(i) == Some(unit)).then(|| Piece::point(i, i + 1, shifted(unit, 0, Origin::Article), "weekend"))
}

/// "tahun", "the year" after "akhir", "the end of": the one that is.
pub fn bare_unit(reader: &Reader, i: usize) -> Option<Piece> {
    let unit = reader
        .unit(i)
        .filter(|unit| matches!(unit, Unit::Calendar(Grain::Year | Grain::Month | Grain::Week | Grain::Quarter | Grain::Day)))?;
    let counts = matches!(reader.kind(i + 1), Kind::Digits);
    (!counts).then(|| Piece::point(i, i + 1, shifted(unit, 0, Origin::Article), "unit"))
}

/// So many units from a reference.
pub fn shifted(unit: Unit, by: i32, from: Origin) -> Point {
    Point { shift: Some(Shift { unit, steps: Steps::Exactly(by), from }), ..Point::default() }
}
