//! Any bytes as a model: a sentence that says what is wrong, or a model that reads any text.

#![no_main]

#[path = "../../tests/common/sound.rs"]
mod sound;

use libfuzzer_sys::fuzz_target;
use sorot::lang::LanguageId;
use sorot::{Models, Options, annotate};
use sound::{check_entities, check_spans};

const MODEL: &[u8] = include_bytes!("../../models/names.id.bin");
/// The first bytes, the language, two factors and the steps from state to state.
const HEAD: usize = 5 + 2 + 8 + 2 * 25 * 25;
const TEXT: &str = "Bupati Lestari Manurung (LM) tiba di Medan, 21 November 2024. “Ya,” kata PT Angin Timur Tbk dan AS-Tiongkok.";

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let bytes = match choice % 4 {
        0 => bytes.to_vec(),
        1 => [&MODEL[..7], bytes].concat(),
        2 => [&MODEL[..HEAD], bytes].concat(),
        _ => spoilt(bytes),
    };
    let mut models = Models::none();
    match models.add(&bytes) {
        Err(error) => assert!(error.to_string().starts_with("this is no model of names: "), "{error}"),
        Ok(language) => {
            for text in [TEXT, &TEXT.to_uppercase(), "", "\0 😀"] {
                let options = Options { language: Some(language), models: models.clone(), ..Options::default() };
                let annotated = annotate(text, &options);
                check_spans(text, &annotated);
                check_entities(&annotated);
            }
            assert!(LanguageId::KNOWN.contains(&language));
        }
    }
});

/// Our model with other bytes at these places, four bytes for a place and its new byte; most in its beginning, where a wrong
/// byte does most.
fn spoilt(changes: &[u8]) -> Vec<u8> {
    let mut model = MODEL.to_vec();
    for change in changes.chunks_exact(4) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) * if change[2] % 2 == 0 { 1 } else { 16 };
        let at = at % model.len();
        model[at] = change[3];
    }
    model
}
