//! When a number is no number: codes, laws, dates' leavings, scores, idioms.

use super::Reader;
use super::counted::degrees_end;
use super::decimal::Decimal;
use super::numeral::{Form, Numeral};
use crate::lang::numbers::Part;
use crate::segment::{Case, Gap, TokenKind};

/// A figure of so many digits without marks is a telephone number or an account.
const MAX_BARE_DIGITS: usize = 8;

/// True when what counts does not matter: the figures name something.
pub fn is_code(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let text = document.token_text(numeral.start);
    let is_figure = document.kind(numeral.start) == TokenKind::Number;
    if !is_figure {
        return is_phrase(reader, numeral);
    }
    let is_bare = numeral.form == Form::Figure;
    let long = is_bare && (text.len() > MAX_BARE_DIGITS || (text.len() > 1 && text.starts_with('0')));
    long || is_glued(reader, numeral) || follows_code_word(reader, numeral) || is_list_marker(reader, numeral)
}

/// "M 5,4", "M5,4", "magnitude 6.3 earthquake", "magnitude-6.3": the strength of an earthquake, below ten.
pub fn is_magnitude(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let Some(before) = numeral.start.checked_sub(1) else { return false };
    let hyphen = usize::from(document.token_text(before) == "-" && document.is_glued(numeral.start) && document.is_glued(before));
    let Some(sign) = before.checked_sub(hyphen).filter(|&at| reader.words.magnitudes.contains(&document.lower(at))) else {
        return false;
    };
    // A single letter needs its capital and a fraction behind it: "size M 5" is none.
    let is_letter = document.token_text(sign).len() <= 2;
    let is_sure = !is_letter || (document.case(sign) != Case::Lower && numeral.form == Form::MarkedFigure);
    let ends = !document.is_glued(numeral.end) || document.kind(numeral.end) == TokenKind::Mark;
    is_sure && ends && numeral.high.is_none() && numeral.low.is_less_than(Decimal::whole(10))
}

/// Number words that count nothing: in idioms, said twice ("dua-duanya"), the hour behind a half ("pukul setengah tujuh").
fn is_phrase(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let hyphen = |at: usize| document.token_text(at) == "-" && document.is_glued(at);
    let same = |at: usize| reader.part(at) == reader.part(numeral.start);
    let is_second = numeral.start.checked_sub(2).is_some_and(|at| hyphen(at + 1) && same(at));
    let is_first = hyphen(numeral.end) && same(numeral.end + 1);
    let is_half = |at: usize| matches!(reader.part(at), Some(Part::Fraction(..))) && is_idiom(reader, at);
    let is_hour = numeral.start.checked_sub(1).is_some_and(is_half);
    is_first || is_second || is_hour || is_idiom(reader, numeral.start)
}

/// "B40", "731/2025", "Covid-19", "14:26", "4G": glued to letters or marks that no amount has.
fn is_glued(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let before = numeral.start.checked_sub(1).filter(|_| document.is_glued(numeral.start));
    let bad_before = before.is_some_and(|at| match document.kind(at) {
        TokenKind::Word | TokenKind::Number | TokenKind::Link => true,
        TokenKind::Mark => match document.token_text(at) {
            // "47%-43%"
            "-" | "–" if at > 0 && document.token_text(at - 1) == "%" => false,
            "/" | ":" | "_" | "+" | "#" | "." | "-" | "–" => at > 0 && document.is_glued(at),
            _ => false,
        },
    });
    let after = Some(numeral.end).filter(|&end| document.is_glued(end));
    let bad_after = after.is_some_and(|at| match document.kind(at) {
        TokenKind::Word => !is_unit(reader, at) && degrees_end(reader, numeral).is_none(),
        TokenKind::Number | TokenKind::Link => true,
        TokenKind::Mark => match document.token_text(at) {
            "/" | ":" => document.is_glued(at + 1) && document.kind(at + 1) == TokenKind::Number,
            "-" | "–" => document.is_glued(at + 1) && document.kind(at + 1) == TokenKind::Number,
            _ => false,
        },
    });
    bad_before || bad_after
}

fn is_unit(reader: &Reader, i: usize) -> bool {
    reader.words.units.binary_search(&reader.document.lower(i)).is_ok()
}

/// "Pasal 310", "No. 5", "ayat (1)": nothing but a mark may stand between.
fn follows_code_word(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let is_mark = |at: usize| matches!(document.token_text(at), "." | "(" | ":");
    let before = (0..numeral.start).rev().take(3).find(|&at| !is_mark(at));
    before.is_some_and(|at| is_code_word(reader, at))
}

fn is_code_word(reader: &Reader, i: usize) -> bool {
    reader.words.code_words.binary_search(&reader.document.lower(i)).is_ok()
}

/// "Pasal 310 dan 311", "Pasal 7, 8, dan 9": numbers, marks and joining words back to the code word.
pub fn is_in_code_chain(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    for at in (0..numeral.start).rev().take(12) {
        let joins = match document.kind(at) {
            TokenKind::Word if is_code_word(reader, at) => return true,
            TokenKind::Word => reader.words.joiners.contains(&document.lower(at)),
            TokenKind::Number => true,
            TokenKind::Mark => matches!(document.token_text(at), "." | "," | "(" | ")" | ":" | "-" | "–"),
            TokenKind::Link => false,
        };
        if !joins {
            return false;
        }
    }
    false
}

/// "+62 812 3456", "(021) 555123": figures side by side are a telephone number.
fn stands_by_number(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let is_number = |at: usize| document.kind(at) == TokenKind::Number;
    let Some(before) = numeral.start.checked_sub(1) else { return is_number(numeral.end) };
    let after_bracket = document.token_text(before) == ")" && before > 0 && is_number(before - 1);
    is_number(before) || is_number(numeral.end) || after_bracket || document.token_text(before) == "+"
}

/// "1. Beras", "2) Gula" at a line's start.
fn is_list_marker(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let starts_line = document.tokens.get(numeral.start).is_some_and(|token| numeral.start == 0 || token.gap >= Gap::Line);
    starts_line
        && numeral.form == Form::Figure
        && matches!(document.token_text(numeral.end), "." | ")")
        && document.is_glued(numeral.end)
}

/// "salah satu", "one of": the number word says no number.
pub fn is_idiom(reader: &Reader, i: usize) -> bool {
    let word = |at: usize| {
        let word = reader.document.lower(at);
        &word[..word.len() - reader.cut(at)]
    };
    let reads = |start: usize, phrase: &[&str]| phrase.iter().enumerate().all(|(offset, part)| word(start + offset) == *part);
    let stands = |(phrase, offset): &(&[&str], usize)| i.checked_sub(*offset).is_some_and(|at| reads(at, phrase));
    reader.words.idioms.iter().any(stands)
}

/// True when a number that counts nothing is better left out: years, scores, parts of names.
pub fn is_no_cardinal(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let text = document.token_text(numeral.start);
    let hyphen = usize::from(document.token_text(numeral.end) == "-" && document.is_glued(numeral.end));
    if super::counted::is_time_unit(reader, numeral.end + hyphen) {
        return true;
    }
    if is_alone(reader, numeral) || is_score_in_words(reader, numeral) {
        return true;
    }
    match numeral.form {
        // "2-1", "555-1234": a score or a code; "1 hingga 4" is a range.
        Form::Figure if numeral.high.is_some() => {
            matches!(document.token_text(numeral.start + 1), "-" | "–" | "—") || is_year(text)
        }
        Form::Figure => {
            let in_chain = is_in_code_chain(reader, numeral) || stands_by_number(reader, numeral);
            // "21 November", "15 Avenue": a figure before a capital is a date's or a name's.
            let before_name = document.kind(numeral.end) == TokenKind::Word && document.case(numeral.end) == Case::Title;
            is_year(text) || in_chain || before_name || follows_name(reader, numeral) || is_small_in_brackets(reader, numeral)
        }
        Form::MarkedFigure => follows_name(reader, numeral),
        // "the first half"
        Form::Fraction => numeral.start > 0 && matches!(reader.part(numeral.start - 1), Some(Part::Ordinal(_))),
        Form::Word if reader.words.pronouns.contains(&document.lower(numeral.start)) && numeral.end == numeral.start + 1 => true,
        Form::Word => {
            document.case(numeral.start) == Case::Title && (follows_name(reader, numeral) || begins_name(reader, numeral))
        }
        _ => false,
    }
}

/// "10-for-18 shooting", "7-of-15"
fn is_score_in_words(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let at = numeral.end;
    let glued =
        (at..at + 4).all(|i| document.is_glued(i)) && document.token_text(at) == "-" && document.token_text(at + 2) == "-";
    glued && document.kind(at + 1) == TokenKind::Word && document.kind(at + 3) == TokenKind::Number
}

/// A line of its own is a page number or the clock of a live report.
fn is_alone(reader: &Reader, numeral: &Numeral) -> bool {
    let ends_line = |i: usize| reader.document.tokens.get(i).is_none_or(|token| token.gap >= Gap::Line);
    numeral.start > 0 && ends_line(numeral.start) && ends_line(numeral.end)
}

pub fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// "Boeing 737", "Liga 1"
fn follows_name(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    numeral.start.checked_sub(1).is_some_and(|before| {
        document.kind(before) == TokenKind::Word
            && document.case(before) != Case::Lower
            && !super::counted::is_function_word(reader, before)
            && document.tokens.get(numeral.start).is_some_and(|token| token.gap == Gap::Space)
    })
}

/// "the Six Nations": a capital that no sentence or headline asks for, and another behind it.
fn begins_name(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    let before_name = document.kind(numeral.end) == TokenKind::Word && document.case(numeral.end) == Case::Title;
    let goes_on = numeral.start > 0 && document.kind(numeral.start - 1) == TokenKind::Word && numeral.end == numeral.start + 1;
    before_name
        && goes_on
        && !super::starts_sentence(reader, numeral.start)
        && !super::counted::is_title_line(reader, numeral.start)
}

/// "(1)": a list inside the line; "(40)" behind a name is an age.
fn is_small_in_brackets(reader: &Reader, numeral: &Numeral) -> bool {
    let document = reader.document;
    // "[4]" is a footnote.
    if numeral.start > 0 && document.token_text(numeral.start - 1) == "[" && document.token_text(numeral.end) == "]" {
        return true;
    }
    let in_brackets =
        numeral.start > 0 && document.token_text(numeral.start - 1) == "(" && document.token_text(numeral.end) == ")";
    let after_name = numeral.start > 1 && document.case(numeral.start - 2) != Case::Lower;
    in_brackets && (!after_name || document.token_text(numeral.start).len() != 2)
}
