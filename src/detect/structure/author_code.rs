//! Initials of writer and editor, "(ant/azw)".

use crate::segment::{Block, Case, Document, TokenKind};
use std::ops::Range;

const MAX_INITIALS: usize = 5;
const MAX_CODE: usize = 8;

/// The tokens of the bracket that closes the block, after a whole sentence or alone.
pub fn find(document: &Document, block: &Block) -> Option<Range<usize>> {
    let last = block.tokens.end.checked_sub(1).filter(|&last| document.token_text(last) == ")")?;
    let start = block.tokens.start.max(last.saturating_sub(MAX_CODE));
    let open = (start..last).rev().find(|&i| document.token_text(i) == "(").filter(|&i| i + 1 < last)?;
    let before = if open == block.tokens.start { "." } else { document.token_text(open - 1) };
    let closes_story = matches!(before, "." | "!" | "?" | "\"" | "”" | "*");
    (closes_story && (open + 1..last).all(|i| is_initials(document, i))).then_some(open..last + 1)
}

/// Few letters in one case, and no agency in capitals: "(AFP)" is a credit.
fn is_initials(document: &Document, i: usize) -> bool {
    let text = document.token_text(i);
    let is_agency = || document.language.structure.credits.binary_search(&document.lower(i)).is_ok();
    match (document.kind(i), document.case(i)) {
        (TokenKind::Word, Case::Lower) => text.len() <= MAX_INITIALS,
        (TokenKind::Word, Case::Upper) => text.len() <= MAX_INITIALS && !is_agency(),
        _ => matches!(text, "/" | "-" | ","),
    }
}
