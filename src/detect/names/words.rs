//! What a word is by itself: looked up once for each distinct form of the article.

use super::states::bits;
use crate::lang::names::NameWords;
use crate::segment::{Document, Word};
use std::collections::BTreeMap;

/// Tables from this one on serve rules alone.
const N_LOOKED_AT: u64 = 31;

/// Which tables of [`NameWords`] hold a word, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordClass(u64);

macro_rules! classes {
    ($($name:ident = $bit:literal, $table:ident;)+) => {
        impl WordClass {
            $(#[doc = concat!("In `", stringify!($table), "`.")]
            pub const $name: WordClass = WordClass(1 << $bit);)+

            /// Every table with its class.
            fn tables(words: &NameWords) -> impl Iterator<Item = (&'static [&'static str], WordClass)> {
                [$((words.$table, Self::$name),)+].into_iter()
            }
        }
    };
}

classes! {
    TITLE = 0, titles;
    ORGANIZATION_HEAD = 1, organization_heads;
    ORGANIZATION_TAIL = 2, organization_tails;
    PLACE_HEAD = 3, place_heads;
    PLACE_TAIL = 4, place_tails;
    EVENT_HEAD = 5, event_heads;
    EVENT_TAIL = 6, event_tails;
    WORK_HEAD = 7, work_heads;
    WORK_TAIL = 8, work_tails;
    CONNECTOR = 9, connectors;
    PARTICLE = 10, particles;
    LOCATIVE = 11, locatives;
    ORDINARY = 12, ordinary;
    SHORT_FORM = 13, ordinary_short_forms;
    LAW_HEAD = 14, law_heads;
    LAW_NUMBER = 15, law_numbers;
    LAW_YEAR = 16, law_years;
    LAW_SUBJECT = 17, law_subjects;
    LAW_INNER = 18, law_inner;
    INITIALS = 19, initials;
    HONORIFIC = 20, honorifics;
    SURE_HEAD = 21, sure_organization_heads;
    SURE_TAIL = 22, sure_organization_tails;
    EVENT_NOUN = 23, event_nouns;
    WORK_NOUN = 24, work_nouns;
    TITLED = 25, titled;
    THEMED = 26, themed;
    PROGRAMME = 27, programmes;
    BARE_LAW = 28, bare_laws;
    LAW_CODE = 29, law_codes;
    CLITIC = 30, clitics;
    PERSONAL = 31, personal;
    BEGINNER = 32, beginners;
    LOCAL_BODY = 33, local_bodies;
    EVENT_OPENER = 34, event_openers;
    PLACE_CLOSER = 35, place_closers;
    BODY_NOUN = 36, body_nouns;
    COMPANY_MARK = 37, company_marks;
    STYLE = 38, styles;
    BODY_HEAD = 39, body_heads;
    BODY_TAIL = 40, body_tails;
    AGENCY = 41, agencies;
    FAITH = 42, faiths;
    BUILDING = 43, buildings;
    KIND = 44, kinds;
    SESSION = 45, sessions;
    OFFICER = 46, officers;
    BRANCH = 47, branches;
    GIVEN_NAME = 48, given_names;
}

impl WordClass {
    fn of(word: &Word, words: &NameWords) -> Self {
        let holds = |table: &[&str]| table.binary_search(&&*word.lower).is_ok();
        Self(Self::tables(words).fold(0, |bits, (table, class)| if holds(table) { bits | class.0 } else { bits }))
    }

    /// All words of the tables with their classes.
    pub fn table(words: &NameWords) -> impl Iterator<Item = (&'static str, WordClass)> {
        let mut all: BTreeMap<&str, u64> = BTreeMap::new();
        for (table, class) in Self::tables(words) {
            table.iter().for_each(|word| *all.entry(word).or_default() |= class.0);
        }
        all.into_iter().map(|(word, bits)| (word, Self(bits)))
    }

    /// In none of the tables.
    pub const NONE: WordClass = WordClass(0);

    /// Names may begin with it though it has no capital.
    pub const BEGINS: WordClass = WordClass(Self::PARTICLE.0 | Self::EVENT_HEAD.0 | Self::WORK_HEAD.0);

    /// The numbers of the tables it is in, but for those that the tagger does not look at.
    pub fn bits(self) -> impl Iterator<Item = u64> {
        bits(self.0 & ((1 << N_LOOKED_AT) - 1))
    }

    /// True when the word is in any of the tables of `other`.
    pub fn is(self, other: WordClass) -> bool {
        self.0 & other.0 != 0
    }
}

/// The classes by [`crate::segment::Token::word`].
pub fn classify(document: &Document) -> Vec<WordClass> {
    document.words.iter().map(|word| WordClass::of(word, &document.language.names)).collect()
}
