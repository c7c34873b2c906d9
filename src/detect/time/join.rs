//! Joins pieces that say one date together: weekday and date, date and clock, "December" and "last year", both ends of a range.

use super::dates::{NIGHT_BEFORE, directed, is_to, part};
use super::expression::{Expression, Meaning, Origin, Point, Repeat, Shift, Steps};
use super::reader::{Kind, Piece, Reader};
use crate::calendar::Grain;
use crate::lang::time::{Direction, TimeWord, Unit};

/// The two as one, where they and what stands between allow it.
pub fn join(reader: &Reader, left: &Piece, right: &Piece) -> Option<Piece> {
    let gap = right.start - left.end;
    if gap > 3 {
        return None;
    }
    bracketed(reader, left, right)
        .or_else(|| ranged(reader, left, right))
        .or_else(|| both_ranged(reader, left, right))
        .or_else(|| year_before(left, right))
        .or_else(|| named_twice(left, right))
        .or_else(|| with_day_word(left, right))
        .or_else(|| side_by_side(reader, left, right))
}

/// "Jumat (22/11/2024)", "today (July 28, 2022)".
fn bracketed(reader: &Reader, left: &Piece, right: &Piece) -> Option<Piece> {
    let comma = left.end + usize::from(reader.is_mark(left.end, ','));
    let opens = reader.is_mark(comma, '(') && comma + 1 == right.start && reader.is_mark(right.end, ')');
    let (&Meaning::Point(day), &Meaning::Point(date)) = (&left.meaning, &right.meaning) else { return None };
    let is_day = day.weekday.is_some() || day.shift.is_some_and(|shift| shift.unit == Unit::Calendar(Grain::Day));
    let is_date = date.day.is_some() && date.month.is_some();
    if !opens || !is_day || !is_date || day.month.is_some() {
        return None;
    }
    // The date beside "malam Jumat" may be either day's.
    let weekday = day.weekday.or(date.weekday).filter(|_| left.rule != NIGHT_BEFORE);
    let point = Point { weekday, part: day.part, clock: day.clock, zone: day.zone, ..date };
    let piece =
        Piece { start: left.start, end: right.end + 1, modifier: left.modifier, ..Piece::point(0, 0, point, "weekday-and-date") };
    Some(directed(reader, piece))
}

/// "28 Mei hingga 3 Juni 2023", "Mei 2021-Desember 2022", "from March to May".
fn ranged(reader: &Reader, left: &Piece, right: &Piece) -> Option<Piece> {
    let (&Meaning::Point(first), &Meaning::Point(last)) = (&left.meaning, &right.meaning) else { return None };
    if left.end + 1 != right.start || !is_to(reader, left.end) || !same_shape(&first, &last) {
        return None;
    }
    Some(Piece { modifier: left.modifier.or(right.modifier), ..Piece::range(left.start, right.end, (first, last), "range") })
}

/// "Jumat-Minggu (22-24/11/2024)", "Sabtu-Minggu, 21-22 Desember 2024".
fn both_ranged(reader: &Reader, left: &Piece, right: &Piece) -> Option<Piece> {
    let (Meaning::Range(weekdays), Meaning::Range(days)) = (&left.meaning, &right.meaning) else { return None };
    let only_weekday = |point: &Point| point.weekday.is_some() && *point == Point { weekday: point.weekday, ..Point::default() };
    let fits = only_weekday(&weekdays.0) && only_weekday(&weekdays.1) && days.1.day.is_some() && days.1.month.is_some();
    let comma = left.end + usize::from(reader.is_mark(left.end, ','));
    let in_brackets = reader.is_mark(comma, '(') && comma + 1 == right.start && reader.is_mark(right.end, ')');
    (fits && (in_brackets || comma == right.start)).then(|| Piece {
        start: left.start,
        end: right.end + usize::from(in_brackets),
        ..right.clone()
    })
}

/// "kuartal yang sama tahun lalu", "the same month last year": as many units back as a year has.
fn year_before(left: &Piece, right: &Piece) -> Option<Piece> {
    let (Meaning::Point(part), Meaning::Point(year)) = (&left.meaning, &right.meaning) else { return None };
    let (same, back) = (part.shift?, year.shift?);
    let units = match same.unit {
        Unit::Calendar(Grain::Quarter) => 4,
        Unit::Calendar(Grain::Month) => 12,
        Unit::Calendar(Grain::Half) => 2,
        _ => return None,
    };
    let is_year = back.unit == Unit::Calendar(Grain::Year) && back.steps == Steps::Exactly(-1);
    let fits = same.from == Origin::Previous && same.steps == Steps::Exactly(0) && is_year && left.end == right.start;
    let shift = Shift { steps: Steps::Exactly(-units), ..same };
    fits.then(|| Piece::point(left.start, right.end, Point { shift: Some(shift), ..*part }, "unit"))
}

/// "besok Sabtu": the word for the day counts, the weekday only says it again.
fn named_twice(left: &Piece, right: &Piece) -> Option<Piece> {
    let (Meaning::Point(day), Meaning::Point(weekday)) = (&left.meaning, &right.meaning) else { return None };
    let only_weekday = *weekday == Point { weekday: weekday.weekday, part: weekday.part, ..Point::default() };
    let fits = left.rule == "day-word" && day.part.is_none() && only_weekday && weekday.weekday.is_some();
    let point = Point { part: weekday.part, ..*day };
    (fits && left.end == right.start).then(|| Piece { meaning: Meaning::Point(point), end: right.end, ..left.clone() })
}

/// "Kamis kemarin", "Sabtu besok", "Rabu (20/11) kemarin", "Rabu dini hari tadi": the word behind a weekday says on which side.
fn with_day_word(left: &Piece, right: &Piece) -> Option<Piece> {
    let (Meaning::Point(day), Meaning::Point(word)) = (&left.meaning, &right.meaning) else { return None };
    let direction = match word.shift?.steps {
        Steps::Exactly(-1) => Some(Direction::Last),
        Steps::Exactly(0) if word.part.is_some() => None,
        Steps::Exactly(1 | 2) => Some(Direction::Next),
        _ => return None,
    };
    let is_free = day.weekday.is_some() && day.shift.is_none() && day.clock.is_none() && day.direction.is_none();
    let from_today = word.shift.is_some_and(|shift| shift.from == Origin::Article);
    let fits = right.rule == "day-word"
        && from_today
        && is_free
        && (day.part.is_none() || word.part.is_none())
        && left.end == right.start;
    let point = Point { direction: direction.filter(|_| day.month.is_none()), part: day.part.or(word.part), ..*day };
    fits.then(|| Piece { meaning: Meaning::Point(point), end: right.end, ..left.clone() })
}

/// Both ends of a range say the same sort of thing.
fn same_shape(first: &Point, last: &Point) -> bool {
    let shape = |point: &Point| {
        (
            point.day.is_some(),
            point.month.is_some(),
            point.weekday.is_some(),
            point.clock.is_some(),
            point.part.is_some(),
            point.section.is_some(),
        )
    };
    let counted = |point: &Point| point.shift.is_some() || point.holiday.is_some() || point.hijri.is_some();
    let dated = |point: &Point| point.month.is_some() && point.day.is_some();
    first.clock.is_some() == last.clock.is_some()
        && !counted(first)
        && !counted(last)
        && (shape(first) == shape(last) || dated(first) && dated(last))
        && first.era.is_some() == last.era.is_some()
}

/// "Kamis, 21 November 2024 pukul 09.00", "8 p.m. on Friday", "Senin pekan lalu", "kemarin sore", "Friday night".
fn side_by_side(reader: &Reader, left: &Piece, right: &Piece) -> Option<Piece> {
    let (&Meaning::Point(first), &Meaning::Point(last)) = (&left.meaning, &right.meaning) else {
        return None;
    };
    let link = link(reader, left.end, right.start)?;
    let fits = match link {
        Link::None => {
            // "Kamis malam Jumat"
            let same_night = right.rule == NIGHT_BEFORE && first.weekday == last.weekday && first.part.is_none();
            same_night || weekday_and_date(&first, &last) || within(&first, &last) || day_and_clock(&first, &last)
        }
        Link::Comma => weekday_and_date(&first, &last) || day_and_clock(&first, &last),
        Link::At => day_and_clock(&first, &last),
        Link::Of => {
            within(&first, &last)
                || (is_day(&last) && last.part.is_none() && first == Point { part: first.part, ..Point::default() })
        }
    };
    let point = first.merge(&last).filter(|_| fits && right.modifier.is_none())?;
    let rule = if point.clock.is_some() { "date-and-clock" } else { left.rule };
    let piece = Piece { modifier: left.modifier, ..Piece::point(left.start, right.end, point, rule) };
    Some(if link == Link::None { directed(reader, piece) } else { piece })
}

/// What stands between two pieces.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    None,
    Comma,
    At,
    Of,
}

fn link(reader: &Reader, from: usize, to: usize) -> Option<Link> {
    let from = reader.skip(from, TimeWord::LocalTime);
    let comma = from + usize::from(reader.is_mark(from, ','));
    match (to - from, reader.kind(from)) {
        (0, _) => Some(Link::None),
        (1, Kind::Mark(',')) => Some(Link::Comma),
        (1, Kind::Mark('|' | '•') | Kind::Word(TimeWord::DateNoun)) => Some(Link::Comma),
        (1, Kind::Word(TimeWord::At)) => Some(Link::At),
        (2, _) if reader.is(comma, TimeWord::At) && comma > from => Some(Link::At),
        (1 | 2, Kind::Word(TimeWord::Of)) if to == from + 1 || reader.is(from + 1, TimeWord::Article) => Some(Link::Of),
        _ => None,
    }
}

fn weekday_and_date(first: &Point, last: &Point) -> bool {
    let only_weekday = first.weekday.is_some() && first.month.is_none() && first.shift.is_none() && first.part.is_none();
    only_weekday && last.day.is_some() && last.month.is_some() && last.weekday.is_none()
}

/// "Senin" in "pekan lalu", "Desember" in "tahun lalu", "kuartal III" in "tahun ini".
fn within(first: &Point, last: &Point) -> bool {
    let Some(Unit::Calendar(grain)) = last.shift.map(|shift| shift.unit) else { return false };
    let only_shift = *last == Point { shift: last.shift, direction: last.direction, ..Point::default() };
    let free = first.shift.is_none() && first.year.is_none() && first.holiday.is_none();
    let smaller = match grain {
        Grain::Week => first.weekday.is_some() && first.month.is_none(),
        Grain::Month => first.day.is_some() && first.month.is_none(),
        Grain::Year => first.month.is_some() || first.section.is_some(),
        _ => false,
    };
    only_shift && free && smaller
}

fn is_day(point: &Point) -> bool {
    let day_shift = point.shift.is_some_and(|shift| shift.unit == Unit::Calendar(Grain::Day));
    (point.day.is_some() && point.month.is_some()) || point.weekday.is_some() || day_shift || point.holiday.is_some()
}

fn day_and_clock(first: &Point, last: &Point) -> bool {
    let clock_only = |point: &Point| point.clock.is_some() && !is_day(point);
    (is_day(first) && clock_only(last) && first.clock.is_none()) || (clock_only(first) && is_day(last) && last.clock.is_none())
}

/// Adds the part of the day that follows: "kemarin sore", "Friday night", "Senin (18/11) malam", "every Monday morning".
pub fn with_part(reader: &Reader, piece: Piece) -> Piece {
    let Some(part) = part(reader, piece.end) else { return piece };
    let day = Unit::Calendar(Grain::Day);
    let end = reader.skip(piece.end + 1, TimeWord::Unit(day));
    let add = |point: Point| {
        (is_day(&point) && point.part.is_none() && point.clock.is_none()).then_some(Point { part: Some(part), ..point })
    };
    let meaning = match piece.meaning {
        Meaning::Point(point) => add(point).map(Meaning::Point),
        Meaning::Set(Repeat::At(point), frequency) => add(point).map(|point| Meaning::Set(Repeat::At(point), frequency)),
        _ => None,
    };
    match meaning {
        Some(meaning) => directed(reader, Piece { end, meaning, ..piece }),
        None => piece,
    }
}

impl Point {
    /// Both as one; none where they say different things.
    fn merge(&self, other: &Point) -> Option<Point> {
        fn one<T: PartialEq>(first: Option<T>, last: Option<T>) -> Option<Option<T>> {
            match (first, last) {
                (Some(first), Some(last)) if first != last => None,
                (first, last) => Some(first.or(last)),
            }
        }
        Some(Point {
            year: one(self.year, other.year)?,
            era: one(self.era, other.era)?,
            month: one(self.month, other.month)?,
            section: one(self.section, other.section)?,
            day: one(self.day, other.day)?,
            weekday: one(self.weekday, other.weekday)?,
            part: one(self.part, other.part)?,
            clock: one(self.clock, other.clock)?,
            zone: one(self.zone, other.zone)?,
            shift: one(self.shift, other.shift)?,
            direction: self.direction.or(other.direction),
            holiday: one(self.holiday, other.holiday)?,
            hijri: one(self.hijri, other.hijri)?,
            swapped: self.swapped.or(other.swapped),
        })
    }
}

/// The piece as an expression; a lone part of a day or a zone behind one is settled here.
pub fn finish(reader: &Reader, piece: Piece) -> Option<Expression> {
    let zone_follows = matches!(reader.word(piece.end), Some(TimeWord::Zone(_)));
    let has_part = matches!(piece.meaning, Meaning::Point(Point { part: Some(_), clock: None, .. }));
    let end = piece.end + usize::from(zone_follows && has_part);
    let from_nothing = matches!(&piece.meaning, Meaning::Point(point) if *point == Point::default());
    let previous = matches!(&piece.meaning, Meaning::Point(Point { shift: Some(shift), .. }) if shift.from == Origin::Previous);
    let span = reader.span(piece.start, end);
    let rule = if previous { "from-the-last-date" } else { piece.rule };
    (!from_nothing && !span.is_empty()).then_some(Expression { span, meaning: piece.meaning, modifier: piece.modifier, rule })
}
