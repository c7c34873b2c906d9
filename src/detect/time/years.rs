//! Years, decades and centuries: "2018 lalu", "tahun 57 SM", "1990-an", "the '60s", "abad ke-19".

use super::dates::{directed, is_to};
use super::expression::{Era, Point};
use super::reader::{Kind, Piece, Reader};
use crate::calendar::Grain;
use crate::lang::time::{TimeWord, Unit};
use crate::segment::Case;

const YEAR: Unit = Unit::Calendar(Grain::Year);
const DECADE: Unit = Unit::Calendar(Grain::Decade);
const CENTURY: Unit = Unit::Calendar(Grain::Century);

/// A year, decade or century that begins at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    century(reader, i).or_else(|| decade(reader, i)).or_else(|| year_with_era(reader, i)).or_else(|| year(reader, i))
}

/// "abad ke-19", "abad XIX", "19th century".
fn century(reader: &Reader, i: usize) -> Option<Piece> {
    let (n, end) = if reader.is(i, TimeWord::Unit(CENTURY)) {
        let plain = || reader.roman(i + 1).or_else(|| reader.small(i + 1, 1..=39)).map(|n| (n, i + 2));
        reader.ordinal(i + 1).or_else(plain)?
    } else {
        let (n, after) = reader.ordinal(i)?;
        let noun = after + usize::from(reader.is_dash(after));
        (n, reader.is(noun, TimeWord::Unit(CENTURY)).then_some(noun + 1)?)
    };
    let rule = if reader.is_dash(end - 2) { "attributive" } else { "century" };
    let (before_christ, end) = era(reader, end);
    let era = Era::Century(if before_christ { -i32::from(n) } else { i32::from(n) - 1 });
    Some(Piece::point(i, end, Point { era: Some(era), ..Point::default() }, rule))
}

/// "1990-an", "tahun 80-an", "1960s", "the '60s", "the sixties".
fn decade(reader: &Reader, i: usize) -> Option<Piece> {
    if let Some(TimeWord::DecadeName(tens)) = reader.word(i) {
        let led = matches!(reader.word_before(i), Some(TimeWord::Article | TimeWord::Fuzzy(_)));
        let point = Point { era: Some(Era::ShortDecade(i32::from(tens))), ..Point::default() };
        return led.then(|| Piece::point(i, i + 1, point, "decade"));
    }
    let noun = matches!(reader.word(i), Some(TimeWord::Unit(unit)) if unit == YEAR || unit == DECADE);
    let apostrophe = matches!(reader.kind(i), Kind::Mark('\'' | '’' | '‘'));
    let at = i + usize::from(noun || apostrophe);
    let (value, places) = reader.digits(at)?;
    let ending = at + 1 + usize::from(reader.is_dash(at + 1) && reader.is_glued(at + 1));
    let ends = reader.is_glued(ending) && reader.words.decade_endings.contains(&reader.lower(ending));
    let era = match places {
        4 if value % 10 == 0 && (1000..2200).contains(&value) => Era::Decade(value as i32 / 10),
        2 if value % 10 == 0 && (noun || apostrophe || leads_decade(reader, i, ending, value)) => {
            Era::ShortDecade(value as i32 / 10)
        }
        _ => return None,
    };
    ends.then(|| Piece::point(i, ending + 1, Point { era: Some(era), ..Point::default() }, "decade"))
}

/// "in the late 80s" is a time, "in his late 40s" an age, "dari 30-an kampus" a count.
fn leads_decade(reader: &Reader, i: usize, ending: usize, value: u32) -> bool {
    let Some(word) = reader.word_before(i).filter(|word| reader.leads(*word)) else { return false };
    let is_owned = matches!(word, TimeWord::Fuzzy(_)) && i > 1 && reader.kind(i - 2) == Kind::Other;
    let counts = reader.words.direction_follows && value < 50 && reader.kind(ending + 1) == Kind::Other;
    !is_owned && !counts
}

/// "57 SM", "tahun 732 M", "57 BC".
fn year_with_era(reader: &Reader, i: usize) -> Option<Piece> {
    let at = reader.skip(i, TimeWord::Unit(YEAR));
    let (value, places) = reader.digits(at)?;
    let (before_christ, end) = era(reader, at + 1);
    let year = if before_christ { 1 - value as i32 } else { value as i32 };
    (end > at + 1 && places <= 4 && value > 0)
        .then(|| Piece::point(i, end, Point { year: Some(year), ..Point::default() }, "year"))
}

fn era(reader: &Reader, i: usize) -> (bool, usize) {
    match reader.word(i) {
        Some(TimeWord::Era(before)) if reader.case(i) != Case::Lower => (before, i + 1),
        _ => (false, i),
    }
}

/// "tahun 2018", "2018 lalu", "in 1998": four digits that a neighbour makes a year, or nothing makes anything else.
fn year(reader: &Reader, i: usize) -> Option<Piece> {
    let noun = reader.is(i, TimeWord::Unit(YEAR)) && !is_law_number(reader, i);
    let at = i + usize::from(noun);
    if let Some((year, _)) = reader.digits(at).filter(|&(year, places)| noun && places == 3 && year >= 100) {
        let counts = reader.is(at + 1, TimeWord::Hijri)
            || reader.is_glued(at + 1) && !matches!(reader.kind(at + 1), Kind::Mark(',' | '.'));
        return (!counts).then(|| Piece::point(i, at + 1, Point { year: Some(year as i32), ..Point::default() }, "year"));
    }
    let year = reader.year(at)?;
    let end = at + 1;
    if !noun && !is_bare_year(reader, at, year) {
        return None;
    }
    let on = |year| Point { year: Some(year), ..Point::default() };
    if is_school_year(reader, end, year) {
        return Some(Piece::range(i, end + 2, (on(year), on(year + 1)), "school-year"));
    }
    if let Some(last) = short_end(reader, end, year) {
        return Some(Piece::range(i, end + 2, (on(year), on(last)), "years"));
    }
    Some(directed(reader, Piece::point(i, end, on(year), "year")))
}

/// "2023/2024", "2023/24": what stands at the stroke is the year after.
fn is_school_year(reader: &Reader, stroke: usize, year: i32) -> bool {
    let next = reader.digits(stroke + 1).map(|(value, places)| (value as i32, places));
    let glued = reader.is_mark(stroke, '/') && reader.is_glued(stroke) && reader.is_glued(stroke + 1);
    let goes_on = reader.is_glued(stroke + 2) && matches!(reader.kind(stroke + 2), Kind::Mark('/' | '-') | Kind::Digits);
    glued && !goes_on && (next == Some((year + 1, 4)) || next == Some(((year + 1) % 100, 2)))
}

/// "1941-45": the second year in two digits.
fn short_end(reader: &Reader, dash: usize, year: i32) -> Option<i32> {
    let glued = reader.is_dash(dash) && reader.is_glued(dash) && reader.is_glued(dash + 1);
    let (last, places) = reader.digits(dash + 1).filter(|_| glued)?;
    let goes_on = reader.is_glued(dash + 2) && !matches!(reader.kind(dash + 2), Kind::Mark(',' | '.' | ')' | ';' | ':'));
    (places == 2 && last as i32 > year % 100 && !goes_on).then_some(year / 100 * 100 + last as i32)
}

/// "Nomor 11 Tahun 2020" is the name of a law.
fn is_law_number(reader: &Reader, i: usize) -> bool {
    let before = |n: usize| i.checked_sub(n);
    let labelled = before(2).is_some_and(|j| reader.is(j, TimeWord::Label) || reader.is_mark(j, '.'));
    before(1).is_some_and(|j| reader.kind(j) == Kind::Digits) && labelled
}

fn is_bare_year(reader: &Reader, i: usize, year: i32) -> bool {
    let before = i.checked_sub(1);
    let blocked = before.is_some_and(|j| blocks_year(reader, j, reader.is_glued(i))) || blocks_after(reader, i + 1);
    let ranged = (is_to(reader, i + 1) && reader.year(i + 2).is_some_and(|last| last > year))
        || short_end(reader, i + 1, year).is_some()
        || is_school_year(reader, i + 1, year);
    let closes_range = before
        .is_some_and(|j| is_to(reader, j) && j.checked_sub(1).and_then(|j| reader.year(j)).is_some_and(|first| first < year));
    if closes_range || ranged {
        return !before.is_some_and(|j| reader.is(j, TimeWord::Label));
    }
    // "mid-2023" is the one hyphen that a year goes with.
    let hyphened = before.is_some_and(|j| reader.is_dash(j) && matches!(reader.word_before(j), Some(TimeWord::Fuzzy(_))));
    hyphened || !blocked && (led(reader, i) || is_bracketed(reader, i, year) || followed(reader, i + 1, year))
}

/// "Hydrodynamica (1738)": alone in brackets, the year of what stands before them; a round number there is as often a count.
fn is_bracketed(reader: &Reader, i: usize, year: i32) -> bool {
    let is_likely = (1500..1900).contains(&year) && year % 100 != 0 || (1900..=2100).contains(&year);
    is_likely && i > 0 && reader.is_mark(i - 1, '(') && reader.is_mark(i + 1, ')')
}

/// Names, labels and marks before the digits make them something else.
fn blocks_year(reader: &Reader, before: usize, glued: bool) -> bool {
    match reader.kind(before) {
        // "Tahun" that did not take the year belongs to a law.
        Kind::Word(TimeWord::Unit(YEAR)) => true,
        Kind::Word(TimeWord::Label | TimeWord::EventHead | TimeWord::Age | TimeWord::Number(_)) | Kind::Digits => true,
        Kind::Mark(mark) => glued && !matches!(mark, '(' | '"' | '“' | '[' | '‘' | '\''),
        Kind::Other => {
            let event = before.checked_sub(1).is_some_and(|j| reader.is(j, TimeWord::EventHead));
            event || (reader.case(before) == Case::Upper && reader.text(before).len() <= 2)
        }
        _ => false,
    }
}

/// What follows counts things, or goes on with the number.
fn blocks_after(reader: &Reader, i: usize) -> bool {
    let glued = reader.is_glued(i)
        && !matches!(reader.kind(i), Kind::Mark(',' | '.' | ')' | ';' | ':' | '?' | '!' | '"' | '”' | '’' | ']' | '\''));
    glued
        || matches!(reader.kind(i), Kind::Mark('%' | '°'))
        || reader.unit(i).is_some()
        || matches!(reader.word(i), Some(TimeWord::Scale(_)))
}

/// A preposition, another year or a month before it speaks for the year.
fn led(reader: &Reader, i: usize) -> bool {
    let listed = |j: usize| j.checked_sub(1).is_some_and(|k| reader.year(k).is_some());
    match i.checked_sub(1) {
        None => false,
        Some(j) => match reader.kind(j) {
            Kind::Word(word) if reader.leads(word) => true,
            Kind::Word(TimeWord::Article) => reader.year(i).is_some_and(|year| (1900..=2100).contains(&year)),
            // "a 2019 census"; a round number there counts: "a 2000 seat hall".
            Kind::Word(TimeWord::Single) => reader.year(i).is_some_and(|year| (1900..=2100).contains(&year) && year % 100 != 0),
            Kind::Word(TimeWord::And) => listed(j) || j.checked_sub(1).is_some_and(|k| reader.is_mark(k, ',') && listed(k)),
            Kind::Mark(',') => listed(j),
            _ => false,
        },
    }
}

/// No noun follows that it could count.
fn followed(reader: &Reader, i: usize, year: i32) -> bool {
    if !(1900..=2100).contains(&year) {
        return false;
    }
    use TimeWord::{Ahead, And, At, Back, Direction, In, To};
    matches!(reader.kind(i), Kind::Mark(_) | Kind::Break | Kind::Word(Direction(_) | To | And | Ahead | In | At | Back))
}
