//! The annotated article in the formats that others read, each in its own file.

pub mod json;
pub mod json_writer;
#[cfg(not(target_arch = "wasm32"))]
pub mod terminal;

use crate::Annotated;

/// A format to take the annotated article away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object with the text in it.
    Json,
    /// The same without the text, as a line of a stream.
    JsonLines,
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
    /// What of the annotations it cannot hold; empty when it holds them all.
    pub leaves_out: &'static str,
}

impl Format {
    /// All formats, in the order of menus.
    pub const ALL: &'static [Format] = &[Format::Json, Format::JsonLines];

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
    }
}
