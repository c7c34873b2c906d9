//! What each word may be in a role; which roles there are is settled by `resolve`, which knows the names.

use crate::lang::roles::kind;
use crate::lang::speech::part;
use crate::segment::{Case, Document};

/// The kinds of each word form of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Clues {
    kinds: Vec<u16>,
}

impl Clues {
    /// True when token `i` is one of these [`kind`]s.
    pub fn is(&self, document: &Document, i: usize, kinds: u16) -> bool {
        document.tokens.get(i).is_some_and(|token| self.kinds[token.word] & kinds != 0)
    }
}

/// Looks every word form up once.
///
/// ```
/// use sorot::{detect::roles, lang::roles::kind, segment::Document};
/// let document = Document::new("Presiden Prabowo tiba.", Some(sorot::lang::LanguageId::Indonesian));
/// assert!(roles::find(&document).is(&document, 0, kind::HEAD));
/// ```
pub fn find(document: &Document) -> Clues {
    let speech = &document.language.speech;
    let roles = document.language.roles.words;
    let known = document.classify(roles);
    let clipped = document.classify(document.language.abbreviations.clipped);
    let parts = document.classify(speech.parts);
    let cues = document.classify(speech.cues);
    let kind_of = |word: &str| roles.binary_search_by(|(key, _)| (*key).cmp(word)).ok().map_or(0, |at| roles[at].1);
    // "Kadishub" is a "Kepala …", "asistennya" an "asisten".
    let by_expansion = |expansion: &str| kind_of(&expansion.split(' ').next().unwrap_or("").to_lowercase()) & kind::HEAD;
    let of_somebody = |word: &str| {
        let stem = word.strip_suffix(speech.suffix).filter(|stem| !speech.suffix.is_empty() && !stem.is_empty());
        stem.map_or(0, kind_of) & kind::HEAD
    };
    let forms = document.words.iter().zip(known).zip(parts).zip(cues).zip(clipped);
    let kinds = forms.map(|((((word, known), parts), cue), clipped)| {
        let heads = clipped.map_or(0, by_expansion) | of_somebody(&word.lower);
        let parts = parts.unwrap_or(0);
        let is_verb = word.case == Case::Lower
            && parts & part::NOUN == 0
            && word.lower.len() >= 5
            && (speech.verb_prefixes.iter().any(|prefix| word.lower.starts_with(prefix))
                || speech.verb_suffixes.iter().any(|suffix| word.lower.ends_with(suffix)));
        let closes = part::PRONOUN
            | part::THAT
            | part::RELATIVE
            | part::SUBORDINATE
            | part::PREDICATE
            | part::NEGATION
            | part::PREPOSITION;
        match known {
            Some(kind::STOP) if word.case == Case::Upper && word.lower.len() <= 3 => 0,
            Some(kinds) => kinds,
            None if heads != 0 => heads,
            None if is_verb || cue.is_some() || parts & closes != 0 => kind::STOP,
            None => 0,
        }
    });
    Clues { kinds: kinds.collect() }
}
