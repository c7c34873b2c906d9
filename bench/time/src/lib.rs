//! Our dates and times alone: what the core does for them, and nothing of what it does for its other layers.

#![cfg(target_arch = "wasm32")]
#![forbid(unsafe_code)]

use sorot::calendar::DateTime;
use sorot::detect::quotes::Found;
use sorot::detect::{Findings, roles, time};
use sorot::lang::LanguageId;
use sorot::resolve::resolve;
use sorot::segment::Document;
use sorot::{Layer, Layers, Options};
use wasm_bindgen::prelude::wasm_bindgen;

/// How many time expressions an article has, each resolved to a value.
#[wasm_bindgen]
pub fn annotate(text: &str, language: &str, date: &str) -> usize {
    let options = Options {
        language: LanguageId::from_tag(language),
        date: DateTime::parse(date),
        layers: Layers::of([Layer::Time]),
        ..Options::default()
    };
    let document = Document::new(text, options.language);
    let findings = Findings {
        structure: Vec::new(),
        names: Vec::new(),
        times: time::find(&document),
        amounts: Vec::new(),
        quotes: Found { quotations: Vec::new(), lone_marks: Vec::new() },
        roles: roles::find(&document),
        abbreviations: Vec::new(),
    };
    resolve(&document, findings, &options).annotations.len()
}
