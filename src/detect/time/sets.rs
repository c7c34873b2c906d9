//! How often: "setiap hari", "tiap Senin", "per bulan", "harian", "dua kali sepekan", "every other week", "Mondays".

use super::dates::night_before;
use super::expression::{Count, Meaning, Point, Repeat, Section};
use super::reader::{Kind, Piece, Reader};
use crate::Frequency;
use crate::calendar::Grain;
use crate::lang::time::{Form, TimeWord, Unit};

const ONCE: Count = Count::Hundredths(100);

/// "18 million extra doctor visits a year": so many words stand at most between the number and the unit.
const MOST_WORDS: usize = 4;

/// A repetition that begins at `i`.
pub fn find(reader: &Reader, i: usize) -> Option<Piece> {
    if let Some((repeat, times, end)) = occasions(reader, i) {
        return Some(Piece::new(i, end, Meaning::Set(repeat, Frequency { every: false, times }), "set"));
    }
    let (repeat, end) = every(reader, i)
        .or_else(|| per(reader, i))
        .or_else(|| repeated(reader, i))
        .or_else(|| once_every(reader, i))
        .or_else(|| a_unit(reader, i))?;
    let frequency = Frequency { every: reader.is(i, TimeWord::Every), times: None };
    Some(Piece::new(i, end, Meaning::Set(repeat, frequency), "set"))
}

/// "setiap hari", "setiap dua tahun", "every other week", "tiap Senin", "every Friday night".
fn every(reader: &Reader, i: usize) -> Option<(Repeat, usize)> {
    if !reader.is(i, TimeWord::Every) {
        return None;
    }
    let at = i + 1;
    if reader.is(at, TimeWord::Other) {
        // "Every other Sunday" keeps the weekday, which TIMEX3 has no number for.
        let named = || named_day(reader, at + 1);
        let unit = reader.unit(at + 1).filter(|_| !reader.is(at + 1, TimeWord::SundayOrWeek));
        return unit.map(|unit| (Repeat::Every(Count::Hundredths(200), unit), at + 2)).or_else(named);
    }
    named_day(reader, at).or_else(|| {
        if let Some(unit) = reader.unit(at) {
            return Some((Repeat::Every(ONCE, unit), at + 1));
        }
        let (count, end) = reader.count(at)?;
        Some((Repeat::Every(count, reader.unit(end)?), end + 1))
    })
}

/// A weekday, month or part of the day that comes again: "Senin malam", "September", "hari Jumat".
fn named_day(reader: &Reader, i: usize) -> Option<(Repeat, usize)> {
    let noun = i + usize::from(reader.is(i, TimeWord::Unit(Unit::Calendar(Grain::Day))));
    let point = match reader.word(noun)? {
        TimeWord::Weekday(day, Form::Plain) => Point { weekday: Some(day), ..Point::default() },
        TimeWord::NightBefore(day) => night_before(day),
        TimeWord::SundayOrWeek if reader.is_capital(noun) => Point { weekday: Some(7), ..Point::default() },
        TimeWord::Month(month, _) => Point { month: Some(month), ..Point::default() },
        TimeWord::Part(part) => Point { part: Some(part), ..Point::default() },
        TimeWord::Season(month, _) => Point { section: Some(Section::Season(month)), ..Point::default() },
        _ => return None,
    };
    match reader.word(noun + 1) {
        Some(TimeWord::Part(part)) if point.part.is_none() && point.month.is_none() => {
            Some((Repeat::At(Point { part: Some(part), ..point }), noun + 2))
        }
        _ => Some((Repeat::At(point), noun + 1)),
    }
}

/// "per bulan", "per tahun".
fn per(reader: &Reader, i: usize) -> Option<(Repeat, usize)> {
    let unit = reader.unit(i + 1).filter(|_| reader.is(i, TimeWord::Per))?;
    Some((Repeat::Every(ONCE, unit), i + 2))
}

/// "harian", "daily", "Mondays"; in a name they repeat nothing.
fn repeated(reader: &Reader, i: usize) -> Option<(Repeat, usize)> {
    let in_name = || {
        let capital = |j: usize| reader.kind(j) == Kind::Other && reader.is_capital(j);
        capital(i + 1) || (reader.is_capital(i) && !reader.begins_sentence(i))
    };
    match reader.word(i)? {
        TimeWord::Repeated(unit) if !in_name() => Some((Repeat::Every(ONCE, unit), i + 1)),
        TimeWord::Weekdays(day) => Some((Repeat::At(Point { weekday: Some(day), ..Point::default() }), i + 1)),
        _ => None,
    }
}

/// "dua kali sepekan", "tiga kali dalam setahun", "twice a year", "three times per week", with how many times.
fn occasions(reader: &Reader, i: usize) -> Option<(Repeat, Option<u32>, usize)> {
    let (times, after) = match reader.word(i) {
        Some(TimeWord::Often(times)) => (Some(u32::from(times)), i + 1),
        _ => {
            let (count, end) = reader.count(i)?;
            let times = match count {
                Count::Hundredths(n) => Some(n / 100),
                Count::Some => None,
            };
            (times, reader.is(end, TimeWord::Occasions).then_some(end + 1)?)
        }
    };
    let at = reader.skip(after, TimeWord::In);
    match reader.word(at)? {
        TimeWord::One(unit) => Some((Repeat::Every(ONCE, unit), times, at + 1)),
        TimeWord::Single | TimeWord::Per | TimeWord::Every => Some((Repeat::Every(ONCE, reader.unit(at + 1)?), times, at + 2)),
        _ => None,
    }
}

/// "dua tahun sekali", "sebulan sekali", "once every four years".
fn once_every(reader: &Reader, i: usize) -> Option<(Repeat, usize)> {
    let ((count, unit), end) = match reader.word(i) {
        Some(TimeWord::One(unit)) => ((ONCE, unit), i + 1),
        _ => {
            let (count, end) = reader.count(i)?;
            ((count, reader.unit(end)?), end + 1)
        }
    };
    (reader.is(end, TimeWord::Often(1)) && reader.words.direction_follows).then_some((Repeat::Every(count, unit), end + 1))
}

/// "30 tons a year", "$5 an hour": what is counted comes right before.
fn a_unit(reader: &Reader, i: usize) -> Option<(Repeat, usize)> {
    if !reader.is(i, TimeWord::Single) {
        return None;
    }
    let Some(TimeWord::Unit(unit)) = reader.word(i + 1) else { return None };
    let before = i.checked_sub(1)?;
    let counted = match reader.kind(before) {
        Kind::Digits | Kind::Mark('%') | Kind::Word(TimeWord::Units(_) | TimeWord::Scale(_)) => true,
        Kind::Other => {
            let first = (before.saturating_sub(MOST_WORDS)..before)
                .rev()
                .find(|&j| !matches!(reader.kind(j), Kind::Other | Kind::Word(TimeWord::Filler)));
            first.is_some_and(|j| reader.kind(j) == Kind::Digits || matches!(reader.word(j), Some(TimeWord::Scale(_))))
        }
        _ => false,
    };
    let shifted = matches!(reader.word(i + 2), Some(TimeWord::Ago | TimeWord::Later | TimeWord::Earlier | TimeWord::Hence));
    (counted && !shifted).then_some((Repeat::Every(ONCE, unit), i + 2))
}
