//! What is wrong with a rule, and where: as values, for the page says it in the reader's language.

use crate::{Kind, Rule};
use regex_syntax::ast::ErrorKind as Written;
use regex_syntax::hir::ErrorKind as Meant;
use std::ops::Range;

/// Why a rule cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What it is.
    pub reason: Reason,
    /// Where, in bytes of the rule's text.
    pub place: Range<usize>,
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(self.reason.words())
    }
}

impl std::error::Error for Wrong {}

macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident = $name:literal: $words:literal),+ $(,)?) => {
        /// What can be wrong with a rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Reason { $($(#[$doc])* $reason),+ }

        impl Reason {
            /// All of them.
            pub const ALL: &'static [Reason] = &[$(Reason::$reason),+];

            /// The name that the page has a sentence for.
            pub fn name(self) -> &'static str {
                match self { $(Reason::$reason => $name),+ }
            }

            /// The same in plain English, for a command line.
            pub fn words(self) -> &'static str {
                match self { $(Reason::$reason => $words),+ }
            }
        }
    };
}

reasons! {
    /// It holds nothing to look for.
    Empty = "empty": "it holds nothing to look for",
    /// Longer than [`crate::LONGEST_RULE`].
    TooLong = "too-long": "it is too long",
    /// It would take too much memory: repetitions of repetitions.
    TooLarge = "too-large": "its repetitions take too much memory",
    /// Parentheses within parentheses without end.
    TooDeep = "too-deep": "its parentheses are nested too deeply",
    /// `[` without its `]`.
    ClassOpen = "class-open": "a [ without its ]",
    /// A range such as `z-a`, or with an end that is no character.
    ClassRange = "class-range": "a range that runs backwards or has no characters for ends",
    /// `(` without its `)`.
    GroupOpen = "group-open": "a ( without its )",
    /// `)` without its `(`.
    GroupClosed = "group-closed": "a ) without its (",
    /// The name of a group is missing, taken or not a name.
    GroupName = "group-name": "the name of a group is missing, taken or not a name",
    /// A letter after `(?` that means nothing.
    Flag = "flag": "a flag that means nothing",
    /// A backslash before what needs none, or at the end, or a code that is no character.
    Escape = "escape": "a backslash before what it means nothing for",
    /// `*`, `+`, `?` or `{…}` with nothing before it.
    NothingToRepeat = "nothing-to-repeat": "nothing before it to repeat",
    /// `{…}` without a number, without its end, or upside down.
    Count = "count": "a number of repetitions that cannot be read",
    /// `\p{…}` that is no property of characters, or none that is known here.
    Property = "property": "no such property of characters is known here",
    /// `\1`: such patterns take time without end.
    BackReference = "back-reference": "references back are not supported",
    /// `(?=`, `(?!`, `(?<=`, `(?<!`: the same.
    LookAround = "look-around": "looking ahead or behind is not supported",
    /// It could match half a character.
    HalfCharacter = "half-character": "it could match half a character",
    /// Anything else.
    Other = "other": "it cannot be read",
}

/// The engine refused a pattern: its parser says why.
pub(crate) fn explain(error: &regex::Error, pattern: &str, rule: &Rule) -> Wrong {
    let whole = 0..rule.text.len();
    if matches!(error, regex::Error::CompiledTooBig(_)) {
        return Wrong { reason: Reason::TooLarge, place: whole };
    }
    let mut parser = regex_syntax::ParserBuilder::new();
    parser.case_insensitive(rule.ignores_case);
    let (reason, span) = match parser.build().parse(pattern) {
        Err(regex_syntax::Error::Parse(error)) => (written(error.kind()), *error.span()),
        Err(regex_syntax::Error::Translate(error)) => (meant(error.kind()), *error.span()),
        _ => return Wrong { reason: Reason::Other, place: whole },
    };
    // The pattern of terms is not what the reader wrote, so a place in it would say nothing.
    let place = if rule.kind == Kind::Pattern { span.start.offset..span.end.offset } else { whole };
    Wrong { reason, place }
}

fn written(kind: &Written) -> Reason {
    use Written::*;
    match kind {
        ClassUnclosed => Reason::ClassOpen,
        ClassRangeInvalid | ClassRangeLiteral | ClassEscapeInvalid => Reason::ClassRange,
        GroupUnclosed => Reason::GroupOpen,
        GroupUnopened => Reason::GroupClosed,
        GroupNameDuplicate { .. } | GroupNameEmpty | GroupNameInvalid | GroupNameUnexpectedEof => Reason::GroupName,
        FlagDanglingNegation | FlagDuplicate { .. } | FlagRepeatedNegation { .. } | FlagUnexpectedEof | FlagUnrecognized => {
            Reason::Flag
        }
        EscapeHexEmpty
        | EscapeHexInvalid
        | EscapeHexInvalidDigit
        | EscapeUnexpectedEof
        | EscapeUnrecognized
        | SpecialWordBoundaryUnclosed
        | SpecialWordBoundaryUnrecognized
        | SpecialWordOrRepetitionUnexpectedEof => Reason::Escape,
        RepetitionMissing => Reason::NothingToRepeat,
        RepetitionCountInvalid | RepetitionCountDecimalEmpty | RepetitionCountUnclosed | DecimalEmpty | DecimalInvalid => {
            Reason::Count
        }
        UnicodeClassInvalid => Reason::Property,
        UnsupportedBackreference => Reason::BackReference,
        UnsupportedLookAround => Reason::LookAround,
        NestLimitExceeded(_) | CaptureLimitExceeded => Reason::TooDeep,
        _ => Reason::Other,
    }
}

fn meant(kind: &Meant) -> Reason {
    match kind {
        Meant::UnicodePropertyNotFound | Meant::UnicodePropertyValueNotFound => Reason::Property,
        Meant::InvalidUtf8 | Meant::UnicodeNotAllowed => Reason::HalfCharacter,
        _ => Reason::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find;

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let cases = [
            ("", Reason::Empty, 0),
            ("Rp[0-9", Reason::ClassOpen, 2),
            ("[z-a]", Reason::ClassRange, 1),
            ("é(satu", Reason::GroupOpen, 2),
            ("satu)", Reason::GroupClosed, 4),
            ("(?P<a>x)(?P<a>y)", Reason::GroupName, 12),
            ("(?z)a", Reason::Flag, 2),
            (r"a\", Reason::Escape, 1),
            (r"\y", Reason::Escape, 0),
            ("a|*b", Reason::NothingToRepeat, 2),
            ("a{3,1}", Reason::Count, 1),
            (r"\p{Bukan}", Reason::Property, 0),
            (r"(a)\1", Reason::BackReference, 3),
            ("a(?=b)", Reason::LookAround, 1),
            (r"(?-u)\xFF", Reason::HalfCharacter, 5),
            (r"\w{900}{900}", Reason::TooLarge, 0),
        ];
        for (text, reason, at) in cases {
            let rule = Rule { kind: Kind::Pattern, text: text.into(), ignores_case: false };
            let wrong = find("teks", &rule).unwrap_err();
            assert_eq!((wrong.reason, wrong.place.start), (reason, at), "{text}");
            assert!(text.get(wrong.place).is_some(), "{text}");
        }
        let deep = Rule { kind: Kind::Pattern, text: "(".repeat(300) + &")".repeat(300), ignores_case: false };
        assert_eq!(find("", &deep).unwrap_err().reason, Reason::TooDeep);
        let long = Rule { kind: Kind::Terms, text: "a\n".repeat(9000), ignores_case: false };
        assert_eq!(find("", &long).unwrap_err().reason, Reason::TooLong);
    }
}
