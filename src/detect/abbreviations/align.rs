//! Lays the letters of a short form over the words of a long one, at the least cost.
//!
//! Initials cost nothing, beginnings of words neither ("Kej|aksaan"), parts from inside a word a little ("Per|hub|ungan"), a word
//! that gives no letter more. Schwartz and Hearst's rule (2003) takes any subsequence: it finds initials, but puts the left
//! boundary of blends ("Kemenhub", "dirut") at the wrong word.

/// A word of the long form.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// In lower case.
    pub lower: &'a str,
    /// "dan", "of", the second half of "negara-negara": may be passed over.
    pub is_small: bool,
    /// A comma stands before it.
    pub follows_comma: bool,
    /// Written with a capital.
    pub is_capital: bool,
}

/// Longer short forms are not laid over anything.
const MAX_LETTERS: usize = 20;
const SKIPPED_WORD: u32 = 4;
const SKIPPED_CAPITAL: u32 = 2;
const INSIDE: u32 = 2;
const GAP: u32 = 2;
const COMMA: u32 = 1;

/// The word from which on the words spell the short form best.
pub fn best_start(short: &Short, words: &[Word]) -> Option<usize> {
    let start = |from: usize| cost(short, words.get(from..)?).map(|cost| (cost, words.len() - from, from));
    (0..words.len()).rev().filter_map(start).min().map(|(_, _, from)| from)
}

/// True when all the words together spell the short form.
pub fn spells(short: &Short, words: &[Word]) -> bool {
    cost(short, words).is_some()
}

/// The letters of a short form.
#[derive(Clone, Debug)]
pub struct Short {
    letters: Vec<char>,
    /// Written in capitals: rather initials than a blend.
    is_capitals: bool,
}

impl Short {
    /// None when there are too few letters or too many. "P3K" is read as "PPPK", as Indonesian names count their initials.
    pub fn new(text: &str) -> Option<Self> {
        // "SMEs": the ending of several is no letter of the long form's.
        let is_several = |stem: &&str| stem.len() > 1 && stem.bytes().all(|byte| byte.is_ascii_uppercase());
        let text = text.strip_suffix('s').filter(is_several).unwrap_or(text);
        let mut letters: Vec<char> = Vec::new();
        for c in text.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()) {
            match (c.to_digit(10), letters.last().copied()) {
                (Some(n @ 2..=4), Some(last)) if letters.len() + (n as usize) < MAX_LETTERS => {
                    letters.extend(std::iter::repeat_n(last, n as usize - 1));
                }
                _ => letters.push(c),
            }
        }
        let is_capitals = !text.chars().any(char::is_lowercase);
        (2..=MAX_LETTERS).contains(&letters.len()).then_some(Self { letters, is_capitals })
    }

    fn limit(&self) -> u32 {
        let n = self.letters.len() as u32;
        match (self.is_capitals, n) {
            (true, 2) => 2,
            (true, _) => n + 2,
            (false, _) => n.saturating_sub(2),
        }
    }
}

/// The least cost of spelling the short form with all these words in order; none when it costs too much.
fn cost(short: &Short, words: &[Word]) -> Option<u32> {
    // "on time performance (OTP)": a small word begins a long form only where each word gives its initial.
    let gives = |(word, letter): (&Word, &char)| word.lower.starts_with(*letter);
    let is_exact = || words.len() == short.letters.len() && words.iter().zip(&short.letters).all(gives);
    let first = words.first().filter(|word| !word.is_small || is_exact())?;
    // "ilmuwan di Institut Teknologi India": a name in capitals does not begin with a common noun.
    if short.is_capitals && !first.is_capital && words.last().is_some_and(|last| last.is_capital) {
        return None;
    }
    let n = short.letters.len();
    let n_words = words.iter().filter(|word| !word.is_small).count();
    if n_words < 2 || n_words > n + 3 {
        return None;
    }
    let mut costs = vec![None; n + 1];
    for (len, cost) in costs.iter_mut().enumerate().skip(1) {
        *cost = first_piece(short, first.lower, &short.letters[..len]);
    }
    for word in &words[1..] {
        costs = with_word(short, &costs, word);
    }
    costs[n].filter(|cost| *cost <= short.limit())
}

/// The first piece begins the first word; or, in a blend, is a good part of it ("ke|pol|isian").
fn first_piece(short: &Short, word: &str, piece: &[char]) -> Option<u32> {
    let begins = word.chars().next() == piece.first().copied();
    let is_part = || !short.is_capitals && piece.len() >= 3 && contains(word, piece);
    if begins { piece_cost(word, piece) } else { is_part().then_some(INSIDE) }
}

/// One step of the table: what each number of letters costs with one word more.
fn with_word(short: &Short, costs: &[Option<u32>], word: &Word) -> Vec<Option<u32>> {
    let comma = if word.follows_comma { COMMA } else { 0 };
    let skip = match (word.is_small, short.is_capitals) {
        (true, _) => 0,
        (false, true) => SKIPPED_CAPITAL,
        (false, false) => SKIPPED_WORD,
    };
    let mut next: Vec<Option<u32>> = costs.iter().map(|cost| cost.map(|cost| cost + skip + comma)).collect();
    for (from, cost) in costs.iter().enumerate() {
        let Some(cost) = cost else { continue };
        for (to, known) in next.iter_mut().enumerate().skip(from + 1) {
            let Some(piece) = piece_cost(word.lower, &short.letters[from..to]) else { break };
            // A small word lends its initial at most, and not for nothing.
            let small = if word.is_small { if to - from > 1 { SKIPPED_WORD } else { 1 } } else { 0 };
            let total = cost + piece + comma + small;
            if known.is_none_or(|known| total < known) {
                *known = Some(total);
            }
        }
    }
    next
}

/// What it costs to take this piece from this word, its letters in order.
fn piece_cost(word: &str, piece: &[char]) -> Option<u32> {
    let mut letters = word.chars();
    if letters.clone().next() == piece.first().copied() {
        let mut gaps = 0;
        for wanted in piece {
            let n_skipped = letters.by_ref().position(|letter| letter == *wanted)?;
            gaps += u32::from(n_skipped > 0);
        }
        return Some(gaps * GAP);
    }
    contains(word, piece).then_some(INSIDE).or_else(|| is_subsequence(word, piece).then_some(INSIDE + GAP))
}

fn contains(word: &str, piece: &[char]) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(piece.len().max(1)).any(|window| window == piece)
}

fn is_subsequence(word: &str, piece: &[char]) -> bool {
    let mut letters = word.chars();
    piece.iter().all(|wanted| letters.any(|letter| letter == *wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &[&str] = &["on", "dan", "of", "for", "and", "as", "a", "di", "pada"];

    fn start(short: &str, long: &str) -> Option<String> {
        let lower = long.to_lowercase();
        let word = |(word, written): (&'static str, &str)| Word {
            lower: word,
            is_small: SMALL.contains(&word),
            follows_comma: false,
            is_capital: written.starts_with(char::is_uppercase),
        };
        let lower: &'static str = lower.leak();
        let words: Vec<Word> = lower.split([' ', '-']).zip(long.split([' ', '-'])).map(word).collect();
        let from = best_start(&Short::new(short)?, &words)?;
        Some(words[from..].iter().map(|word| word.lower).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn initials_and_blends_find_their_first_word() {
        let cases = [
            ("KPK", "pimpinan Komisi Pemberantasan Korupsi", "komisi pemberantasan korupsi"),
            ("Kejari", "Kepala Kejaksaan Negeri", "kejaksaan negeri"),
            ("Kemenhub", "pegawai Kementerian Perhubungan", "kementerian perhubungan"),
            ("Dishub", "bersama Dinas Perhubungan", "dinas perhubungan"),
            ("dirut", "mantan direktur utama", "direktur utama"),
            ("Korut", "Pemimpin Korea Utara", "korea utara"),
            ("Bawaslu", "Ketua Badan Pengawas Pemilu", "badan pengawas pemilu"),
            ("Polres", "Markas Kepolisian Resor", "kepolisian resor"),
            ("PBB", "pakar Perserikatan Bangsa-Bangsa", "perserikatan bangsa bangsa"),
            ("MaaS", "disebut Mobility as a Service", "mobility as a service"),
            ("P3K", "Pertolongan Pertama pada Kecelakaan", "pertolongan pertama pada kecelakaan"),
            ("Intram", "Dirjen Integrasi Transportasi dan Multimoda", "integrasi transportasi dan multimoda"),
            ("OTP", "waktu atau on time performance", "on time performance"),
            ("SMEs", "small and medium-sized enterprises", "small and medium sized enterprises"),
            ("ITI", "ilmuwan di Institut Teknologi India", "institut teknologi india"),
            ("PPP", "Pimpinan Partai Persatuan Pembangunan", "partai persatuan pembangunan"),
        ];
        for (short, long, want) in cases {
            assert_eq!(start(short, long).as_deref(), Some(want), "{short}");
        }
    }

    #[test]
    fn what_does_not_spell_is_no_long_form() {
        let cases = [
            ("Malappuram", "their house in Nilambur"),
            ("DPO", "tersangka ADES"),
            ("kiri", "Wali Kota Budi Santoso"),
            ("OPEC", "Organisasi Kesehatan"),
            ("Persero", "PT Pertamina"),
        ];
        for (short, long) in cases {
            assert_eq!(start(short, long), None, "{short}");
        }
    }
}
