//! Settles which finding wins where two layers claim the same words.
//!
//! The policy, in order:
//! 1. Inside one layer the longest span wins; of two as long, the earlier, then the surer.
//! 2. An age beats the time expression that reads the same words ("berusia 45 tahun").
//! 3. A name inside a sum of money is dropped ("dolar **AS**").
//! 4. A number inside a name, or touching a time expression, is dropped ("Pilpres **2024**", "**3** hari").
//! 5. Capitals in a dateline, a byline, a credit or a line of the page are no short form that needs its long form.
//! 6. Nobody is called by a short form whose words are known: such a person is an organization.
//! 7. A month with its year at the end of a name is a time of its own ("BLT **Oktober 2025**"), but for events.
//! 8. A time expression inside a longer name is dropped ("Pilpres **2024**"), a name inside a longer time expression, too.

use super::{Draft, names};
use crate::detect::amounts::AGE;
use crate::detect::time::{Expression, Meaning};
use crate::lang::roles::kind::HEAD;
use crate::order;
use crate::segment::Case;
use crate::{Annotation, Label, Span, Value};
use rustc_hash::FxHashSet;

/// Settles which finding wins where two layers claim the same words.
pub fn settle(draft: &mut Draft) {
    names::fit(draft);
    keep_longest(&mut draft.names, place_of);
    keep_longest(&mut draft.numbers, place_of);
    keep_longest(&mut draft.findings.times, |time| (time.span, 1.0));

    let spans = |annotations: &[Annotation], wanted: fn(&Annotation) -> bool| -> Vec<Span> {
        annotations.iter().filter(|annotation| wanted(annotation)).map(|annotation| annotation.span).collect()
    };
    let ages = spans(&draft.numbers, |number| number.rule == AGE);
    draft.findings.times.retain(|time| !touches(&ages, time.span));

    let money = spans(&draft.numbers, |number| number.label == Label::Money);
    draft.names.retain(|name| !is_inside(&money, name.span));

    let names = spans(&draft.names, |_| true);
    let times: Vec<Span> = draft.findings.times.iter().map(|time| time.span).collect();
    let is_lost = |number: &Annotation| is_inside(&names, number.span) || touches(&times, number.span);
    draft.numbers.retain(|number| number.label == Label::Money || number.rule == AGE || !is_lost(number));
    trim_names_before_times(draft);
    drop_times_of_names(draft);

    let times: Vec<Span> = draft.findings.times.iter().map(|time| time.span).collect();
    draft.names.retain(|name| !is_inside_longer(&times, name.span));

    let frame = spans(&draft.structure, |part| {
        matches!(part.label, Label::Dateline | Label::Byline | Label::Credit | Label::Advert | Label::AuthorCode)
    });
    // "Laka" in "Melkiades Laka Lena" is no accident.
    let people = spans(&draft.names, |name| name.label == Label::Person);
    let is_clipped = |short: Span| short.of(draft.document.text).contains(char::is_lowercase);
    let is_lost = |short: Span| is_inside(&frame, short) || is_clipped(short) && is_inside_longer(&people, short);
    draft.abbreviations.retain(|short| short.label == Label::Pair || !is_lost(short.span));
    relabel_short_forms(draft);
}

/// "BLT Oktober 2025": a month with its year at the end of a name says when, and the name reads as well without it. An event
/// ("Tragedi Mei 1998") keeps it, unless what is left is a short form of the article's.
fn trim_names_before_times(draft: &mut Draft) {
    let text = draft.document.text;
    let times = &draft.findings.times;
    let short_forms: FxHashSet<&str> = draft.abbreviations.iter().map(|short| short.span.of(text)).collect();
    for name in &mut draft.names {
        let i = times.partition_point(|time| time.span.end < name.span.end);
        let month = times.get(i).filter(|time| time.span.end == name.span.end && time.span.start > name.span.start);
        let Some(time) = month.filter(|time| is_month_of_year(time)) else { continue };
        let head = text[name.span.start..time.span.start].trim_end();
        if name.label != Label::Event || short_forms.contains(head) {
            name.span = Span::new(name.span.start, name.span.start + head.len());
        }
    }
}

fn is_month_of_year(time: &Expression) -> bool {
    matches!(&time.meaning, Meaning::Point(point) if point.month.is_some() && point.year.is_some() && point.day.is_none())
}

/// "2024" in "Pilpres 2024", "17 Agustus" in a street's name. A day with its weekday is no part of a name, nor is a year of a
/// place's or a people's: there the name has run too far.
fn drop_times_of_names(draft: &mut Draft) {
    let longer = |time: &Expression| {
        let i = draft.names.partition_point(|name| name.span.end <= time.span.start);
        draft.names.get(i).filter(|name| name.span.contains(time.span) && name.span != time.span).map(|name| name.label)
    };
    let is_lost: Vec<bool> =
        draft.findings.times.iter().map(|time| longer(time).is_some_and(|label| is_of_name(time, label))).collect();
    let mut is_lost = is_lost.into_iter();
    draft.findings.times.retain(|_| !is_lost.next().unwrap_or(false));
}

fn is_of_name(time: &Expression, name: Label) -> bool {
    let Meaning::Point(point) = &time.meaning else { return true };
    let has_day = point.day.is_some();
    let is_counted = point.shift.is_some() || point.clock.is_some() || (has_day && point.weekday.is_some());
    !is_counted && (has_day || !matches!(name, Label::Place | Label::Group))
}

/// "Menurut OJK", "Walhi Sumsel" read like a person's name to those who do not know the short form. An office in one word
/// ("Menkes") is no body's.
fn relabel_short_forms(draft: &mut Draft) {
    let (document, clues) = (draft.document, &draft.findings.roles);
    let is_known = |short: &&Annotation| matches!(&short.value, Value::Abbreviation(value) if value.long.is_some() || value.expansion.is_some());
    let is_body = |short: &&Annotation| {
        let tokens = document.tokens_in(short.span);
        tokens.len() == 1
            && short.span.len() > 2
            && document.case(tokens.start) != Case::Lower
            && !clues.is(document, tokens.start, HEAD)
    };
    let text = document.text;
    let known: FxHashSet<&str> =
        draft.abbreviations.iter().filter(is_known).filter(is_body).map(|short| short.span.of(text)).collect();
    for name in draft.names.iter_mut().filter(|name| name.label == Label::Person) {
        let words = name.span.of(text);
        let first = words.split(' ').next().unwrap_or(words);
        if known.contains(words) || known.contains(first) {
            name.label = Label::Organization;
        }
    }
}

/// Sorts by place and drops what overlaps something longer.
fn keep_longest<T>(items: &mut Vec<T>, place: impl Fn(&T) -> Place) {
    order::by_span(items, |item| place(item).0);
    let mut is_kept = longest(&items.iter().map(place).collect::<Vec<_>>()).into_iter();
    items.retain(|_| is_kept.next().unwrap_or(false));
}

/// Where something is, and how sure.
type Place = (Span, f32);

fn place_of(annotation: &Annotation) -> Place {
    (annotation.span, annotation.confidence)
}

/// Tells which of these, in order, no longer one overlaps.
fn longest(places: &[Place]) -> Vec<bool> {
    let mut is_kept: Vec<bool> = places.iter().map(|(span, _)| !span.is_empty()).collect();
    let mut start = 0;
    while start < places.len() {
        let (mut end, mut reach) = (start + 1, places[start].0.end);
        while let Some((span, _)) = places.get(end).filter(|(span, _)| span.start < reach) {
            (end, reach) = (end + 1, reach.max(span.end));
        }
        // Nearly everything stands alone.
        if end > start + 1 {
            longest_of(&places[start..end], &mut is_kept[start..end]);
        }
        start = end;
    }
    is_kept
}

/// Tells which of a few that overlap one after the other are kept.
fn longest_of(places: &[Place], is_kept: &mut [bool]) {
    let mut ranked: Vec<usize> = (0..places.len()).collect();
    order::by(&mut ranked, |&i| [!places[i].0.len(), places[i].0.start, !((places[i].1 * 1000.0) as usize)]);
    let mut kept = std::collections::BTreeMap::new();
    for i in ranked {
        let (span, _) = places[i];
        let before = kept.range(..span.end).next_back();
        is_kept[i] &= before.is_none_or(|(_, end): (&usize, &usize)| *end <= span.start);
        if is_kept[i] {
            kept.insert(span.start, span.end);
        }
    }
}

/// The first of these spans, sorted and disjoint, that ends behind `offset`.
fn first_after(spans: &[Span], offset: usize) -> Option<Span> {
    spans.get(spans.partition_point(|span| span.end <= offset)).copied()
}

fn touches(spans: &[Span], span: Span) -> bool {
    first_after(spans, span.start).is_some_and(|other| other.overlaps(span))
}

fn is_inside(spans: &[Span], span: Span) -> bool {
    first_after(spans, span.start).is_some_and(|other| other.contains(span))
}

fn is_inside_longer(spans: &[Span], span: Span) -> bool {
    first_after(spans, span.start).is_some_and(|other| other.contains(span) && other != span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::LanguageId;
    use crate::{Layer, Layers, Options, annotate};

    fn kept(spans: &[(usize, usize)]) -> Vec<(usize, usize)> {
        let mut items: Vec<Span> = spans.iter().map(|&(start, end)| Span::new(start, end)).collect();
        keep_longest(&mut items, |span| (*span, 1.0));
        items.iter().map(|span| (span.start, span.end)).collect()
    }

    #[test]
    fn the_longest_wins_then_the_earlier() {
        assert_eq!(kept(&[(0, 3), (2, 9), (8, 10), (10, 12)]), [(2, 9), (10, 12)]);
        assert_eq!(kept(&[(4, 8), (0, 4), (2, 6)]), [(0, 4), (4, 8)]);
        assert_eq!(kept(&[(0, 2), (0, 2)]), [(0, 2)]);
        assert_eq!(kept(&[(3, 3)]), []);
    }

    /// Label and words of the marks of these layers.
    fn marks(text: &str, layers: &[Layer]) -> Vec<(Label, String)> {
        let options =
            Options { language: Some(LanguageId::Indonesian), layers: Layers::of(layers.iter().copied()), ..Options::default() };
        let found = annotate(text, &options).annotations;
        found.iter().map(|annotation| (annotation.label, annotation.span.of(text).to_string())).collect()
    }

    #[test]
    fn the_country_in_a_sum_is_no_place() {
        let found = marks("Ia membayar 50 ribu dolar AS.", &[Layer::Entity, Layer::Number]);
        assert_eq!(found, [(Label::Money, "50 ribu dolar AS".to_string())]);
    }

    #[test]
    fn an_age_is_a_number_and_a_span_of_time_is_none() {
        let layers = [Layer::Time, Layer::Number];
        assert_eq!(marks("Pria berusia 45 tahun itu selamat.", &layers), [(Label::Quantity, "45 tahun".to_string())]);
        assert_eq!(marks("Ia ditahan 20 hari.", &layers), [(Label::Duration, "20 hari".to_string())]);
    }

    #[test]
    fn a_year_in_a_name_is_the_name_s() {
        assert_eq!(marks("Warga menyambut Pilpres 2024 dengan tenang.", &[Layer::Time, Layer::Number]), []);
    }

    #[test]
    fn a_month_behind_a_name_is_its_own() {
        let text = "Penerima UU Cipta Kerja Oktober 2025 naik.";
        let found = marks(text, &[Layer::Time, Layer::Entity]);
        assert!(found.contains(&(Label::Date, "Oktober 2025".to_string())), "{found:?}");
        assert!(found.iter().all(|(label, words)| *label == Label::Date || !words.contains("Oktober")), "{found:?}");
    }

    #[test]
    fn capitals_of_the_frame_are_no_short_forms() {
        let text = "JAKARTA, KOMPAS.com - Harga beras mulai turun sejak awal pekan ini.";
        assert_eq!(marks(text, &[Layer::Abbreviation]), []);
    }

    #[test]
    fn inside_and_touching_are_told_apart() {
        let spans = [Span::new(0, 4), Span::new(6, 9)];
        assert!(touches(&spans, Span::new(3, 5)) && !is_inside(&spans, Span::new(3, 5)));
        assert!(!touches(&spans, Span::new(4, 6)) && is_inside(&spans, Span::new(6, 8)));
        assert!(is_inside(&spans, Span::new(6, 9)) && !is_inside_longer(&spans, Span::new(6, 9)));
    }
}
