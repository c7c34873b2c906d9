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

/// What an editor would query, and why.
pub struct CheckMessages {}

impl Messages {
    /// No sentences: for the language that is none.
    pub const EMPTY: Self = Self { time: TimeMessages {}, checks: CheckMessages {} };
}
