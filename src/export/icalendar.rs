//! iCalendar (RFC 5545): the days that the article names, each once, for a calendar.

use super::marks;
use crate::calendar::{Date, DateTime, Interval};
use crate::segment::Document;
use crate::{Annotated, Label, Layer, Span, Value};
use rustc_hash::FxHashSet;

/// Longer spans are periods, not something that takes place.
const MOST_DAYS: i64 = 31;
/// Longest line, in bytes.
const LINE: usize = 75;
/// Longest summary, in characters.
const SUMMARY: usize = 120;

/// A calendar with an event for each day, clock or short range that the text names.
pub fn document(id: &str, text: &str, annotated: &Annotated) -> String {
    let document = Document::new(text, Some(annotated.language));
    let mut out = String::new();
    push(&mut out, "BEGIN:VCALENDAR");
    push(&mut out, "VERSION:2.0");
    push(&mut out, "PRODID:-//Sorot//Sorot//EN");
    let mut seen = FxHashSet::default();
    let bylines: Vec<Span> =
        annotated.annotations.iter().filter(|part| part.label == Label::Byline).map(|part| part.span).collect();
    for (i, time) in marks::of_layer(annotated, Layer::Time) {
        let Value::Time(value) = &time.value else { continue };
        // When the article was written is nothing that takes place.
        if bylines.iter().any(|byline| byline.contains(time.span)) {
            continue;
        }
        let Some((start, end)) = when(time.label, &value.timex, value.interval) else { continue };
        if !seen.insert(value.timex.as_str()) {
            continue;
        }
        let sentence = document.sentences.get(document.sentence_of(document.token_at(time.span.start)));
        let sentence = sentence.map_or(time.span, |sentence| sentence.span);
        push(&mut out, "BEGIN:VEVENT");
        push(&mut out, &format!("UID:{}-{}@sorot", value.timex.replace(['/', ':'], "-"), i + 1));
        // The core knows no "now": an export of the same article is the same file.
        push(&mut out, &format!("DTSTAMP:{}T000000Z", annotated.date.map_or("19700101".into(), |date| compact(date.date))));
        push(&mut out, &start);
        push(&mut out, &end);
        push(&mut out, &format!("SUMMARY:{}", escaped(&summary(sentence.of(text)))));
        push(&mut out, &format!("DESCRIPTION:{}", escaped(&format!("{} ({})", marks::one_line(time.span.of(text)), id))));
        push(&mut out, "TRANSP:TRANSPARENT");
        push(&mut out, "END:VEVENT");
    }
    push(&mut out, "END:VCALENDAR");
    out
}

/// The lines that say when; none for what is no day: months, durations, vague words.
fn when(label: Label, timex: &str, interval: Option<Interval>) -> Option<(String, String)> {
    if let (Label::Time, Some(moment)) = (label, DateTime::parse(timex))
        && let Some(clock) = clock(moment)
    {
        return Some((format!("DTSTART:{clock}"), "DURATION:PT1H".to_string()));
    }
    let Interval { first, last } = interval?;
    let n_days = last.days() - first.days() + 1;
    let is_short = (1..=MOST_DAYS).contains(&n_days) && (n_days < 28 || timex.contains('/'));
    let end = compact(last.add_days(1));
    is_short.then(|| (format!("DTSTART;VALUE=DATE:{}", compact(first)), format!("DTEND;VALUE=DATE:{end}")))
}

/// In UTC where the zone is known, else in the reader's own time.
fn clock(moment: DateTime) -> Option<String> {
    let (hour, minute) = moment.clock?;
    let minutes = i64::from(hour) * 60 + i64::from(minute) - i64::from(moment.offset.unwrap_or(0));
    let (date, minutes) = (moment.date.add_days(minutes.div_euclid(1440)), minutes.rem_euclid(1440));
    let zone = if moment.offset.is_some() { "Z" } else { "" };
    Some(format!("{}T{:02}{:02}00{zone}", compact(date), minutes / 60, minutes % 60))
}

fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year.clamp(0, 9999), date.month, date.day)
}

/// The sentence, short enough for a line of a calendar.
fn summary(sentence: &str) -> String {
    let line = marks::one_line(sentence);
    match line.char_indices().nth(SUMMARY) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| !c.is_control()) {
        if matches!(c, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A content line, folded between characters.
fn push(out: &mut String, line: &str) {
    let mut n_bytes = 0;
    for c in line.chars() {
        if n_bytes + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            n_bytes = 1;
        }
        out.push(c);
        n_bytes += c.len_utf8();
    }
    out.push_str("\r\n");
}
