//! What the tagger found in the article read last, taken over where it would find the same again.
//!
//! What it finds on an island follows from the blocks around, and from the first mentions of the island's words, wherever in
//! the article, with the blocks around those. Where all of these stand as they stood, nothing is scored again.

use super::article::{Article, Mentioned};
use super::decode::Mention;
use crate::Models;
use crate::lang::LanguageId;
use crate::segment::Block;
use std::ops::Range;

/// No feature of a token looks further than so many blocks before or after its own: a block may be one bracket, and the name
/// before it may end another.
const REACH: usize = 2;

/// The article read last, and what was found on its islands.
#[derive(Debug, Default)]
pub struct Memory {
    /// In which language and with which models.
    read_in: Option<(LanguageId, Models)>,
    text: String,
    blocks: Vec<Block>,
    /// By token: its word, as an index into `mentioned`.
    words: Vec<u32>,
    mentioned: Vec<Mentioned>,
    islands: Vec<Range<usize>>,
    found: Found,
}

/// The names on the islands of an article.
#[derive(Debug, Default)]
pub struct Found {
    mentions: Vec<Mention>,
    /// By island: one past its last mention.
    ends: Vec<usize>,
}

impl Found {
    /// Adds the names on the next island.
    pub fn add(&mut self, mentions: impl IntoIterator<Item = Mention>) {
        self.mentions.extend(mentions);
        self.ends.push(self.mentions.len());
    }

    /// The names on island `at`.
    pub fn on(&self, at: usize) -> &[Mention] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.mentions[start..self.ends[at]]
    }
}

impl Memory {
    /// Forgets what was read in another language or with other models.
    pub fn keep_to(&mut self, language: LanguageId, models: &Models) {
        if !self.read_in.as_ref().is_some_and(|(last, with)| *last == language && with.are(models)) {
            *self = Self { read_in: Some((language, models.clone())), ..Self::default() };
        }
    }

    /// Keeps an article in the place of the last one.
    pub fn keep(&mut self, article: Article, found: Found) {
        article.document.text.clone_into(&mut self.text);
        self.blocks.clone_from(&article.document.blocks);
        self.words.clear();
        self.words.extend((0..article.document.tokens.len()).map(|i| article.form(i, 0).mentioned as u32));
        (self.mentioned, self.islands, self.found) = (article.mentioned, article.islands, found);
    }
}

/// An article held against the one read last.
pub struct Recall<'a> {
    memory: &'a Memory,
    article: &'a Article<'a>,
    unchanged: Unchanged,
    /// By [`Article::mentioned`]: whether the mentions are those of the last article, where this has been asked.
    is_alike: Vec<Option<bool>>,
}

impl<'a> Recall<'a> {
    /// Holds an article against the one kept.
    pub fn new(memory: &'a Memory, article: &'a Article<'a>) -> Self {
        let unchanged = Unchanged::new((&memory.text, &memory.blocks), (article.document.text, &article.document.blocks));
        Self { memory, article, unchanged, is_alike: vec![None; article.mentioned.len()] }
    }

    /// The names on an island of this article, if it was one of the last where they would be found again.
    pub fn names(&mut self, island: &Range<usize>) -> Option<&'a [Mention]> {
        let start = self.unchanged.stood(island.start)?;
        let at = self.memory.islands.binary_search_by_key(&start, |last| last.start).ok()?;
        let is_alike = self.memory.islands[at].len() == island.len() && island.clone().all(|i| self.is_mentioned_alike(i));
        is_alike.then(|| self.memory.found.on(at))
    }

    /// True when the word of token `i` has the mentions that it had.
    fn is_mentioned_alike(&mut self, i: usize) -> bool {
        let word = self.article.form(i, 0).mentioned;
        if let Some(known) = self.is_alike[word] {
            return known;
        }
        let last = self.unchanged.stood(i).and_then(|stood| self.memory.words.get(stood));
        let last = last.and_then(|last| self.memory.mentioned.get(*last as usize));
        let is_alike = last.is_some_and(|last| self.is_same_but_moved(&self.article.mentioned[word], last));
        self.is_alike[word] = Some(is_alike);
        is_alike
    }

    fn is_same_but_moved(&self, now: &Mentioned, last: &Mentioned) -> bool {
        let stood = now.capitals().iter().map(|i| self.unchanged.stood(*i as usize));
        now.n_lower_told() == last.n_lower_told() && stood.eq(last.capitals().iter().map(|i| Some(*i as usize)))
    }
}

/// The tokens at the beginning and at the end of an article that stand as they stood, with all that is in their reach.
struct Unchanged {
    /// One past those at the beginning, which have their old places.
    first_end: usize,
    /// Where those at the end start, and where they started.
    last_starts: [usize; 2],
}

impl Unchanged {
    fn new((old_text, old): (&str, &[Block]), (new_text, new): (&str, &[Block])) -> Self {
        let is_same = |(old, new): &(&Block, &Block)| old.span.of(old_text) == new.span.of(new_text);
        let n_same_first = old.iter().zip(new).take_while(is_same).count();
        let is_all = n_same_first == old.len() && n_same_first == new.len();
        let n_first = if is_all { n_same_first } else { n_same_first.saturating_sub(REACH) };
        let n_left = old.len().min(new.len()) - n_same_first;
        let n_last = old.iter().rev().zip(new.iter().rev()).take(n_left).take_while(is_same).count().saturating_sub(REACH);
        let last_start = |blocks: &[Block]| end(&blocks[..blocks.len() - n_last]);
        Self { first_end: end(&new[..n_first]), last_starts: [last_start(new), last_start(old)] }
    }

    /// Where token `i` stood, if it and all in its reach stood so.
    fn stood(&self, i: usize) -> Option<usize> {
        let [start, stood] = self.last_starts;
        if i < self.first_end { Some(i) } else { Some(i.checked_sub(start)? + stood) }
    }
}

/// One past the last token of the first blocks of an article.
fn end(blocks: &[Block]) -> usize {
    blocks.last().map_or(0, |block| block.tokens.end)
}
