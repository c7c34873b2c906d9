//! Classes of words by how unlabelled text uses them: words with like neighbours share a cluster (exchange clustering of a
//! class bigram model, after Kneser and Ney 1993), and each is mostly written with a capital or without.

use crate::example::Example;
use crate::lists::Entries;
use anyhow::{Context, Result};
use sorot::detect::names::article::word_hash;
use sorot::detect::names::lists::fingerprint;
use sorot::lang::LanguageId;
use sorot::segment::{Case, Document};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// Clusters, two of which are the sentence's edge and the words too rare to know.
const N_CLUSTERS: usize = 64;
const EDGE: usize = 0;
const RARE: usize = 1;
/// A word seen less often is rare.
const RAREST: u32 = 3;
const N_ROUNDS: usize = 12;

/// Fingerprints of words with their classes: the cluster, and in two bits more how often the word has a capital. Lines of what is
/// only measured on are left out: an article that nobody has seen must read as well.
pub fn read(language: LanguageId, data: &Path, held_out: &[(String, Vec<Example>)]) -> Result<Entries> {
    let path = data.join(format!("text/{}_free.txt", language.tag()));
    if !path.exists() {
        return Ok(Entries::new());
    }
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let measured: HashSet<String> =
        held_out.iter().flat_map(|(_, examples)| examples).flat_map(|example| example.text.lines()).map(letters).collect();
    let lines = text.lines().filter(|line| !measured.contains(&letters(line)));
    let text = Text::new(lines, language);
    let clusters = Clustering::new(&text).run();
    let words = text.words.iter().zip(clusters).skip(2);
    Ok(words.map(|(word, cluster)| (fingerprint(word_hash(&word.lower)), (cluster as u8) << 2 | word.capitals())).collect())
}

fn letters(line: &str) -> String {
    line.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

#[derive(Default)]
struct Word {
    lower: String,
    n: u32,
    n_inside: u32,
    n_capital: u32,
}

impl Word {
    fn capitals(&self) -> u8 {
        match self.n_capital as f32 / self.n_inside.max(1) as f32 {
            share if share < 0.05 => 0,
            share if share < 0.5 => 1,
            share if share < 0.95 => 2,
            _ => 3,
        }
    }
}

/// Lines of words by number; [`EDGE`] and [`RARE`] are words too.
struct Text {
    words: Vec<Word>,
    tokens: Vec<u32>,
}

impl Text {
    fn new<'t>(text: impl Iterator<Item = &'t str>, language: LanguageId) -> Self {
        let mut counts: BTreeMap<String, Word> = BTreeMap::new();
        let mut lines: Vec<Vec<String>> = Vec::new();
        for line in text {
            let document = Document::new(line, Some(language));
            for sentence in &document.sentences {
                let mut words = Vec::new();
                for i in sentence.tokens.clone() {
                    let key: String = document.lower(i).chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
                    let word = counts.entry(key.clone()).or_default();
                    word.n += 1;
                    if i > sentence.tokens.start && document.case(i) != Case::None {
                        word.n_inside += 1;
                        word.n_capital += u32::from(document.case(i) != Case::Lower);
                    }
                    words.push(key);
                }
                lines.push(words);
            }
        }
        let mut words: Vec<Word> = vec![Word::default(), Word::default()];
        let kept = counts.into_iter().filter(|(_, word)| word.n >= RAREST);
        words.extend(kept.map(|(lower, word)| Word { lower, ..word }));
        words[2..].sort_by(|a, b| b.n.cmp(&a.n).then(a.lower.cmp(&b.lower)));
        let ids: BTreeMap<&str, u32> = words.iter().enumerate().skip(2).map(|(id, word)| (&*word.lower, id as u32)).collect();
        let mut tokens = vec![EDGE as u32];
        for line in &lines {
            tokens.extend(line.iter().map(|word| ids.get(&**word).copied().unwrap_or(RARE as u32)));
            tokens.push(EDGE as u32);
        }
        drop(ids);
        Self { words, tokens }
    }
}

struct Clustering {
    /// Neighbours of each word, with counts.
    after: Vec<Vec<(u32, u32)>>,
    before: Vec<Vec<(u32, u32)>>,
    cluster: Vec<usize>,
    n_words: Vec<u32>,
    /// Class bigrams.
    pairs: Vec<Vec<i64>>,
    sizes: Vec<i64>,
}

fn weight(n: i64) -> f64 {
    if n <= 0 { 0.0 } else { n as f64 * (n as f64).ln() }
}

impl Clustering {
    fn new(text: &Text) -> Self {
        let n = text.words.len();
        let mut pairs: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        let mut n_words = vec![0; n];
        for pair in text.tokens.windows(2) {
            *pairs.entry((pair[0], pair[1])).or_default() += 1;
            n_words[pair[0] as usize] += 1;
        }
        let (mut after, mut before) = (vec![Vec::new(); n], vec![Vec::new(); n]);
        for ((a, b), count) in pairs {
            after[a as usize].push((b, count));
            before[b as usize].push((a, count));
        }
        // The most frequent words begin in clusters of their own, the others by rank.
        let k = N_CLUSTERS - 2;
        let cluster: Vec<usize> = (0..n).map(|word| if word < 2 { word } else { 2 + (word - 2) % k }).collect();
        let mut this =
            Self { after, before, cluster, n_words, pairs: vec![vec![0; N_CLUSTERS]; N_CLUSTERS], sizes: vec![0; N_CLUSTERS] };
        for word in 0..n {
            this.sizes[this.cluster[word]] += i64::from(this.n_words[word]);
            for (next, count) in &this.after[word] {
                this.pairs[this.cluster[word]][this.cluster[*next as usize]] += i64::from(*count);
            }
        }
        this
    }

    fn run(mut self) -> Vec<usize> {
        for round in 0..N_ROUNDS {
            let mut n_moved = 0;
            for word in 2..self.cluster.len() {
                n_moved += usize::from(self.place(word));
            }
            eprintln!("  round {}: {n_moved} words moved", round + 1);
            if n_moved * 200 < self.cluster.len() {
                break;
            }
        }
        self.cluster
    }

    /// Moves a word to the cluster that fits best; true when that is another.
    fn place(&mut self, word: usize) -> bool {
        let old = self.cluster[word];
        let (mut after, mut before, mut own) = ([0i64; N_CLUSTERS], [0i64; N_CLUSTERS], 0i64);
        for (next, count) in &self.after[word] {
            if *next as usize == word {
                own += i64::from(*count)
            } else {
                after[self.cluster[*next as usize]] += i64::from(*count)
            }
        }
        for (last, count) in &self.before[word] {
            if *last as usize != word {
                before[self.cluster[*last as usize]] += i64::from(*count);
            }
        }
        let n = i64::from(self.n_words[word]);
        self.change(old, &after, &before, own, -1);
        self.sizes[old] -= n;
        let mut best = (f64::NEG_INFINITY, old);
        let seen: Vec<usize> = (0..N_CLUSTERS).filter(|c| after[*c] > 0 || before[*c] > 0).collect();
        for to in 2..N_CLUSTERS {
            let mut gain = -2.0 * (weight(self.sizes[to] + n) - weight(self.sizes[to]));
            for &c in &seen {
                if c != to {
                    let (ab, ba) = (self.pairs[to][c], self.pairs[c][to]);
                    if after[c] > 0 {
                        gain += weight(ab + after[c]) - weight(ab);
                    }
                    if before[c] > 0 {
                        gain += weight(ba + before[c]) - weight(ba);
                    }
                }
            }
            let self_pairs = self.pairs[to][to];
            gain += weight(self_pairs + after[to] + before[to] + own) - weight(self_pairs);
            if gain > best.0 {
                best = (gain, to);
            }
        }
        let to = best.1;
        self.cluster[word] = to;
        self.change(to, &after, &before, own, 1);
        self.sizes[to] += n;
        to != old
    }

    fn change(&mut self, at: usize, after: &[i64; N_CLUSTERS], before: &[i64; N_CLUSTERS], own: i64, sign: i64) {
        for c in 0..N_CLUSTERS {
            self.pairs[at][c] += sign * after[c];
            self.pairs[c][at] += sign * before[c];
        }
        self.pairs[at][at] += sign * own;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_words_share_a_cluster() {
        let line = "Kata Rani, beras mahal di Medan.\nUjar Dodi, gula murah di Bogor.\nKata Dodi, gula mahal di Bogor.\nUjar Rani, beras murah di Medan.\n";
        let text = Text::new(line.repeat(20).lines(), LanguageId::Indonesian);
        assert!(text.words.iter().any(|word| word.lower == "medan" && word.capitals() == 3));
        assert!(text.words.iter().any(|word| word.lower == "beras" && word.capitals() == 0));
        assert_eq!(Clustering::new(&text).run().len(), text.words.len());
    }
}
