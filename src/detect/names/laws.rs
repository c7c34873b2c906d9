//! Laws and decrees by number: "Undang-Undang Nomor 31 Tahun 1999 tentang Pemberantasan Tindak Pidana Korupsi". Their titles
//! are too long for a tagger that looks two words around.

use super::article::Article;
use super::islands::is_capital;
use super::words::WordClass;
use crate::segment::TokenKind;
use crate::{Annotation, Label, Value};
use std::ops::Range;

/// The number follows the head within so many tokens ("Peraturan Menteri Koordinator (Permenko) Bidang Perekonomian Nomor").
const FARTHEST_NUMBER: usize = 12;
/// No title is longer.
const LONGEST_TITLE: usize = 40;

/// Puts laws in the place of what the tagger made of their words.
pub fn settle(article: &Article, names: &mut Vec<Annotation>) {
    let laws = find(article);
    if laws.is_empty() {
        return;
    }
    names.retain(|name| laws.iter().all(|law| law.span.end <= name.span.start || name.span.end <= law.span.start));
    names.extend(laws);
    names.sort_by_key(|name| name.span.start);
}

fn find(article: &Article) -> Vec<Annotation> {
    let mut laws = Vec::new();
    for sentence in &article.document.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            match law_at(article, i, sentence.tokens.end) {
                Some(tokens) => {
                    i = tokens.end;
                    let span = article.document.span(tokens);
                    laws.push(Annotation {
                        span,
                        label: Label::Work,
                        entity: None,
                        value: Value::None,
                        rule: "names.law",
                        confidence: 0.9,
                    });
                }
                None => i += 1,
            }
        }
    }
    laws
}

/// The law whose first word is token `i`.
fn law_at(article: &Article, i: usize, limit: usize) -> Option<Range<usize>> {
    let is = |at: usize, class| article.classes(at).is(class);
    if !is_capital(article.document, i) || !is(i, WordClass::LAW_HEAD) {
        return None;
    }
    let number_word = (i + 1..limit.min(i + FARTHEST_NUMBER)).find(|&at| is(at, WordClass::LAW_NUMBER))?;
    let goes_on = |at: usize| is_capital(article.document, at) || is(at, WordClass::LAW_INNER) || is_joint(article, at);
    if !(i + 1..number_word).all(goes_on) {
        return None;
    }
    let point = usize::from(article.document.token_text(number_word + 1) == ".");
    let number = number_word + 1 + point;
    if article.document.kind(number) != TokenKind::Number || number >= limit {
        return None;
    }
    let mut end = number + 1;
    if article.document.token_text(end) == "/" && article.document.kind(end + 1) == TokenKind::Number {
        end += 2;
    }
    if is(end, WordClass::LAW_YEAR) && article.document.kind(end + 1) == TokenKind::Number {
        end += 2;
    }
    Some(i..title_end(article, end, limit).min(limit))
}

/// A mark that may stand inside.
fn is_joint(article: &Article, i: usize) -> bool {
    matches!(article.document.token_text(i), "-" | "(" | ")" | "/")
}

/// One past the title that follows `from`; `from` itself when none does.
fn title_end(article: &Article, from: usize, limit: usize) -> usize {
    if from >= limit || !article.classes(from).is(WordClass::LAW_SUBJECT) {
        return from;
    }
    let mut end = from;
    for i in from + 1..limit.min(from + LONGEST_TITLE) {
        let is_number = article.document.kind(i) == TokenKind::Number;
        if is_capital(article.document, i) || is_number {
            end = i + 1;
        } else if !(article.classes(i).is(WordClass::LAW_INNER) || article.document.token_text(i) == "-") {
            break;
        }
    }
    end
}
