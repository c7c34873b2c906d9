//! Sorot reads a news article and marks who is in it, where, when, how much, and who said what.
//!
//! ```text
//! text ─► segment ─► detect (one per layer) ─► resolve (across layers) ─► Annotated ─► export, wasm ─► page
//!         blocks      structure names time      overlaps entities dates     spans,
//!         sentences   amounts quotes roles      speakers checks             values
//!         tokens      abbreviations
//!              ▲            ▲                        ▲
//!              └────────────┴───── lang (tables) ────┘          arrows never point back
//! ```
//! An [`Annotator`] goes the same way; beside detect it keeps the names of the text before, for the paragraphs that are still there.
//!
//! ```no_run
//! use sorot::{Label, Options, annotate};
//! let annotated = annotate("Rapat digelar pada Kamis, 21 November 2024.", &Options::default());
//! let date = annotated.annotations.iter().find(|annotation| annotation.label == Label::Date).unwrap();
//! assert_eq!(date.span.of("Rapat digelar pada Kamis, 21 November 2024."), "Kamis, 21 November 2024");
//! ```
//!
//! # Invariants
//! 1. The core reads no clock, file or network, uses no global state, and cannot fail: unsure means say less.
//! 2. Detectors never read each other's output; only `resolve` does.
//! 3. Only `lang` holds words of a language; no code outside it asks which language it is.
//! 4. Bytes inside; UTF-16 for JS, code points for files; converted in one place, [`OffsetMap`].
//! 5. The text never crosses back from the core: the page has it.
//! 6. Every annotation names the rule or model that made it, and carries a confidence.
//! 7. Same text and options, same bytes out, on every platform, wasm and native.
//! 8. Spans lie on character boundaries, hold no white space at their ends, and come sorted.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod annotation;
pub mod calendar;
pub mod detect;
pub mod explain;
pub mod export;
pub mod lang;
mod models;
mod options;
mod order;
pub mod resolve;
pub mod segment;
mod span;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use annotation::*;
pub use models::{ModelError, Models};
pub use options::{Correction, Corrections, Custom, Layers, Options, Word};
pub use span::{OffsetMap, Span, Unit};

/// Reads an article: any text in, its annotations out. Never fails; what is unsure is left out.
///
/// ```
/// let annotated = sorot::annotate("", &sorot::Options::default());
/// assert!(annotated.annotations.is_empty());
/// ```
pub fn annotate(text: &str, options: &Options) -> Annotated {
    read(text, options, None)
}

/// Reads one text after another, as a page does at every keystroke, and gives for each what [`annotate`] gives.
///
/// It keeps what the tagger of names found in the last text. Names in paragraphs that stand as they stood, whose words are also
/// mentioned elsewhere as they were, follow from the same and are taken over; all the rest is read anew.
///
/// ```
/// use sorot::{Annotator, Options, annotate};
/// let (mut annotator, options) = (Annotator::default(), Options::default());
/// for text in ["Presiden tiba di Jakart", "Presiden tiba di Jakarta"] {
///     assert_eq!(annotator.annotate(text, &options), annotate(text, &options));
/// }
/// ```
#[derive(Debug, Default)]
pub struct Annotator {
    names: detect::names::Memory,
}

impl Annotator {
    /// Reads an article, and keeps what may serve to read the next.
    pub fn annotate(&mut self, text: &str, options: &Options) -> Annotated {
        read(text, options, Some(&mut self.names))
    }
}

fn read(text: &str, options: &Options, memory: Option<&mut detect::names::Memory>) -> Annotated {
    let document = segment::Document::new(text, options.language);
    let findings = detect::detect(&document, &options.models, memory);
    resolve::resolve(&document, findings, options)
}
