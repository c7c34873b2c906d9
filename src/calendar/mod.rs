//! Civil dates by arithmetic, with no clock and no zone database: news needs days and fixed offsets.
//!
//! Day counts follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (proleptic Gregorian calendar).

mod hijri;
mod holidays;
mod period;

pub use hijri::{from_hijri, hijri_month};
pub use holidays::Holiday;
pub(crate) use period::month_or_day;
pub use period::{Grain, Period};

use std::fmt;

/// A day of the proleptic Gregorian calendar.
///
/// ```
/// use sorot::calendar::Date;
/// let day = Date::new(2024, 11, 22).unwrap();
/// assert_eq!((day.weekday(), day.add_days(-1).to_string()), (5, "2024-11-21".to_string()));
/// assert_eq!(Date::new(2024, 6, 31), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Astronomical year: 0 is 1 BC.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, or none when the calendar does not have it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let real = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        real.then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01.
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that many days after 1970-01-01; years are kept within ±9999.
    pub fn from_days(days: i64) -> Self {
        let days = days.clamp(-4_371_953, 2_932_896) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self { year: year as i32, month: month as u8, day: day as u8 }
    }

    /// The day `n` days later (earlier when negative).
    pub fn add_days(self, n: i64) -> Self {
        Self::from_days(self.days().saturating_add(n))
    }

    /// ISO weekday: Monday is 1, Sunday is 7.
    pub fn weekday(self) -> u8 {
        ((self.days() + 3).rem_euclid(7) + 1) as u8
    }

    /// The same day `n` months later, or the last of that month where it is shorter.
    pub fn add_months(self, n: i32) -> Self {
        let months = (self.year.saturating_mul(12) + i32::from(self.month) - 1).saturating_add(n);
        let (year, month) = (months.div_euclid(12).clamp(-9999, 9999), (months.rem_euclid(12) + 1) as u8);
        Self { year, month, day: self.day.min(days_in_month(year, month)) }
    }

    /// ISO week-numbering year and week.
    pub fn iso_week(self) -> (i32, u8) {
        let thursday = self.add_days(4 - i64::from(self.weekday()));
        let january = Self { year: thursday.year, month: 1, day: 1 };
        (thursday.year, ((thursday.days() - january.days()) / 7 + 1) as u8)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Length of a month, 28 to 31; 0 for a month that is none.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// A day, perhaps with a clock, perhaps with a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTime {
    /// The day.
    pub date: Date,
    /// Hour and minute, 0:00 to 23:59.
    pub clock: Option<(u8, u8)>,
    /// Minutes east of UTC.
    pub offset: Option<i16>,
}

impl DateTime {
    /// Reads `2024-11-22` or `2024-11-22T14:26`, perhaps followed by `Z` or `+07:00`; none for anything else.
    ///
    /// ```
    /// use sorot::calendar::DateTime;
    /// assert_eq!(DateTime::parse("2024-11-22T14:26+07:00").unwrap().to_string(), "2024-11-22T14:26+07:00");
    /// assert_eq!(DateTime::parse("22 November 2024"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (day, rest) = match text.split_once('T') {
            Some((day, rest)) => (day, Some(rest)),
            None => (text, None),
        };
        let mut parts = day.splitn(3, '-');
        let date = Date::new(digits(parts.next()?, 4)?, digits(parts.next()?, 2)? as u8, digits(parts.next()?, 2)? as u8)?;
        let Some(rest) = rest else { return Some(Self { date, clock: None, offset: None }) };
        let (clock, zone) = rest.split_at_checked(5)?;
        let clock = hours_minutes(clock).filter(|&(hour, minute)| hour < 24 && minute < 60)?;
        // Seconds are read and dropped: no value of the guide is finer than a minute.
        let zone = zone.strip_prefix(':').and_then(|tail| tail.get(2..)).unwrap_or(zone);
        let offset = match zone {
            "" => None,
            "Z" => Some(0),
            _ => {
                let sign = if zone.starts_with('-') { -1 } else { 1 };
                let (hours, minutes) = hours_minutes(zone.strip_prefix(['+', '-'])?)?;
                (hours < 15 && minutes < 60).then_some(sign * (i16::from(hours) * 60 + i16::from(minutes))).map(Some)?
            }
        };
        Some(Self { date, clock: Some(clock), offset })
    }
}

fn digits(text: &str, n: usize) -> Option<i32> {
    (text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn hours_minutes(text: &str) -> Option<(u8, u8)> {
    let (hours, minutes) = text.split_once(':')?;
    Some((digits(hours, 2)? as u8, digits(minutes, 2)? as u8))
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        if let Some((hour, minute)) = self.clock {
            write!(f, "T{hour:02}:{minute:02}")?;
        }
        match self.offset {
            None => Ok(()),
            Some(0) => write!(f, "Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

/// First and last day that an expression may mean, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_there_and_back() {
        for days in (-800_000..800_000).step_by(97) {
            let date = Date::from_days(days);
            assert_eq!(date.days(), days, "{date}");
            assert_eq!(Date::new(date.year, date.month, date.day), Some(date));
        }
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        let week = |y, m, d| Date::new(y, m, d).map(Date::iso_week);
        assert_eq!(week(2024, 11, 22), Some((2024, 47)));
        assert_eq!(week(2021, 1, 3), Some((2020, 53)));
        assert_eq!(week(2024, 12, 30), Some((2025, 1)));
    }

    #[test]
    fn date_times_that_do_not_exist_are_none() {
        for text in
            ["", "2024-02-30", "2024-11-22T24:00", "2024-11-22T14", "2024-1-2", "x024-11-22", "2024-11-22T14:26+7", "2024-11-22é"]
        {
            assert_eq!(DateTime::parse(text), None, "{text}");
        }
    }
}
