//! Quotations and the reporting verbs beside them.

mod clause;
mod direct;
mod indirect;
mod marks;
mod subject;
mod words;

use crate::segment::Document;
use crate::{Label, Span};

/// A quotation with what stands beside it; who speaks is settled by `resolve`.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// Where, marks included.
    pub span: Span,
    /// Direct, indirect or scare.
    pub label: Label,
    /// The reporting verb.
    pub cue: Option<Span>,
    /// Where the speaker may be named.
    pub speaker: Speaker,
    /// The words that name the source it is reported through.
    pub source: Option<Span>,
    /// False when its last mark was forgotten.
    pub is_closed: bool,
    /// The rule that found it.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}

/// Where the speaker of a quotation may be named.
#[derive(Clone, Debug, PartialEq)]
pub enum Speaker {
    /// Nowhere.
    None,
    /// In these very words: a pronoun or a suffix.
    Written(Span),
    /// In one of these stretches of words.
    Named {
        /// The likeliest first.
        stretches: Vec<Span>,
        /// True when the last name of a stretch is the one meant, false when it is the first.
        from_end: bool,
        /// What is written there, for want of a name.
        written: Option<Span>,
    },
    /// Where that of the quotation before is.
    Running,
}

/// Every quotation, in reading order.
///
/// ```
/// use sorot::{Label, detect::quotes, segment::Document};
/// let text = "\"Kami siap,\" kata Budi.";
/// let found = quotes::find(&Document::new(text, None));
/// assert_eq!((found[0].label, found[0].span.of(text)), (Label::Direct, "\"Kami siap,\""));
/// ```
pub fn find(document: &Document) -> Vec<Quotation> {
    let words = words::Words::new(document);
    let (mut found, used_cues) = direct::find(&words, &marks::pair(&words));
    indirect::add(&words, &used_cues, &mut found);
    found
}
