//! So many units from the article's date, or from the last date said.

use super::Context;
use super::lengths::open;
use super::point::section_in;
use super::reading::Reading;
use super::tense::Looks;
use crate::Anchor;
use crate::calendar::{Date, Grain, Period, month_or_day};
use crate::detect::time::{Origin, Point, Shift, Steps};
use crate::lang::time::{Unit, Vague};

/// "tahun lalu", "Senin pekan lalu", "dua hari kemudian".
pub fn shifted(context: &Context, point: &Point, shift: Shift, looks: Looks) -> Reading {
    let Some((origin, anchor)) = origin(context, shift) else { return unanchored(point, shift) };
    let Unit::Calendar(grain) = shift.unit else { return by_the_clock(context, point, shift, origin) };
    let steps = match shift.steps {
        Steps::Exactly(steps) => steps,
        Steps::Back => return Reading::text(Vague::Past.timex().to_string()),
        Steps::Ahead => return Reading::text(Vague::Future.timex().to_string()),
    };
    let base = Period::around(grain, origin);
    let is_bare_weekend = grain == Grain::Weekend && steps == 0 && point.direction.is_none();
    let upcoming = is_bare_weekend && base.first > origin && looks != Looks::Ahead;
    let period = base.shift(steps - i32::from(upcoming));
    let inner = match (point.section, point.month, point.day, point.weekday) {
        (None, None, None, Some(weekday)) => {
            Some(Period { grain: Grain::Day, first: period.first.add_days(i64::from(weekday) - 1) })
        }
        (None, None, Some(day), _) => month_or_day(period.first.year, period.first.month, Some(day)),
        (None, Some(month), day, _) => month_or_day(period.first.year, month, day),
        (Some(section), month, ..) => section_in(section, month, period.first.year),
        (None, None, None, None) => Some(period),
    };
    Reading::of(inner.unwrap_or(period), point, anchor)
}

/// Hours and minutes from a reference: a clock where the article's own is known, else the day.
fn by_the_clock(context: &Context, point: &Point, shift: Shift, origin: Date) -> Reading {
    let day = |first: Date| Period { grain: Grain::Day, first };
    let minutes = match (shift.unit, shift.steps) {
        (Unit::Hour, Steps::Exactly(n)) => i64::from(n) * 60,
        (Unit::Minute, Steps::Exactly(n)) => i64::from(n),
        _ => 0,
    };
    let anchor = if shift.from == Origin::Article { Anchor::Article } else { Anchor::Previous };
    let start = match (shift.from, context.last_clock) {
        (Origin::Article, _) => context.reference.and_then(|reference| Some((reference.date, reference.clock?, None))),
        (Origin::Previous, Some((day, said))) => said.clock.map(|clock| (day, clock, said.zone)),
        (Origin::Previous, None) => None,
    };
    match start.filter(|_| minutes != 0) {
        Some((first, (hour, minute), zone)) => {
            let total = i64::from(hour) * 60 + i64::from(minute) + minutes;
            let clock = (total.rem_euclid(1440) / 60, total.rem_euclid(60));
            let point = Point { clock: Some((clock.0 as u8, clock.1 as u8)), zone: point.zone.or(zone), ..*point };
            Reading::of(day(first.add_days(total.div_euclid(1440))), &point, anchor)
        }
        None => Reading::of(day(origin.add_days(minutes / 1440)), point, anchor),
    }
}

/// The day that counting starts from.
fn origin(context: &Context, shift: Shift) -> Option<(Date, Anchor)> {
    let article = context.reference.map(|reference| (reference.date, Anchor::Article));
    if shift.from == Origin::Article {
        return article;
    }
    let is_fine = shift.unit.rank() <= Unit::Calendar(Grain::Week).rank();
    let last = if is_fine { context.last_day.map(|(day, _)| day) } else { context.last.map(|period| period.first) };
    last.map(|day| (day, Anchor::Previous)).or(article)
}

/// Without any date: "hari ini" is the present, the rest stays open.
fn unanchored(point: &Point, shift: Shift) -> Reading {
    let text = match (shift.unit, shift.steps) {
        (_, Steps::Back) => Vague::Past.timex().to_string(),
        (_, Steps::Ahead) => Vague::Future.timex().to_string(),
        (_, Steps::Exactly(0)) if point.part.is_none() && point.month.is_none() && point.weekday.is_none() => {
            Vague::Present.timex().to_string()
        }
        (Unit::Calendar(Grain::Week), _) if point.weekday.is_none() => "XXXX-WXX".to_string(),
        (Unit::Calendar(Grain::Weekend), _) => "XXXX-WXX-WE".to_string(),
        (Unit::Calendar(Grain::Month), _) => "XXXX-XX".to_string(),
        (Unit::Calendar(Grain::Year), _) if point.month.is_none() => "XXXX".to_string(),
        _ => open(point),
    };
    Reading::open(text)
}
