//! No language: empty tables, so that only rules that need no words speak.

use super::*;

pub static UNKNOWN: Language = Language {
    id: LanguageId::Unknown,
    segment: segment::SegmentWords::EMPTY,
    structure: structure::StructureWords::EMPTY,
    names: names::NameWords::EMPTY,
    time: time::TimeWords::EMPTY,
    numbers: numbers::NumberWords::EMPTY,
    speech: speech::SpeechWords::EMPTY,
    roles: roles::RoleWords::EMPTY,
    abbreviations: abbreviations::AbbreviationWords::EMPTY,
    entities: entities::EntityWords::EMPTY,
    messages: messages::Messages::EMPTY,
};
