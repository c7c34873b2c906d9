//! The border to the page: one rule in, its spans or what is wrong with it out. Offsets in the text are bytes, as the core takes
//! them over; the place of a mistake is in UTF-16 code units of the rule, as the page's box counts.

use crate::{Kind, Rule, find};
use wasm_bindgen::prelude::*;

/// What came of a rule.
#[wasm_bindgen(getter_with_clone)]
#[derive(Default)]
pub struct Outcome {
    /// Start and end of each mark, in bytes of the text.
    pub spans: Vec<u32>,
    /// True when there is more than is given.
    pub has_more: bool,
    /// What is wrong with the rule; empty when nothing is.
    pub reason: String,
    /// Where it is wrong.
    pub start: usize,
    /// One past that.
    pub end: usize,
}

/// Looks for a rule in a text; `kind` is `terms` or `pattern`.
#[wasm_bindgen]
pub fn search(text: &str, kind: &str, rule: String, ignores_case: bool) -> Outcome {
    let kind = if kind == "pattern" { Kind::Pattern } else { Kind::Terms };
    let rule = Rule { kind, text: rule, ignores_case };
    let units = |at: usize| rule.text.get(..at).unwrap_or("").encode_utf16().count();
    match find(text, &rule) {
        Ok(found) => Outcome {
            spans: found.spans.into_iter().flat_map(|span| [span.start as u32, span.end as u32]).collect(),
            has_more: found.has_more,
            ..Outcome::default()
        },
        Err(wrong) => Outcome {
            reason: wrong.reason.name().to_string(),
            start: units(wrong.place.start),
            end: units(wrong.place.end),
            ..Outcome::default()
        },
    }
}
