//! One article as the tagger sees it: each form looked up once, runs of capitals, listed phrases, where else a word occurs.

use super::islands::{self, Runs};
use super::lists::{self, List};
use super::shapes;
use super::words::WordClass;
use crate::lang::LanguageId;
use crate::segment::{Case, Document};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// No listed phrase is longer, in tokens.
pub const LONGEST_PHRASE: usize = 6;
/// More mentions of one word say nothing new.
const MOST_MENTIONS: usize = 8;
/// Nor do more without a capital.
const MOST_LOWER: u32 = 3;

/// What is known of words and phrases before an article is read.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// Lists of single words.
    words: List,
    /// Lists of phrases.
    phrases: List,
    /// How unlabelled text uses words.
    usage: List,
    /// The language's tables, by the hash of the word.
    classes: FxHashMap<u64, WordClass>,
}

impl Lexicon {
    /// Lists of names and of usage beside a language's own tables.
    pub fn new(language: LanguageId, [words, phrases, usage]: [List; 3]) -> Self {
        let classes = WordClass::table(&language.tables().names).map(|(word, class)| (word_hash(word), class));
        Self { words, phrases, usage, classes: classes.collect() }
    }
}

/// What the tagger knows of a distinct form.
#[derive(Clone, Debug)]
pub struct Form {
    /// Of the lower-case form, digits taken for one another.
    pub hash: u64,
    /// Of the last three letters.
    pub ending: u64,
    /// See `shapes::shape`.
    pub shape: u64,
    /// See `shapes::long_shape`.
    pub long_shape: u64,
    /// How it is capitalised.
    pub case: Case,
    /// Its class in the lists of names.
    pub listed: u8,
    /// How unlabelled text uses it: its cluster, and in the last two bits how often it has a capital; 0 when not known.
    pub usage: u8,
    /// Its classes in the language's tables.
    pub classes: WordClass,
    /// Which of [`Article::mentioned`] it is a form of.
    pub mentioned: usize,
}

impl Form {
    /// Stands where there is no token.
    pub const EDGE: Self = Self {
        hash: 1,
        ending: 1,
        shape: 0,
        long_shape: 0,
        case: Case::None,
        listed: 0,
        usage: 0,
        classes: WordClass::NONE,
        mentioned: usize::MAX,
    };
}

impl Form {
    /// True for a word that unlabelled text hardly ever writes with a capital.
    pub fn is_common(&self) -> bool {
        self.usage > 0 && self.usage & 3 == 0
    }
}

/// Where a word occurs, whatever its capitals.
#[derive(Clone, Debug, Default)]
pub struct Mentioned {
    /// How often without a capital.
    pub n_lower: u32,
    n_capitals: usize,
    capitals: [u32; MOST_MENTIONS],
}

impl Mentioned {
    /// The first mentions with a capital.
    pub fn capitals(&self) -> &[u32] {
        &self.capitals[..self.n_capitals]
    }

    /// How often without a capital, as far as this is told apart.
    pub fn n_lower_told(&self) -> u32 {
        self.n_lower.min(MOST_LOWER)
    }
}

/// An article made ready.
pub struct Article<'d> {
    /// The article.
    pub document: &'d Document<'d>,
    /// By [`crate::segment::Token::word`].
    pub forms: Vec<Form>,
    /// By [`Form::mentioned`].
    pub mentioned: Vec<Mentioned>,
    /// Runs of capitals.
    pub runs: Runs,
    /// The stretches to score.
    pub islands: Vec<Range<usize>>,
    /// Listed phrases with their classes.
    phrases: Vec<(Range<usize>, u8)>,
    /// Which of `phrases` holds a token.
    phrase_of: Vec<u32>,
    /// Where each token stands.
    places: Vec<Place>,
}

/// Where a token stands.
#[derive(Clone, Copy)]
struct Place {
    /// The number of the block; its last bit says whether the block is written like a title.
    block: u32,
    /// Tokens before it in its sentence.
    since_start: u32,
}

impl<'d> Article<'d> {
    /// Looks everything up that features need.
    pub fn new(document: &'d Document<'d>, lexicon: &Lexicon) -> Self {
        let (forms, mentioned) = forms(document, lexicon);
        let mut article = Self {
            document,
            runs: Runs::new(document),
            islands: islands::find(document, |i| forms[document.tokens[i].word].classes.is(WordClass::BEGINS)),
            forms,
            mentioned,
            phrases: Vec::new(),
            phrase_of: vec![u32::MAX; document.tokens.len()],
            places: places(document),
        };
        article.find_phrases(&lexicon.phrases);
        article
    }

    /// The form at `i + offset`, or the edge where the block ends before it.
    #[inline]
    pub fn form(&self, i: usize, offset: isize) -> &Form {
        self.word(i, offset).map_or(&Form::EDGE, |word| &self.forms[word])
    }

    /// The word at `i + offset`, if it stands in the same block as `i`.
    #[inline]
    pub fn word(&self, i: usize, offset: isize) -> Option<usize> {
        let at = i.checked_add_signed(offset)?;
        let (here, there) = (self.places.get(i)?, self.places.get(at)?);
        (here.block == there.block).then(|| self.document.tokens[at].word)
    }

    /// The tables that hold token `i`; none past the end.
    pub fn classes(&self, i: usize) -> WordClass {
        self.form(i, 0).classes
    }

    /// How many tokens stand before `i` in its sentence, and whether its block is written in capitals like a title.
    pub fn standing(&self, i: usize) -> (u64, bool) {
        self.places.get(i).map_or((0, false), |place| (u64::from(place.since_start), place.block & 1 == 1))
    }

    /// The listed phrase that holds token `i`, and its class.
    pub fn phrase(&self, i: usize) -> Option<(&Range<usize>, u8)> {
        let (phrase, class) = self.phrases.get(*self.phrase_of.get(i)? as usize)?;
        Some((phrase, *class))
    }

    /// The runs of capitals in a stretch, in order.
    pub fn runs_in(&self, tokens: &Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        let first = self.runs.runs.partition_point(|run| run.start < tokens.start);
        let end = tokens.end;
        self.runs.runs.iter().skip(first).take_while(move |run| run.end <= end)
    }

    /// True when the word of token `i` also occurs without a capital.
    pub fn is_also_lower(&self, i: usize) -> bool {
        self.mentioned.get(self.form(i, 0).mentioned).is_some_and(|mentioned| mentioned.n_lower > 0)
    }

    fn find_phrases(&mut self, list: &List) {
        for run in 0..self.runs.runs.len() {
            let Range { mut start, end } = self.runs.runs[run].clone();
            while start < end {
                start = match self.longest_phrase(start, list) {
                    Some((phrase, class)) => {
                        let end = phrase.end;
                        self.phrase_of[phrase.clone()].fill(self.phrases.len() as u32);
                        self.phrases.push((phrase, class));
                        end
                    }
                    None => start + 1,
                };
            }
        }
    }

    fn longest_phrase(&self, start: usize, list: &List) -> Option<(Range<usize>, u8)> {
        let mut longest = None;
        let mut hash = 0;
        for offset in 0..LONGEST_PHRASE {
            let Some(word) = self.word(start, offset as isize) else { break };
            hash = lists::join(hash, self.forms[word].hash);
            let class = if islands::is_capital(self.document, start + offset) { list.class(hash) } else { 0 };
            if class > 0 {
                longest = Some((start..start + offset + 1, class));
            }
        }
        longest
    }
}

/// The hash of a lower-case word, digits taken for one another.
pub fn word_hash(lower: &str) -> u64 {
    let bytes = lower.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn forms(document: &Document, lexicon: &Lexicon) -> (Vec<Form>, Vec<Mentioned>) {
    let (ids, n_ids) = whatever_capitals(document);
    let mut forms = vec![Form::EDGE; document.words.len()];
    let mut mentioned = vec![Mentioned::default(); n_ids];
    for (i, token) in document.tokens.iter().enumerate() {
        let word = &document.words[token.word];
        let form = &mut forms[token.word];
        if form.mentioned == usize::MAX {
            let text = document.token_text(i);
            let hash = word_hash(&word.lower);
            *form = Form {
                hash,
                ending: ending(&word.lower),
                shape: shapes::shape(token.kind, word.case, text),
                long_shape: shapes::long_shape(text),
                case: word.case,
                listed: lexicon.words.class(hash),
                usage: lexicon.usage.class(hash),
                classes: lexicon.classes.get(&hash).copied().unwrap_or(WordClass::NONE),
                mentioned: ids[token.word],
            };
        }
        let places = &mut mentioned[form.mentioned];
        match word.case {
            Case::Lower => places.n_lower += 1,
            Case::None => {}
            _ if places.n_capitals < MOST_MENTIONS => {
                places.capitals[places.n_capitals] = i as u32;
                places.n_capitals += 1;
            }
            _ => {}
        }
    }
    (forms, mentioned)
}

/// Numbers the distinct words so that those that differ in capitals only have one number, and counts the numbers.
fn whatever_capitals(document: &Document) -> (Vec<usize>, usize) {
    let mut ids = vec![0; document.words.len()];
    let mut last = None;
    let mut n_ids = 0;
    for word in document.sorted_words() {
        let lower = &*document.words[word].lower;
        n_ids += usize::from(last != Some(lower));
        ids[word] = n_ids - 1;
        last = Some(lower);
    }
    (ids, n_ids)
}

/// Of the last three characters.
fn ending(word: &str) -> u64 {
    let start = word.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
    lists::hash(&word[start..])
}

fn places(document: &Document) -> Vec<Place> {
    let mut places = Vec::with_capacity(document.tokens.len());
    for sentence in &document.sentences {
        let tokens = &document.blocks[sentence.block].tokens;
        // The last bit says whether the block is a title; the others number the blocks.
        let starts_block = sentence.tokens.start == tokens.start;
        let block = match places.last() {
            Some(Place { block, .. }) if !starts_block => *block,
            _ => (sentence.block as u32) << 1 | u32::from(is_title(document, tokens)),
        };
        places.extend((0..sentence.tokens.len() as u32).map(|since_start| Place { block, since_start }));
    }
    places
}

/// Three of four words with a capital: a headline in title case, or a line in capitals.
fn is_title(document: &Document, tokens: &Range<usize>) -> bool {
    let words = tokens.clone().filter(|&i| document.kind(i) == crate::segment::TokenKind::Word);
    let (n_words, n_capitals) =
        words.fold((0, 0), |(words, capitals), i| (words + 1, capitals + usize::from(islands::is_capital(document, i))));
    n_words > 3 && n_capitals * 4 >= n_words * 3
}
