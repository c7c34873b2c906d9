use crate::lang::messages::{CheckMessages, Messages, TimeMessages};

pub const MESSAGES: Messages = Messages {
    time: TimeMessages {},
    checks: CheckMessages {
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        weekday_mismatch: "This date falls on a {expected}.",
        impossible_date: "The calendar has no such date.",
        spelling_variants: "Written “{here}” here, but {others} elsewhere.",
        undefined_abbreviation: "The article never says what “{here}” stands for.",
        unclosed_quote: "This quotation mark has no partner.",
        quote_without_speaker: "The article does not say who says this.",
        mixed_separators: "This number mixes points and commas, so that it can be read in two ways.",
        future_as_past: "This date is after the article's own, but is told as past.",
    },
};
