//! Parts of a year: "kuartal III 2024", "the first half of 2024", "Q3", "musim panas 2023", "summer 2023", and weeks of a month.

use super::dates::{directed, direction, month_and_year};
use super::expression::{Origin, Point, Section, Shift, Steps};
use super::reader::{Kind, Piece, Reader};
use crate::calendar::Grain;
use crate::lang::time::{Direction, Form, TimeWord, Unit};

const YEAR: Unit = Unit::Calendar(Grain::Year);
const WEEK: Unit = Unit::Calendar(Grain::Week);

/// Part of a year that begins at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    numbered(reader, i).or_else(|| season(reader, i)).or_else(|| week_of_month(reader, i))
}

/// "kuartal III 2024", "semester I", "third quarter", "first half of 2024".
fn numbered(reader: &Reader, i: usize) -> Option<Piece> {
    let (section, needs_year, end) = section_after_noun(reader, i).or_else(|| section_before_noun(reader, i))?;
    let rule = if reader.is_dash(end - 2) && reader.word(end - 1).is_some() { "attributive" } else { "part-of-a-year" };
    let (point, end) = in_year(reader, end);
    let point = Point { section: Some(section), ..point };
    let has_year = point.year.is_some() || point.shift.is_some();
    (has_year || !needs_year).then(|| directed(reader, Piece::point(i, end, point, rule)))
}

/// The section a noun and its number name, and whether it says little without a year.
fn section(reader: &Reader, noun: usize, n: u8) -> Option<(Section, bool)> {
    match reader.word(noun)? {
        TimeWord::Unit(Unit::Calendar(Grain::Quarter)) if n <= 4 => Some((Section::Quarter(n), false)),
        TimeWord::Unit(Unit::Calendar(Grain::Half)) if n <= 2 => Some((Section::Half(n), false)),
        // The halves of a match are halves, too.
        TimeWord::Half if n <= 2 => Some((Section::Half(n), true)),
        _ => None,
    }
}

fn section_after_noun(reader: &Reader, i: usize) -> Option<(Section, bool, usize)> {
    let plain = || reader.roman(i + 1).or_else(|| reader.small(i + 1, 1..=4)).map(|n| (n, i + 2));
    matches!(reader.word(i), Some(TimeWord::Unit(_) | TimeWord::Half)).then_some(())?;
    let (n, end) = reader.ordinal(i + 1).or_else(plain)?;
    let (section, needs_year) = section(reader, i, n)?;
    Some((section, needs_year, end))
}

fn section_before_noun(reader: &Reader, i: usize) -> Option<(Section, bool, usize)> {
    let (n, after) = reader.ordinal(i)?;
    let noun = after + usize::from(reader.is_dash(after));
    let (section, needs_year) = section(reader, noun, n)?;
    Some((section, needs_year, noun + 1))
}

/// "2024", "/2024", "-2024", "of 2024", "tahun 2024", "tahun ini", "of last year", "of the year".
fn in_year(reader: &Reader, i: usize) -> (Point, usize) {
    let mark = i + usize::from(reader.is_mark(i, '/') || reader.is_dash(i) || reader.is_mark(i, ','));
    let of = reader.skip(reader.skip(mark, TimeWord::Of), TimeWord::Article);
    let noun = reader.skip(of, TimeWord::Unit(YEAR));
    if let Some(year) = reader.year(noun) {
        return (Point { year: Some(year), ..Point::default() }, noun + 1);
    }
    let of_the_year = of > mark + 1 && noun > of && reader.kind(noun) != Kind::Digits;
    match relative_year(reader, of).or(of_the_year.then_some((0, noun))) {
        Some((by, end)) => {
            let shift = Shift { unit: YEAR, steps: Steps::Exactly(by), from: Origin::Article };
            (Point { shift: Some(shift), ..Point::default() }, end)
        }
        None => (Point::default(), i),
    }
}

/// "tahun ini", "last year".
fn relative_year(reader: &Reader, i: usize) -> Option<(i32, usize)> {
    let (noun, word) = if reader.words.direction_follows { (i, i + 1) } else { (i + 1, i) };
    let by = match reader.word(word).and_then(direction)? {
        Direction::Last => -1,
        Direction::This => 0,
        Direction::Next => 1,
        Direction::That | Direction::Following | Direction::Preceding => return None,
    };
    reader.is(noun, TimeWord::Unit(YEAR)).then_some((by, i + 2))
}

/// "musim panas 2023", "summer of 2023", "last summer".
fn season(reader: &Reader, i: usize) -> Option<Piece> {
    let before = reader.word(i).filter(|_| !reader.words.direction_follows).and_then(direction);
    let noun = i + usize::from(before.is_some());
    let Some(TimeWord::Season(month, form)) = reader.word(noun) else { return None };
    let in_name =
        reader.is_capital(noun) && matches!(reader.kind(noun + 1), Kind::Other | Kind::Word(_)) && reader.is_capital(noun + 1);
    let (year, end) = in_year(reader, noun + 1);
    let point = Point { section: Some(Section::Season(month)), direction: before, ..year };
    let piece = directed(reader, Piece::point(i, end, point, "season"));
    let said = piece.end > noun + 1 || before.is_some();
    let led = form == Form::Plain && reader.word_before(i).is_some_and(|word| matches!(word, TimeWord::In | TimeWord::Article));
    (!in_name && (said || led)).then_some(piece)
}

/// "pekan pertama Mei", "the first week of May": the week that holds that many sevenths of the month.
fn week_of_month(reader: &Reader, i: usize) -> Option<Piece> {
    let (n, end) = if reader.unit(i) == Some(WEEK) {
        reader.ordinal(i + 1)?
    } else {
        let (n, after) = reader.ordinal(i)?;
        (n, (reader.unit(after) == Some(WEEK)).then_some(after + 1)?)
    };
    let of = reader.skip(end, TimeWord::Of);
    let (month, end) = month_and_year(reader, reader.skip(of, TimeWord::Unit(Unit::Calendar(Grain::Month))), true)?;
    let point = Point { section: Some(Section::Week(n)), ..month };
    (n <= 5).then(|| directed(reader, Piece::point(i, end, point, "week-of-a-month")))
}
