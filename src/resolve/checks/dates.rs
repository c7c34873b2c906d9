//! Dates that do not fit.

use super::at;
use crate::calendar::{Date, days_in_month};
use crate::detect::time::{Expression, Meaning, Point};
use crate::lang::time::Direction;
use crate::resolve::Draft;
use crate::resolve::dates::tense::Tenses;
use crate::{Annotation, CheckValue, Label, Value};

/// A leap year, for a day of the month that some year has.
const LEAP_YEAR: i32 = 2000;

/// Weekdays that do not fit (expected: the ISO number of the weekday, "1" is Monday), impossible days, future told as past.
pub fn query(draft: &Draft) -> Vec<Annotation> {
    let tenses = Tenses::new(draft.document);
    let mut found = Vec::new();
    for expression in &draft.findings.times {
        found.extend(impossible_day(expression));
        // Names may have taken the expression; then it dates nothing.
        let place = draft.times.binary_search_by_key(&expression.span.start, |time| time.span.start);
        let Some(time) = place.ok().map(|at| &draft.times[at]) else { continue };
        found.extend(wrong_weekday(expression, time).or_else(|| future_as_past(draft, &tenses, expression, time)));
    }
    found
}

/// "31 Juni", on either end of a range.
fn impossible_day(expression: &Expression) -> Option<Annotation> {
    let is_impossible = |point: &Point| match (point.month, point.day) {
        (Some(month), Some(day)) => day > days_in_month(point.year.unwrap_or(LEAP_YEAR), month),
        _ => false,
    };
    let found = match &expression.meaning {
        Meaning::Point(point) => is_impossible(point),
        Meaning::Range(ends) => is_impossible(&ends.0) || is_impossible(&ends.1),
        _ => false,
    };
    found.then(|| at(expression.span, Label::ImpossibleDate, CheckValue { others: Vec::new(), expected: None }, 0.95))
}

/// "Rabu, 21 November 2024", which was a Thursday.
fn wrong_weekday(expression: &Expression, time: &Annotation) -> Option<Annotation> {
    let Meaning::Point(Point { weekday: Some(weekday), month: Some(_), day: Some(_), year, .. }) = &expression.meaning else {
        return None;
    };
    let right = first_day(time)?.weekday();
    let confidence = if year.is_some() { 0.95 } else { 0.7 };
    let value = CheckValue { others: Vec::new(), expected: Some(right.to_string()) };
    (right != *weekday).then(|| at(expression.span, Label::WeekdayMismatch, value, confidence))
}

/// "sudah dibuka pada 5 Desember 2024" in an article of November.
fn future_as_past(draft: &Draft, tenses: &Tenses, expression: &Expression, time: &Annotation) -> Option<Annotation> {
    let Meaning::Point(point) = &expression.meaning else { return None };
    let article = draft.date?.date;
    point.year?;
    let told_as_past = point.direction == Some(Direction::Last)
        || tenses.has_happened(draft.document, draft.document.tokens_in(expression.span));
    let is_ahead = first_day(time)? > article;
    let value = CheckValue { others: Vec::new(), expected: None };
    (is_ahead && told_as_past).then(|| at(expression.span, Label::FutureAsPast, value, 0.7))
}

fn first_day(time: &Annotation) -> Option<Date> {
    match &time.value {
        Value::Time(value) => value.interval.map(|interval| interval.first),
        _ => None,
    }
}
