//! Bahasa Indonesia.

mod abbreviations;
mod entities;
mod messages;
mod names;
mod names_places;
mod numbers;
mod roles;
mod segment;
mod speech;
mod structure;
mod time;

use super::{Language, LanguageId};

pub static INDONESIAN: Language = Language {
    id: LanguageId::Indonesian,
    segment: segment::WORDS,
    structure: structure::WORDS,
    names: names::WORDS,
    time: time::WORDS,
    numbers: numbers::WORDS,
    speech: speech::WORDS,
    roles: roles::WORDS,
    abbreviations: abbreviations::WORDS,
    entities: entities::WORDS,
    messages: messages::MESSAGES,
};
