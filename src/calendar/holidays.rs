//! Days that news calls by name. Church feasts and fixed days follow by rule; the days that a government announces are facts.

use super::{Date, Grain, Period, hijri};

/// A day with a name, or a stretch of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The same month and day each year.
    Fixed(u8, u8),
    /// That many days after Easter Sunday.
    Easter(i8),
    /// The n-th such weekday of a month: month, ISO weekday, n (9 for the last).
    Nth(u8, u8, u8),
    /// Month and day of the Islamic calendar, as Indonesia's government sets it.
    Hijri(u8, u8),
    /// The whole month of the Islamic calendar.
    HijriMonth(u8),
    /// The Day of Silence, new year of the Saka calendar.
    Nyepi,
    /// Vesak.
    Vesak,
    /// Lunar New Year.
    LunarNewYear,
    /// Christmas to New Year's Day.
    YearEnd,
}

/// Days that Indonesia's government announced, by year from 2010: Nyepi, Vesak, Lunar New Year, each as month and day.
/// Source: the yearly joint decrees of three ministers on public holidays (SKB Tiga Menteri tentang Hari Libur Nasional).
const ANNOUNCED: &[[(u8, u8); 3]] = &[
    [(3, 16), (5, 28), (2, 14)],
    [(3, 5), (5, 17), (2, 3)],
    [(3, 23), (5, 6), (1, 23)],
    [(3, 12), (5, 25), (2, 10)],
    [(3, 31), (5, 15), (1, 31)],
    [(3, 21), (6, 2), (2, 19)],
    [(3, 9), (5, 22), (2, 8)],
    [(3, 28), (5, 11), (1, 28)],
    [(3, 17), (5, 29), (2, 16)],
    [(3, 7), (5, 19), (2, 5)],
    [(3, 25), (5, 7), (1, 25)],
    [(3, 14), (5, 26), (2, 12)],
    [(3, 3), (5, 16), (2, 1)],
    [(3, 22), (6, 4), (1, 22)],
    [(3, 11), (5, 23), (2, 10)],
    [(3, 29), (5, 12), (1, 29)],
    [(3, 19), (5, 31), (2, 17)],
];

impl Holiday {
    /// First and last day in that year; none where neither rule nor table tells.
    ///
    /// ```
    /// use sorot::calendar::{Date, Holiday};
    /// let idulfitri = Holiday::Hijri(10, 1).in_year(2024).unwrap();
    /// assert_eq!(idulfitri.0, Date::new(2024, 4, 10).unwrap());
    /// assert_eq!(Holiday::Nyepi.in_year(1950), None);
    /// ```
    pub fn in_year(self, year: i32) -> Option<(Date, Date)> {
        let day = match self {
            Holiday::Fixed(month, day) => Date::new(year, month, day)?,
            Holiday::Easter(offset) => easter(year).add_days(i64::from(offset)),
            Holiday::Nth(month, weekday, n) => nth_weekday(year, month, weekday, n)?,
            Holiday::Nyepi => announced(year, 0)?,
            Holiday::Vesak => announced(year, 1)?,
            Holiday::LunarNewYear => announced(year, 2)?,
            Holiday::Hijri(month, day) => hijri::in_civil_year(year, month, day)?.1,
            Holiday::HijriMonth(month) => return hijri::hijri_month(hijri::in_civil_year(year, month, 1)?.0, month),
            Holiday::YearEnd => return Some((Date::new(year, 12, 25)?, Date::new(year + 1, 1, 1)?)),
        };
        Some((day, day))
    }

    /// True when the date comes from a table of facts, not from a rule.
    pub fn is_announced(self) -> bool {
        !matches!(self, Holiday::Fixed(..) | Holiday::Easter(_) | Holiday::Nth(..) | Holiday::YearEnd)
    }
}

fn announced(year: i32, column: usize) -> Option<Date> {
    let row = ANNOUNCED.get(usize::try_from(year - 2010).ok()?)?;
    Date::new(year, row[column].0, row[column].1)
}

/// Easter Sunday of the western churches: the Gregorian computus, Meeus/Jones/Butcher.
fn easter(year: i32) -> Date {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15).rem_euclid(30);
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4).rem_euclid(7);
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19).rem_euclid(32);
    Date { year, month: month as u8, day: day as u8 }
}

/// The n-th weekday of a month; n = 9 is the last.
fn nth_weekday(year: i32, month: u8, weekday: u8, n: u8) -> Option<Date> {
    let first = Date::new(year, month, 1)?;
    let lead = (i64::from(weekday) - i64::from(first.weekday())).rem_euclid(7);
    let last = Period::around(Grain::Month, first).last();
    let wanted = first.add_days(lead + 7 * (i64::from(n) - 1));
    if wanted <= last { Some(wanted) } else { Some(first.add_days(lead + (i64::from(last.day) - 1 - lead) / 7 * 7)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_where_the_calendars_say() {
        let cases = [
            (Holiday::Easter(0), 2024, "2024-03-31"),
            (Holiday::Easter(-2), 2025, "2025-04-18"),
            (Holiday::Easter(39), 2022, "2022-05-26"),
            (Holiday::Easter(0), 1818, "1818-03-22"),
            (Holiday::Nth(11, 4, 4), 2024, "2024-11-28"),
            (Holiday::Nth(5, 1, 9), 2022, "2022-05-30"),
            (Holiday::Nyepi, 2023, "2023-03-22"),
            (Holiday::Vesak, 2010, "2010-05-28"),
            (Holiday::LunarNewYear, 2026, "2026-02-17"),
            (Holiday::Hijri(12, 10), 2022, "2022-07-10"),
            (Holiday::Hijri(3, 12), 2015, "2015-01-03"),
        ];
        for (holiday, year, want) in cases {
            assert_eq!(holiday.in_year(year).map(|days| days.0.to_string()).as_deref(), Some(want), "{holiday:?} {year}");
        }
        let ramadan = Holiday::HijriMonth(9).in_year(2024).map(|(first, last)| format!("{first} {last}"));
        assert_eq!(ramadan.as_deref(), Some("2024-03-12 2024-04-09"));
    }
}
