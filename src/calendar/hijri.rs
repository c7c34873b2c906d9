//! The Islamic calendar as Indonesia's government sets it, and beyond its table by arithmetic.

use super::Date;

/// The first year of [`SET`].
const FIRST: i32 = 1431;

/// What the government set, by Islamic year from 1431: the civil days of
/// 1 Muharram, 12 Rabiulawal (Maulid), 27 Rajab (Isra Mikraj), 1 Ramadan, 1 Syawal (Idulfitri), 10 Zulhijah (Iduladha).
/// Sources: the yearly joint decrees of three ministers on public holidays (SKB Tiga Menteri), and the decisions of the
/// Ministry of Religious Affairs (sidang isbat) for Ramadan, Syawal and Zulhijah.
const SET: &[[(i32, u8, u8); 6]] = &[
    [(2009, 12, 18), (2010, 2, 26), (2010, 7, 10), (2010, 8, 11), (2010, 9, 10), (2010, 11, 17)],
    [(2010, 12, 7), (2011, 2, 15), (2011, 6, 29), (2011, 8, 1), (2011, 8, 31), (2011, 11, 6)],
    [(2011, 11, 27), (2012, 2, 5), (2012, 6, 17), (2012, 7, 21), (2012, 8, 19), (2012, 10, 26)],
    [(2012, 11, 15), (2013, 1, 24), (2013, 6, 6), (2013, 7, 10), (2013, 8, 8), (2013, 10, 15)],
    [(2013, 11, 5), (2014, 1, 14), (2014, 5, 27), (2014, 6, 29), (2014, 7, 28), (2014, 10, 5)],
    [(2014, 10, 25), (2015, 1, 3), (2015, 5, 16), (2015, 6, 18), (2015, 7, 17), (2015, 9, 24)],
    [(2015, 10, 14), (2015, 12, 24), (2016, 5, 6), (2016, 6, 6), (2016, 7, 6), (2016, 9, 12)],
    [(2016, 10, 2), (2016, 12, 12), (2017, 4, 24), (2017, 5, 27), (2017, 6, 25), (2017, 9, 1)],
    [(2017, 9, 21), (2017, 12, 1), (2018, 4, 14), (2018, 5, 17), (2018, 6, 15), (2018, 8, 22)],
    [(2018, 9, 11), (2018, 11, 20), (2019, 4, 3), (2019, 5, 6), (2019, 6, 5), (2019, 8, 11)],
    [(2019, 9, 1), (2019, 11, 9), (2020, 3, 22), (2020, 4, 24), (2020, 5, 24), (2020, 7, 31)],
    [(2020, 8, 20), (2020, 10, 29), (2021, 3, 11), (2021, 4, 13), (2021, 5, 13), (2021, 7, 20)],
    [(2021, 8, 10), (2021, 10, 19), (2022, 2, 28), (2022, 4, 3), (2022, 5, 2), (2022, 7, 10)],
    [(2022, 7, 30), (2022, 10, 8), (2023, 2, 18), (2023, 3, 23), (2023, 4, 22), (2023, 6, 29)],
    [(2023, 7, 19), (2023, 9, 28), (2024, 2, 8), (2024, 3, 12), (2024, 4, 10), (2024, 6, 17)],
    [(2024, 7, 7), (2024, 9, 16), (2025, 1, 27), (2025, 3, 1), (2025, 3, 31), (2025, 6, 6)],
    [(2025, 6, 27), (2025, 9, 5), (2026, 1, 16), (2026, 2, 19), (2026, 3, 21), (2026, 5, 27)],
];

/// The Islamic month and day of each column of [`SET`].
const COLUMNS: [(u8, u8); 6] = [(1, 1), (3, 12), (7, 27), (9, 1), (10, 1), (12, 10)];

/// The civil day of an Islamic date: counted from what the government set in that month, else by arithmetic.
///
/// ```
/// use sorot::calendar::{Date, from_hijri};
/// assert_eq!(from_hijri(1445, 10, 1), Date::new(2024, 4, 10));
/// assert_eq!(from_hijri(1400, 13, 1), None);
/// ```
pub fn from_hijri(year: i32, month: u8, day: u8) -> Option<Date> {
    if !(1..=12).contains(&month) || !(1..=30).contains(&day) || !(1..=9000).contains(&year) {
        return None;
    }
    let set = usize::try_from(year - FIRST).ok().and_then(|row| SET.get(row)).and_then(|row| {
        let column = COLUMNS.iter().position(|&(set_month, _)| set_month == month)?;
        let (year, month, set_day) = row[column];
        Some(Date::new(year, month, set_day)?.add_days(i64::from(day) - i64::from(COLUMNS[column].1)))
    });
    Some(set.unwrap_or_else(|| by_arithmetic(year, month, day)))
}

/// The tabular calendar, type II (leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30), from 16 July 622 Julian.
fn by_arithmetic(year: i32, month: u8, day: u8) -> Date {
    let (year, month) = (i64::from(year), i64::from(month));
    let days = (year - 1) * 354 + (11 * year + 3).div_euclid(30) + 29 * (month - 1) + month / 2 + i64::from(day);
    Date::from_days(days - 492_149)
}

/// The first such day of the Islamic calendar that falls in a civil year, and its Islamic year.
pub(super) fn in_civil_year(year: i32, month: u8, day: u8) -> Option<(i32, Date)> {
    let near = ((i64::from(year) - 622) * 33 / 32) as i32;
    (near - 1..=near + 2).filter_map(|hijri| Some((hijri, from_hijri(hijri, month, day)?))).find(|(_, date)| date.year == year)
}

/// First and last day of an Islamic month.
///
/// ```
/// let (first, last) = sorot::calendar::hijri_month(1445, 9).unwrap();
/// assert_eq!((first.to_string(), last.to_string()), ("2024-03-12".to_string(), "2024-04-09".to_string()));
/// ```
pub fn hijri_month(year: i32, month: u8) -> Option<(Date, Date)> {
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Some((from_hijri(year, month, 1)?, from_hijri(next_year, next_month, 1)?.add_days(-1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_stays_within_two_days_of_what_was_set() {
        for (row, hijri) in SET.iter().zip(FIRST..) {
            for (&(year, month, day), &(hijri_month, hijri_day)) in row.iter().zip(&COLUMNS) {
                let set = Date::new(year, month, day).unwrap();
                let computed = by_arithmetic(hijri, hijri_month, hijri_day);
                assert!((set.days() - computed.days()).abs() <= 2, "{hijri}-{hijri_month}: {set} {computed}");
                assert_eq!(from_hijri(hijri, hijri_month, hijri_day), Some(set));
            }
        }
    }

    #[test]
    fn an_islamic_year_beyond_the_table_is_computed() {
        assert_eq!(from_hijri(1, 1, 1), Date::new(622, 7, 19));
        assert_eq!(from_hijri(1400, 1, 1), Date::new(1979, 11, 21));
    }
}
