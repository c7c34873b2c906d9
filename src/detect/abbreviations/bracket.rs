//! Pairs: "Korea Utara (Korut)", "KPK (Komisi Pemberantasan Korupsi)", "Mahkamah Agung atau MA".

use super::Pair;
use super::align::Short;
use super::beside;
use super::known;
use super::long_form::Words;
use crate::Span;
use crate::segment::{Case, Gap, TokenKind};
use std::ops::Range;

/// A short form is at most so many tokens long: "HAWA Malaysia", "PDI-P".
const MAX_SHORT: usize = 4;
/// A law with its numbers and its matter is at most so many tokens long.
const MAX_NUMBERED: usize = 40;
/// A long form in brackets.
const MAX_INSIDE: usize = 24;

/// All pairs, in reading order.
pub fn pairs(words: &Words) -> Vec<Pair> {
    let document = words.document;
    let mut found = Vec::new();
    for i in 0..document.tokens.len() {
        let pair = match document.kind(i) {
            TokenKind::Mark if document.token_text(i) == "(" => in_brackets(words, i),
            TokenKind::Word if document.case(i) == Case::Lower => None,
            TokenKind::Word => beside::after_long_form(words, i),
            _ => None,
        };
        found.extend(pair);
    }
    found
}

fn in_brackets(words: &Words, open: usize) -> Option<Pair> {
    let document = words.document;
    let limit = (open + MAX_INSIDE).min(document.tokens.len());
    let close =
        (open + 1..limit).find(|&i| matches!(document.token_text(i), ")" | "(") || document.tokens[i].gap >= Gap::Line)?;
    let inside = open + 1..close;
    if document.token_text(close) != ")" || open == 0 || inside.is_empty() {
        return None;
    }
    both_inside(words, inside.clone())
        .or_else(|| short_inside(words, open, inside.clone()))
        .or_else(|| long_inside(words, open, inside))
}

/// "minyak sawit mentah (crude palm oil/CPO)": the bracket holds a long form from another language, and its short form.
fn both_inside(words: &Words, inside: Range<usize>) -> Option<Pair> {
    let document = words.document;
    let mark = inside.clone().rev().find(|&i| matches!(document.token_text(i), "/" | ","))?;
    let short = mark + 1..inside.end;
    if short.is_empty() || !may_be_short(words, short.clone()) || document.case(short.start) == Case::Lower {
        return None;
    }
    // "(T.Y021/B/D007)" is the code of a desk.
    let text = document.span(short.clone()).of(document.text);
    let letters = Short::new(text).filter(|_| !text.contains(|c: char| c.is_ascii_digit()))?;
    let long = words.before(&letters, mark).filter(|long| long.start >= document.span(inside).start)?;
    Some(Pair { short, long, rule: "both-in-brackets", confidence: 0.9 })
}

/// "Korea Utara (Korut)"
fn short_inside(words: &Words, open: usize, inside: Range<usize>) -> Option<Pair> {
    let document = words.document;
    let lead_in =
        words.tables.lead_ins.iter().find(|phrase| document.reads(inside.start, phrase)).map_or(0, |phrase| phrase.len());
    let start = inside.start + lead_in;
    let end = (start..inside.end).find(|&i| matches!(document.token_text(i), "/" | "," | ";")).unwrap_or(inside.end);
    let short = start..end;
    if !may_be_short(words, short.clone()) {
        return None;
    }
    let text = document.span(short.clone()).of(document.text);
    let (long, rule, confidence) = long_before(words, text, short.clone(), open)?;
    let repeats = short.clone().all(|i| long.of(document.text).split(' ').any(|word| word == document.token_text(i)));
    (!repeats).then_some(Pair { short, long, rule, confidence })
}

/// Letters, few tokens, capitals somewhere or the length of a blend, and no word that brackets hold for other ends.
fn may_be_short(words: &Words, short: Range<usize>) -> bool {
    let document = words.document;
    let in_range = (1..=MAX_SHORT).contains(&short.len()) && document.kind(short.start) == TokenKind::Word;
    let is_plain = |i: usize| match document.kind(i) {
        TokenKind::Word => true,
        TokenKind::Number => document.is_glued(i),
        TokenKind::Mark => matches!(document.token_text(i), "-" | "&") && i > short.start,
        TokenKind::Link => false,
    };
    let is_blend = short.len() == 1 && document.token_text(short.start).len() >= 4;
    let has_capital = document.case(short.start) != Case::Lower;
    in_range && (has_capital || is_blend) && !(short.len() == 1 && words.is_other(short.start)) && short.clone().all(is_plain)
}

/// The long form before the bracket: by its letters, by the tables, or as a body's name.
fn long_before(words: &Words, text: &str, short: Range<usize>, open: usize) -> Option<(Span, &'static str, f32)> {
    let document = words.document;
    let letters = Short::new(text)?;
    if let Some(long) = words.before(&letters, open) {
        return Some((long, "aligned", 0.95));
    }
    if let Some(long) = words.translation_before(text, open) {
        return Some((long, "translated", 0.95));
    }
    let case = document.case(short.start);
    let known = known::expansion(words, text, case);
    if let Some(long) = known.and_then(|expansion| words.expansion_before(expansion, open)) {
        return Some((long, "known", 0.95));
    }
    if let Some(long) = last_token_before(words, short.clone(), open) {
        return Some((long, "aligned-tail", 0.75));
    }
    if let Some(long) = numbered_before(words, short.clone(), open) {
        return Some((long, "numbered", 0.9));
    }
    if let Some(long) = words.company_before(text, open) {
        return Some((long, "company", 0.75));
    }
    let n_capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let is_initials = matches!(case, Case::Upper | Case::Mixed) && text.len() >= 3 && n_capitals >= 2;
    let long = words.body_before(open).filter(|_| is_initials || known.is_some())?;
    Some((long, "body", 0.7))
}

/// "Dirjen Integrasi Transportasi (Ditjen Intram)": the last token spells the tail, the first begins like the word before it.
fn last_token_before(words: &Words, short: Range<usize>, open: usize) -> Option<Span> {
    let document = words.document;
    let (first, last) = (short.start, short.end - 1);
    let letters = Short::new(document.token_text(last)).filter(|_| first < last)?;
    let tail = words.before(&letters, open)?;
    let head = document.token_at(tail.start).checked_sub(1)?;
    let initial = |i: usize| document.lower(i).chars().next();
    (initial(head) == initial(first) && document.kind(head) == TokenKind::Word).then(|| document.tokens[head].span.to(tail))
}

/// "Undang-Undang Nomor 31 Tahun 1999 tentang Tindak Pidana Korupsi (UU Tipikor)": the short form's first word stands for the
/// head of the long one, the rest for its end; a number parts them.
fn numbered_before(words: &Words, short: Range<usize>, open: usize) -> Option<Span> {
    let document = words.document;
    let head = words.expansion(short.start).filter(|_| short.len() > 1)?;
    let rest = short.start + 1..short.end;
    let is_same = || rest.clone().rev().zip((0..open).rev()).all(|(a, b)| document.lower(a) == document.lower(b));
    let known = || words.expansion_before(words.expansion(rest.start).filter(|_| rest.len() == 1)?, open);
    let spelt = || words.before(&Short::new(document.span(rest.clone()).of(document.text))?, open);
    let tail = if is_same() { document.span(open.checked_sub(rest.len())?..open) } else { known().or_else(spelt)? };
    let sentence = document.sentences.get(document.sentence_of(open - 1))?.tokens.start;
    let floor = sentence.max(open.saturating_sub(MAX_NUMBERED));
    let ends = (floor..document.token_at(tail.start)).rev();
    let head = ends.filter_map(|end| words.expansion_before(head, end)).next()?;
    let between = document.token_at(head.end)..document.token_at(tail.start);
    between.clone().any(|i| document.kind(i) == TokenKind::Number).then(|| head.to(document.tokens[open - 1].span))
}

/// "KPK (Komisi Pemberantasan Korupsi)"
fn long_inside(words: &Words, open: usize, inside: Range<usize>) -> Option<Pair> {
    let document = words.document;
    let last = open - 1;
    if inside.len() < 2 || document.kind(last) != TokenKind::Word {
        return None;
    }
    let long = document.span(inside.clone());
    let text = document.token_text(last);
    let repeats = inside.clone().any(|i| document.lower(i) == document.lower(last));
    // "aset (asset tracing)": the bracket repeats the word in another language.
    let repeats = repeats || without_doubles(document.lower(inside.start)).starts_with(&without_doubles(document.lower(last)));
    let letters = Short::new(text).filter(|_| !repeats && (document.case(last) != Case::Lower || text.len() >= 4));
    if letters.is_some_and(|letters| words.spell(&letters, inside.clone())) {
        return Some(Pair { short: last..open, long, rule: "long-in-brackets", confidence: 0.9 });
    }
    let known = words.expansion(last);
    let usual = known.and_then(|expansion| words.expansion_before(expansion, inside.end));
    if usual == Some(long) || words.translation_before(text, inside.end) == Some(long) {
        return Some(Pair { short: last..open, long, rule: "known", confidence: 0.95 });
    }
    if document.case(last) == Case::Upper && text.len() >= 3 && is_body(words, inside.clone()) {
        return Some(Pair { short: last..open, long, rule: "body", confidence: 0.6 });
    }
    title_of_programme(words, open, inside).map(|short| Pair { short, long, rule: "programme", confidence: 0.7 })
}

/// "ANSF (Pasukan Keamanan Negara Afgan)": all of it one body's name of three words or more.
fn is_body(words: &Words, inside: Range<usize>) -> bool {
    let span = words.document.span(inside.clone());
    let n_words = inside.clone().filter(|&i| words.document.kind(i) == TokenKind::Word && !words.is_small(i)).count();
    let is_plain =
        inside.clone().all(|i| matches!(words.document.kind(i), TokenKind::Word) || words.document.token_text(i) == "-");
    is_plain && n_words >= 3 && words.body_before(inside.end) == Some(span)
}

/// "Mawar Sehat (Makanan Warga Serba Halal dan Tepat)": a programme's name whose letters are strewn over its long form.
fn title_of_programme(words: &Words, open: usize, inside: Range<usize>) -> Option<Range<usize>> {
    let document = words.document;
    let is_capital = |i: usize| document.kind(i) == TokenKind::Word && matches!(document.case(i), Case::Title | Case::Upper);
    let content: Vec<usize> = inside.clone().filter(|&i| !words.is_small(i) && document.kind(i) == TokenKind::Word).collect();
    let has_slash = inside.clone().any(|i| document.token_text(i) == "/");
    if content.len() < 4 || has_slash || !content.iter().all(|&i| is_capital(i)) {
        return None;
    }
    let long: Vec<char> = inside.flat_map(|i| document.lower(i).chars()).collect();
    // Four letters in five must come in order; a person with an office in brackets has about half.
    let is_strewn = |start: &usize| {
        let short: Vec<char> = (*start..open).flat_map(|i| document.lower(i).chars()).collect();
        short.first() == long.first() && common_letters(&short, &long) * 5 >= short.len() * 4
    };
    let starts = (open.saturating_sub(3)..open).rev().take_while(|&i| is_capital(i));
    starts.filter(is_strewn).last().map(|start| start..open)
}

fn without_doubles(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// The length of the longest common subsequence.
fn common_letters(short: &[char], long: &[char]) -> usize {
    let mut row = vec![0; short.len() + 1];
    for letter in long {
        let mut diagonal = 0;
        for (i, wanted) in short.iter().enumerate() {
            let above = row[i + 1];
            row[i + 1] = if letter == wanted { diagonal + 1 } else { above.max(row[i]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}
