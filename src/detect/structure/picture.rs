//! Words under a picture, and who made it.

use crate::Span;
use crate::segment::{Block, Case, Document, TokenKind};

const MAX_CREDIT: usize = 12;
/// A longer text before a name in brackets is a reader's letter.
const MAX_CAPTION: usize = 45;

/// A picture's line; either part may be empty.
pub struct Picture {
    pub caption: Span,
    pub credit: Span,
}

/// A line that ends in the maker's name in brackets, or begins as captions do.
pub fn read(document: &Document, block: &Block, is_head: bool) -> Option<Picture> {
    let words = &document.language.structure;
    let nothing = Span::new(0, 0);
    let begins = is_about(document, block);
    if let Some(open) = bracket(document, block).filter(|_| super::author_code::find(document, block).is_none()) {
        let inside = open + 1..block.tokens.end - 1;
        let after_sentence = open > block.tokens.start && document.token_text(open - 1) == ".";
        let is_names = inside.clone().all(|i| document.kind(i) != TokenKind::Number && document.case(i) != Case::Lower);
        let says_so = inside.clone().any(|i| document.token_text(i) == "/" || is_credit_word(document, i));
        // Without a word that says so, names alone are a credit only above the story and after a whole sentence.
        if begins
            || (says_so && (is_head || is_names))
            || (is_head && after_sentence && is_names && block.tokens.len() <= MAX_CAPTION)
        {
            let caption = document.span(block.tokens.start..open);
            return Some(Picture { caption, credit: document.span(open..block.tokens.end) });
        }
    }
    if let Some(open) = slashed_credit(document, block) {
        let (caption, credit) = (document.span(block.tokens.start..open), document.span(open..block.tokens.end));
        return Some(Picture { caption, credit });
    }
    let is_cue =
        |cue: &&[&str]| document.reads(block.tokens.start, cue) && document.case(block.tokens.start + cue.len()) != Case::Lower;
    if block.tokens.len() <= MAX_CREDIT && words.credit_cues.iter().any(is_cue) {
        return Some(Picture { caption: nothing, credit: block.span });
    }
    if begins {
        let rest = block.tokens.start + 2..block.tokens.end;
        let is_maker =
            rest.len() <= MAX_CREDIT && rest.clone().any(|i| is_credit_word(document, i) || document.token_text(i) == "/");
        let (caption, credit) = if is_maker { (nothing, block.span) } else { (block.span, nothing) };
        return Some(Picture { caption, credit });
    }
    None
}

/// "… in Brasilia, May 5. REUTERS/Paulo Reis/File Photo": agency, slash and maker behind the last sentence.
fn slashed_credit(document: &Document, block: &Block) -> Option<usize> {
    let end = block.tokens.end;
    let is_names = |i: usize| document.kind(i) != TokenKind::Number && document.case(i) != Case::Lower;
    let start = |slash: usize| {
        let mut before = (block.tokens.start..slash).rev();
        let start = before.find(|&i| matches!(document.token_text(i), "." | ")" | "\"" | "”"))? + 1;
        let is_agency = (start..slash).len() <= 2 && (start..slash).any(|i| is_credit_word(document, i));
        (is_agency && document.is_glued(slash) && (start..end).all(is_names)).then_some(start)
    };
    let tail = block.tokens.start.max(end.saturating_sub(MAX_CREDIT))..end;
    tail.filter(|&i| document.token_text(i) == "/").find_map(start)
}

/// A line that begins as captions do.
pub fn is_about(document: &Document, block: &Block) -> bool {
    document.language.structure.captions.iter().any(|cue| document.reads(block.tokens.start, cue))
}

/// A line of nothing but the maker's name in brackets: what stands above it is the caption.
pub fn is_credit_line(document: &Document, block: &Block) -> bool {
    read(document, block, true).is_some_and(|picture| picture.caption.is_empty() && !picture.credit.is_empty())
}

/// The opening bracket of a short bracket that closes the block, with no point after it.
fn bracket(document: &Document, block: &Block) -> Option<usize> {
    let last = block.tokens.end.checked_sub(1)?;
    let open = match document.token_text(last) {
        ")" => "(",
        "]" => "[",
        _ => return None,
    };
    let start = block.tokens.start.max(last.saturating_sub(MAX_CREDIT));
    (start..last).rev().find(|&i| document.token_text(i) == open).filter(|&i| i + 1 < last)
}

fn is_credit_word(document: &Document, i: usize) -> bool {
    document.language.structure.credits.binary_search(&document.lower(i)).is_ok()
}
