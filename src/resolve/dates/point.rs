//! A place on the calendar or the clock, from what is said and what it is counted from.

use super::Context;
use super::lengths::open;
use super::named::{islamic, named};
use super::reading::Reading;
use super::shifts::shifted;
use super::sides::{NEAR, Side, in_months, in_years, weekdays};
use super::tense::Looks;
use crate::Anchor;
use crate::calendar::{Date, Grain, Period, month_or_day};
use crate::detect::time::{Era, Point, Section};
use crate::lang::time::Direction;

/// The value of a point.
pub fn read(context: &Context, point: &Point, looks: Looks, block: usize) -> Reading {
    if let Some(shift) = point.shift {
        return shifted(context, point, shift, looks);
    }
    if let Some(holiday) = point.holiday {
        return named(context, point, holiday, looks);
    }
    if let Some(date) = point.hijri {
        return islamic(context, date, looks);
    }
    if let Some(era) = point.era {
        return long(context, point, era);
    }
    match (point.year, point.month, point.day, point.section, point.weekday) {
        (Some(year), ..) => in_year(point, year, Anchor::Said),
        (None, Some(month), day, ..) => month_or_its_day(context, point, (month, day), looks),
        (None, None, Some(day), ..) => day_of_month(context, point, day, looks),
        (None, None, None, Some(section), _) => section_alone(context, point, section, looks),
        (None, None, None, None, Some(weekday)) => weekday_alone(context, point, weekday, (looks, block)),
        _ => time_of_day(context, point, block),
    }
}

/// From one point to another: the second lends the first what it leaves unsaid.
pub fn read_range(context: &Context, ends: &(Point, Point), looks: Looks, block: usize) -> Reading {
    let (mut first, mut last) = *ends;
    if first.year.is_some() && last.year.is_none() && last.month.is_some() {
        last.year = first.year;
    }
    let end = read(context, &last, looks, block);
    let Some(Period { first: end_day, .. }) = end.period else {
        return Reading::between(read(context, &first, looks, block), end);
    };
    if first.clock.is_some() && first.month.is_none() && first.weekday.is_none() {
        let period = Period { grain: Grain::Day, first: end_day };
        let ends_next_day = first.clock > last.clock && last.weekday.is_none() && last.month.is_none() && last.shift.is_none();
        let end = if ends_next_day { Reading { period: end.period, ..next_day(&last, end_day, end.anchor) } } else { end };
        return Reading::between(Reading::of(period, &Point { zone: first.zone.or(last.zone), ..first }, end.anchor), end);
    }
    if first.weekday.is_some() && first.month.is_none() {
        let days_before = i64::from(end_day.weekday() + 7 - first.weekday.unwrap_or(1)) % 7;
        let period = Period { grain: Grain::Day, first: end_day.add_days(-days_before) };
        return Reading::between(Reading::of(period, &first, end.anchor), end);
    }
    if first.year.is_none() && first.month.is_some() {
        first.year = Some(end_day.year - i32::from(first.month > last.month && last.month.is_some()));
    }
    let start = read(context, &first, looks, block);
    Reading::between(start, end)
}

/// "22.00-05.00" ends on the next day; what follows still counts from the day it began on.
fn next_day(clock: &Point, day: Date, anchor: Anchor) -> Reading {
    Reading::of(Period { grain: Grain::Day, first: day.add_days(1) }, clock, anchor)
}

/// All in a year that is known.
fn in_year(point: &Point, year: i32, anchor: Anchor) -> Reading {
    let said = point.timex_in(year);
    let period = match (point.section, point.month) {
        (Some(section), _) => section_in(section, point.month, year),
        (None, Some(month)) => month_or_day(year, month, point.day),
        (None, None) => Some(Period { grain: Grain::Year, first: Date { year, month: 1, day: 1 } }),
    };
    // A day that the calendar does not have keeps its words; the check layer speaks of it.
    let Some(period) = period else { return Reading { anchor, ..Reading::text(said) } };
    let swapped = point.swapped.and_then(|(day, month)| month_or_day(year, month, Some(day)));
    Reading::of(period, point, anchor).or(swapped, point)
}

impl Point {
    /// Year, month and day as they are said, real or not.
    fn timex_in(&self, year: i32) -> String {
        let month = self.month.map(|month| format!("-{month:02}")).unwrap_or_default();
        let day = self.day.map(|day| format!("-{day:02}")).unwrap_or_default();
        format!("{year:04}{month}{day}")
    }
}

pub fn section_in(section: Section, month: Option<u8>, year: i32) -> Option<Period> {
    let (grain, first) = match section {
        Section::Quarter(n) => (Grain::Quarter, Date::new(year, n * 3 - 2, 1)?),
        Section::Half(n) => (Grain::Half, Date::new(year, n * 6 - 5, 1)?),
        Section::Season(month) => (Grain::Season, Date::new(year, month, 1)?),
        Section::Week(n) => (Grain::Week, Date::new(year, month?, 1)?.add_days(7 * (i64::from(n) - 1))),
    };
    Some(Period::around(grain, first))
}

/// "7 April", "September": which year's?
fn month_or_its_day(context: &Context, point: &Point, (month, day): (u8, Option<u8>), looks: Looks) -> Reading {
    let Some(reference) = context.reference else { return Reading::open(open(point)) };
    let mut candidates = in_years(month, day, reference.date);
    // A weekday tells the year, but one that only fits far ahead is more likely wrong.
    let is_near = |period: &Period| (-370..=183).contains(&(period.first.days() - reference.date.days()));
    let fits = |period: &Period| point.weekday.is_none_or(|weekday| period.first.weekday() == weekday) && is_near(period);
    if day.is_some() && point.weekday.is_some() {
        // A day this near is meant, and its weekday wrong: nobody tells of last year's without saying so.
        let is_beside = |period: &Period| (period.first.days() - reference.date.days()).abs() <= NEAR;
        if candidates.iter().any(|period| is_beside(period) && !fits(period)) {
            candidates.retain(is_beside);
        } else if candidates.iter().any(fits) {
            candidates.retain(fits);
        }
    }
    let side = match point.direction {
        // "This March" is the year's, wherever in the year we are.
        Some(Direction::This) => return in_year(point, reference.date.year, Anchor::Article),
        direction => Side::new(direction, looks, Side::Soon),
    };
    let side = if day.is_some() { side.of_day(&candidates, reference.date) } else { side };
    let (chosen, other) = side.choose(&candidates, reference.date);
    let Some(period) = chosen else {
        return Reading { anchor: Anchor::Article, ..Reading::text(point.timex_in(reference.date.year)) };
    };
    if point.section.is_some() {
        return in_year(point, period.first.year, Anchor::Article);
    }
    let is_certain = point.direction.is_some() || point.weekday.is_some();
    Reading::of(period, point, Anchor::Article).or(other.filter(|_| !is_certain), point)
}

fn day_of_month(context: &Context, point: &Point, day: u8, looks: Looks) -> Reading {
    let Some(reference) = context.reference else { return Reading::open(open(point)) };
    let side = Side::new(point.direction, looks, Side::NotAfter);
    match side.choose(&in_months(day, reference.date), reference.date) {
        (Some(period), other) => Reading::of(period, point, Anchor::Article).or(other, point),
        (None, _) => Reading::open(open(point)),
    }
}

/// "kuartal III", "last summer": which year's?
fn section_alone(context: &Context, point: &Point, section: Section, looks: Looks) -> Reading {
    let Some(reference) = context.reference else { return Reading::open(open(point)) };
    let candidates: Vec<Period> = (-2..=2).filter_map(|years| section_in(section, None, reference.date.year + years)).collect();
    let side = match point.direction {
        Some(Direction::This) => return in_year(point, reference.date.year, Anchor::Article),
        direction => Side::new(direction, looks, Side::NotAfter),
    };
    match side.choose(&candidates, reference.date) {
        (Some(period), _) => Reading::of(period, point, Anchor::Article),
        (None, _) => Reading::open(open(point)),
    }
}

/// "Senin", "Jumat malam".
fn weekday_alone(context: &Context, point: &Point, weekday: u8, (looks, block): (Looks, usize)) -> Reading {
    let Some(reference) = context.reference else { return Reading::open(open(point)) };
    // "26 Januari 2008, hari Sabtu": the weekday of the day just said, when that is not of these days.
    let just_said = context.last_day.filter(|&(day, said_in)| {
        said_in == block
            && day.weekday() == weekday
            && (reference.date.days() - day.days()).abs() > 7
            && point.direction.is_none()
    });
    if let Some((day, _)) = just_said {
        return Reading::of(Period { grain: Grain::Day, first: day }, point, Anchor::Previous);
    }
    let side = Side::new(point.direction, looks, Side::NotAfter);
    let (chosen, other) = side.choose(&weekdays(weekday, reference.date), reference.date);
    match chosen {
        Some(period) => Reading::of(period, point, Anchor::Article).or(other.filter(|_| point.direction.is_none()), point),
        None => Reading::open(open(point)),
    }
}

/// A clock alone stands on the day the text is at: the last one said in its paragraph, else the article's own. A part of the
/// day looks back farther: it goes on with a story.
fn time_of_day(context: &Context, point: &Point, block: usize) -> Reading {
    let said = context.last_day.filter(|&(_, said_in)| said_in == block || point.clock.is_none());
    match (said, context.reference) {
        (Some((day, _)), _) => Reading::of(Period { grain: Grain::Day, first: day }, point, Anchor::Previous),
        (None, Some(reference)) => Reading::of(Period { grain: Grain::Day, first: reference.date }, point, Anchor::Article),
        (None, None) => Reading::open(open(point)),
    }
}

/// Decades and centuries.
fn long(context: &Context, point: &Point, era: Era) -> Reading {
    let period = |grain: Grain, year: i32| Period::around(grain, Date { year, month: 1, day: 1 });
    match era {
        Era::Decade(decade) => Reading::of(period(Grain::Decade, decade * 10), point, Anchor::Said),
        Era::Century(century) if century >= 0 => Reading::of(period(Grain::Century, century * 100), point, Anchor::Said),
        Era::Century(century) => Reading::text(format!("BC{:02}", -century - 1)),
        Era::ShortDecade(decade) => {
            let this_century = 2000 + decade * 10;
            let is_past = context.reference.is_some_and(|reference| this_century <= reference.date.year);
            Reading::of(period(Grain::Decade, if is_past { this_century } else { this_century - 100 }), point, Anchor::Article)
        }
    }
}
