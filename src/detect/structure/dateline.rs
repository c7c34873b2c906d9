//! The place, and often the outlet and the day, before the story's first sentence.

use crate::segment::{Block, Case, Document, TokenKind};

/// "LONDON, Nov 22 (Reuters) -" and its like are no longer than this, in tokens.
const MAX_DATELINE: usize = 16;
/// "Pyongyang:", "New Delhi:".
const MAX_BEFORE_COLON: usize = 3;
/// A story goes on after its dateline.
const MIN_STORY: usize = 6;

/// One past the dateline's last token, if the block begins with one.
pub fn end(document: &Document, block: &Block) -> Option<usize> {
    let first = block.tokens.start;
    let limit = block.tokens.end.min(first + MAX_DATELINE);
    for i in first..limit {
        let text = document.token_text(i);
        let n_before = i - first;
        if is_dash(document, i) && n_before > 0 {
            let end = (i..limit).find(|&next| !is_dash_mark(document.token_text(next))).unwrap_or(limit);
            let fits = starts_story(document, block, end) && (is_marked(document, first..i) || n_before <= MAX_BEFORE_COLON);
            return fits.then_some(end);
        }
        if text == ":" {
            let fits = is_label(document, block) && starts_story(document, block, i + 1) && !is_in_list(document, block);
            return fits.then_some(i + 1);
        }
        if !may_stand_in(document, i) {
            return None;
        }
    }
    None
}

/// One to three capitalised words and a glued colon; no word that opens other lines ("Catatan:").
fn is_label(document: &Document, block: &Block) -> bool {
    let first = block.tokens.start;
    let colon = (first + 1..=first + MAX_BEFORE_COLON).find(|&i| document.token_text(i) == ":" && document.is_glued(i));
    colon.is_some_and(|colon| (first..colon).all(|at| document.kind(at) == TokenKind::Word && !is_opener(document, at)))
}

/// Lines that all begin with a word and a colon are a list.
fn is_in_list(document: &Document, block: &Block) -> bool {
    let at = document.blocks.partition_point(|other| other.tokens.start < block.tokens.start);
    let neighbours = [at.checked_sub(1), Some(at + 1)];
    neighbours.into_iter().flatten().filter_map(|at| document.blocks.get(at)).any(|other| is_label(document, other))
}

/// A dash between spaces: "-", "--", "–", "—", or the "|" of Indian papers.
fn is_dash(document: &Document, i: usize) -> bool {
    let after_gap = !document.is_glued(i) || document.token_text(i.saturating_sub(1)) == ")";
    is_dash_mark(document.token_text(i)) && after_gap
}

fn is_dash_mark(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "|")
}

/// Capitalised words, numbers, and the marks of "KOMPAS.com", "Nov. 22", "(Reuters)".
fn may_stand_in(document: &Document, i: usize) -> bool {
    match document.kind(i) {
        TokenKind::Word => document.case(i) != Case::Lower || super::is_domain(document, i),
        TokenKind::Number => document.token_text(i).len() <= 4,
        TokenKind::Mark => matches!(document.token_text(i), "," | "." | "(" | ")" | "/" | ":"),
        TokenKind::Link => false,
    }
}

/// What follows begins a sentence, after a space, and goes on for a while.
fn starts_story(document: &Document, block: &Block, end: usize) -> bool {
    let begins = !document.is_glued(end)
        && match document.kind(end) {
            TokenKind::Word => document.case(end) != Case::Lower,
            TokenKind::Number => true,
            TokenKind::Mark => matches!(document.token_text(end), "\"" | "“" | "'" | "‘" | "«"),
            TokenKind::Link => false,
        };
    begins && block.tokens.end.saturating_sub(end) >= MIN_STORY
}

/// An outlet, a bracket or capitals say that these words are no sentence's beginning.
fn is_marked(document: &Document, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|i| {
        let text = document.token_text(i);
        matches!(text, "(" | ",") || (document.case(i) == Case::Upper && text.len() > 2) || document.lower(i) == "com"
    })
}

fn is_opener(document: &Document, i: usize) -> bool {
    document.case(i) == Case::Lower || document.language.structure.openers.binary_search(&document.lower(i)).is_ok()
}
