//! Short forms without their long form beside them: the first use of each.

use super::Pair;
use super::initials;
use super::known;
use super::long_form::Words;
use crate::segment::{Case, Gap, TokenKind};
use crate::{AbbreviationValue, Annotation, Label, Span, Value};
use rustc_hash::{FxHashMap, FxHashSet};

/// Capitals that the tables do not know count as a short form between these lengths.
const UNKNOWN: std::ops::RangeInclusive<usize> = 3..=6;
/// A line of so many tokens, three words in four of it in capitals, is set in capitals.
const MIN_SHOUTED: usize = 4;
const SHOUT_REACH: usize = 12;

/// The first use of each short form that no pair explains.
pub fn find(words: &Words, pairs: &[Pair]) -> Vec<Annotation> {
    let document = words.document;
    // What a pair explains is explained, whole and in its parts: "UU ITE" explains "UU" and "ITE".
    let parts = pairs.iter().flat_map(|pair| pair.short.clone()).map(|i| document.lower(i).to_string());
    let wholes = pairs.iter().map(|pair| document.span(pair.short.clone()).of(document.text).to_lowercase());
    let mut seen: FxHashSet<String> = parts.chain(wholes).collect();
    let names: FxHashSet<&str> =
        document.words.iter().filter(|word| matches!(word.case, Case::Title | Case::Lower)).map(|word| &*word.lower).collect();
    let mut found: Vec<(Span, Option<&'static str>)> = Vec::new();
    for i in (0..document.tokens.len()).filter(|&i| may_be_short(words, i)) {
        if document.token_text(i).len() < 2 && !has_figure(words, i) {
            continue;
        }
        if document.case(i) == Case::Upper && is_initials(words, i) {
            seen.insert(document.lower(i).to_string());
            continue;
        }
        let Some((span, expansion)) = candidate(words, i) else { continue };
        // "LONDON" beside "London" is a name in capitals.
        let is_name = expansion.is_none() && names.contains(document.lower(i));
        if !is_name && seen.insert(span.of(document.text).to_lowercase()) {
            found.push((span, expansion));
        }
    }
    let mut elsewhere = long_forms(words, &found);
    let unknown: Vec<Span> = found.iter().filter(|(_, expansion)| expansion.is_none()).map(|(span, _)| *span).collect();
    elsewhere.extend(initials::long_forms(words, &unknown));
    found.into_iter().map(|(span, expansion)| annotation(span, expansion, elsewhere.get(&span).copied())).collect()
}

/// False for words in small letters that stand alone and are in no table: most of what a text is made of.
fn may_be_short(words: &Words, i: usize) -> bool {
    let document = words.document;
    let is_common = document.case(i) == Case::Lower && !document.is_glued(i + 1) && words.expansion(i).is_none();
    document.kind(i) == TokenKind::Word && !is_common
}

fn annotation(span: Span, expansion: Option<&'static str>, long: Option<Span>) -> Annotation {
    let value = AbbreviationValue { short: span, long, expansion };
    Annotation {
        span,
        label: Label::Undefined,
        entity: None,
        value: Value::Abbreviation(value),
        rule: if expansion.is_some() { "known" } else { "capitals" },
        confidence: if expansion.is_some() { 0.9 } else { 0.5 },
    }
}

/// A short form that starts at token `i`, with its usual expansion.
fn candidate(words: &Words, i: usize) -> Option<(Span, Option<&'static str>)> {
    let document = words.document;
    let with_figure = has_figure(words, i).then(|| document.tokens[i].span.to(document.tokens[figure(words, i)].span));
    if let Some(span) = with_figure {
        let text = span.of(document.text);
        return known::expansion(words, text, Case::Upper).map(|expansion| (span, Some(expansion)));
    }
    let span = document.tokens[i].span;
    let text = span.of(document.text);
    let is_other = words.is_other(i);
    let is_zone = is_other && has_unit_before(words, i);
    if let Some(expansion) = words.expansion(i).filter(|_| !is_shouted(words, i) && !is_zone) {
        return Some(with_next(words, i).unwrap_or((span, Some(expansion))));
    }
    if let Some(stem) = plural(text) {
        let expansion = known::expansion(words, stem, Case::Upper);
        return (expansion.is_some() || UNKNOWN.contains(&stem.len())).then_some((span, expansion));
    }
    let is_plain = text.bytes().all(|byte| byte.is_ascii_uppercase()) && !text.bytes().all(|byte| b"IVXLCDM".contains(&byte));
    let stands_alone = !document.is_glued(i) && !document.is_glued(i + 1)
        || matches!(document.token_text(i + 1), "," | "." | ")" | "\"" | "'s" | "’s");
    let is_unknown = is_plain && stands_alone && UNKNOWN.contains(&text.len()) && !is_other && !words.is_small(i);
    (is_unknown && !is_shouted(words, i) && !has_unit_before(words, i)).then_some((span, None))
}

/// "PMQs", "SUVs"
fn plural(text: &str) -> Option<&str> {
    text.strip_suffix('s').filter(|stem| stem.len() > 1 && stem.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// "Satpol PP", "Kasat Lantas": short forms of two words.
fn with_next(words: &Words, i: usize) -> Option<(Span, Option<&'static str>)> {
    let document = words.document;
    let next = document.tokens.get(i + 1).filter(|next| next.gap == Gap::Space && next.kind == TokenKind::Word)?;
    let span = document.tokens[i].span.to(next.span);
    known::expansion(words, span.of(document.text), Case::Title).map(|expansion| (span, Some(expansion)))
}

/// "G20", "Covid-19"
fn has_figure(words: &Words, i: usize) -> bool {
    let at = figure(words, i);
    words.document.kind(at) == TokenKind::Number && (i + 1..=at).all(|token| words.document.is_glued(token))
}

fn figure(words: &Words, i: usize) -> usize {
    i + 1 + usize::from(words.document.token_text(i + 1) == "-")
}

/// "06.00 WIB", "8 PM": what follows a figure is a unit or a zone.
fn has_unit_before(words: &Words, i: usize) -> bool {
    i > 0 && words.document.kind(i - 1) == TokenKind::Number
}

/// In a line of capitals no word is a short form for its capitals alone.
fn is_shouted(words: &Words, i: usize) -> bool {
    let document = words.document;
    let Some(line) = document.sentences.get(document.sentence_of(i)).map(|sentence| sentence.tokens.clone()) else {
        return false;
    };
    if line.len() < MIN_SHOUTED || document.case(i) != Case::Upper {
        return false;
    }
    let around = line.start.max(i.saturating_sub(SHOUT_REACH))..line.end.min(i + SHOUT_REACH);
    let is_word = |at: &usize| document.kind(*at) == TokenKind::Word;
    let n_words = around.clone().filter(is_word).count();
    let n_capitals = around.filter(is_word).filter(|&at| document.case(at) == Case::Upper).count();
    n_capitals * 4 > n_words * 3
}

/// "berinisial DS": the capitals are somebody's initials, so are those that follow in the sentence.
fn is_initials(words: &Words, i: usize) -> bool {
    let document = words.document;
    let start =
        document.sentences.get(document.sentence_of(i)).map_or(i, |sentence| sentence.tokens.start.max(i.saturating_sub(40)));
    words.expansion(i).is_none() && (start..i).any(|at| words.is_initials_cue(at))
}

/// Where the article spells the usual expansions out, elsewhere; one walk for all of them.
fn long_forms(words: &Words, found: &[(Span, Option<&'static str>)]) -> FxHashMap<Span, Span> {
    let document = words.document;
    let mut by_first: FxHashMap<String, Vec<(Span, Vec<String>)>> = FxHashMap::default();
    let translations = |span: Span| {
        let key = span.of(document.text).to_lowercase();
        words.tables.translations.iter().filter(move |(short, _)| *short == key)
    };
    for (span, expansion) in found {
        let usual = expansion
            .map(|expansion| expansion.split([' ', '-']).map(|word| word.trim_end_matches(',').to_lowercase()).collect());
        let others = translations(*span).map(|(_, phrase)| phrase.iter().map(|word| word.to_string()).collect());
        for phrase in usual.into_iter().chain(others) {
            let phrase: Vec<String> = phrase;
            if let Some(first) = phrase.first().filter(|_| phrase.len() > 1) {
                by_first.entry(first.clone()).or_default().push((*span, phrase));
            }
        }
    }
    let phrases: Vec<&[(Span, Vec<String>)]> =
        document.words.iter().map(|word| by_first.get(&*word.lower).map_or(&[][..], Vec::as_slice)).collect();
    let mut elsewhere = FxHashMap::default();
    for (i, token) in document.tokens.iter().enumerate() {
        for (span, phrase) in phrases[token.word] {
            if let Some(end) = reads_words(words, i, phrase) {
                elsewhere.entry(*span).or_insert_with(|| document.span(i..end));
            }
        }
    }
    elsewhere
}

/// One past the phrase, marks between its words aside.
fn reads_words(words: &Words, start: usize, phrase: &[String]) -> Option<usize> {
    let document = words.document;
    let mut at = start;
    for word in phrase {
        if matches!(document.token_text(at), "," | "-") && at > start {
            at += 1;
        }
        if document.lower(at) != word.as_str() {
            return None;
        }
        at += 1;
    }
    Some(at)
}
