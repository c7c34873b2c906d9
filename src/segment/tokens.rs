//! Cuts text into words, numbers, links and marks.

use crate::Span;
use rustc_hash::FxHashMap;

/// A piece of text that no detector cuts further (but for suffixes like "-nya").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TokenKind,
    /// The white space before it.
    pub gap: Gap,
    /// Its form, as an index into [`super::Document::words`].
    pub word: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes ("O'Brien", "Jum'at") and points ("U.S.", "a.m.").
    Word,
    /// Digits, with inner points and commas ("10.000", "1,2", "14.26").
    Number,
    /// A web or mail address, a handle or a hash tag.
    Link,
    /// One mark: punctuation, a sign, an emoji.
    Mark,
}

/// The white space before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// None: the token is glued to the one before.
    None,
    /// Spaces.
    Space,
    /// One line break.
    Line,
    /// A blank line.
    Blank,
}

/// A distinct word form of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// In lower case, with typographic apostrophes made plain.
    pub lower: Box<str>,
    /// How it is capitalised.
    pub case: Case,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letters.
    None,
    /// "kata"
    Lower,
    /// "Kata", and single capitals
    Title,
    /// "KPK"
    Upper,
    /// "iPhone", "McCain"
    Mixed,
}

/// All tokens in order, and the distinct forms they point to.
pub fn tokenize(text: &str) -> (Vec<Token>, Vec<Word>) {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut words = Vec::new();
    let mut ids: FxHashMap<&str, usize> = FxHashMap::default();
    let mut end = 0;
    while let Some((gap, start)) = skip_space(text, end) {
        let kind;
        (kind, end) = next_token(text, start);
        let span = Span::new(start, end);
        let form = span.of(text);
        let word = *ids.entry(form).or_insert_with(|| {
            words.push(Word { lower: lower(form), case: case(form) });
            words.len() - 1
        });
        tokens.push(Token { span, kind, gap, word });
    }
    (tokens, words)
}

/// The gap at `from` and the place where the next token starts; none at the end of the text.
fn skip_space(text: &str, from: usize) -> Option<(Gap, usize)> {
    // Nearly all gaps are one space, or none before a comma.
    match text.as_bytes().get(from..) {
        Some([b'!'..=b'~', ..]) => return Some((Gap::None, from)),
        Some([b' ', b'!'..=b'~', ..]) => return Some((Gap::Space, from + 1)),
        _ => {}
    }
    let mut n_lines = 0;
    let mut after_return = false;
    for (offset, c) in text[from..].char_indices() {
        if !is_space(c) {
            let gap = match (offset, n_lines) {
                (0, _) => Gap::None,
                (_, 0) => Gap::Space,
                (_, 1) => Gap::Line,
                _ => Gap::Blank,
            };
            return Some((gap, from + offset));
        }
        let is_break = matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') && !(c == '\n' && after_return);
        n_lines += u32::from(is_break);
        after_return = c == '\r';
    }
    None
}

/// White space and the characters that are as invisible: they are in no token.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

fn next_token(text: &str, start: usize) -> (TokenKind, usize) {
    let rest = &text[start..];
    if let Some((kind, len)) = plain(rest.as_bytes()) {
        return (kind, start + len);
    }
    if let Some(len) = link_len(rest) {
        return (TokenKind::Link, start + len);
    }
    let first = rest.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() {
        (TokenKind::Number, start + number_len(rest))
    } else if first.is_alphabetic() {
        (TokenKind::Word, start + word_len(rest))
    } else {
        (TokenKind::Mark, start + mark_len(rest, first))
    }
}

/// What most tokens are: ASCII letters, or one ASCII mark, with nothing behind them that could go on with them. Others are
/// looked at in full.
fn plain(rest: &[u8]) -> Option<(TokenKind, usize)> {
    let ends = |at: usize| match rest.get(at..) {
        None | Some([]) => true,
        Some([b'.', b' ' | b'\n', ..] | [b'.']) => at > 3,
        Some([byte, ..]) => byte.is_ascii() && !matches!(byte, b'\'' | b'.' | b':' | b'@' | b'_' | b'-' | b'+' | b'0'..=b'9'),
    };
    let n_letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    match (n_letters, rest) {
        (0, [b'.'] | [b'.', b' ' | b'\n', ..]) => Some((TokenKind::Mark, 1)),
        (0, [b',' | b'"' | b'(' | b')' | b':' | b';' | b'?' | b'!' | b'/' | b'%' | b'$', after @ ..]) => {
            after.first().is_none_or(u8::is_ascii).then_some((TokenKind::Mark, 1))
        }
        (0, _) => None,
        _ => ends(n_letters).then_some((TokenKind::Word, n_letters)),
    }
}

/// Digits with single points or commas between digits.
fn number_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut len = 0;
    while is_digit(len) || (matches!(bytes.get(len), Some(b'.' | b',')) && is_digit(len + 1)) {
        len += 1;
    }
    len
}

/// Letters and what holds them together: combining marks, joiners, inner apostrophes; single letters with points ("U.S.").
fn word_len(rest: &str) -> usize {
    if let Some(len) = pointed_len(rest) {
        return len;
    }
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = is_letter(c)
            || (is_apostrophe(c)
                && at > 0
                && chars.peek().is_some_and(|(next, _)| !is_english_clitic(&rest[*next..]))
                && chars.peek().is_some_and(|(_, next)| next.is_alphabetic()));
        if !joins {
            break;
        }
        len = at + c.len_utf8();
    }
    len
}

/// "U.S.", "a.m.", "S.H.": at least two single letters, each with its point.
fn pointed_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut len = 0;
    while bytes.get(len).is_some_and(u8::is_ascii_alphabetic) && bytes.get(len + 1) == Some(&b'.') {
        len += 2;
    }
    let followed_by_letter = rest[len..].chars().next().is_some_and(is_letter);
    (len >= 4 && !followed_by_letter).then_some(len)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && (c.is_alphabetic() || is_combining(c)))
}

/// Marks that change the character before them, and the joiners within one.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{200C}' | '\u{200D}' | '\u{AD}' | '\u{FE00}'..='\u{FE0F}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

/// What follows an apostrophe in "Trump's": a word of its own, so that the name is a token.
fn is_english_clitic(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(is_letter)
}

/// One mark with what belongs to it: "'s", an emoji with its joiners, a flag.
fn mark_len(rest: &str, first: char) -> usize {
    let mut len = first.len_utf8();
    if is_apostrophe(first) && is_english_clitic(&rest[len..]) {
        return len + 1;
    }
    let mut joined = is_flag_half(first);
    for c in rest[len..].chars() {
        let belongs = is_combining(c) || matches!(c, '\u{1F3FB}'..='\u{1F3FF}') || (joined && !c.is_ascii() && !is_space(c));
        if !belongs {
            break;
        }
        joined = c == '\u{200D}';
        len += c.len_utf8();
    }
    len
}

fn is_flag_half(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

/// The length of a web or mail address, handle or hash tag, if one starts here.
fn link_len(rest: &str) -> Option<usize> {
    let first = *rest.as_bytes().first()?;
    if matches!(first, b'@' | b'#') {
        let len = 1 + rest[1..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        return (len > 2).then_some(len);
    }
    let starts = |prefix: &str| rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    let is_address = match first {
        b'h' | b'H' => starts("http://") || starts("https://"),
        // "www." alone is a word and a point: what is spelt alike is of one kind wherever it stands.
        b'w' | b'W' => starts("www.") && rest[4..].starts_with(char::is_alphanumeric),
        _ => false,
    };
    if is_address || is_mail(rest) {
        let len = rest.find(|c: char| is_space(c) || matches!(c, '"' | '<' | '>' | '“' | '”' | '(' | ')')).unwrap_or(rest.len());
        let trimmed = rest[..len].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len();
        return (trimmed > 0).then_some(trimmed);
    }
    None
}

/// "name@host.tld": looked for at most 64 bytes ahead, so that a long word stays cheap.
fn is_mail(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    let local = bytes
        .iter()
        .take(64)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+'))
        .count();
    local > 0
        && bytes.get(local) == Some(&b'@')
        && bytes[local + 1..]
            .iter()
            .take(64)
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
            .any(|byte| *byte == b'.')
}

fn lower(form: &str) -> Box<str> {
    if form.is_ascii() {
        form.to_ascii_lowercase().into()
    } else {
        form.chars().flat_map(char::to_lowercase).map(|c| if is_apostrophe(c) { '\'' } else { c }).collect::<String>().into()
    }
}

fn case(form: &str) -> Case {
    let mut letters = form.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (mut n_upper, mut n_rest) = (0, 0);
    for letter in letters {
        n_rest += 1;
        n_upper += u32::from(letter.is_uppercase());
    }
    match (first.is_uppercase(), n_upper) {
        (true, 0) => Case::Title,
        (true, n) if n == n_rest => Case::Upper,
        (false, 0) => Case::Lower,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        tokenize(text).0.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn text_is_cut_as_news_writes_it() {
        let cases: &[(&str, &[&str])] = &[
            ("Rp1,2 triliun.", &["Rp", "1,2", "triliun", "."]),
            ("AS-Tiongkok 1990-an", &["AS", "-", "Tiongkok", "1990", "-", "an"]),
            ("Trump's O'Brien don’t", &["Trump", "'s", "O'Brien", "don’t"]),
            ("the U.S. at 8 p.m. ET", &["the", "U.S.", "at", "8", "p.m.", "ET"]),
            ("(22/11/2024) 14:26 21st", &["(", "22", "/", "11", "/", "2024", ")", "14", ":", "26", "21", "st"]),
            (
                "see https://sorot.id/a?b=1. @jokowi #Pemilu2024 a@b.co",
                &["see", "https://sorot.id/a?b=1", ".", "@jokowi", "#Pemilu2024", "a@b.co"],
            ),
            ("Cafe\u{301} 👩‍👩‍👧 🇮🇩 👍🏽", &["Cafe\u{301}", "👩‍👩‍👧", "🇮🇩", "👍🏽"]),
            ("J. K. Rowling", &["J", ".", "K", ".", "Rowling"]),
        ];
        for (text, want) in cases {
            assert_eq!(&pieces(text), want, "{text}");
        }
    }

    #[test]
    fn gaps_tell_lines_from_blank_lines() {
        let gaps: Vec<Gap> = tokenize("a b\r\nc\r\n\r\nd\n \ne-f").0.iter().map(|token| token.gap).collect();
        assert_eq!(gaps, [Gap::None, Gap::Space, Gap::Line, Gap::Blank, Gap::Blank, Gap::None, Gap::None]);
    }
}
