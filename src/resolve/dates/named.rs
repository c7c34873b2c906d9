//! Days with names and dates of the Islamic calendar, by rule or by the table of what the government set.

use super::Context;
use super::reading::Reading;
use super::sides::Side;
use super::tense::Looks;
use crate::Anchor;
use crate::calendar::{Date, Grain, Holiday, Period, from_hijri, hijri_month};
use crate::detect::time::Point;

/// "Lebaran", "Natal 2024".
pub fn named(context: &Context, point: &Point, holiday: Holiday, looks: Looks) -> Reading {
    let anchor = if holiday.is_announced() { Anchor::Table } else { Anchor::Article };
    let days = |year: i32| holiday.in_year(year);
    let reading = |(first, last): (Date, Date), anchor: Anchor| {
        let day = |first| Reading::of(Period { grain: Grain::Day, first }, point, anchor);
        if first == last { day(first) } else { Reading::between(day(first), day(last)) }
    };
    if let Some(year) = point.year {
        let anchor = if holiday.is_announced() { Anchor::Table } else { Anchor::Said };
        return days(year).map_or_else(|| Reading::open(format!("{year:04}")), |days| reading(days, anchor));
    }
    let Some(reference) = context.reference else { return Reading::open(unnamed(holiday)) };
    let candidates: Vec<Period> =
        (-1..=1).filter_map(|n| days(reference.date.year + n)).map(|(first, _)| Period { grain: Grain::Day, first }).collect();
    let side = Side::new(point.direction, looks, Side::Nearest).of_day(&candidates, reference.date);
    let (chosen, _) = side.choose(&candidates, reference.date);
    let chosen = chosen.and_then(|period| days(period.first.year));
    chosen.map_or_else(|| Reading::open(unnamed(holiday)), |days| reading(days, anchor))
}

/// A named day in no year.
fn unnamed(holiday: Holiday) -> String {
    match holiday {
        Holiday::Fixed(month, day) => format!("XXXX-{month:02}-{day:02}"),
        _ => "XXXX-XX-XX".to_string(),
    }
}

/// "1 Syawal 1445 H", "10 Zulhijah".
pub fn islamic(context: &Context, (year, month, day): (Option<i32>, u8, Option<u8>), looks: Looks) -> Reading {
    let Some(year) = year else {
        let holiday = day.map_or(Holiday::HijriMonth(month), |day| Holiday::Hijri(month, day));
        return named(context, &Point::default(), holiday, looks);
    };
    let on = |first: Date| Reading::of(Period { grain: Grain::Day, first }, &Point::default(), Anchor::Table);
    let reading = match day {
        Some(day) => from_hijri(year, month, day).map(on),
        None => hijri_month(year, month).map(|(first, last)| Reading::between(on(first), on(last))),
    };
    reading.unwrap_or_else(|| Reading::open("XXXX-XX-XX".to_string()))
}
