//! What the reader knows better: marks taken away, changed or added, at a place or wherever a word stands. It wins over
//! every rule and model, before names are grouped, so that a corrected name is grouped as what it is.

use super::Draft;
use crate::order;
use crate::segment::Document;
use crate::{Annotation, Corrections, Label, Layer, Span, Value};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// Corrects the names.
pub fn correct_names(draft: &mut Draft) {
    if draft.corrections == Corrections::default() {
        return;
    }
    let places = places(draft);
    let wanted: BTreeMap<usize, usize> =
        places.iter().filter(|place| place.1.is_some()).map(|(span, _)| (span.start, span.end)).collect();
    // An unwanted name goes alone; a wanted one makes room for itself.
    let makes_room = |name: Span| wanted.range(..name.end).next_back().is_some_and(|(_, &end)| name.start < end);
    let unwanted: FxHashSet<Span> = places.iter().map(|(span, _)| *span).collect();
    draft.names.retain(|name| !unwanted.contains(&name.span) && !makes_room(name.span));
    draft.names.extend(places.into_iter().filter_map(|(span, label)| label.map(|label| mark(span, label))));
    order::by_span(&mut draft.names, |name| name.span);
}

/// The marks that the reader wants to be nothing, by place, each once.
pub fn removed(draft: &Draft) -> Vec<(Span, Label)> {
    let text = draft.document.text;
    let places = draft.corrections.places.iter().filter(|place| place.label.is_none() && !place.span.of(text).is_empty());
    let mut removed: Vec<(Span, Label)> = places.filter_map(|place| Some((place.span, place.instead_of?))).collect();
    order::by(&mut removed, |(span, label)| [span.start, span.end, *label as usize]);
    removed.dedup();
    removed
}

/// Takes away the other marks that the reader does not want.
pub fn take_away(draft: &mut Draft) {
    let unwanted: FxHashSet<(Span, Label)> =
        draft.corrections.places.iter().filter_map(|correction| Some((correction.span, correction.instead_of?))).collect();
    if unwanted.is_empty() {
        return;
    }
    let lists = [
        &mut draft.structure,
        &mut draft.times,
        &mut draft.numbers,
        &mut draft.quotes,
        &mut draft.roles,
        &mut draft.abbreviations,
        &mut draft.coreference,
        &mut draft.checks,
        &mut draft.custom,
    ];
    for list in lists {
        list.retain(|annotation| !unwanted.contains(&(annotation.span, annotation.label)));
    }
}

/// Where a name is to have which label, or none. They do not overlap: a place wins over a word, and the later over the earlier.
fn places(draft: &Draft) -> Vec<(Span, Option<Label>)> {
    let is_name = |label: Option<Label>| label.is_none_or(|label| label.layer() == Layer::Entity);
    let is_clean = |span: Span| !span.is_empty() && span.of(draft.document.text).trim().len() == span.len();
    let exact =
        draft.corrections.places.iter().rev().filter(|correction| is_name(correction.label) && is_name(correction.instead_of));
    let exact = exact.map(|correction| (correction.span, correction.label)).filter(|(span, _)| is_clean(*span));
    let words = draft.corrections.words.iter().rev().filter(|word| is_name(word.label));
    let words = words.flat_map(|word| occurrences(draft.document, &word.text).map(|span| (span, word.label)));
    let mut taken = BTreeMap::new();
    let mut places = Vec::new();
    for (span, label) in exact.chain(words) {
        let is_free = taken.range(..span.end).next_back().is_none_or(|(_, &end): (&usize, &usize)| end <= span.start);
        if is_free {
            taken.insert(span.start, span.end);
            places.push((span, label));
        }
    }
    places
}

/// Everywhere that a phrase stands as whole words.
fn occurrences<'d>(document: &'d Document, phrase: &'d str) -> impl Iterator<Item = Span> + 'd {
    let is_whole = |span: &Span| {
        let tokens = document.tokens_in(*span);
        document.span(tokens) == *span
    };
    let phrase = phrase.trim();
    let found = (!phrase.is_empty()).then(|| document.text.match_indices(phrase)).into_iter().flatten();
    found.map(|(start, found)| Span::new(start, start + found.len())).filter(is_whole)
}

fn mark(span: Span, label: Label) -> Annotation {
    Annotation { span, label, entity: None, value: Value::None, rule: "reader", confidence: 1.0 }
}

#[cfg(test)]
mod tests {
    use crate::{Correction, Corrections, Label, Models, Options, Span, Word, annotate};

    const TEXT: &str = "Menteri Budi Santoso tiba di Jakarta. Santoso menemui warga Kampung Melati.";

    fn names(corrections: Corrections) -> Vec<(&'static str, Label)> {
        let options = Options { corrections, models: Models::none(), ..Options::default() };
        let annotated = annotate(TEXT, &options);
        let names = annotated.annotations.iter().filter(|annotation| annotation.label.layer() == crate::Layer::Entity);
        names.map(|name| (name.span.of(TEXT), name.label)).collect()
    }

    fn at(words: &str, label: Option<Label>, instead_of: Option<Label>) -> Corrections {
        let start = TEXT.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        Corrections { places: vec![Correction { span, label, instead_of }], ..Corrections::default() }
    }

    #[test]
    fn a_place_is_marked_changed_or_freed() {
        assert!(names(at("Kampung Melati", Some(Label::Work), None)).contains(&("Kampung Melati", Label::Work)));
        let changed = names(at("Jakarta", Some(Label::Organization), Some(Label::Place)));
        assert!(changed.contains(&("Jakarta", Label::Organization)) && !changed.contains(&("Jakarta", Label::Place)));
        assert!(!names(at("Jakarta", None, Some(Label::Place))).iter().any(|(name, _)| *name == "Jakarta"));
    }

    #[test]
    fn a_word_is_marked_wherever_it_stands_whole() {
        let words = vec![Word { text: "Santoso".into(), label: Some(Label::Work) }];
        let found = names(Corrections { words, ..Corrections::default() });
        assert_eq!(found.iter().filter(|found| **found == ("Santoso", Label::Work)).count(), 2, "{found:?}");
        let words = vec![Word { text: "Sant".into(), label: Some(Label::Work) }, Word { text: " ".into(), label: None }];
        assert!(!names(Corrections { words, ..Corrections::default() }).iter().any(|(_, label)| *label == Label::Work));
    }

    #[test]
    fn odd_places_do_no_harm() {
        for span in [Span::new(0, 0), Span::new(3, 9999), Span::new(9000, 9999)] {
            let places = vec![Correction { span, label: Some(Label::Person), instead_of: None }];
            names(Corrections { places, ..Corrections::default() });
        }
    }
}
