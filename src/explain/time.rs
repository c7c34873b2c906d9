//! How a time value was resolved: "September → September 2024: the last one before the article's date, 22 November 2024."

use super::fill;
use crate::calendar::{Date, DateTime, Interval};
use crate::lang::messages::{Messages, TimeMessages};
use crate::{Anchor, Annotated, TimeValue};

/// One sentence about the article's words and their value.
pub fn sentence(annotated: &Annotated, (words, value): (&str, &TimeValue), messages: &Messages) -> String {
    let messages = &messages.time;
    let date = annotated.date.map(|date| day(date.date, messages)).unwrap_or_default();
    let reason = fill(reason(annotated.date, value, messages), &[("{date}", &date)]);
    let other = value.alternative.as_deref().map(|other| fill(messages.alternative, &[("{value}", &in_words(other, messages))]));
    let shown = in_words(&value.timex, messages);
    let parts =
        [("{words}", words), ("{value}", &*shown), ("{reason}", &*reason), ("{other}", other.as_deref().unwrap_or_default())];
    fill(messages.sentence, &parts)
}

fn reason(article: Option<DateTime>, value: &TimeValue, messages: &TimeMessages) -> &'static str {
    match (value.anchor, value.interval) {
        (Anchor::Table, _) => messages.table,
        (Anchor::Previous, _) => messages.previous,
        (Anchor::Unresolved, _) => messages.unresolved,
        (Anchor::Said, Some(_)) => messages.said,
        (Anchor::Said, None) => no_date(&value.timex, messages),
        (Anchor::Article, None) => messages.counted,
        (Anchor::Article, Some(interval)) => side(article, interval, value, messages),
    }
}

/// A value that is no stretch of the calendar: a length, a repetition, a vague word, or a day that does not exist.
fn no_date(timex: &str, messages: &TimeMessages) -> &'static str {
    match timex {
        _ if timex.ends_with("_REF") => messages.vague,
        _ if timex.starts_with('P') => messages.duration,
        _ if timex.starts_with('X') => messages.set,
        _ => messages.said,
    }
}

/// Where it lies from the article's date, when the words name a weekday or month and leave the rest unsaid.
fn side(article: Option<DateTime>, interval: Interval, value: &TimeValue, messages: &TimeMessages) -> &'static str {
    let names_one = value.said.month || value.said.day || value.said.weekday;
    match article.map(|article| article.date) {
        Some(date) if names_one && interval.last < date => messages.last,
        Some(date) if names_one && interval.first > date => messages.next,
        Some(_) if names_one => messages.present,
        _ => messages.counted,
    }
}

/// A day or a month in words; any other value as it is.
fn in_words(timex: &str, messages: &TimeMessages) -> String {
    let month = |text: &str| {
        let (year, month) = text.split_once('-')?;
        let number: usize = month.parse().ok().filter(|_| month.len() == 2)?;
        let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| Some(format!("{} {year}", messages.months.get(number.checked_sub(1)?)?)))?
    };
    let date = DateTime::parse(timex).filter(|date| date.clock.is_none()).map(|date| day(date.date, messages));
    date.or_else(|| month(timex)).unwrap_or_else(|| timex.to_string())
}

fn day(date: Date, messages: &TimeMessages) -> String {
    let month = messages.months.get(usize::from(date.month).saturating_sub(1)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day, date.year)
}

#[cfg(test)]
mod tests {
    use crate::calendar::DateTime;
    use crate::lang::LanguageId;
    use crate::{Layer, Layers, Options, annotate, explain};

    #[test]
    fn each_way_of_counting_is_explained() {
        let cases = [
            (
                "Hal itu terjadi pada September.",
                "September → September 2024: the last one before the article's date, 22 November 2024; it may also mean September 2025.",
            ),
            (
                "Ia akan tiba Senin.",
                "Senin → 25 November 2024: the next one after the article's date, 22 November 2024; it may also mean 18 November 2024.",
            ),
            ("Ia tiba kemarin.", "kemarin → 21 November 2024: counted from the article's date, 22 November 2024."),
            ("Ia tiba pada 5 Mei 2020.", "5 Mei 2020 → 5 May 2020: the text says all of it."),
            ("Ia dihukum tiga tahun.", "tiga tahun → P3Y: a length of time."),
            ("Ia berlari setiap Senin.", "setiap Senin → XXXX-WXX-1: again and again."),
            ("Kini ia pergi.", "Kini → PRESENT_REF: a time that no date can be put to."),
            ("Mereka mudik pada Lebaran 2024.", "Lebaran 2024 → 10 April 2024: by the dates that Indonesia's government set."),
        ];
        for (text, want) in cases {
            let options = Options {
                language: Some(LanguageId::Indonesian),
                date: DateTime::parse("2024-11-22"),
                layers: Layers::of([Layer::Time]),
                ..Options::default()
            };
            let annotated = annotate(text, &options);
            assert_eq!(explain::explain(text, &annotated, 0, LanguageId::English), want);
            assert!(explain::explain(text, &annotated, 0, LanguageId::Indonesian).contains(" → "));
        }
    }
}
