//! Whatever bytes are given as a model, there is a model or a sentence, and never a panic.

use sorot::lang::LanguageId;
use sorot::{Models, Options, annotate};

const MODEL: &[u8] = include_bytes!("../models/names.id.bin");
const TEXT: &str = "Bupati Lestari Manurung (LM) tiba di Medan, 21 November 2024. kata PT Angin Timur Tbk dan AS-Tiongkok";

/// Numbers that look random and are the same every time.
fn numbers(seed: u64) -> impl Iterator<Item = usize> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    })
}

/// Loads the bytes; what loads must read any text.
fn try_out(bytes: &[u8]) {
    let mut models = Models::none();
    match models.add(bytes) {
        Ok(_) => {
            let options = Options { language: Some(LanguageId::Indonesian), models, ..Options::default() };
            for annotation in annotate(TEXT, &options).annotations {
                assert!((0.0..=1.0).contains(&annotation.confidence), "{annotation:?}");
            }
        }
        Err(error) => assert!(error.to_string().starts_with("this is no model of names: "), "{error}"),
    }
}

#[test]
fn a_model_that_was_cut_off_is_refused() {
    for len in (0..40).chain((40..MODEL.len()).step_by(MODEL.len() / 20)) {
        assert!(Models::none().add(&MODEL[..len]).is_err(), "{len} bytes of {}", MODEL.len());
    }
}

#[test]
fn spoilt_bytes_never_panic() {
    let mut numbers = numbers(7);
    let mut next = |below: usize| numbers.next().unwrap_or(0) % below;
    for round in 0..24 {
        let mut bytes = MODEL.to_vec();
        // The header and the transitions are a small part, where a wrong byte does most.
        let range = if round % 2 == 0 { 2_000 } else { bytes.len() };
        for _ in 0..1 + next(20) {
            let at = next(range);
            bytes[at] = next(256) as u8;
        }
        try_out(&bytes);
    }
    for len in [0, 1, 5, 7, 20, 3_000] {
        try_out(&(0..len).map(|_| next(256) as u8).collect::<Vec<u8>>());
        try_out(&[b"SRTN\x01id".to_vec(), (0..len).map(|_| next(256) as u8).collect()].concat());
    }
}

#[test]
fn without_a_model_rules_speak() {
    let options = Options { language: Some(LanguageId::Indonesian), models: Models::none(), ..Options::default() };
    let annotated = annotate("Kementerian Kesehatan mengirim bantuan ke Aceh.", &options);
    assert!(annotated.annotations.iter().any(|annotation| annotation.rule == "names.rules"));
}
