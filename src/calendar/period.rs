//! Stretches of the calendar that news speaks of: from a day to a century, each with its TIMEX3 and EDTF text.

use super::{Date, Interval, days_in_month};

/// How long a stretch of the calendar is, longest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A hundred years from a year that ends in 00, as TIMEX3 counts.
    Century,
    /// Ten years from a year that ends in 0.
    Decade,
    /// A year.
    Year,
    /// January to June, or July to December.
    Half,
    /// Three months from January, April, July or October.
    Quarter,
    /// Three months from March, June, September or December, as meteorologists count in the north.
    Season,
    /// A month.
    Month,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A day.
    Day,
}

/// One stretch: a grain, and the day on which it begins.
///
/// ```
/// use sorot::calendar::{Date, Grain, Period};
/// let day = Date::new(2024, 11, 22).unwrap();
/// let last_week = Period::around(Grain::Week, day).shift(-1);
/// assert_eq!(last_week.timex(), "2024-W46");
/// assert_eq!(Period::around(Grain::Quarter, day).edtf().as_deref(), Some("2024-36"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// How long.
    pub grain: Grain,
    /// From when.
    pub first: Date,
}

impl Period {
    /// The stretch of that grain which holds the day (for a weekend: the one of its week).
    pub fn around(grain: Grain, day: Date) -> Self {
        let month = |year: i32, month: u8| Date { year, month, day: 1 };
        let first = match grain {
            Grain::Century => month(day.year.div_euclid(100) * 100, 1),
            Grain::Decade => month(day.year.div_euclid(10) * 10, 1),
            Grain::Year => month(day.year, 1),
            Grain::Half => month(day.year, if day.month <= 6 { 1 } else { 7 }),
            Grain::Quarter => month(day.year, (day.month - 1) / 3 * 3 + 1),
            Grain::Season if day.month <= 2 => month(day.year - 1, 12),
            Grain::Season => month(day.year, day.month / 3 * 3),
            Grain::Month => month(day.year, day.month),
            Grain::Week => day.add_days(1 - i64::from(day.weekday())),
            Grain::Weekend => day.add_days(6 - i64::from(day.weekday())),
            Grain::Day => day,
        };
        Self { grain, first }
    }

    /// The stretch `n` of its kind later (earlier when negative).
    pub fn shift(self, n: i32) -> Self {
        let months = |length: i32| self.first.add_months(n.saturating_mul(length));
        let first = match self.grain {
            Grain::Century => months(1200),
            Grain::Decade => months(120),
            Grain::Year => months(12),
            Grain::Half => months(6),
            Grain::Quarter | Grain::Season => months(3),
            Grain::Month => months(1),
            Grain::Week | Grain::Weekend => self.first.add_days(i64::from(n) * 7),
            Grain::Day => self.first.add_days(i64::from(n)),
        };
        Self { first, ..self }
    }

    /// Its last day.
    pub fn last(self) -> Date {
        match self.grain {
            Grain::Weekend => self.first.add_days(1),
            _ => self.shift(1).first.add_days(-1),
        }
    }

    /// First and last day.
    pub fn interval(self) -> Interval {
        Interval { first: self.first, last: self.last() }
    }

    /// TIMEX3 value: `2024-11-22`, `2024-W47`, `199`, `BC0057`.
    pub fn timex(self) -> String {
        let Date { year, month, .. } = self.first;
        if year <= 0 {
            return format!("BC{:04}", 1 - year);
        }
        match self.grain {
            Grain::Century => format!("{:02}", year / 100),
            Grain::Decade => format!("{:03}", year / 10),
            Grain::Year => format!("{year:04}"),
            Grain::Half => format!("{year:04}-H{}", month / 6 + 1),
            Grain::Quarter => format!("{year:04}-Q{}", month / 3 + 1),
            Grain::Season => format!("{year:04}-{}", season_code(month)),
            Grain::Month => format!("{year:04}-{month:02}"),
            Grain::Week | Grain::Weekend => {
                let (year, week) = self.first.iso_week();
                format!("{year:04}-W{week:02}{}", if self.grain == Grain::Weekend { "-WE" } else { "" })
            }
            Grain::Day => self.first.to_string(),
        }
    }

    /// EDTF (ISO 8601-2) text; none for weeks, which EDTF leaves out.
    pub fn edtf(self) -> Option<String> {
        let Date { year, month, .. } = self.first;
        let signed = |year: i32| if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
        match self.grain {
            Grain::Week | Grain::Weekend => None,
            _ if year <= 0 => Some(signed(year)),
            Grain::Century => Some(format!("{:02}XX", year / 100)),
            Grain::Decade => Some(format!("{:03}X", year / 10)),
            // ISO 8601-2:2019, table of sub-year groupings: 21–24 seasons, 33–36 quarters, 40–41 halves.
            Grain::Half => Some(format!("{year:04}-{}", 40 + month / 6)),
            Grain::Quarter => Some(format!("{year:04}-{}", 33 + month / 3)),
            Grain::Season => Some(format!("{year:04}-{}", 20 + month / 3)),
            Grain::Year | Grain::Month | Grain::Day => Some(self.timex()),
        }
    }
}

/// TIMEX3 code of the season that begins in this month.
fn season_code(month: u8) -> &'static str {
    match month {
        3 => "SP",
        6 => "SU",
        9 => "FA",
        _ => "WI",
    }
}

/// The stretch of one month, or of one day where the calendar has it.
pub(crate) fn month_or_day(year: i32, month: u8, day: Option<u8>) -> Option<Period> {
    match day {
        Some(day) => Date::new(year, month, day).map(|first| Period { grain: Grain::Day, first }),
        None if days_in_month(year, month) == 0 => None,
        None => Some(Period { grain: Grain::Month, first: Date { year, month, day: 1 } }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_grain_has_its_text_and_its_days() {
        let day = Date { year: 2024, month: 11, day: 22 };
        let cases = [
            (Grain::Century, "20", "2000-01-01", "2099-12-31"),
            (Grain::Decade, "202", "2020-01-01", "2029-12-31"),
            (Grain::Year, "2024", "2024-01-01", "2024-12-31"),
            (Grain::Half, "2024-H2", "2024-07-01", "2024-12-31"),
            (Grain::Quarter, "2024-Q4", "2024-10-01", "2024-12-31"),
            (Grain::Season, "2024-FA", "2024-09-01", "2024-11-30"),
            (Grain::Month, "2024-11", "2024-11-01", "2024-11-30"),
            (Grain::Week, "2024-W47", "2024-11-18", "2024-11-24"),
            (Grain::Weekend, "2024-W47-WE", "2024-11-23", "2024-11-24"),
            (Grain::Day, "2024-11-22", "2024-11-22", "2024-11-22"),
        ];
        for (grain, timex, first, last) in cases {
            let period = Period::around(grain, day);
            let interval = period.interval();
            assert_eq!(
                (period.timex().as_str(), interval.first.to_string(), interval.last.to_string()),
                (timex, first.into(), last.into())
            );
            assert_eq!(period.shift(3).shift(-3), period);
        }
    }

    #[test]
    fn the_first_year_before_christ_is_year_zero() {
        let year = |year| Period { grain: Grain::Year, first: Date { year, month: 1, day: 1 } };
        assert_eq!((year(-56).timex(), year(-56).edtf()), ("BC0057".into(), Some("-0056".into())));
        assert_eq!(year(0).timex(), "BC0001");
    }
}
