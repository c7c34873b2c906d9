//! What the words of a time expression say, slot by slot, before anything is counted from a reference.

use crate::calendar::{Date, DateTime, Holiday};
use crate::lang::time::{Direction, Part, Unit, Vague, Zone};
use crate::{Frequency, Label, Modifier, Said, Span};

/// A time expression as the words say it, before it is resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// Where.
    pub span: Span,
    /// What it means.
    pub meaning: Meaning,
    /// "early", "more than" …
    pub modifier: Option<Modifier>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The kinds of time.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// A place on the calendar or the clock.
    Point(Point),
    /// From one to the other.
    Range(Box<(Point, Point)>),
    /// How long.
    Duration(Length),
    /// How often.
    Set(Repeat, Frequency),
    /// No date can be put to it.
    Vague(Vague),
}

/// A place on the calendar or the clock: what is not said is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Astronomical year: 0 is 1 BC.
    pub year: Option<i32>,
    /// Decade (199) or century (18) as TIMEX3 counts them.
    pub era: Option<Era>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// Quarter, half, season, weekend.
    pub section: Option<Section>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// Monday is 1.
    pub weekday: Option<u8>,
    /// A part of the day.
    pub part: Option<Part>,
    /// Hour and minute.
    pub clock: Option<(u8, u8)>,
    /// Time zone.
    pub zone: Option<Zone>,
    /// Counted from a reference.
    pub shift: Option<Shift>,
    /// "lalu", "depan": on which side of the reference.
    pub direction: Option<Direction>,
    /// A day by its name.
    pub holiday: Option<Holiday>,
    /// Year, month and day of the Islamic calendar; the day may be left open.
    pub hijri: Option<(Option<i32>, u8, Option<u8>)>,
    /// Day and month may be the other way round.
    pub swapped: Option<(u8, u8)>,
}

/// Longer than a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// 199 is 1990 to 1999.
    Decade(i32),
    /// A decade of an unsaid century: 9 is the nineties.
    ShortDecade(i32),
    /// 18 is 1800 to 1899.
    Century(i32),
}

/// Part of a year or of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    Half(u8),
    /// By its first month.
    Season(u8),
    /// The n-th week of a month.
    Week(u8),
}

/// So many units away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Which unit; its grain is the grain of the value.
    pub unit: Unit,
    /// How many.
    pub steps: Steps,
    /// From where.
    pub from: Origin,
}

/// How many units away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// So many, later when positive.
    Exactly(i32),
    /// Several earlier.
    Back,
    /// Several later.
    Ahead,
}

/// Where counting starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The article's own date.
    Article,
    /// The last date said.
    Previous,
}

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// In hundredths, so that "two and a half" is exact.
    Hundredths(u32),
    /// Several.
    Some,
}

/// A length of time: up to two units, the longer first ("two years and six months").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The longer unit, or the only one.
    pub major: (Count, Unit),
    /// "three to five days": the smaller of the two.
    pub least: Option<Count>,
    /// The shorter unit.
    pub minor: Option<(Count, Unit)>,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Repeat {
    /// Once every so many units.
    Every(Count, Unit),
    /// At every such point: weekday, month, part of the day.
    At(Point),
}

impl Expression {
    /// Date, time, duration or set.
    pub fn label(&self) -> Label {
        match &self.meaning {
            Meaning::Point(point) => point.label(),
            Meaning::Range(ends) => ends.1.label(),
            Meaning::Duration(_) => Label::Duration,
            Meaning::Set(..) => Label::Set,
            Meaning::Vague(_) => Label::Date,
        }
    }

    /// The day it says in full, with its clock: what an article's stamp says, with nothing to count it from.
    pub fn said_date(&self) -> Option<DateTime> {
        let Meaning::Point(point) = &self.meaning else { return None };
        let date = Date::new(point.year?, point.month?, point.day?)?;
        let offset = point.zone.map(|zone| zone.offset(date));
        Some(DateTime { date, clock: point.clock, offset })
    }
}

impl Point {
    /// [`Label::Time`] when finer than a day.
    pub fn label(&self) -> Label {
        let is_short = |shift: Shift| !matches!(shift.unit, Unit::Calendar(_));
        let is_time = self.part.is_some() || self.clock.is_some() || self.shift.is_some_and(is_short);
        if is_time { Label::Time } else { Label::Date }
    }

    /// Which parts the words say.
    pub fn said(&self) -> Said {
        Said {
            year: self.year.is_some() || self.era.is_some() || matches!(self.hijri, Some((Some(_), ..))),
            month: self.month.is_some() || self.hijri.is_some(),
            day: self.day.is_some() || matches!(self.hijri, Some((_, _, Some(_)))),
            weekday: self.weekday.is_some(),
            clock: self.clock.is_some() || self.part.is_some(),
            zone: self.zone.is_some(),
        }
    }
}

impl Section {
    /// TIMEX3 code.
    pub fn code(self) -> String {
        match self {
            Section::Quarter(n) => format!("Q{n}"),
            Section::Half(n) => format!("H{n}"),
            Section::Season(3) => "SP".to_string(),
            Section::Season(6) => "SU".to_string(),
            Section::Season(9) => "FA".to_string(),
            Section::Season(_) => "WI".to_string(),
            Section::Week(_) => "WXX".to_string(),
        }
    }
}

impl Zone {
    /// Minutes east of UTC on that day.
    pub fn offset(self, day: Date) -> i16 {
        match self {
            Zone::Fixed(offset) => offset,
            Zone::American(offset) => offset + if is_american_summer(day) { 60 } else { 0 },
        }
    }
}

/// Second Sunday of March to first Sunday of November: Energy Policy Act of 2005, in force from 2007.
fn is_american_summer(day: Date) -> bool {
    let sunday = |month, n| Holiday::Nth(month, 7, n).in_year(day.year).map(|days| days.0);
    sunday(3, 2) <= Some(day) && Some(day) < sunday(11, 1)
}
