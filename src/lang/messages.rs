//! Sentences that the core says to the reader, in the interface's language.

/// All of them.
pub struct Messages {
    /// How a time value was resolved.
    pub time: TimeMessages,
    /// What an editor would query.
    pub checks: CheckMessages,
}

/// How a time value was resolved.
pub struct TimeMessages {}

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

impl Messages {
    /// No sentences: for the language that is none.
    pub const EMPTY: Self = Self { time: TimeMessages {}, checks: CheckMessages::EMPTY };
}
