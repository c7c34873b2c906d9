//! Sentences that the core says to the reader, in the interface's language.

/// All of them.
pub struct Messages {
    /// How a time value was resolved.
    pub time: TimeMessages,
    /// What an editor would query.
    pub checks: CheckMessages,
    /// Headings of what is taken away to be read.
    pub exports: ExportMessages,
}

/// How a time value was resolved. `{words}` are the article's, `{value}` is what they amount to, `{date}` the article's date.
pub struct TimeMessages {
    /// January to December.
    pub months: [&'static str; 12],
    /// The sentence that holds one of the reasons below as `{reason}`.
    pub sentence: &'static str,
    /// The words say all of it.
    pub said: &'static str,
    /// The last one before the article's date.
    pub last: &'static str,
    /// The next one after it.
    pub next: &'static str,
    /// The one that holds it.
    pub present: &'static str,
    /// So many units from the article's date.
    pub counted: &'static str,
    /// From the last date said.
    pub previous: &'static str,
    /// From a table of facts.
    pub table: &'static str,
    /// From nothing.
    pub unresolved: &'static str,
    /// A length of time.
    pub duration: &'static str,
    /// Again and again.
    pub set: &'static str,
    /// No date can be put to it.
    pub vague: &'static str,
    /// A second reading, `{other}`.
    pub alternative: &'static str,
}

/// What an editor would query, and why. `{here}` is the text queried, `{others}` are the other places concerned, `{expected}`
/// what was expected.
pub struct CheckMessages {
    /// The days of the week from Monday, for what a date falls on.
    pub weekdays: [&'static str; 7],
    /// A weekday that does not fit its date.
    pub weekday_mismatch: &'static str,
    /// A day that the calendar does not have.
    pub impossible_date: &'static str,
    /// One name in two spellings.
    pub spelling_variants: &'static str,
    /// A short form that the article never expands.
    pub undefined_abbreviation: &'static str,
    /// A quotation mark without its partner.
    pub unclosed_quote: &'static str,
    /// A quotation that nobody says.
    pub quote_without_speaker: &'static str,
    /// A number that mixes its separators.
    pub mixed_separators: &'static str,
    /// A date after the article's own, told as past.
    pub future_as_past: &'static str,
}

impl TimeMessages {
    /// No sentences.
    pub const EMPTY: Self = Self {
        months: [""; 12],
        sentence: "",
        said: "",
        last: "",
        next: "",
        present: "",
        counted: "",
        previous: "",
        table: "",
        unresolved: "",
        duration: "",
        set: "",
        vague: "",
        alternative: "",
    };
}

impl CheckMessages {
    /// No sentences.
    pub const EMPTY: Self = Self {
        weekdays: [""; 7],
        weekday_mismatch: "",
        impossible_date: "",
        spelling_variants: "",
        undefined_abbreviation: "",
        unclosed_quote: "",
        quote_without_speaker: "",
        mixed_separators: "",
        future_as_past: "",
    };
}

/// Headings of what is taken away to be read.
pub struct ExportMessages {
    /// The layers, in the order of [`crate::Layer::ALL`].
    pub layers: &'static [&'static str],
    /// The labels, in the order of [`crate::Label::ALL`].
    pub labels: &'static [&'static str],
    /// Before the article's own date.
    pub date: &'static str,
    /// Above the list of entities.
    pub who: &'static str,
    /// Above the dates.
    pub when: &'static str,
    /// Above the quotations.
    pub said: &'static str,
    /// Before the other forms of a name.
    pub also: &'static str,
    /// Above the marks that can be switched.
    pub marks: &'static str,
    /// At the end: who made the file.
    pub made_by: &'static str,
}

impl ExportMessages {
    /// No headings.
    pub const EMPTY: Self =
        Self { layers: &[], labels: &[], date: "", who: "", when: "", said: "", also: "", marks: "", made_by: "" };

    /// The name of a layer for readers.
    pub fn layer(&self, layer: crate::Layer) -> &'static str {
        self.layers.get(layer as usize).copied().unwrap_or_else(|| layer.name())
    }

    /// The name of a label for readers.
    pub fn label(&self, label: crate::Label) -> &'static str {
        self.labels.get(label as usize).copied().unwrap_or_else(|| label.name())
    }
}

impl Messages {
    /// No sentences: for the language that is none.
    pub const EMPTY: Self = Self { time: TimeMessages::EMPTY, checks: CheckMessages::EMPTY, exports: ExportMessages::EMPTY };
}

#[cfg(test)]
mod tests {
    use crate::lang::LanguageId;
    use crate::{Label, Layer};

    #[test]
    fn every_layer_and_label_has_a_name() {
        for language in LanguageId::KNOWN {
            let exports = &language.tables().messages.exports;
            assert_eq!((exports.layers.len(), exports.labels.len()), (Layer::ALL.len(), Label::ALL.len()), "{}", language.tag());
        }
    }
}
