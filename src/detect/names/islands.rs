//! Where names can be: around capitals. Most tokens of an article are far from any and are never scored.

use super::words::WordClass;
use crate::segment::{Case, Document, TokenKind};
use std::ops::Range;

/// Up to this many tokens without a capital may stand inside a name ("Front for the Liberation of").
const WIDEST_GAP: usize = 3;
/// A text in which fewer than one word in this many has a capital is one that was written without them.
const WORDS_A_CAPITAL: usize = 60;

/// True for a word with a capital.
pub fn is_capital(document: &Document, i: usize) -> bool {
    document.kind(i) == TokenKind::Word && matches!(document.case(i), Case::Title | Case::Upper | Case::Mixed)
}

/// The stretches of tokens to score, in order, none across a block's end.
pub fn find(document: &Document, classes: &[WordClass]) -> Vec<Range<usize>> {
    let n_capitals = (0..document.tokens.len()).filter(|&i| is_capital(document, i)).count();
    let is_lower_case = n_capitals * WORDS_A_CAPITAL < document.tokens.len();
    let mut islands = Vec::new();
    for block in &document.blocks {
        if is_lower_case {
            islands.push(block.tokens.clone());
        } else {
            find_in(document, classes, &block.tokens, &mut islands);
        }
    }
    islands
}

fn find_in(document: &Document, classes: &[WordClass], block: &Range<usize>, islands: &mut Vec<Range<usize>>) {
    let is_anchor = |i: usize| is_capital(document, i) || matches!(document.kind(i), TokenKind::Number | TokenKind::Link);
    let mut anchors = block.clone().filter(|&i| is_anchor(i)).peekable();
    while let Some(first) = anchors.next() {
        let mut last = first;
        while let Some(next) = anchors.next_if(|&next| next <= last + 1 + WIDEST_GAP) {
            last = next;
        }
        if (first..=last).any(|i| document.kind(i) != TokenKind::Number) {
            let is_particle = |i: usize| classes[document.tokens[i].word].is(WordClass::PARTICLE);
            let start = if first > block.start && is_particle(first - 1) { first - 1 } else { first };
            islands.push(start..last + 1);
        }
    }
}

/// Runs of capitalised words: which run each token is in, by its place in the list.
pub struct Runs {
    /// The runs in order.
    pub runs: Vec<Range<usize>>,
    /// The run of each token.
    of: Vec<u32>,
}

impl Runs {
    /// Finds all runs; marks that hold names together ("-", "&", the point of an initial) may stand inside.
    pub fn new(document: &Document) -> Self {
        let mut runs = Self { runs: Vec::new(), of: vec![u32::MAX; document.tokens.len()] };
        for block in &document.blocks {
            let mut i = block.tokens.start;
            while i < block.tokens.end {
                let end = run_end(document, i, block.tokens.end);
                if end > i {
                    runs.of[i..end].fill(runs.runs.len() as u32);
                    runs.runs.push(i..end);
                }
                i = end.max(i + 1);
            }
        }
        runs
    }

    /// The run that holds token `i`.
    pub fn at(&self, i: usize) -> Option<&Range<usize>> {
        self.runs.get(*self.of.get(i)? as usize)
    }
}

/// One past the run that starts at `i`; `i` itself when none does.
fn run_end(document: &Document, i: usize, limit: usize) -> usize {
    let mut end = i;
    while end < limit {
        let joins = end > i
            && end + 1 < limit
            && match document.token_text(end) {
                "-" | "." => document.is_glued(end) && is_capital(document, end + 1) && joins_on(document, end),
                "&" => is_capital(document, end + 1),
                _ => false,
            };
        if !joins && !is_capital(document, end) {
            break;
        }
        end += 1;
    }
    end
}

/// A hyphen without spaces, or the point of an initial.
fn joins_on(document: &Document, mark: usize) -> bool {
    match document.token_text(mark) {
        "-" => document.is_glued(mark + 1),
        _ => document.token_text(mark - 1).len() == 1,
    }
}
