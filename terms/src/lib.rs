//! Finds what a reader looks for in a text: terms of their own, or a regular expression in the `regex` crate's syntax.
//!
//! A module of its own beside the core: the engine weighs a third of what the page needs for its first article, so the page
//! loads it after that. It knows nothing of articles; it gives spans, and the core takes them over as a layer.
//!
//! Each line of the text is searched by itself, as `grep` does: `^` and `$` mean its ends, nothing found reaches over a line
//! break, and a pattern that looks far ahead before each short match costs no more than its line is long; a line of more than
//! 16 KB is searched in pieces.
//!
//! ```
//! use terms::{Kind, Rule, find};
//! let rule = Rule { kind: Kind::Pattern, text: r"Rp ?[\d.,]+".into(), ignores_case: false };
//! assert_eq!(find("Beras Rp 14.500 sekilo", &rule).unwrap().spans, [6..15]);
//! ```

#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[cfg(target_arch = "wasm32")]
mod wasm;
mod wrong;

use regex::{Regex, RegexBuilder};
use std::ops::Range;

pub use wrong::{Reason, Wrong};

/// One thing to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How to read [`Rule::text`].
    pub kind: Kind,
    /// Terms, one a line; or a pattern.
    pub text: String,
    /// True when `BUMI` finds `bumi`.
    pub ignores_case: bool,
}

/// How a rule is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words and phrases, one a line, found where they stand whole.
    Terms,
    /// A regular expression.
    Pattern,
}

/// What a rule found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text, in order, not overlapping; none empty, none with white space at its ends.
    pub spans: Vec<Range<usize>>,
    /// True when there is more than [`MOST_MARKS`], or when the search was given up because matches of nothing cost it too much.
    pub has_more: bool,
}

/// More marks than this of one rule are not given: they would be no help to read by.
pub const MOST_MARKS: usize = 2000;

/// Longer rules than this, in bytes, are refused.
pub const LONGEST_RULE: usize = 10_000;

/// Longer lines than this, in bytes, are searched in pieces.
const LONGEST_PIECE: usize = 16 << 10;

/// Bytes that matches may look ahead over, all together. Each may look to the end of its piece before it is known to be short, and
/// those of nothing or of white space stand at every byte: for `.*Z|` or `x*` the search ends where this is spent.
const MOST_LOOKED_AT: usize = 16 << 20;

/// A byte may take as many steps as a pattern is long, and these are the most: a long pattern is given fewer bytes, yet never
/// fewer than [`LEAST_LOOKED_AT`]. Terms end where their words do.
const MOST_STEPS: usize = 256 << 20;
const LEAST_LOOKED_AT: usize = 512 << 10;

/// Bytes that a compiled rule may take: some 500 terms, or a pattern that no person wrote by hand.
const LARGEST_PROGRAM: usize = 4 << 20;

/// A rule made ready to be looked for in many texts.
#[derive(Clone, Debug)]
pub struct Finder {
    regex: Regex,
    /// Bytes that its matches may look ahead over in one text.
    most_looked_at: usize,
}

impl Finder {
    /// Refuses what cannot be read or would take too much memory.
    pub fn new(rule: &Rule) -> Result<Self, Wrong> {
        let most_looked_at = match rule.kind {
            Kind::Terms => MOST_LOOKED_AT,
            Kind::Pattern => (MOST_STEPS / rule.text.len().max(1)).clamp(LEAST_LOOKED_AT, MOST_LOOKED_AT),
        };
        Ok(Self { regex: compile(rule)?, most_looked_at })
    }

    /// Looks for it in a text, in time that grows with its length alone.
    pub fn find(&self, text: &str) -> Found {
        let mut found = Found::default();
        let mut start = 0;
        let mut n_looked_at = 0;
        for line in text.split_inclusive(['\n', '\r']).flat_map(pieces) {
            let line_text = line.trim_end_matches(['\n', '\r']);
            for span in self.regex.find_iter(line_text) {
                let words = span.as_str().trim();
                n_looked_at += line_text.len() - span.start();
                let is_full = !words.is_empty() && found.spans.len() == MOST_MARKS;
                if is_full || n_looked_at > self.most_looked_at {
                    found.has_more = true;
                    return found;
                }
                if words.is_empty() {
                    continue;
                }
                let at = start + span.start() + (span.len() - span.as_str().trim_start().len());
                found.spans.push(at..at + words.len());
            }
            start += line.len();
        }
        found
    }
}

/// A line that no paragraph is as long as, in pieces that end at a space where they can: before each short match a pattern may
/// look to the end of what it is given, and so a line's length counts twice.
fn pieces(mut line: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let head = &line[..line.floor_char_boundary(LONGEST_PIECE)];
        let end = if head.len() == line.len() { None } else { head.rfind(char::is_whitespace) };
        let (piece, rest) = line.split_at(end.filter(|end| *end > 0).unwrap_or(head.len()));
        line = rest;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Looks for a rule in one text.
pub fn find(text: &str, rule: &Rule) -> Result<Found, Wrong> {
    Finder::new(rule).map(|finder| finder.find(text))
}

fn compile(rule: &Rule) -> Result<Regex, Wrong> {
    let whole = 0..rule.text.len();
    if rule.text.len() > LONGEST_RULE {
        return Err(Wrong { reason: Reason::TooLong, place: whole });
    }
    let pattern = match rule.kind {
        Kind::Terms => pattern_of_terms(&rule.text),
        Kind::Pattern => rule.text.clone(),
    };
    if pattern.trim().is_empty() {
        return Err(Wrong { reason: Reason::Empty, place: whole });
    }
    let mut builder = RegexBuilder::new(&pattern);
    builder.case_insensitive(rule.ignores_case).size_limit(LARGEST_PROGRAM);
    builder.build().map_err(|error| wrong::explain(&error, &pattern, rule))
}

/// Any of the terms as whole words, the longest first, with any white space between their words; empty when there is none.
fn pattern_of_terms(terms: &str) -> String {
    let mut terms: Vec<&str> = terms.lines().map(str::trim).filter(|term| !term.is_empty()).collect();
    terms.sort_by_key(|term| (std::cmp::Reverse(term.len()), *term));
    terms.dedup();
    let patterns: Vec<String> = terms.into_iter().map(pattern_of_term).collect();
    patterns.join("|")
}

fn pattern_of_term(term: &str) -> String {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let words: Vec<String> = term.split_whitespace().map(regex::escape).collect();
    let before = if is_word(term.chars().next()) { r"\b{start-half}" } else { "" };
    let after = if is_word(term.chars().next_back()) { r"\b{end-half}" } else { "" };
    format!("{before}{}{after}", words.join(r"\s+"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(kind: Kind, text: &str) -> Rule {
        Rule { kind, text: text.into(), ignores_case: true }
    }

    fn words<'t>(kind: Kind, rule_text: &str, text: &'t str) -> Vec<&'t str> {
        find(text, &rule(kind, rule_text)).unwrap().spans.into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn terms_stand_whole_in_either_case_and_the_longest_wins() {
        let text = "Kampung Melati, kampung  melati raya; kampungan. C++ dan C, İzmir: c++";
        let terms = "kampung melati\n\n  Kampung Melati Raya \nc++";
        assert_eq!(words(Kind::Terms, terms, text), ["Kampung Melati", "kampung  melati raya", "C++", "c++"]);
        assert_eq!(words(Kind::Terms, "a.c\n[x]", "abc a.c [x]"), ["a.c", "[x]"]);
    }

    #[test]
    fn patterns_mean_what_they_mean_in_unicode() {
        assert_eq!(words(Kind::Pattern, r"\bÉ\w+", "éclair dan Émile 日本"), ["éclair", "Émile"]);
        let exact = Rule { ignores_case: false, ..rule(Kind::Pattern, r"\p{Lu}{2,}") };
        assert_eq!(find("PT Ömür ÖMÜR", &exact).unwrap().spans, [0..2, 10..16]);
    }

    #[test]
    fn a_line_is_searched_by_itself_and_what_is_empty_or_blank_is_nothing() {
        assert_eq!(words(Kind::Pattern, "^.", "ab\r\ncd\re\n\nf"), ["a", "c", "e", "f"]);
        assert_eq!(words(Kind::Pattern, r"\s+b?", "a  b c"), ["b"]);
        assert_eq!(words(Kind::Pattern, r"(?s)a.*b", "a\nb ab"), ["ab"]);
        assert!(words(Kind::Pattern, "x*", "😀\0\u{202e}é").is_empty());
    }

    #[test]
    fn there_is_an_end_to_marks() {
        let text = "a ".repeat(MOST_MARKS + 1);
        let found = find(&text, &rule(Kind::Pattern, "a")).unwrap();
        assert!(found.has_more && found.spans.len() == MOST_MARKS);
        let found = find(&text[2..], &rule(Kind::Pattern, "a")).unwrap();
        assert!(!found.has_more && found.spans.len() == MOST_MARKS);
    }

    #[test]
    fn a_search_that_finds_nothing_everywhere_ends() {
        let found = find(&" ".repeat(300_000), &rule(Kind::Pattern, r".*Z|\s")).unwrap();
        assert!(found.has_more && found.spans.is_empty());
        assert_eq!(words(Kind::Pattern, "x*", &("Satu baris saja.\n".repeat(2_000) + "x")), ["x"]);
    }

    #[test]
    fn a_long_pattern_that_finds_nothing_everywhere_ends_sooner() {
        let text = " ".repeat(4000);
        assert!(!find(&text, &rule(Kind::Pattern, r".*Z|\s")).unwrap().has_more);
        assert!(find(&text, &rule(Kind::Pattern, &format!(r".*{}|\s", "Z".repeat(200)))).unwrap().has_more);
        assert!(!find(&text, &rule(Kind::Terms, &"melati ".repeat(200))).unwrap().has_more);
    }

    #[test]
    fn a_long_line_is_searched_in_pieces_and_no_word_is_cut() {
        let text = format!("{} Melati {}", "kata ".repeat(9000), "é".repeat(90_000));
        assert_eq!(words(Kind::Terms, "melati", &text), ["Melati"]);
        assert_eq!(pieces(&text).collect::<String>(), text);
        assert!(pieces(&text).all(|piece| piece.len() <= LONGEST_PIECE));
        assert_eq!(pieces("").count(), 0);
    }

    #[test]
    fn any_rule_on_any_text_gives_clean_spans_or_says_what_is_wrong() {
        let pieces = r"a B é 😀 . * + ? | ( ) [ ] { } ^ $ \ \b \w \p{L} (?i) {2,3} - 1 ß İ";
        let pieces: Vec<&str> = pieces.split(' ').chain([" ", "\n", "\r", "\0", "\u{202e}", "\u{301}"]).collect();
        arbtest::arbtest(|u| {
            let mut random = |length: u32| -> arbtest::arbitrary::Result<String> {
                (0..u.int_in_range(0..=length)?).map(|_| Ok(*u.choose(&pieces)?)).collect()
            };
            let (text, pattern) = (random(60)?, random(12)?);
            for kind in [Kind::Terms, Kind::Pattern] {
                match find(&text, &rule(kind, &pattern)) {
                    Ok(found) => {
                        let mut last = 0;
                        for span in found.spans {
                            assert!(span.start >= last && span.start < span.end, "{pattern:?} in {text:?}");
                            assert_eq!(text[span.clone()].trim(), &text[span.clone()]);
                            assert!(!text[span.clone()].contains(['\n', '\r']));
                            last = span.end;
                        }
                    }
                    Err(wrong) => assert!(pattern.get(wrong.place).is_some(), "{pattern:?}"),
                }
            }
            Ok(())
        });
    }

    #[test]
    fn many_terms_fit() {
        let terms: Vec<String> = (0..500).map(|i| format!("Desa Nomor {i}")).collect();
        assert_eq!(words(Kind::Terms, &terms.join("\n"), "Ke desa nomor 77 dan 499."), ["desa nomor 77"]);
    }
}
