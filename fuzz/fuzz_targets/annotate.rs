//! Any text, read in either language with and without a date, a reader's corrections in it: what holds of all must hold of it.

#![no_main]

#[path = "../../tests/common/sound.rs"]
mod sound;

use libfuzzer_sys::fuzz_target;
use sorot::calendar::DateTime;
use sorot::lang::LanguageId;
use sorot::{Correction, Corrections, Label, Options, Span, Word, annotate};
use sound::{check_entities, check_spans};

fuzz_target!(|input: (u8, [u16; 2], &[u8])| {
    let (choice, places, bytes) = input;
    let text = String::from_utf8_lossy(bytes);
    let language = [None, Some(LanguageId::Indonesian), Some(LanguageId::English)][usize::from(choice) % 3];
    let date = DateTime::parse("2024-11-22T14:26+07:00").filter(|_| choice & 4 != 0);
    let corrections = if choice & 8 == 0 { Corrections::default() } else { corrections(&text, places) };
    let options = Options { language, date, corrections, ..Options::default() };
    let annotated = annotate(&text, &options);
    check_spans(&text, &annotated);
    check_entities(&annotated);
    for i in 0..annotated.annotations.len() {
        sorot::explain::explain(&text, &annotated, i, language.unwrap_or(LanguageId::Unknown));
    }
});

/// A place somewhere in the text, on the border of a character or not, and the words there.
fn corrections(text: &str, places: [u16; 2]) -> Corrections {
    let [start, end] = places.map(|place| usize::from(place) % (text.len() + 2));
    let span = Span::new(start.min(end), start.max(end));
    let label = Some(Label::Person);
    let words = text.get(span.start..span.end).unwrap_or("x").to_string();
    Corrections { places: vec![Correction { span, label, instead_of: None }], words: vec![Word { text: words, label }] }
}
