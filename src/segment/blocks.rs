//! Groups tokens into lines and wrapped paragraphs.

use super::{Block, Gap, Token};
use crate::Span;

/// A line shorter than this is never taken for one that was wrapped.
const WRAPPED_LINE: usize = 50;

/// Every line that is not blank, in order; a line that was cut by hard wrapping joins the one before.
pub fn split(text: &str, tokens: &[Token]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut start = 0;
    for i in 1..=tokens.len() {
        let ends = i == tokens.len() || tokens[i].gap >= Gap::Line;
        if !ends {
            continue;
        }
        let span = tokens[start].span.to(tokens[i - 1].span);
        match blocks.last_mut().filter(|last| tokens[start].gap == Gap::Line && is_wrapped(text, last.span, span)) {
            Some(last) => {
                last.span = last.span.to(span);
                last.tokens.end = i;
            }
            None => blocks.push(Block { span, tokens: start..i, sentences: 0..0 }),
        }
        start = i;
    }
    blocks
}

/// A long line without an end, followed by one that starts in lower case, was one line once.
fn is_wrapped(text: &str, before: Span, after: Span) -> bool {
    let last_line = before.of(text).rsplit('\n').next().unwrap_or("");
    last_line.len() >= WRAPPED_LINE
        && !last_line.ends_with(['.', '!', '?', '"', '”', ':', ')'])
        && after.of(text).starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::segment::Document;

    #[test]
    fn lines_are_blocks_unless_wrapped() {
        let text = "Judul\n\nSatu baris yang panjang sekali dan dipotong di tengah\nkalimat oleh surat elektronik.\nBaris lain.";
        let document = Document::new(text, None);
        let blocks: Vec<&str> = document.blocks.iter().map(|block| block.span.of(text)).collect();
        assert_eq!(blocks.len(), 3, "{blocks:?}");
        assert!(blocks[1].ends_with("elektronik."), "{blocks:?}");
    }
}
