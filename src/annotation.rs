//! What the core gives: plain data, no behaviour beyond names.

use crate::Span;
use crate::calendar::{DateTime, Interval};
use crate::lang::LanguageId;

/// Makes an enum with its public names and the list of all its values, in order.
macro_rules! names {
    ($(#[$doc:meta])* $enum:ident { $($(#[$value_doc:meta])* $value:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $enum { $($(#[$value_doc])* $value),+ }

        impl $enum {
            /// All values, in order; the position is the number used in rows.
            pub const ALL: &'static [$enum] = &[$($enum::$value),+];

            /// The name used in files, rows and style sheets.
            pub fn name(self) -> &'static str {
                match self { $($enum::$value => $name),+ }
            }

            /// The value of this name, if there is one.
            pub fn from_name(name: &str) -> Option<$enum> {
                match name { $($name => Some($enum::$value),)+ _ => None }
            }
        }
    };
}

names! {
    /// A layer that a reader switches on and off.
    Layer {
        /// The parts of the article.
        Structure = "structure",
        /// Names.
        Entity = "entity",
        /// When.
        Time = "time",
        /// How much.
        Number = "number",
        /// Who said what.
        Quote = "quote",
        /// What a person is.
        Role = "role",
        /// Short forms and long forms.
        Abbreviation = "abbreviation",
        /// Pronouns and descriptions that stand for a name.
        Coreference = "coreference",
        /// What an editor would query.
        Check = "check",
        /// What the reader looks for.
        Custom = "custom",
    }
}

names! {
    /// What an annotation says its span is. Each label belongs to one layer.
    Label {
        /// Title of the article.
        Headline = "headline",
        /// Words under a picture.
        Caption = "caption",
        /// Who made the picture.
        Credit = "credit",
        /// Author and time stamp.
        Byline = "byline",
        /// Place (and outlet) before the first sentence.
        Dateline = "dateline",
        /// A paragraph of the story.
        Paragraph = "paragraph",
        /// A line that points to another article.
        ReadAlso = "read-also",
        /// A line that belongs to the page, not to the story.
        Advert = "advert",
        /// Initials of writer and editor at the end.
        AuthorCode = "author-code",
        /// A person's name.
        Person = "person",
        /// An organization's name.
        Organization = "organization",
        /// A place's name.
        Place = "place",
        /// A nationality, ethnic, religious or political group.
        Group = "group",
        /// A named event.
        Event = "event",
        /// A named product, vehicle, weapon, law, book, film or programme.
        Work = "work",
        /// TIMEX3 DATE: a day or coarser.
        Date = "date",
        /// TIMEX3 TIME: finer than a day.
        Time = "time",
        /// TIMEX3 DURATION.
        Duration = "duration",
        /// TIMEX3 SET: how often.
        Set = "set",
        /// An amount of money.
        Money = "money",
        /// A share in hundredths.
        Percent = "percent",
        /// A number with a unit or counted noun.
        Quantity = "quantity",
        /// A place in an order.
        Ordinal = "ordinal",
        /// Any other number.
        Cardinal = "cardinal",
        /// Words between quotation marks that somebody said.
        Direct = "direct",
        /// What somebody said, in the reporter's words.
        Indirect = "indirect",
        /// Words between quotation marks that are held at a distance.
        Scare = "scare",
        /// Title, office or description next to a name.
        Role = "role",
        /// A short form beside its long form.
        Pair = "pair",
        /// A short form whose long form is not beside it.
        Undefined = "undefined",
        /// A pronoun that stands for a name.
        Pronoun = "pronoun",
        /// A description that stands for a name.
        Nominal = "nominal",
        /// A weekday that does not fit its date.
        WeekdayMismatch = "weekday-mismatch",
        /// A day that the calendar does not have.
        ImpossibleDate = "impossible-date",
        /// One name in two spellings.
        SpellingVariants = "spelling-variants",
        /// A short form that the article never expands.
        UndefinedAbbreviation = "undefined-abbreviation",
        /// A quotation mark without its partner.
        UnclosedQuote = "unclosed-quote",
        /// A quotation that nobody says.
        QuoteWithoutSpeaker = "quote-without-speaker",
        /// A number that mixes its separators.
        MixedSeparators = "mixed-separators",
        /// A date after the article's own, told as past.
        FutureAsPast = "future-as-past",
        /// What a rule of the reader's own found.
        Custom = "custom",
    }
}

impl Label {
    /// The layer it belongs to.
    ///
    /// ```
    /// use sorot::{Label, Layer};
    /// assert_eq!(Label::Person.layer(), Layer::Entity);
    /// ```
    pub fn layer(self) -> Layer {
        use Label::*;
        match self {
            Headline | Caption | Credit | Byline | Dateline | Paragraph | ReadAlso | Advert | AuthorCode => Layer::Structure,
            Person | Organization | Place | Group | Event | Work => Layer::Entity,
            Date | Time | Duration | Set => Layer::Time,
            Money | Percent | Quantity | Ordinal | Cardinal => Layer::Number,
            Direct | Indirect | Scare => Layer::Quote,
            Role => Layer::Role,
            Pair | Undefined => Layer::Abbreviation,
            Pronoun | Nominal => Layer::Coreference,
            WeekdayMismatch
            | ImpossibleDate
            | SpellingVariants
            | UndefinedAbbreviation
            | UnclosedQuote
            | QuoteWithoutSpeaker
            | MixedSeparators
            | FutureAsPast => Layer::Check,
            Custom => Layer::Custom,
        }
    }
}

names! {
    /// TIMEX3 modifiers, also used for numbers.
    Modifier {
        /// Early in.
        Start = "START",
        /// In the middle of.
        Mid = "MID",
        /// Late in.
        End = "END",
        /// About.
        Approx = "APPROX",
        /// Before.
        Before = "BEFORE",
        /// After.
        After = "AFTER",
        /// On or before.
        OnOrBefore = "ON_OR_BEFORE",
        /// On or after.
        OnOrAfter = "ON_OR_AFTER",
        /// Less than.
        LessThan = "LESS_THAN",
        /// More than.
        MoreThan = "MORE_THAN",
        /// At most.
        EqualOrLess = "EQUAL_OR_LESS",
        /// At least.
        EqualOrMore = "EQUAL_OR_MORE",
    }
}

/// One mark on the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Where.
    pub span: Span,
    /// What; the layer follows from it.
    pub label: Label,
    /// The entity it is a mention of (for a quote: who speaks; for a role: who has it), as an index into
    /// [`Annotated::entities`].
    pub entity: Option<usize>,
    /// What it amounts to.
    pub value: Value,
    /// The rule or model that made it.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
}

/// What an annotation amounts to, by layer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// The span says it all.
    None,
    /// A time expression.
    Time(TimeValue),
    /// A number.
    Number(NumberValue),
    /// A quotation.
    Quote(QuoteValue),
    /// A short form.
    Abbreviation(AbbreviationValue),
    /// A query of the editor's.
    Check(CheckValue),
    /// What the reader looks for.
    Custom(CustomValue),
}

/// When, as TIMEX3 and as an interval.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeValue {
    /// TIMEX3 value, as the annotation guide writes it: `2024-11-21`, `P3D`, `PRESENT_REF`.
    pub timex: String,
    /// The same in EDTF (ISO 8601-2), where it has one.
    pub edtf: Option<String>,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// First and last day it may mean; none for durations, sets and vague words.
    pub interval: Option<Interval>,
    /// What it was resolved from.
    pub anchor: Anchor,
    /// A second reading that the words allow, as TIMEX3.
    pub alternative: Option<String>,
    /// Which parts of the value the words say; the others are implied.
    pub said: Said,
    /// Of a set: how often it comes round.
    pub frequency: Option<Frequency>,
}

/// How often a set comes round, as TIMEX3's `quant` and `freq`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    /// "setiap", "every".
    pub every: bool,
    /// "dua kali", "twice", in each stretch of the set.
    pub times: Option<u32>,
}

impl Frequency {
    /// TIMEX3 `quant`.
    pub fn quant(self) -> Option<&'static str> {
        self.every.then_some("EVERY")
    }

    /// TIMEX3 `freq`.
    ///
    /// ```
    /// assert_eq!(sorot::Frequency { every: false, times: Some(2) }.freq().as_deref(), Some("2X"));
    /// ```
    pub fn freq(self) -> Option<String> {
        self.times.map(|times| format!("{times}X"))
    }
}

names! {
    /// What a time value was resolved from.
    Anchor {
        /// The words say all of it.
        Said = "said",
        /// The article's own date.
        Article = "article",
        /// The last date said before it.
        Previous = "previous",
        /// A table of facts (holidays).
        Table = "table",
        /// Nothing: it stays open.
        Unresolved = "unresolved",
    }
}

/// Parts of a calendar value that the words say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The year.
    pub year: bool,
    /// The month.
    pub month: bool,
    /// The day of the month.
    pub day: bool,
    /// The day of the week.
    pub weekday: bool,
    /// The clock or the part of the day.
    pub clock: bool,
    /// The zone.
    pub zone: bool,
}

/// How much.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberValue {
    /// Exact plain decimal, `-` and `.` only: `1200000000000`, `12.46`. A range is `a/b`.
    pub decimal: String,
    /// ISO 4217 code for money, the unit or counted noun as written for a quantity.
    pub unit: Option<String>,
    /// "more than", "about" and their like, which stand outside the span.
    pub modifier: Option<Modifier>,
}

/// Who said it, and how we know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuoteValue {
    /// The reporting verb.
    pub cue: Option<Span>,
    /// The speaker as written beside the cue.
    pub speaker: Option<Span>,
    /// Through whom it is reported.
    pub source: Option<Span>,
}

/// A short form and what it is short for.
#[derive(Clone, Debug, PartialEq)]
pub struct AbbreviationValue {
    /// The short form.
    pub short: Span,
    /// The long form, where the article has it.
    pub long: Option<Span>,
    /// The usual expansion, where only our list knows it.
    pub expansion: Option<&'static str>,
}

/// Why an editor would query it.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckValue {
    /// The other places concerned.
    pub others: Vec<Span>,
    /// What was expected there (a weekday, a spelling), as a value, not a sentence.
    pub expected: Option<String>,
}

/// Which of the reader's rules found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomValue {
    /// What the reader calls the rule.
    pub name: String,
}

/// Somebody or something that the article names, once or often.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The fullest form of the name.
    pub name: String,
    /// Person, organization, place, group, event or work.
    pub label: Label,
    /// All mentions in reading order, as indices into [`Annotated::annotations`].
    pub mentions: Vec<usize>,
    /// The other forms the article uses, in order of first use.
    pub aliases: Vec<String>,
    /// The roles it is given, as indices into [`Annotated::annotations`].
    pub roles: Vec<usize>,
    /// What it says, as indices into [`Annotated::annotations`].
    pub quotes: Vec<usize>,
}

/// Where the date that relative expressions count from was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateSource {
    /// The reader gave it.
    Reader,
    /// The byline or dateline says it.
    Stamp(Span),
    /// A full date in the text that news style gives as its own day ("Kamis (21/11/2024)").
    Text(Span),
    /// There is none.
    None,
}

/// A whole article, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotated {
    /// The language whose tables were used.
    pub language: LanguageId,
    /// The article's own date.
    pub date: Option<DateTime>,
    /// Where that date comes from.
    pub date_source: DateSource,
    /// All marks, by start, then longest first, then label.
    pub annotations: Vec<Annotation>,
    /// Whom and what the article names, in order of first mention.
    pub entities: Vec<Entity>,
    /// Marks that the reader took away, in order: a file that says so can be loaded again as it was.
    pub removed: Vec<(Span, Label)>,
}
