//! What the detector of quotations asks of a language.

/// Reporting words and the small words around them, all sorted and in lower case.
pub struct SpeechWords {
    /// Reporting words, each with how it is used.
    pub cues: &'static [(&'static str, Cue)],
    /// Small words, each with the [`part`]s it may play.
    pub parts: &'static [(&'static str, u32)],
    /// A suffix of a [`Cue::Stem`] that stands for the speaker ("ujarnya"); empty where there is none.
    pub suffix: &'static str,
    /// How words begin that may be the predicate of a clause.
    pub verb_prefixes: &'static [&'static str],
    /// How words end that may be the predicate of a clause.
    pub verb_suffixes: &'static [&'static str],
    /// Words for what belongs to somebody: "his".
    pub possessives: &'static [&'static str],
    /// Bare forms that report in headlines ("KPU Sebut ...").
    pub headline_verbs: &'static [&'static str],
}

/// How a reporting word is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Follows what was said and precedes who said it: "kata", "ujar".
    Stem,
    /// Follows its subject and takes a clause: "mengatakan", "said".
    Verb,
    /// As [`Cue::Verb`], but takes a mere noun as well: "menyebut", "announced".
    Loose,
    /// As [`Cue::Verb`], but only with "that" or a comma: "yakin", "agreed".
    Explicit,
    /// Reports nothing but words in quotation marks: "meminta", "asked".
    Order,
    /// As [`Cue::Verb`], with the hearer before the clause: "told".
    Told,
    /// Precedes who said it: "dikatakan".
    Passive,
    /// Follows its subject, the object comes first: "(hal itu) ia katakan".
    Bare,
    /// Precedes who says so: "menurut", "according".
    Source,
    /// Precedes the medium that has it: "dikutip", "quoted".
    Cited,
}

impl Cue {
    /// True for a verb that follows its subject.
    pub fn is_verb(self) -> bool {
        matches!(self, Cue::Verb | Cue::Loose | Cue::Explicit | Cue::Order | Cue::Told)
    }
}

/// The parts a small word may play in a sentence that reports.
pub mod part {
    /// May stand between subject and verb: "juga", "also".
    pub const ADVERB: u32 = 1;
    /// Takes the report back: "tidak", "not".
    pub const NEGATION: u32 = 1 << 1;
    /// Stands for a speaker: "dia", "he".
    pub const PRONOUN: u32 = 1 << 2;
    /// Opens the reported clause: "bahwa", "that".
    pub const THAT: u32 = 1 << 3;
    /// Joins a verb to the subject of the one before: "dan", "but".
    pub const JOIN: u32 = 1 << 4;
    /// Opens a clause about the noun before it: "yang", "who".
    pub const RELATIVE: u32 = 1 << 5;
    /// Opens a clause of time or reason: "saat", "when".
    pub const SUBORDINATE: u32 = 1 << 6;
    /// Opens a phrase that holds no subject: "di", "of".
    pub const PREPOSITION: u32 = 1 << 7;
    /// Opens the phrase that names the hearer: "kepada", "to".
    pub const HEARER: u32 = 1 << 8;
    /// Stands before a cue that looks back: "seperti", "as".
    pub const LIKE: u32 = 1 << 9;
    /// Stands between a cue and who is behind it: "oleh", "laman".
    pub const MEDIUM: u32 = 1 << 10;
    /// Shows that words are a clause: "adalah", "would".
    pub const PREDICATE: u32 = 1 << 11;
    /// Comes before words in marks that are a title: "berjudul", "titled".
    pub const TITLE: u32 = 1 << 12;
    /// After a [`super::Cue::Source`], no source at all: "(menurut) rencana".
    pub const VAIN: u32 = 1 << 13;
    /// Makes a passive of the next verb: "was".
    pub const BE: u32 = 1 << 14;
    /// Opens a noun phrase: "the".
    pub const DETERMINER: u32 = 1 << 15;
    /// A cue whose subject is that of the sentence: "saying".
    pub const PARTICIPLE: u32 = 1 << 16;
    /// Looks like a verb and is none: "menteri".
    pub const NOUN: u32 = 1 << 17;
    /// Stands for one person: "dia", "her".
    pub const THIRD: u32 = 1 << 21;
    /// Says that the person is a man: "he", "Mr", "husband".
    pub const MALE: u32 = 1 << 22;
    /// Says that the person is a woman: "she", "Mrs", "wife".
    pub const FEMALE: u32 = 1 << 23;
    /// Opens the reported clause directly behind its verb, and a condition elsewhere: "kalau".
    pub const COLLOQUIAL_THAT: u32 = 1 << 27;
    /// Opens words of time that may stand between a verb and its "that": "last (week)".
    pub const WHEN: u32 = 1 << 26;
    /// Takes its hearer as an object: "warned (the public)", "mengingatkan (warga)".
    pub const ADDRESS: u32 = 1 << 25;
    /// Points back at what was said: "hal itu (disampaikan)".
    pub const POINTER: u32 = 1 << 24;
    /// Makes the next verb a purpose: "untuk", "to".
    pub const PURPOSE: u32 = 1 << 19;
    /// Joins two clauses: "dan", "but".
    pub const COORDINATE: u32 = 1 << 20;
    /// A stem that is hardly ever anything but a cue: "ujar".
    pub const SURE: u32 = 1 << 18;
}

impl SpeechWords {
    /// No words.
    pub const EMPTY: Self =
        Self { cues: &[], parts: &[], suffix: "", verb_prefixes: &[], verb_suffixes: &[], possessives: &[], headline_verbs: &[] };
}

#[cfg(test)]
mod tests {
    use crate::lang::LanguageId;

    #[test]
    fn tables_are_sorted_and_rich() {
        for (language, n_least) in [(LanguageId::Indonesian, 120), (LanguageId::English, 80)] {
            let words = &language.tables().speech;
            assert!(words.cues.is_sorted_by(|a, b| a.0 < b.0), "cues of {}", language.tag());
            assert!(words.parts.is_sorted_by(|a, b| a.0 < b.0), "parts of {}", language.tag());
            assert!(words.headline_verbs.is_sorted(), "headline verbs of {}", language.tag());
            assert!(words.cues.len() >= n_least, "{} cues of {}", words.cues.len(), language.tag());
        }
    }
}
