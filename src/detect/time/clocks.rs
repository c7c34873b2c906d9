//! Clocks: "pukul 14.26 WIB", "8 p.m. ET", "19:00-21:00", "jam 9 malam", "noon".

use super::dates::{is_to, part};
use super::expression::{Count, Point};
use super::reader::{Kind, Piece, Reader};
use crate::calendar::Grain;
use crate::lang::time::{Part, TimeWord, Unit, Zone};

/// A clock as far as it is read: what it says, where it ends, and whether anything proves that it is one.
#[derive(Clone, Copy)]
struct Clock {
    hour: u8,
    minute: u8,
    zone: Option<Zone>,
    end: usize,
    is_proved: bool,
}

/// A clock, or a range of two, that begins at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    if let Some(TimeWord::ClockName(hour)) = reader.word(i) {
        return Some(Piece::point(i, i + 1, Point { clock: Some((hour, 0)), ..Point::default() }, "clock"));
    }
    let named = matches!(reader.word(i), Some(TimeWord::Clock | TimeWord::HourOrClock));
    let start = i + usize::from(named);
    range(reader, start, named).or_else(|| single(reader, start, named)).map(|piece| Piece { start: i, ..piece })
}

fn single(reader: &Reader, i: usize, named: bool) -> Option<Piece> {
    let clock = with_evidence(reader, face(reader, i, named)?);
    (clock.is_proved || named).then(|| Piece::point(i, clock.end, clock.point(), "clock"))
}

/// "19.00-21.00 WIB", "8 to 10 p.m.": what proves the second clock proves the first.
fn range(reader: &Reader, i: usize, named: bool) -> Option<Piece> {
    let first = face(reader, i, true)?;
    let first_proved = with_evidence(reader, first);
    let to = first_proved.end;
    if !is_to(reader, to) {
        return None;
    }
    let again = to + 1 + usize::from(matches!(reader.word(to + 1), Some(TimeWord::Clock | TimeWord::HourOrClock)));
    let second = with_evidence(reader, face(reader, again, true)?);
    let mut start = first_proved;
    if first_proved.end == first.end
        && second.hour >= 12
        && second.end > again + 1
        && start.hour < 12
        && start.hour + 12 < second.hour + 1
    {
        // "8 to 10 p.m." begins in the evening, too.
        start.hour += if second.shares_half_day(reader, again) { 12 } else { 0 };
    }
    start.zone = start.zone.or(second.zone);
    (named || second.is_proved && (first.is_proved || second.zone.is_some() || second.end > again + 1))
        .then(|| Piece::range(i, second.end, (start.point(), second.point()), "clocks"))
}

impl Clock {
    fn point(self) -> Point {
        Point { clock: Some((self.hour, self.minute)), zone: self.zone, ..Point::default() }
    }

    /// The hour was written on the twelve-hour face.
    fn shares_half_day(self, reader: &Reader, i: usize) -> bool {
        face(reader, i, true).is_some_and(|face| face.hour < 12 && self.hour >= 12)
    }
}

/// Hour and minute as written; `named` lets a bare hour pass.
fn face(reader: &Reader, i: usize, named: bool) -> Option<Clock> {
    colon(reader, i)
        .or_else(|| pointed(reader, i))
        .or_else(|| unpointed(reader, i))
        .or_else(|| beside_hour(reader, i))
        .or_else(|| half_before(reader, i))
        .or_else(|| whole_hour(reader, i, named))
}

/// "half past six", "a quarter to nine".
fn beside_hour(reader: &Reader, i: usize) -> Option<Clock> {
    let Some(TimeWord::BesideHour(minutes)) = reader.word(i) else { return None };
    let (hour, end) = twelfth(reader, i + 1)?;
    // "Rose a quarter to nine tenths": only "half past" is sure to tell the time.
    let led = matches!(reader.word_before(i), Some(TimeWord::At | TimeWord::In | TimeWord::Amount(_) | TimeWord::Clock));
    let counts = reader.unit(end).is_some() || matches!(reader.kind(end), Kind::Other | Kind::Digits);
    let total = (i16::from(hour) * 60 + i16::from(minutes)).rem_euclid(12 * 60);
    let (hour, minute) = ((total / 60) as u8, (total % 60) as u8);
    let hour = if hour == 0 { 12 } else { hour };
    Some(Clock { hour, minute, zone: None, end, is_proved: minutes == 30 || led && !counts })
}

/// "setengah tujuh" is half an hour before seven.
fn half_before(reader: &Reader, i: usize) -> Option<Clock> {
    if !reader.words.half_comes_before || !reader.is(i, TimeWord::Half) {
        return None;
    }
    let (hour, end) = twelfth(reader, i + 1)?;
    let hour = if hour == 1 { 12 } else { hour - 1 };
    Some(Clock { hour, minute: 30, zone: None, end, is_proved: false })
}

/// An hour of the twelve-hour face, in digits or words.
fn twelfth(reader: &Reader, i: usize) -> Option<(u8, usize)> {
    let (Count::Hundredths(hundredths), end) = reader.count(i)? else { return None };
    let hour = u8::try_from(hundredths / 100).ok().filter(|hour| (1..=12).contains(hour) && hundredths % 100 == 0)?;
    Some((hour, end))
}

/// "14:26", "14:26:05".
fn colon(reader: &Reader, i: usize) -> Option<Clock> {
    let hour = reader.small(i, 0..=24)?;
    let glued = reader.is_mark(i + 1, ':') && reader.is_glued(i + 1) && reader.is_glued(i + 2);
    let (minute, places) = reader.digits(i + 2).filter(|_| glued)?;
    let seconds =
        reader.is_mark(i + 3, ':') && reader.is_glued(i + 3) && reader.is_glued(i + 4) && reader.small(i + 4, 0..=59).is_some();
    let end = if seconds { i + 5 } else { i + 3 };
    let goes_on = reader.is_glued(end) && matches!(reader.kind(end), Kind::Digits | Kind::Mark(':' | '/'));
    let before = i.checked_sub(1);
    let is_code = before.is_some_and(|j| reader.is_glued(i) && matches!(reader.kind(j), Kind::Mark(':' | '/' | '-' | '.')));
    let fits = places == 2 && minute < 60 && !goes_on && !is_code;
    // A single digit before the colon is as often a verse or a ratio, unless "at" leads to it.
    let is_led = reader.word_before(i) == Some(TimeWord::At);
    fits.then_some(Clock { hour, minute: minute as u8, zone: None, end, is_proved: is_led || reader.text(i).len() == 2 })
}

/// "14.26", where the language writes clocks with a point.
fn pointed(reader: &Reader, i: usize) -> Option<Clock> {
    if reader.kind(i) != Kind::Digits {
        return None;
    }
    let (hour, minute) = reader.text(i).split_once('.')?;
    let fits = hour.len() <= 2 && minute.len() == 2;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    (fits && hour <= 24 && minute < 60).then_some(Clock { hour, minute, zone: None, end: i + 1, is_proved: false })
}

/// "1430 GMT".
fn unpointed(reader: &Reader, i: usize) -> Option<Clock> {
    let (value, _) = reader.digits(i).filter(|&(_, places)| places == 4)?;
    let (hour, minute) = ((value / 100) as u8, (value % 100) as u8);
    let has_zone = matches!(reader.word(i + 1), Some(TimeWord::Zone(_)));
    (has_zone && hour < 24 && minute < 60).then_some(Clock { hour, minute, zone: None, end: i + 1, is_proved: false })
}

/// "9", "tujuh", "3 o'clock".
fn whole_hour(reader: &Reader, i: usize, named: bool) -> Option<Clock> {
    let (Count::Hundredths(hundredths), end) = reader.count(i)? else { return None };
    let hour = u8::try_from(hundredths / 100).ok().filter(|hour| *hour <= 24 && hundredths % 100 == 0)?;
    let oclock = reader.is(end, TimeWord::OClock);
    let evidence = oclock || matches!(reader.word(end), Some(TimeWord::Meridiem(_)));
    let end = end + usize::from(oclock);
    (named || evidence).then_some(Clock { hour, minute: 0, zone: None, end, is_proved: oclock })
}

/// Reads on: "p.m.", "malam", "in the morning", "WIB".
fn with_evidence(reader: &Reader, clock: Clock) -> Clock {
    let mut clock = clock;
    if let Some(TimeWord::Meridiem(afternoon)) = reader.word(clock.end) {
        clock = Clock { hour: clock.hour % 12 + if afternoon { 12 } else { 0 }, end: clock.end + 1, is_proved: true, ..clock };
    }
    if let Some((part, end)) = part_after(reader, clock.end) {
        clock = Clock { hour: hour_in(reader, clock.hour, part), end, is_proved: true, ..clock };
    }
    if let Some(TimeWord::Zone(zone)) = reader.word(clock.end) {
        clock = Clock { zone: Some(zone), end: clock.end + 1, is_proved: true, ..clock };
        // "02.30 WIB dini hari"
        if let Some((part, end)) = part_after(reader, clock.end) {
            clock = Clock { hour: hour_in(reader, clock.hour, part), end, ..clock };
        }
    }
    clock
}

/// "malam", "malam hari", "in the morning" behind a clock.
fn part_after(reader: &Reader, i: usize) -> Option<(Part, usize)> {
    let article = reader.skip(i, TimeWord::In);
    let at = if article > i && reader.is(article, TimeWord::Article) { article + 1 } else { i };
    let part = part(reader, at)?;
    Some((part, reader.skip(at + 1, TimeWord::Unit(Unit::Calendar(Grain::Day)))))
}

/// "3 sore" is 15: the hour that the part of the day holds.
fn hour_in(reader: &Reader, hour: u8, part: Part) -> u8 {
    let holds = |hour: u8| reader.words.part_hours.iter().any(|&(name, first, end)| name == part && (first..end).contains(&hour));
    match hour {
        12 if matches!(part, Part::Night | Part::Morning) => 0,
        1..=11 if !holds(hour) && holds(hour + 12) => hour + 12,
        _ => hour,
    }
}
