//! What a number counts: the noun behind it, a unit, or years of age.

use super::context::{is_in_code_chain, is_year};
use super::numeral::{Form, Numeral};
use super::{AGE, Amount, Reader};
use crate::Label;
use crate::lang::numbers::NounOrder;
use crate::segment::{Case, Gap, TokenKind};

/// "three senior South Korean officials": the noun stands at most so far behind the number.
const MAX_PHRASE: usize = 5;

/// "berusia 45 tahun", "(45 tahun)", "45-year-old", "aged 45".
pub fn age(reader: &Reader, numeral: &Numeral) -> Option<Amount> {
    let document = reader.document;
    let unit = reader.words.age_units.first().map(|unit| unit.to_string());
    if let Some(phrase) = reader.words.age_after.iter().find(|phrase| document.reads(numeral.end, phrase)) {
        return Some(reader.amount(numeral, numeral.end + phrase.len(), Label::Quantity, unit, AGE));
    }
    let says_age = says_age(reader, numeral.start);
    let has_unit = reader.words.age_units.contains(&document.lower(numeral.end));
    let in_brackets =
        numeral.start > 0 && document.token_text(numeral.start - 1) == "(" && document.token_text(numeral.end + 1) == ")";
    if has_unit && (says_age || in_brackets) {
        return Some(reader.amount(numeral, numeral.end + 1, Label::Quantity, unit, AGE));
    }
    None
}

/// A word of age right before the number, but for words that modify it ("berusia sekitar 45 tahun").
fn says_age(reader: &Reader, start: usize) -> bool {
    let window = start.saturating_sub(3)..start;
    window
        .into_iter()
        .rev()
        .take_while(|&at| reader.document.kind(at) == TokenKind::Word)
        .any(|at| reader.words.age_before.binary_search(&reader.document.lower(at)).is_ok())
}

/// The number with its unit or counted noun.
pub fn quantity(reader: &Reader, numeral: &Numeral) -> Option<Amount> {
    let document = reader.document;
    let of = usize::from(numeral.form == Form::Vague && reader.part(numeral.end) == Some(crate::lang::numbers::Part::Of));
    let hyphen = usize::from(
        document.token_text(numeral.end) == "-" && document.is_glued(numeral.end) && document.is_glued(numeral.end + 1),
    );
    let start = numeral.end + of + hyphen;
    let is_unit = reader.words.units.binary_search(&document.lower(start)).is_ok();
    let is_share = numeral.form == Form::Fraction && !is_unit;
    let next_line = document.tokens.get(start).is_none_or(|token| token.gap >= Gap::Line);
    if numeral.cut > 0 || is_share || next_line || document.kind(start) != TokenKind::Word {
        return None;
    }
    let is_year_like = numeral.form == Form::Figure && is_year(document.token_text(numeral.start)) && numeral.high.is_none();
    if (is_year_like && !is_unit) || is_time_unit(reader, start) {
        return None;
    }
    let noun = if is_unit || hyphen == 1 { unit_end(reader, start).map(|end| start..end) } else { noun(reader, numeral, start) }?;
    // "Pasal 406 dan 407 KUHP"
    if document.case(noun.start) == Case::Upper && is_in_code_chain(reader, numeral) {
        return None;
    }
    let unit = document.span(noun.clone()).of(document.text).to_string();
    Some(reader.amount(numeral, noun.end, Label::Quantity, Some(unit), "quantity"))
}

pub fn is_time_unit(reader: &Reader, i: usize) -> bool {
    reader.document.tokens.get(i).is_some_and(|token| reader.time_units[token.word])
}

/// "km", "km/jam", "meter persegi"
fn unit_end(reader: &Reader, i: usize) -> Option<usize> {
    let document = reader.document;
    if is_time_unit(reader, i) || (document.is_glued(i) && is_function_word(reader, i)) {
        return None;
    }
    if document.token_text(i + 1) == "/"
        && document.is_glued(i + 1)
        && document.is_glued(i + 2)
        && document.kind(i + 2) == TokenKind::Word
    {
        return Some(i + 3);
    }
    Some(compound_end(reader, i))
}

/// The words of the counted noun.
fn noun(reader: &Reader, numeral: &Numeral, start: usize) -> Option<std::ops::Range<usize>> {
    match reader.words.noun {
        NounOrder::First => first_noun(reader, start),
        NounOrder::Last => last_noun(reader, numeral, start),
    }
}

fn first_noun(reader: &Reader, start: usize) -> Option<std::ops::Range<usize>> {
    if !is_noun(reader, start) {
        return None;
    }
    let end = compound_end(reader, start);
    let is_classifier = end == start + 1 && reader.words.classifiers.binary_search(&reader.document.lower(start)).is_ok();
    let takes_noun =
        is_classifier && reader.document.case(end) == Case::Lower && is_noun(reader, end) && !is_time_unit(reader, end);
    Some(start..if takes_noun { compound_end(reader, end) } else { end })
}

/// One past a noun of two words, else past this one.
fn compound_end(reader: &Reader, i: usize) -> usize {
    // "342 ogoh-ogoh"
    let document = reader.document;
    if document.token_text(i + 1) == "-" && document.is_glued(i + 1) && document.lower(i + 2) == document.lower(i) {
        return i + 3;
    }
    let pair = (reader.document.lower(i), reader.document.lower(i + 1));
    let is_compound = reader.words.compounds.binary_search_by(|(first, second)| (*first, *second).cmp(&pair)).is_ok();
    i + 1 + usize::from(is_compound)
}

/// The first plural within reach; for one, the last word before a function word.
fn last_noun(reader: &Reader, numeral: &Numeral, start: usize) -> Option<std::ops::Range<usize>> {
    let document = reader.document;
    let limit = (start + MAX_PHRASE).min(document.tokens.len());
    let mut end = start;
    while end < limit && document.kind(end) == TokenKind::Word && !is_function_word(reader, end) && !document.is_glued(end) {
        if !numeral.is_one() && is_plural(reader, end) {
            return (!is_time_unit(reader, end)).then_some(start..end + 1);
        }
        end += 1;
    }
    let n_words = end - start;
    let last = end.checked_sub(1).filter(|_| n_words > 0)?;
    let is_lower = document.case(last) == Case::Lower || is_title_line(reader, last);
    let fits = if numeral.is_one() { n_words <= 3 } else { n_words <= 2 && !ends_as_verb(reader, start) };
    (fits && is_lower && !ends_as_verb(reader, last) && !is_time_unit(reader, last) && closes_phrase(reader, end))
        .then_some(start..end)
}

/// A noun phrase ends before a function word or a mark.
fn closes_phrase(reader: &Reader, i: usize) -> bool {
    match reader.document.kind(i) {
        TokenKind::Word => is_function_word(reader, i),
        TokenKind::Mark => reader.document.token_text(i) != "-",
        _ => false,
    }
}

fn is_plural(reader: &Reader, i: usize) -> bool {
    let word = reader.document.lower(i);
    let has_ending = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    let is_listed = reader.words.nouns.binary_search(&word).is_ok() || reader.words.units.binary_search(&word).is_ok();
    (has_ending && reader.document.case(i) == Case::Lower) || is_listed || (has_ending && is_title_line(reader, i))
}

fn ends_as_verb(reader: &Reader, i: usize) -> bool {
    let word = reader.document.lower(i);
    word.len() > 4 && reader.words.verb_endings.iter().any(|ending| word.ends_with(ending))
}

/// A word that can be counted: no function word, no verb; capitals only where the line has them everywhere.
pub fn is_noun(reader: &Reader, i: usize) -> bool {
    let document = reader.document;
    if document.kind(i) != TokenKind::Word || is_function_word(reader, i) || reader.part(i).is_some() {
        return false;
    }
    let word = document.lower(i);
    let begins_as_verb = word.len() > 4 && reader.words.verb_beginnings.iter().any(|beginning| word.starts_with(beginning));
    let is_verb = begins_as_verb && reader.words.nouns.binary_search(&word).is_err();
    let fits_case = match document.case(i) {
        Case::Lower => true,
        Case::Upper => word.len() > 1,
        Case::Title => is_title_line(reader, i),
        Case::Mixed | Case::None => false,
    };
    fits_case && !is_verb
}

/// Function words, and what else never is counted.
pub fn is_function_word(reader: &Reader, i: usize) -> bool {
    reader.words.no_nouns.binary_search(&reader.document.lower(i)).is_ok()
}

/// A headline writes every noun with a capital.
fn is_title_line(reader: &Reader, i: usize) -> bool {
    let document = reader.document;
    let sentence = document.sentence_of(i);
    let Some(sentence) = document.sentences.get(sentence).filter(|sentence| sentence.tokens.len() <= 40) else { return false };
    let (mut n_words, mut n_lower) = (0, 0);
    for at in sentence.tokens.clone().filter(|&at| document.kind(at) == TokenKind::Word && document.token_text(at).len() > 3) {
        n_words += 1;
        n_lower += usize::from(document.case(at) == Case::Lower);
    }
    n_lower * 4 <= n_words
}
