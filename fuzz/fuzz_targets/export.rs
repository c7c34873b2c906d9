//! Any text in every format, under any name: each reads back.

#![no_main]

#[path = "../../tests/common/exports.rs"]
mod exports;
#[path = "../../tests/common/formats.rs"]
mod formats;

use exports::{check_json, check_markup, check_tables};
use libfuzzer_sys::fuzz_target;
use sorot::{Options, annotate};

fuzz_target!(|input: (&str, &str)| {
    let (name, text) = input;
    let annotated = annotate(text, &Options::default());
    check_json(name, text, &annotated);
    check_markup(name, text, &annotated);
    check_tables(name, text, &annotated);
});
