//! One reading of an expression: its texts, its days, and what it was counted from.

use crate::calendar::{Date, Interval, Period};
use crate::lang::time::Part;
use crate::{Anchor, detect::time::Point};

/// What an expression amounts to.
pub struct Reading {
    /// TIMEX3 value.
    pub timex: String,
    /// EDTF text.
    pub edtf: Option<String>,
    /// First and last day.
    pub interval: Option<Interval>,
    /// The stretch of the calendar that later expressions may count from.
    pub period: Option<Period>,
    /// What it was counted from.
    pub anchor: Anchor,
    /// Another reading.
    pub alternative: Option<String>,
}

impl Reading {
    /// A value that no calendar holds: a duration, a set, a vague word.
    pub fn text(timex: String) -> Self {
        Self { timex, edtf: None, interval: None, period: None, anchor: Anchor::Said, alternative: None }
    }

    /// A value that stays open for want of a date to count from.
    pub fn open(timex: String) -> Self {
        Self { anchor: Anchor::Unresolved, ..Self::text(timex) }
    }

    /// A stretch of the calendar, with the part of the day or the clock that the point says.
    pub fn of(period: Period, point: &Point, anchor: Anchor) -> Self {
        let tail = tail(point, Some(period.first));
        let edtf = match (point.clock, tail.is_empty()) {
            (Some((hour, minute)), _) => {
                Some(format!("{}T{hour:02}:{minute:02}:00{}", period.first, zone(point, Some(period.first))))
            }
            (None, true) => period.edtf(),
            (None, false) => None,
        };
        Self {
            timex: period.timex() + &tail,
            edtf,
            interval: Some(period.interval()),
            period: Some(period),
            anchor,
            alternative: None,
        }
    }

    /// Several days or months, from one stretch to the other.
    pub fn between(first: Reading, last: Reading) -> Self {
        let interval = match (first.interval, last.interval) {
            (Some(first), Some(last)) => Some(Interval { first: first.first, last: last.last.max(first.first) }),
            _ => None,
        };
        let edtf = first.edtf.zip(last.edtf).map(|(first, last)| format!("{first}/{last}"));
        let timex = format!("{}/{}", first.timex, last.timex);
        Self { timex, edtf, interval, period: last.period, anchor: last.anchor, alternative: None }
    }

    /// The same with a second reading.
    pub fn or(self, alternative: Option<Period>, point: &Point) -> Self {
        let alternative = alternative.map(|period| period.timex() + &tail(point, Some(period.first)));
        Self { alternative: alternative.filter(|other| *other != self.timex), ..self }
    }
}

/// "T14:26+07:00", "TNI"; empty for a day.
pub fn tail(point: &Point, day: Option<Date>) -> String {
    match (point.clock, point.part) {
        (Some((hour, minute)), _) => format!("T{hour:02}:{minute:02}{}", zone(point, day)),
        (None, Some(part)) => format!("T{}", Part::code(part)),
        (None, None) => String::new(),
    }
}

fn zone(point: &Point, day: Option<Date>) -> String {
    let offset = match (point.zone, day) {
        (Some(zone), Some(day)) => zone.offset(day),
        (Some(crate::lang::time::Zone::Fixed(offset)), None) => offset,
        _ => return String::new(),
    };
    match offset {
        0 => "Z".to_string(),
        _ => format!("{}{:02}:{:02}", if offset < 0 { '-' } else { '+' }, offset.abs() / 60, offset.abs() % 60),
    }
}
