//! Gives time expressions their values, in reading order: each is counted from the article's date or the last date said.

mod lengths;
mod named;
mod point;
mod reading;
mod shifts;
mod sides;
pub(super) mod tense;

use super::Draft;
use crate::calendar::{Date, Grain, Period};
use crate::detect::time::{Expression, Meaning, Point, Repeat};
use crate::{Anchor, Annotation, Modifier, TimeValue, Value};
use reading::Reading;
use tense::{Looks, Tenses};

/// What expressions are counted from, as the text goes on.
pub(super) struct Context {
    /// The article's own day.
    pub reference: Option<crate::calendar::DateTime>,
    /// The last stretch of the calendar that the text has said.
    pub last: Option<Period>,
    /// The last day that the text has said, and the block it stands in.
    pub last_day: Option<(Date, usize)>,
    /// The last clock that the text has said, with its day, while no other day is said.
    pub last_clock: Option<(Date, Point)>,
}

/// Gives time expressions their values, in reading order.
pub fn resolve(draft: &mut Draft) {
    let tenses = Tenses::new(draft.document);
    let mut context = Context { reference: draft.date, last: None, last_day: None, last_clock: None };
    let expressions = draft.findings.times.iter();
    draft.times = expressions.map(|expression| annotate(draft, &tenses, &mut context, expression)).collect();
}

fn annotate(draft: &Draft, tenses: &Tenses, context: &mut Context, expression: &Expression) -> Annotation {
    let tokens = draft.document.tokens_in(expression.span);
    let block = draft.document.sentences.get(draft.document.sentence_of(tokens.start)).map_or(0, |sentence| sentence.block);
    let looks = tenses.around(draft.document, tokens);
    let reading = read(context, expression, looks, block);
    remember(context, &reading, block);
    remember_clock(context, expression, &reading);
    let said = match &expression.meaning {
        Meaning::Point(point) | Meaning::Set(Repeat::At(point), _) => point.said(),
        Meaning::Range(ends) => ends.1.said(),
        _ => crate::Said::default(),
    };
    let confidence = confidence(&reading);
    let edtf = reading.edtf.map(|edtf| if expression.modifier == Some(Modifier::Approx) { edtf + "~" } else { edtf });
    let value = TimeValue {
        timex: reading.timex,
        edtf,
        modifier: expression.modifier,
        interval: reading.interval,
        anchor: reading.anchor,
        alternative: reading.alternative,
        said,
        frequency: match expression.meaning {
            Meaning::Set(_, frequency) => Some(frequency),
            _ => None,
        },
    };
    Annotation {
        span: expression.span,
        label: expression.label(),
        entity: None,
        value: Value::Time(value),
        rule: expression.rule,
        confidence,
    }
}

fn read(context: &Context, expression: &Expression, looks: Looks, block: usize) -> Reading {
    match &expression.meaning {
        Meaning::Point(point) => point::read(context, point, looks, block),
        Meaning::Range(ends) => point::read_range(context, ends, looks, block),
        Meaning::Duration(length) => Reading::text(lengths::duration(*length)),
        Meaning::Set(repeat, _) => Reading::text(lengths::set(*repeat)),
        Meaning::Vague(vague) => Reading::text(vague.timex().to_string()),
    }
}

/// What was said last is what "two days later" counts from.
fn remember(context: &mut Context, reading: &Reading, block: usize) {
    let Some(period) = reading.period else { return };
    context.last = Some(period);
    if period.grain == Grain::Day {
        context.last_day = Some((period.first, block));
    }
}

/// What "two hours later" counts from.
fn remember_clock(context: &mut Context, expression: &Expression, reading: &Reading) {
    let said = match &expression.meaning {
        Meaning::Point(point) => Some(*point),
        Meaning::Range(ends) => Some(ends.1),
        _ => None,
    };
    let day = reading.period.filter(|period| period.grain == Grain::Day).map(|period| period.first);
    match (said, day) {
        (Some(point), Some(day)) if point.clock.is_some() => context.last_clock = Some((day, point)),
        (_, Some(_)) => context.last_clock = None,
        _ => {}
    }
}

fn confidence(reading: &Reading) -> f32 {
    match (reading.anchor, reading.alternative.is_some()) {
        (Anchor::Said, false) => 0.95,
        (Anchor::Table, _) => 0.9,
        (Anchor::Article, false) => 0.9,
        (Anchor::Said | Anchor::Article, true) => 0.75,
        (Anchor::Previous, _) => 0.7,
        (Anchor::Unresolved, _) => 0.6,
    }
}
