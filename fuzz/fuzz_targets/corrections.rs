//! Whatever the reader says to know better and to have found, wherever it says so: it holds where it can, and nothing breaks.

#![no_main]

#[path = "../../tests/common/exports.rs"]
mod exports;
#[path = "../../tests/common/formats.rs"]
mod formats;
#[path = "../../tests/common/sound.rs"]
mod sound;

use exports::{check_json, check_markup, check_tables};
use libfuzzer_sys::fuzz_target;
use sorot::{Correction, Corrections, Custom, Label, Layer, Layers, Options, Span, Word, annotate};
use sound::{check_entities, check_spans};

/// Where, what it is, and what it was.
type Place = ([u16; 2], u8, u8);

fuzz_target!(|input: (u16, Vec<Place>, Vec<Place>, Vec<Place>, &[u8])| {
    let (layers, places, words, customs, bytes) = input;
    let text = &*String::from_utf8_lossy(bytes);
    let places =
        places.into_iter().map(|(at, is, was)| Correction { span: span(text, at), label: label(is), instead_of: label(was) });
    let words = words.into_iter().map(|(at, is, _)| Word { text: words_at(text, at), label: label(is) });
    let custom = customs.into_iter().map(|(at, start, end)| {
        let name = words_at(text, [start.into(), end.into()]);
        Custom { span: span(text, at), name }
    });
    let layers = Layers::of(Layer::ALL.iter().copied().filter(|layer| layers & 1 << *layer as u16 == 0));
    let corrections = Corrections { places: places.collect(), words: words.collect() };
    let options = Options { layers, corrections, custom: custom.collect(), ..Options::default() };
    let annotated = annotate(text, &options);
    check_spans(text, &annotated);
    check_entities(&annotated);
    check_json("name", text, &annotated);
    check_markup("name", text, &annotated);
    check_tables("name", text, &annotated);
    check_wishes(&options, text, &annotated);
});

/// What is marked for the reader was asked for, and of the last name asked for at a place nothing was left away.
fn check_wishes(options: &Options, text: &str, annotated: &sorot::Annotated) {
    let Corrections { places, words } = &options.corrections;
    let names = annotated.annotations.iter().filter(|mark| mark.rule == "reader" && mark.label != Label::Custom);
    for mark in names.clone() {
        let is_place = places.iter().any(|place| (place.span, place.label) == (mark.span, Some(mark.label)));
        let is_word = words.iter().any(|word| (word.text.trim(), word.label) == (mark.span.of(text), Some(mark.label)));
        assert!(is_place || is_word, "{mark:?} was not asked for in {text:?}");
    }
    let Some(Correction { span, label: Some(label), instead_of }) = places.last() else { return };
    let is_name = |label: &Label| label.layer() == Layer::Entity;
    let words = span.of(text);
    let is_wish = is_name(label) && instead_of.iter().all(is_name) && !words.is_empty() && words.trim() == words;
    if is_wish && options.layers.contains(Layer::Entity) {
        assert!(names.into_iter().any(|mark| (mark.span, mark.label) == (*span, *label)), "{span:?} is no {label:?} in {text:?}");
    }
}

/// A place somewhere in the text or behind it, on the border of a character or not.
fn span(text: &str, at: [u16; 2]) -> Span {
    let [start, end] = at.map(|at| usize::from(at) % (text.len() + 2));
    Span::new(start.min(end), start.max(end))
}

/// The words at a place, or what is at none.
fn words_at(text: &str, at: [u16; 2]) -> String {
    let Span { start, end } = span(text, at);
    text.get(start..end).unwrap_or("\0 é\n").to_string()
}

fn label(number: u8) -> Option<Label> {
    Label::ALL.get(usize::from(number) % (Label::ALL.len() + 1)).copied()
}
