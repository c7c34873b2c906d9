//! Quotations and the reporting verbs beside them.

mod clause;
mod direct;
mod indirect;
mod marks;
mod subject;
mod verb;
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
    /// The rule that found it.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}

/// What the detector found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Every quotation, in reading order.
    pub quotations: Vec<Quotation>,
    /// Quotation marks without a partner.
    pub lone_marks: Vec<Span>,
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

/// Every quotation, and every quotation mark without a partner.
///
/// ```
/// use sorot::{Label, detect::quotes, segment::Document};
/// let text = "\"Kami siap,\" kata Budi.";
/// let found = quotes::find(&Document::new(text, None)).quotations;
/// assert_eq!((found[0].label, found[0].span.of(text)), (Label::Direct, "\"Kami siap,\""));
/// ```
pub fn find(document: &Document) -> Found {
    let words = words::Words::new(document);
    let marked = marks::pair(&words);
    let (mut quotations, used_cues) = direct::find(&words, &marked);
    indirect::add(&words, &used_cues, &mut quotations);
    Found { quotations, lone_marks: marked.iter().filter_map(|quote| lone_mark(document, quote)).collect() }
}

/// The mark of a quotation whose other mark was forgotten.
fn lone_mark(document: &Document, quote: &marks::Marked) -> Option<Span> {
    let range = &quote.tokens;
    match (quote.is_opened, quote.is_closed) {
        (true, true) => None,
        (true, false) => Some(document.span(range.start..range.start + 1)),
        (false, _) => Some(document.span(range.end - 1..range.end)),
    }
}
