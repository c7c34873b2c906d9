//! Sums of money: a currency before or behind the number.

use super::numeral::{Form, Numeral, with_money_scale};
use super::{Amount, Reader};
use crate::lang::numbers::{CURRENCY_SIGNS, Currency, DOLLAR_PREFIXES, GLUED_SIGNS, POINTED_SIGNS, Part};
use crate::segment::{Case, Document, TokenKind};
use crate::{Annotation, Label, NumberValue, Value};

/// The sum that this number is part of.
pub fn read(reader: &Reader, numeral: &Numeral) -> Option<Amount> {
    match before(reader.document, numeral.start) {
        Some((start, code)) => {
            let numeral = with_money_scale(reader, numeral.clone());
            // "US$5 million dollars" and "Rp 5.000 rupiah" say it twice.
            let end = behind(reader, numeral.end).filter(|(_, currency)| *currency == Currency::Major(code)).map(|(end, _)| end);
            Some(amount(reader, &numeral, start..end.unwrap_or(numeral.end), numeral.decimal(), code))
        }
        None => {
            let hyphen = usize::from(reader.document.token_text(numeral.end) == "-" && reader.document.is_glued(numeral.end));
            let (end, currency) = behind(reader, numeral.end + hyphen)
                .or_else(|| sign_behind(reader, numeral.end))
                .or_else(|| weighed_behind(reader, numeral))?;
            let (decimal, code) = match currency {
                Currency::Major(code) => (numeral.decimal(), code),
                Currency::Minor(code) => {
                    let high = numeral.high.map(|high| high.hundredth());
                    (Numeral { low: numeral.low.hundredth(), high, ..numeral.clone() }.decimal(), code)
                }
            };
            Some(amount(reader, numeral, numeral.start..end, decimal, code))
        }
    }
}

fn amount(reader: &Reader, numeral: &Numeral, tokens: std::ops::Range<usize>, decimal: String, code: &'static str) -> Amount {
    let modifier = reader.modifier(numeral, tokens.start, tokens.end);
    let value = NumberValue { decimal, unit: Some(code.to_string()), modifier };
    Amount { start: tokens.start, end: tokens.end, cut: 0, label: Label::Money, value, rule: "money", confidence: 0.95 }
}

/// The currency that ends right before token `start`, with its first token: "Rp", "US$", "Rp.", "€".
fn before(document: &Document, start: usize) -> Option<(usize, &'static str)> {
    let mut at = start.checked_sub(1)?;
    // "Rp. 5.000" and "Rp.5.000"
    let is_pointed = |sign: usize| POINTED_SIGNS.contains(&document.lower(sign));
    if document.token_text(at) == "." && document.is_glued(at) && is_pointed(at.checked_sub(1)?) {
        at -= 1;
    }
    let code = find(CURRENCY_SIGNS, document.lower(at))?;
    if document.token_text(at) == "$"
        && let Some(prefix) = at.checked_sub(1).filter(|_| document.is_glued(at))
        && let Some(code) = find(DOLLAR_PREFIXES, document.lower(prefix))
    {
        return Some((prefix, code));
    }
    // "Rs" and "RM" are names' beginnings elsewhere: next to a figure they are money, "R" and "Sh" only when glued to it.
    let is_word = document.kind(at) == TokenKind::Word;
    let is_rupiah = code == "IDR";
    let is_glued = document.is_glued(start) && document.case(at) != Case::Lower;
    let next_to_figure = document.kind(start) == TokenKind::Number && (is_glued || !GLUED_SIGNS.contains(&document.lower(at)));
    (!is_word || is_rupiah || next_to_figure).then_some((at, code))
}

/// A currency's name from token `i` on, with the token behind it.
fn behind(reader: &Reader, i: usize) -> Option<(usize, Currency)> {
    let (phrase, currency) = reader.words.currencies.iter().find(|(phrase, _)| reader.document.reads(i, phrase))?;
    Some((i + phrase.len(), *currency))
}

/// "1.2 billion pounds", "$1 = 0.79 pounds", "50,000 pounds ($63,000)"; "2 million pounds of beef" and "180 pounds (82 kg)" weigh.
fn weighed_behind(reader: &Reader, numeral: &Numeral) -> Option<(usize, Currency)> {
    let document = reader.document;
    let word = document.lower(numeral.end);
    let (_, code) = reader.words.weighed_currencies.iter().find(|(name, _)| *name == word)?;
    let end = numeral.end + 1;
    let is_rate = numeral.start > 0 && document.token_text(numeral.start - 1) == "=";
    let is_changed = document.token_text(end) == "(" && (end + 1..end + 4).any(|at| before(document, at).is_some());
    let is_large = numeral.form == Form::Scaled && reader.part(end) != Some(Part::Of);
    (is_rate || is_changed || is_large).then_some((end, Currency::Major(code)))
}

/// "100 USD", "50€"
fn sign_behind(reader: &Reader, i: usize) -> Option<(usize, Currency)> {
    let text = reader.document.token_text(i);
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_sign = matches!(text, "€" | "£" | "₽" | "₫" | "฿");
    find(CURRENCY_SIGNS, reader.document.lower(i)).filter(|_| is_code || is_sign).map(|code| (i + 1, Currency::Major(code)))
}

fn find(table: &'static [(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    table.binary_search_by(|(word, _)| (*word).cmp(key)).ok().map(|at| table[at].1)
}

/// "40 sen" is of the currency of the next sum in its sentence, else of the sum before it.
pub fn settle_minor_units(document: &Document, found: &mut [Annotation]) {
    let code_of = |annotation: &Annotation| match &annotation.value {
        Value::Number(NumberValue { unit: Some(unit), .. }) if annotation.label == Label::Money && !unit.is_empty() => {
            Some(unit.clone())
        }
        _ => None,
    };
    let is_open = |annotation: &Annotation| annotation.label == Label::Money && code_of(annotation).is_none();
    for i in 0..found.len() {
        if !is_open(&found[i]) {
            continue;
        }
        let sentence = document.sentence_of(document.token_at(found[i].span.start));
        let sentence_end = document.sentences.get(sentence).map_or(0, |sentence| sentence.span.end);
        let next = found[i + 1..].iter().take_while(|other| other.span.start < sentence_end).find_map(code_of);
        let code = next.or_else(|| found[..i].iter().rev().take(8).find_map(code_of));
        if let Value::Number(number) = &mut found[i].value {
            number.unit = code;
        }
    }
}
