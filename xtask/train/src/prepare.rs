//! Turns examples into sequences of features and allowed states.

use crate::example::{Example, Mention, NO_NAME, Random};
use crate::lists::Lists;
use sorot::detect::names::article::{Article, Lexicon};
use sorot::detect::names::features::{self, FEATURE_BITS, WINDOW};
use sorot::detect::names::lists::List;
use sorot::detect::names::states::{LABELS, N_STATES, OUTSIDE, Position, state};
use sorot::lang::LanguageId;
use sorot::segment::Document;
use std::ops::Range;

/// A feature that fewer tokens have is left out.
const RAREST_FEATURE: u8 = 2;

/// In the place of a row that is not there.
pub const NO_ROW: u32 = u32::MAX;

/// A stretch of tokens to learn from.
pub struct Sequence {
    pub domain: usize,
    /// Where its tokens' features start and end in [`Prepared::features`].
    pub tokens: Vec<Range<usize>>,
    /// The states each token may have, as bits.
    pub allowed: Vec<u32>,
}

/// All sequences; features are numbered densely, those shared by all corpora first.
pub struct Prepared {
    pub sequences: Vec<Sequence>,
    /// For each feature its shared row and its corpus' own row.
    pub features: Vec<(u32, u32)>,
    /// The feature of each shared row.
    pub shared: Vec<u32>,
    /// For each corpus and feature, the row of its own; [`NO_ROW`] where it has none.
    pub own: Vec<Vec<u32>>,
    pub n_rows: usize,
}

pub fn prepare(language: LanguageId, examples: &[&Example], lists: &Lists, without_article: bool) -> Prepared {
    let list =
        |entries: &crate::lists::Entries| List::new(entries.keys().copied().collect(), entries.values().copied().collect());
    let lexicon = Lexicon::new(language, [list(&lists.words), list(&lists.phrases), list(&lists.usage)]);
    let mut raw = Vec::new();
    let mut sequences = Vec::new();
    for example in examples {
        let document = Document::new(&example.text, Some(language));
        let article = Article::new(&document, &lexicon);
        let allowed = allowed_states(example, &document, &article.islands);
        for island in &article.islands {
            let tokens = island.clone().map(|i| collect(&article, i, &mut raw, without_article)).collect();
            sequences.push(Sequence { domain: example.domain, tokens, allowed: allowed[island.clone()].to_vec() });
        }
    }
    number(sequences, raw)
}

fn collect(article: &Article, i: usize, raw: &mut Vec<u32>, without_article: bool) -> Range<usize> {
    let start = raw.len();
    features::of_token(article, i, raw);
    WINDOW.for_each(|offset| features::of_form(article, article.word(i, offset), offset, raw));
    if let Some(mentioned) = article.mentioned.get(article.form(i, 0).mentioned).filter(|_| !without_article) {
        features::of_mentions(article, mentioned, raw);
    }
    start..raw.len()
}

/// Gives rows to the features that are frequent enough, in order of first use.
fn number(mut sequences: Vec<Sequence>, raw: Vec<u32>) -> Prepared {
    let mut counts = vec![0u8; 1 << FEATURE_BITS];
    raw.iter().for_each(|feature| counts[*feature as usize] = counts[*feature as usize].saturating_add(1));
    let mut rows = vec![NO_ROW; 1 << FEATURE_BITS];
    let mut shared = Vec::new();
    for &feature in &raw {
        let row = &mut rows[feature as usize];
        if counts[feature as usize] >= RAREST_FEATURE && *row == NO_ROW {
            *row = shared.len() as u32;
            shared.push(feature);
        }
    }
    let n_domains = sequences.iter().map(|sequence| sequence.domain + 1).max().unwrap_or(0);
    let mut own_rows = vec![vec![NO_ROW; shared.len()]; n_domains];
    let mut n_rows = shared.len() as u32;
    let mut features = Vec::with_capacity(raw.len());
    for sequence in &mut sequences {
        for tokens in &mut sequence.tokens {
            let start = features.len();
            for row in raw[tokens.clone()].iter().map(|feature| rows[*feature as usize]).filter(|row| *row != NO_ROW) {
                let own = &mut own_rows[sequence.domain][row as usize];
                if *own == NO_ROW {
                    *own = n_rows;
                    n_rows += 1;
                }
                features.push((row, *own));
            }
            *tokens = start..features.len();
        }
    }
    Prepared { sequences, features, shared, own: own_rows, n_rows: n_rows as usize }
}

/// The states that each token may have.
fn allowed_states(example: &Example, document: &Document, islands: &[Range<usize>]) -> Vec<u32> {
    let all = (1u32 << N_STATES) - 1;
    let bare = (0..LABELS.len()).filter(|label| example.unmarked & 1 << label != 0);
    let bare = bare.fold(1 << OUTSIDE, |bits, label| bits | 0b1111 << (1 + 4 * label));
    let mut allowed = vec![bare; document.tokens.len()];
    for mention in &example.mentions {
        let tokens =
            document.token_at(mention.span.start)..document.tokens.partition_point(|token| token.span.start < mention.span.end);
        let is_whole = islands.iter().any(|island| island.start <= tokens.start && tokens.end <= island.end);
        for i in tokens.clone() {
            allowed[i] = if is_whole { states_of(mention, &tokens, i) } else { all };
        }
    }
    allowed
}

fn states_of(mention: &Mention, tokens: &Range<usize>, i: usize) -> u32 {
    let position = match (i == tokens.start, i + 1 == tokens.end) {
        (true, true) => Position::Unit,
        (true, false) => Position::Begin,
        (false, true) => Position::Last,
        (false, false) => Position::Inside,
    };
    let labels = (0..LABELS.len()).filter(|label| mention.labels & 1 << label != 0);
    let bits = labels.fold(0, |bits, label| bits | 1 << state(label, position));
    if mention.labels & NO_NAME != 0 { bits | 1 << OUTSIDE } else { bits }
}

/// The sequences in random order.
pub fn order(prepared: &Prepared, random: &mut Random) -> Vec<usize> {
    let mut order: Vec<usize> = (0..prepared.sequences.len()).collect();
    random.shuffle(&mut order);
    order
}
