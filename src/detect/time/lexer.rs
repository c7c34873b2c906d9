//! Cuts the document into words, phrases, digits and marks, each with its meaning for time; every distinct word is looked up once.

use crate::lang::time::TimeWord;
use crate::segment::{Document, Gap, TokenKind};

/// A word, phrase, number or mark.
#[derive(Clone, Copy, Debug)]
pub struct Lexeme {
    pub kind: Kind,
    pub first: u32,
    pub end: u32,
}

/// What a lexeme is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Word(TimeWord),
    Digits,
    Mark(char),
    Other,
    /// The end of a block: no expression runs across it.
    Break,
}

/// The meanings of one word form: alone, and the phrases that begin with it.
#[derive(Clone, Copy)]
struct Entry {
    alone: Option<TimeWord>,
    phrases: &'static [(&'static str, TimeWord)],
}

/// All lexemes of the document, with a [`Kind::Break`] behind each block.
pub fn cut(document: &Document) -> Vec<Lexeme> {
    let entries = look_up(document);
    let mut lexemes = Vec::with_capacity(document.tokens.len() + document.blocks.len());
    for block in &document.blocks {
        let mut i = block.tokens.start;
        while i < block.tokens.end {
            let (kind, end) = lexeme(document, &entries, i);
            lexemes.push(Lexeme { kind, first: i as u32, end: end as u32 });
            i = end;
        }
        lexemes.push(Lexeme { kind: Kind::Break, first: i as u32, end: i as u32 });
    }
    lexemes
}

fn look_up(document: &Document) -> Vec<Entry> {
    let table = document.language.time.words;
    let mut entries = vec![Entry { alone: None, phrases: &[] }; document.words.len()];
    document.look_up(
        table,
        |(key, _)| key,
        |word, at, is_own| {
            let lower = &*document.words[word].lower;
            let rest = &table[at + usize::from(is_own)..];
            let is_phrase = |key: &str| key.strip_prefix(lower).is_some_and(|tail| tail.starts_with(' '));
            let n_phrases = rest.iter().take_while(|(key, _)| is_phrase(key)).count();
            entries[word] = Entry { alone: is_own.then(|| table[at].1), phrases: &rest[..n_phrases] };
        },
    );
    entries
}

/// The lexeme that starts at token `i`, and the token after it.
fn lexeme(document: &Document, entries: &[Entry], i: usize) -> (Kind, usize) {
    let token = document.tokens[i];
    let entry = entries[token.word];
    let rest = document.words[token.word].lower.len() + 1;
    let next = document.lower(i + 1).as_bytes().first();
    let fits = |(key, meaning): &(&'static str, TimeWord)| {
        // One letter rules most of them out.
        if key.as_bytes().get(rest) != next {
            return None;
        }
        let mut end = i + 1;
        for word in key[rest..].split(' ') {
            let joins = document.tokens.get(end).is_some_and(|token| token.gap < Gap::Blank);
            if !joins || document.lower(end) != word {
                return None;
            }
            end += 1;
        }
        Some((Kind::Word(*meaning), end))
    };
    let phrase = entry.phrases.iter().filter_map(fits).max_by_key(|(_, end)| *end);
    phrase.unwrap_or_else(|| {
        let kind = match (entry.alone, token.kind) {
            (Some(meaning), _) => Kind::Word(meaning),
            (None, TokenKind::Number) => Kind::Digits,
            (None, TokenKind::Mark) => Kind::Mark(document.token_text(i).chars().next().unwrap_or(' ')),
            (None, _) => Kind::Other,
        };
        (kind, i + 1)
    })
}
