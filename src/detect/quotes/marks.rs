//! Pairs quotation marks: straight and curly, nested, over paragraphs, opened and never closed.

use super::words::Words;
use crate::lang::speech::{Cue, part};
use crate::segment::{Gap, TokenKind};
use std::ops::Range;

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The tokens, marks included.
    pub tokens: Range<usize>,
    /// False when the first mark is missing.
    pub is_opened: bool,
    /// False when the last mark is missing.
    pub is_closed: bool,
}

/// So many paragraphs a quotation may run on without a mark at the head of each.
const MAX_BLOCKS_WITHOUT_MARK: usize = 3;
/// So many tokens a single mark waits for its partner: what is longer is an apostrophe.
const MAX_SINGLE: usize = 300;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// `"`, and `”` where it stands on both sides.
    Either,
    Opening,
    Closing,
    /// `'`, `‘`, `’`: an apostrophe as well.
    Single,
}

/// All stretches between marks, in order; what stands inside another is left out.
pub fn pair(words: &Words) -> Vec<Marked> {
    let mut pairing = Pairing { words, open: None, found: Vec::new(), singles_read: 0 };
    let blocks = &words.document.blocks;
    for (n, block) in blocks.iter().enumerate() {
        pairing.block(block.tokens.clone());
        let next = blocks.get(n + 1).map_or(0..0, |next| next.tokens.clone());
        pairing.end_block(block.tokens.clone(), next);
    }
    pairing.found
}

/// A quotation that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    start: usize,
    depth: usize,
    n_blocks_without_mark: usize,
}

struct Pairing<'w, 'd> {
    words: &'w Words<'d>,
    open: Option<Open>,
    found: Vec<Marked>,
    /// No single mark closes before this token: what was read in vain is not read again.
    singles_read: usize,
}

impl Pairing<'_, '_> {
    fn block(&mut self, tokens: Range<usize>) {
        let mut closers_left = tokens.clone().filter(|&i| self.double(i).is_some() && self.looks_closing(i)).count();
        let mut i = tokens.start;
        while i < tokens.end {
            let mark = self.mark(i);
            let is_double = mark.is_some_and(|mark| mark != Mark::Single);
            if is_double && self.looks_closing(i) {
                closers_left -= 1;
            }
            i = match (mark, self.open) {
                (None, _) | (Some(Mark::Single), Some(_)) => i + 1,
                (Some(Mark::Single), None) => self.single(i, tokens.end),
                (Some(_), Some(open)) if i == tokens.start && open.start < i && self.looks_opening(i) => i + 1,
                (Some(mark), Some(open)) => self.inside(i, mark, open, closers_left),
                (Some(mark), None) => self.outside(i, mark, tokens.start),
            };
        }
    }

    /// A double mark where no quotation is open.
    fn outside(&mut self, i: usize, mark: Mark, block_start: usize) -> usize {
        let opens = match mark {
            Mark::Opening => true,
            Mark::Closing => self.looks_opening(i),
            _ => !self.looks_closing(i) || self.looks_opening(i),
        };
        if opens && i + 1 < self.words.document.tokens.len() {
            self.open = Some(Open { start: i, depth: 0, n_blocks_without_mark: 0 });
        } else if self.closes_what_never_opened(i, block_start) {
            self.found.push(Marked { tokens: block_start..i + 1, is_opened: false, is_closed: true });
        }
        i + 1
    }

    /// A double mark inside a quotation: its end, or one within it, or one after a forgotten end.
    fn inside(&mut self, i: usize, mark: Mark, open: Open, closers_left: usize) -> usize {
        let opens = match mark {
            Mark::Opening => self.looks_opening(i) || !self.looks_closing(i),
            _ => self.looks_opening(i) && !self.looks_closing(i),
        };
        if opens && closers_left >= open.depth + 2 {
            self.open = Some(Open { depth: open.depth + 1, ..open });
        } else if opens {
            self.close_unclosed(open, i);
            self.open = Some(Open { start: i, depth: 0, n_blocks_without_mark: 0 });
        } else if open.depth > 0 {
            self.open = Some(Open { depth: open.depth - 1, ..open });
        } else {
            self.found.push(Marked { tokens: open.start..i + 1, is_opened: true, is_closed: true });
            self.open = None;
        }
        i + 1
    }

    /// A single mark opens when another closes it before the paragraph ends, with no double mark between.
    fn single(&mut self, i: usize, block_end: usize) -> usize {
        if !self.looks_opening(i) {
            return i + 1;
        }
        let end = block_end.min(i + MAX_SINGLE);
        let stop = (self.singles_read.max(i + 1)..end)
            .find(|&j| self.double(j).is_some() || (self.is_single(j) && self.looks_closing(j)));
        match stop.filter(|&j| self.is_single(j) && self.words.document.span(i + 1..j).len() > 1) {
            Some(j) => {
                self.found.push(Marked { tokens: i..j + 1, is_opened: true, is_closed: true });
                j + 1
            }
            None => {
                self.singles_read = self.singles_read.max(stop.unwrap_or(end));
                i + 1
            }
        }
    }

    /// A paragraph ends with an open quotation: it goes on in the next, or its last mark was forgotten.
    fn end_block(&mut self, block: Range<usize>, next: Range<usize>) {
        let Some(mut open) = self.open else { return };
        let first_mark = next.clone().find(|&i| self.double(i).is_some());
        let is_repeated = first_mark == Some(next.start) && self.looks_opening(next.start);
        let runs_on = match first_mark {
            _ if self.attribution(open.start.max(block.start), block.end).is_some() => false,
            Some(_) if is_repeated => true,
            Some(mark) => open.n_blocks_without_mark < MAX_BLOCKS_WITHOUT_MARK && !self.looks_opening(mark),
            None => false,
        };
        if runs_on {
            open.n_blocks_without_mark += usize::from(!is_repeated);
            self.open = Some(Open { depth: 0, ..open });
        } else {
            self.open = None;
            self.close_unclosed(open, block.end);
        }
    }

    /// The end of a quotation whose last mark was forgotten: the comma before its cue, else the end of its first paragraph.
    fn close_unclosed(&mut self, open: Open, limit: usize) {
        let end = limit.min(self.words.block_end(open.start));
        let end = self.attribution(open.start, end).map_or(end, |comma| comma + 1);
        if end > open.start + 2 {
            self.found.push(Marked { tokens: open.start..end, is_opened: true, is_closed: false });
        }
    }

    /// The comma in "..., kata X" or "..., he said" that a forgotten mark should have followed.
    fn attribution(&self, start: usize, end: usize) -> Option<usize> {
        let words = self.words;
        (start + 1..end).find(|&i| {
            words.is_mark(i, ",")
                && match words.cue(i + 1) {
                    Some(Cue::Stem) => words.has_suffix(i + 1) || words.is_capital(i + 2) || words.is(i + 2, part::PRONOUN),
                    Some(Cue::Verb) => words.is_capital(i + 2),
                    _ => words.is(i + 1, part::PRONOUN) && words.cue(i + 2) == Some(Cue::Verb) && words.is_mark(i + 3, "."),
                }
        })
    }

    /// A paragraph that ends a quotation it never opened: `Kami siap," kata Budi.`
    fn closes_what_never_opened(&self, i: usize, block_start: usize) -> bool {
        let is_first = self.found.last().is_none_or(|last| last.tokens.end <= block_start);
        let ends_speech = matches!(self.words.document.token_text(i.wrapping_sub(1)), "," | "." | "?" | "!");
        let says = matches!(self.words.cue(i + 1), Some(Cue::Stem | Cue::Verb)) || self.words.is(i + 1, part::PRONOUN);
        is_first && ends_speech && says && i > block_start + 4
    }

    fn mark(&self, i: usize) -> Option<Mark> {
        if self.words.document.kind(i) != TokenKind::Mark {
            return None;
        }
        match self.words.document.token_text(i) {
            "\"" | "＂" => Some(Mark::Either),
            "“" | "„" | "«" | "‟" => Some(Mark::Opening),
            "”" | "»" => Some(Mark::Closing),
            "'" | "‘" | "’" | "‚" | "‛" => Some(Mark::Single),
            _ => None,
        }
    }

    fn double(&self, i: usize) -> Option<Mark> {
        self.mark(i).filter(|&mark| mark != Mark::Single)
    }

    fn is_single(&self, i: usize) -> bool {
        self.mark(i) == Some(Mark::Single)
    }

    /// Space (or a bracket, a dash, another mark) before, none after.
    fn looks_opening(&self, i: usize) -> bool {
        let document = self.words.document;
        let before = i.checked_sub(1).map_or("", |before| document.token_text(before));
        let is_free = i == 0 || !document.is_glued(i) || before.chars().all(|c| "([{-–—/:\"“‘'".contains(c));
        let next = document.token_text(i + 1);
        let starts_words =
            document.kind(i + 1) != TokenKind::Mark || next.starts_with(['[', '(', '.', '…', '‘', '\'', '$', '£', '€', '“']);
        is_free && document.is_glued(i + 1) && starts_words
    }

    /// No space before, and after it space or punctuation.
    fn looks_closing(&self, i: usize) -> bool {
        let document = self.words.document;
        let gap_after = document.tokens.get(i + 1).map_or(Gap::Blank, |next| next.gap);
        i > 0 && document.is_glued(i) && (gap_after != Gap::None || document.kind(i + 1) == TokenKind::Mark)
    }
}
