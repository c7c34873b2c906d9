//! Lines that say who wrote it, and when.

use crate::segment::{Block, Case, Document, TokenKind};
use std::ops::Range;

const MAX_BYLINE: usize = 24;
/// Helpers and where they are: "Jane Doe in Paris and John Roe in Rome contributed to this report."
const MAX_CONTRIBUTION: usize = 40;
/// A line of names and marks is no longer, and none of its names.
const MAX_NAMES: usize = 14;
const MAX_NAME: usize = 4;

/// A short line with a writer's cue, or of names and a time stamp only.
pub fn is_byline(document: &Document, block: &Block) -> bool {
    if is_contribution(document, block) {
        return true;
    }
    if block.tokens.len() > MAX_BYLINE || document.token_text(block.tokens.end.saturating_sub(1)) == "." {
        return false;
    }
    let cues = document.language.structure.bylines;
    let start = super::first_word(document, block);
    cues.iter().any(|cue| document.reads(start, cue)) || is_by_name(document, block) || is_stamp(document, block)
}

/// "Rina Sari, Budi Santoso", "Yohanes Wadu - detikBali": names of two words or more, and marks between them.
pub fn is_names(document: &Document, block: &Block) -> bool {
    if block.tokens.len() > MAX_NAMES || document.token_text(block.tokens.end.saturating_sub(1)) == "." {
        return false;
    }
    let is_mark = |i: &usize| matches!(document.token_text(*i), "," | "-" | "–" | "|" | "/" | "•" | "&");
    let is_between = |i: usize| is_mark(&i) || document.language.structure.joiners.contains(&document.lower(i));
    let tokens: Vec<usize> = block.tokens.clone().collect();
    let mut names = tokens.split(|&i| is_between(i));
    let is_first = names.next().is_some_and(|name| name.len() > 1 && is_name(document, name));
    is_first && names.all(|name| is_name(document, name))
}

fn is_name(document: &Document, tokens: &[usize]) -> bool {
    let n_words = tokens.iter().filter(|&&i| document.kind(i) == TokenKind::Word).count();
    let is_part = |i: usize| match document.kind(i) {
        TokenKind::Word => is_name_like(document, i),
        _ => matches!(document.token_text(i), "." | "'" | "’"),
    };
    (1..=MAX_NAME).contains(&n_words) && tokens.iter().all(|&i| is_part(i))
}

/// "ANTARA | RINA SARI" under the story.
pub fn is_signature(document: &Document, block: &Block) -> bool {
    let tokens: Vec<usize> = block.tokens.clone().collect();
    let mut parts = tokens.split(|&i| document.token_text(i) == "|");
    let is_shouted = |name: &[usize]| name.iter().all(|&i| document.case(i) != Case::Title);
    (3..=MAX_NAMES).contains(&tokens.len())
        && parts.clone().count() > 1
        && parts.all(|name| is_name(document, name) && is_shouted(name))
}

fn is_contribution(document: &Document, block: &Block) -> bool {
    let phrases = document.language.structure.contributions;
    let says_so = |i: usize| phrases.iter().any(|phrase| document.reads(i, phrase));
    !phrases.is_empty() && block.tokens.len() <= MAX_CONTRIBUTION && block.tokens.clone().any(says_so)
}

/// "By Jane Doe", "Oleh Rina Sari, Jurnalis": the cue's first word, then names only.
fn is_by_name(document: &Document, block: &Block) -> bool {
    let first = block.tokens.start;
    let words = &document.language.structure;
    let is_cue = words.writer_cues.contains(&document.lower(first));
    let is_part = |i: usize| is_name_like(document, i) || words.joiners.contains(&document.lower(i));
    let mut names = first + 1..block.tokens.end;
    is_cue && (2..=8).contains(&names.len()) && names.all(|i| document.kind(i) == TokenKind::Mark || is_part(i))
}

/// Capitals, digits and marks only, with a year, and a day of the month or a clock.
fn is_stamp(document: &Document, block: &Block) -> bool {
    let tokens = after_code(document, block);
    let time_words = document.language.time.words;
    let is_time_word = |i: usize| time_words.binary_search_by(|(word, _)| (*word).cmp(document.lower(i))).is_ok();
    let (mut n_years, mut n_small, mut n_clocks, mut n_parts) = (0, 0, 0, 0);
    for i in tokens.clone() {
        let text = document.token_text(i);
        match document.kind(i) {
            TokenKind::Number if is_year(text) => n_years += 1,
            TokenKind::Number if text.len() <= 2 => n_small += 1,
            TokenKind::Number if is_pointed_clock(text) => n_clocks += 1,
            TokenKind::Mark => n_parts += usize::from(matches!(text, "•" | "|" | "·" | "-" | "–" | "—")),
            TokenKind::Word if is_name_like(document, i) || is_clock_word(document, i) || is_time_word(i) => {}
            _ => return false,
        }
        n_clocks += usize::from(text == ":" && document.is_glued(i) && document.kind(i + 1) == TokenKind::Number);
    }
    // "Jadwal Puasa 1 Maret 2025" is a title: a stamp has its clock, its parts, or nothing but the date.
    let is_cue = |i: usize| document.language.structure.bylines.iter().any(|cue| cue.first() == Some(&document.lower(i)));
    let is_bare = tokens.clone().all(|i| document.kind(i) != TokenKind::Word || is_time_word(i) || is_cue(i));
    n_years == 1 && (n_small >= 1 || n_clocks >= 1) && (n_clocks >= 1 || n_parts >= 1 || is_bare)
}

/// "(T.Y021/B/D007) 17-11-2025 13:20:41": what follows the code of an agency's desk.
fn after_code(document: &Document, block: &Block) -> Range<usize> {
    let tokens = block.tokens.clone();
    let opens = document.token_text(tokens.start) == "(";
    let close = tokens.clone().find(|&i| opens && document.token_text(i) == ")").filter(|close| close + 1 < tokens.end);
    close.map_or(tokens.start, |close| close + 1)..tokens.end
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// "14.26"
fn is_pointed_clock(text: &str) -> bool {
    text.split_once('.').is_some_and(|(hour, minute)| hour.len() <= 2 && minute.len() == 2)
}

/// "4:30 pm", "14.26 wib": what may follow a clock in lower case.
fn is_clock_word(document: &Document, i: usize) -> bool {
    let after_number = i > 0 && document.kind(i - 1) == TokenKind::Number;
    after_number && document.token_text(i).len() <= 4
}

fn is_name_like(document: &Document, i: usize) -> bool {
    document.case(i) != Case::Lower || super::is_domain(document, i)
}
