//! Where names can be: around capitals. Most tokens of an article are far from any and are never scored.

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

/// True for a text that was written without capitals.
pub fn is_without_capitals(document: &Document) -> bool {
    let n_capitals = (0..document.tokens.len()).filter(|&i| is_capital(document, i)).count();
    n_capitals * WORDS_A_CAPITAL < document.tokens.len()
}

/// The stretches of tokens to score, in order, none across a sentence's end. `begins` tells the words without a capital that
/// names may begin with.
pub fn find(document: &Document, begins: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    if is_without_capitals(document) {
        return document.sentences.iter().map(|sentence| sentence.tokens.clone()).collect();
    }
    let mut islands = Vec::new();
    for sentence in &document.sentences {
        find_in(document, &begins, &sentence.tokens, &mut islands);
    }
    islands
}

fn find_in(document: &Document, begins: &impl Fn(usize) -> bool, sentence: &Range<usize>, islands: &mut Vec<Range<usize>>) {
    let is_anchor = |i: usize| is_capital(document, i) || matches!(document.kind(i), TokenKind::Number | TokenKind::Link);
    let mut anchors = sentence.clone().filter(|&i| is_anchor(i)).peekable();
    while let Some(first) = anchors.next() {
        let mut last = first;
        while let Some(next) = anchors.next_if(|&next| next <= last + 1 + WIDEST_GAP) {
            last = next;
        }
        if (first..=last).any(|i| document.kind(i) != TokenKind::Number) {
            let island = with_edges(document, begins, first..last + 1, sentence);
            // The edges of two may meet.
            let start = islands.last().map_or(island.start, |before| before.end.max(island.start));
            islands.push(start..island.end);
        }
    }
}

/// With the small words that names begin with ("al-", "pandemi Covid-19"), and what closes them ("-un", "(Persero)").
fn with_edges(
    document: &Document,
    begins: &impl Fn(usize) -> bool,
    island: Range<usize>,
    sentence: &Range<usize>,
) -> Range<usize> {
    let is_after_begin = island.start > sentence.start && begins(island.start - 1);
    let closes = match document.token_text(island.end) {
        ")" => 1,
        "-" if document.is_glued(island.end) && document.is_glued(island.end + 1) => 2,
        _ => 0,
    };
    island.start - usize::from(is_after_begin)..(island.end + closes).min(sentence.end)
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
