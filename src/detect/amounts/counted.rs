//! What a number counts: the noun behind it, a unit, or years of age.

use super::context::{is_in_code_chain, is_year};
use super::numeral::{Form, Numeral};
use super::{AGE, Amount, Reader};
use crate::Label;
use crate::lang::numbers::{NounOrder, Part};
use crate::segment::{Case, Gap, TokenKind};

/// "three senior South Korean officials": the noun stands at most so far behind the number.
const MAX_PHRASE: usize = 5;
/// "berusia 5, 7, dan 9 tahun": no more ages than this stand in a row.
const MAX_AGES: usize = 6;

/// "berusia 45 tahun", "(45 tahun)", "45-year-old", "aged 45".
pub fn age(reader: &Reader, numeral: &Numeral) -> Option<Amount> {
    let document = reader.document;
    let unit = reader.words.age_units.first().map(|unit| unit.to_string());
    if let Some(phrase) = reader.words.age_after.iter().find(|phrase| document.reads(numeral.end, phrase)) {
        return Some(reader.amount(numeral, numeral.end + phrase.len(), Label::Quantity, unit, AGE));
    }
    let has_unit = reader.words.age_units.contains(&document.lower(numeral.end));
    if has_unit && (says_age(reader, numeral.start) || is_bracketed(reader, numeral) || stands_by_person(reader, numeral)) {
        return Some(reader.amount(numeral, numeral.end + 1, Label::Quantity, unit, AGE));
    }
    None
}

/// "(45 tahun)"
fn is_bracketed(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    numeral.start > 0 && document.token_text(numeral.start - 1) == "(" && document.token_text(numeral.end + 1) == ")"
}

/// "bocah 8 tahun", "Ponimin, 62 tahun,": the years of the person just named, unless what follows makes them a span of time.
fn stands_by_person(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let Some(before) = numeral.start.checked_sub(1) else { return false };
    let next = numeral.end + 1;
    let is_person = reader.words.aged_people.binary_search(&document.lower(before)).is_ok();
    let named = before > 0
        && document.token_text(before) == ","
        && numeral.form == Form::Figure
        && document.case(before - 1) == Case::Title
        && matches!(document.token_text(next), "," | "." | ";");
    (is_person && !reader.words.no_age_before.contains(&document.lower(next))) || named
}

/// A word of age right before the number, but for words that modify it ("berusia sekitar 45 tahun") and other ages before it
/// ("berusia 5 dan 9 tahun").
fn says_age(reader: &Reader, start: usize) -> bool {
    let document = reader.document;
    let first = (0..MAX_AGES).try_fold(start, |first, _| joined_age(reader, first).ok_or(first)).unwrap_or_else(|first| first);
    let window = first.saturating_sub(3)..first;
    window
        .into_iter()
        .rev()
        .take_while(|&at| document.kind(at) == TokenKind::Word)
        .any(|at| reader.words.age_before.binary_search(&document.lower(at)).is_ok())
}

/// "People over the age of 60 fall more often": the age counts no falls.
fn is_led_age(reader: &Reader, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let noun = before - usize::from(before > 0 && reader.part(before) == Some(Part::Of));
    reader.words.age_before.binary_search(&reader.document.lower(noun)).is_ok()
}

/// The start of a figure, with or without its unit, that "dan" or a comma joins to what starts at `start`.
fn joined_age(reader: &Reader, start: usize) -> Option<usize> {
    let document = reader.document;
    let joiner = start.checked_sub(1)?;
    let joins = document.token_text(joiner) == "," || reader.words.joiners.contains(&document.lower(joiner));
    let last = joiner.checked_sub(1).filter(|_| joins)?;
    let is_unit = reader.words.age_units.contains(&document.lower(last));
    let figure = last.checked_sub(usize::from(is_unit))?;
    (document.kind(figure) == TokenKind::Number).then_some(figure)
}

/// The number with its unit or counted noun.
pub fn quantity(reader: &Reader, numeral: &Numeral) -> Option<Amount> {
    let document = reader.document;
    let of = usize::from(numeral.form == Form::Vague && reader.part(numeral.end) == Some(Part::Of));
    let hyphen = usize::from(
        document.token_text(numeral.end) == "-" && document.is_glued(numeral.end) && document.is_glued(numeral.end + 1),
    );
    let start = numeral.end + of + hyphen;
    if let Some(end) = degrees_end(reader, numeral) {
        let unit = document.span(numeral.end..end).of(document.text).to_string();
        return Some(reader.amount(numeral, end, Label::Quantity, Some(unit), "quantity"));
    }
    let is_unit = reader.words.units.binary_search(&document.lower(start)).is_ok();
    let is_share = numeral.form == Form::Fraction && !is_unit;
    let next_line = document.tokens.get(start).is_none_or(|token| token.gap >= Gap::Line);
    if numeral.cut > 0 || is_share || next_line || document.kind(start) != TokenKind::Word {
        return None;
    }
    let is_year_like = numeral.form == Form::Figure && is_year(document.token_text(numeral.start)) && numeral.high.is_none();
    if (is_year_like && !is_unit) || is_time_unit(reader, start) || (!is_unit && is_led_age(reader, numeral.start)) {
        return None;
    }
    let noun = if is_unit || hyphen == 1 { unit_end(reader, start).map(|end| start..end) } else { noun(reader, numeral, start) }?;
    // "Pasal 406 dan 407 KUHP", "peringkat 125 FIFA", "kelas 3 SD"
    let ranks = numeral.start > 0 && reader.words.ranked_nouns.binary_search(&document.lower(numeral.start - 1)).is_ok();
    if document.case(noun.start) == Case::Upper && (ranks || is_in_code_chain(reader, numeral)) {
        return None;
    }
    let unit = document.span(noun.clone()).of(document.text).to_string();
    Some(reader.amount(numeral, noun.end, Label::Quantity, Some(unit), "quantity"))
}

/// "38°C", "38 °C", "41.2C": one past the letter of the scale.
pub fn degrees_end(reader: &Reader, numeral: &Numeral) -> Option<usize> {
    let document = reader.document;
    let has_sign = matches!(document.token_text(numeral.end), "°" | "º");
    let letter = numeral.end + usize::from(has_sign);
    let is_scale = matches!(document.token_text(letter), "C" | "F") && document.is_glued(letter);
    // "3C" is as often a room or a seat.
    let is_measured = numeral.form == Form::MarkedFigure || document.token_text(numeral.start).len() > 1;
    let ends = !document.is_glued(letter + 1) || document.kind(letter + 1) == TokenKind::Mark;
    (is_scale && ends && (has_sign || is_measured)).then_some(letter + 1)
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
    // "1,100-square-foot"
    let hyphened = (document.lower(i), document.lower(i + 2));
    let is_hyphened = document.token_text(i + 1) == "-" && document.is_glued(i + 2);
    if is_hyphened && reader.words.compounds.binary_search_by(|(first, second)| (*first, *second).cmp(&hyphened)).is_ok() {
        return Some(i + 3);
    }
    // "3.000 m2"
    let is_power = matches!(document.token_text(i + 1), "2" | "3" | "²" | "³") && document.is_glued(i + 1);
    Some(if is_power { i + 2 } else { compound_end(reader, i) })
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
    // "two other men": a noun must follow for sure.
    if reader.words.passed_words.contains(&document.lower(start))
        && !reader.words.passed_words.contains(&document.lower(start + 1))
    {
        let is_sure = |noun: &std::ops::Range<usize>| numeral.is_one() || is_plural(reader, noun.end - 1);
        return last_noun(reader, numeral, start + 1).filter(is_sure).map(|noun| start..noun.end);
    }
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
    // "17 million Australians"
    let is_people = reader.document.case(i) == Case::Title
        && word.len() > 5
        && reader.words.people_endings.iter().any(|ending| word.ends_with(ending))
        && reader.document.case(i + 1) != Case::Title;
    is_people || (has_ending && reader.document.case(i) == Case::Lower) || is_listed || (has_ending && is_title_line(reader, i))
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
pub fn is_title_line(reader: &Reader, i: usize) -> bool {
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
