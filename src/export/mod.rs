//! The annotated article in the formats that others read, each in its own file.

mod brat;
mod conll;
mod csv;
mod html;
mod icalendar;
pub mod json;
pub mod json_writer;
mod markdown;
mod marks;
#[cfg(not(target_arch = "wasm32"))]
pub mod terminal;
mod timeml;
mod web_annotation;
mod xml;

use crate::Annotated;

/// A format to take the annotated article away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object with the text in it.
    Json,
    /// The same without the text, as a line of a stream.
    JsonLines,
    /// W3C Web Annotation, JSON-LD.
    WebAnnotation,
    /// brat standoff.
    Brat,
    /// CoNLL columns with BIO labels.
    Conll,
    /// Comma-separated values, one mark a row.
    Csv,
    /// A page that stands alone.
    Html,
    /// The text with TIMEX3 tags.
    TimeMl,
    /// The days it names, for a calendar.
    ICalendar,
    /// Notes to read.
    Markdown,
}

/// What there is to say about a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// Its name in options and menus.
    pub name: &'static str,
    /// What a file of it is called after the point.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it cannot hold, in English; empty when it holds everything.
    pub leaves_out: &'static str,
}

impl Format {
    /// All formats, in the order of menus.
    pub const ALL: &'static [Format] = &[
        Format::Json,
        Format::JsonLines,
        Format::WebAnnotation,
        Format::Brat,
        Format::Conll,
        Format::Csv,
        Format::Html,
        Format::TimeMl,
        Format::ICalendar,
        Format::Markdown,
    ];

    /// Its name, extension, media type, and what it cannot hold.
    ///
    /// ```
    /// assert_eq!(sorot::export::Format::Json.about().extension, "json");
    /// ```
    pub fn about(self) -> About {
        let about = |name, extension, media_type, leaves_out| About { name, extension, media_type, leaves_out };
        match self {
            Self::Json => about("json", "json", "application/json", ""),
            Self::JsonLines => about("jsonl", "jsonl", "application/jsonl", "the text of the article"),
            Self::WebAnnotation => about(
                "web-annotation",
                "jsonld",
                "application/ld+json",
                "the text of the article, cues and sources of quotations, rules and confidences",
            ),
            Self::Brat => about(
                "brat",
                "ann",
                "text/plain",
                "the text of the article (a .txt beside it), cues and sources of quotations, names of entities, rules and confidences",
            ),
            Self::Conll => about(
                "conll",
                "conll",
                "text/plain",
                "white space, values, inner ones of nested quotations, speakers, and the layers without a column",
            ),
            Self::Csv => about("csv", "csv", "text/csv", "the text between the marks, other places that a check concerns"),
            Self::Html => about("html", "html", "text/html", "structure and pronouns, rules and confidences"),
            Self::TimeMl => about("timeml", "tml", "application/xml", "all layers but time, second readings, confidences"),
            Self::ICalendar => about(
                "icalendar",
                "ics",
                "text/calendar",
                "all layers but time; of these, months and longer, durations, repeated times and vague words",
            ),
            Self::Markdown => {
                about("markdown", "md", "text/markdown", "places in the text, structure, roles and pronouns as such")
            }
        }
    }

    /// The format of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.about().name == name)
    }
}

/// The article in a format.
///
/// ```
/// use sorot::export::{Format, write};
/// let text = "Rapat pada 21 November 2024.";
/// let file = write(Format::Json, "a1", text, &sorot::annotate(text, &sorot::Options::default()));
/// assert!(file.contains(r#""text":"Rapat pada"#));
/// ```
pub fn write(format: Format, id: &str, text: &str, annotated: &Annotated) -> String {
    match format {
        Format::Json => json::document(id, text, annotated),
        Format::JsonLines => json::line(id, text, annotated),
        Format::WebAnnotation => web_annotation::document(id, text, annotated),
        Format::Brat => brat::document(text, annotated),
        Format::Conll => conll::document(id, text, annotated),
        Format::Csv => csv::document(id, text, annotated),
        Format::Html => html::document(id, text, annotated),
        Format::TimeMl => timeml::document(id, text, annotated),
        Format::ICalendar => icalendar::document(id, text, annotated),
        Format::Markdown => markdown::document(id, text, annotated),
    }
}
