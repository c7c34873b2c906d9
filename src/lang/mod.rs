//! The languages: all words live here, as tables, and nowhere else.
//!
//! A language is one literal of [`Language`]; each room of the core asks for its own tables. To add a language, write its
//! literal (the compiler says which table is missing) and name it in [`LanguageId`].

pub mod abbreviations;
mod en;
pub mod entities;
mod id;
pub mod messages;
pub mod names;
pub mod numbers;
pub mod roles;
pub mod segment;
pub mod speech;
pub mod structure;
pub mod time;
mod unknown;

/// Everything the core knows of one language.
pub struct Language {
    /// Which it is.
    pub id: LanguageId,
    /// For telling languages and sentences apart.
    pub segment: segment::SegmentWords,
    /// For the parts of an article.
    pub structure: structure::StructureWords,
    /// For names.
    pub names: names::NameWords,
    /// For time expressions.
    pub time: time::TimeWords,
    /// For numbers.
    pub numbers: numbers::NumberWords,
    /// For quotations and their speakers.
    pub speech: speech::SpeechWords,
    /// For roles.
    pub roles: roles::RoleWords,
    /// For short forms.
    pub abbreviations: abbreviations::AbbreviationWords,
    /// For grouping the names of one thing.
    pub entities: entities::EntityWords,
    /// What the core says to a reader of this language.
    pub messages: messages::Messages,
}

/// A language of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LanguageId {
    /// Bahasa Indonesia.
    Indonesian,
    /// English.
    English,
    /// Neither, or too little text to tell: rules that need words stay silent.
    Unknown,
}

impl LanguageId {
    /// The languages that can be told.
    pub const KNOWN: &'static [LanguageId] = &[LanguageId::Indonesian, LanguageId::English];

    /// BCP 47 tag; `und` when unknown.
    pub fn tag(self) -> &'static str {
        match self {
            LanguageId::Indonesian => "id",
            LanguageId::English => "en",
            LanguageId::Unknown => "und",
        }
    }

    /// The language of a tag, if it is one of ours.
    ///
    /// ```
    /// use sorot::lang::LanguageId;
    /// assert_eq!(LanguageId::from_tag("id"), Some(LanguageId::Indonesian));
    /// ```
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::KNOWN.iter().copied().find(|language| language.tag() == tag)
    }

    /// Its tables.
    pub fn tables(self) -> &'static Language {
        match self {
            LanguageId::Indonesian => &id::INDONESIAN,
            LanguageId::English => &en::ENGLISH,
            LanguageId::Unknown => &unknown::UNKNOWN,
        }
    }
}
