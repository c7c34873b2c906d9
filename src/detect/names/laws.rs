//! Laws and decrees by number: "Undang-Undang Nomor 31 Tahun 1999 tentang Pemberantasan Tindak Pidana Korupsi". Their titles
//! are too long for a tagger that looks two words around.

use super::article::Article;
use super::islands::is_capital;
use super::words::WordClass;
use crate::order;
use crate::segment::{Case, TokenKind};
use crate::{Annotation, Label, Span, Value};
use std::ops::Range;

/// The number follows the head within so many tokens ("Peraturan Menteri Koordinator (Permenko) Bidang Perekonomian Nomor").
const FARTHEST_NUMBER: usize = 12;
/// No title is longer.
const LONGEST_TITLE: usize = 40;

/// Puts laws in the place of what the tagger made of their words.
pub fn settle(article: &Article, names: &mut Vec<Annotation>) {
    settle_named(article, names);
    let laws = find(article);
    if laws.is_empty() {
        return;
    }
    names.retain(|name| {
        let at = laws.partition_point(|law| law.span.end <= name.span.start);
        laws.get(at).is_none_or(|law| law.span.start >= name.span.end)
    });
    names.extend(laws);
    order::by_span(names, |name| name.span);
}

fn find(article: &Article) -> Vec<Annotation> {
    let mut laws = Vec::new();
    for sentence in &article.document.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            match law_at(article, i, sentence.tokens.end) {
                Some(tokens) => {
                    i = tokens.end;
                    laws.push(law(article.document.span(tokens), 0.9));
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
    if let Some(end) = bare_number(article, i + 1) {
        return Some(i..end);
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

/// One past a number with its year that needs no word before it ("Keputusan 731/2025").
fn bare_number(article: &Article, i: usize) -> Option<usize> {
    let is_number = |at: usize| article.document.kind(at) == TokenKind::Number;
    (is_number(i) && article.document.token_text(i + 1) == "/" && is_number(i + 2)).then_some(i + 3)
}

/// Laws known by a name: "UU" goes with the name after it, the code of one word stands alone, and no word stands before the
/// head ("revisi UU Desa").
fn settle_named(article: &Article, names: &mut Vec<Annotation>) {
    for name in names.iter_mut() {
        let tokens = article.document.tokens_in(name.span);
        if name.label == Label::Work && !article.classes(tokens.start).is(WordClass::LAW_HEAD) {
            let head = tokens.clone().find(|&i| is_capital(article.document, i) && article.classes(i).is(WordClass::LAW_HEAD));
            if let Some(head) = head.filter(|head| head + 1 < tokens.end) {
                name.span = article.document.span(head..tokens.end);
            }
        }
    }
    for i in 0..article.document.tokens.len() {
        let (is_bare, is_code) = (article.classes(i).is(WordClass::BARE_LAW), article.classes(i).is(WordClass::LAW_CODE));
        if (is_bare || is_code) && article.document.case(i) == Case::Upper {
            settle_at(article, names, i);
        }
    }
}

/// The law whose first word is token `i`, a head in capitals or a code of one word.
fn settle_at(article: &Article, names: &mut Vec<Annotation>, i: usize) {
    let (document, span) = (article.document, article.document.tokens[i].span);
    let at = names.partition_point(|name| name.span.end <= span.start);
    let is_free = names.get(at).is_none_or(|name| name.span.start >= span.end);
    let is_lone = names.get(at).is_some_and(|name| name.span == span);
    if !article.classes(i).is(WordClass::BARE_LAW) {
        if is_free {
            names.insert(at, law(span, 0.8));
        }
        return;
    }
    let next = names
        .get(at + usize::from(is_lone))
        .filter(|next| i + 1 < document.tokens.len() && next.span.start == document.tokens[i + 1].span.start);
    let is_title = article.standing(i).1;
    let whole = match (next, article.runs.at(i)) {
        _ if !(is_free || is_lone) => return,
        (Some(next), _) => Span::new(span.start, next.span.end),
        (None, Some(run)) if !is_title && run.end > i + 1 => document.span(i..run.end),
        _ => return,
    };
    names.retain(|name| name.span.end <= whole.start || whole.end <= name.span.start);
    names.insert(names.partition_point(|name| name.span.end <= whole.start), law(whole, 0.7));
}

fn law(span: Span, confidence: f32) -> Annotation {
    Annotation { span, label: Label::Work, entity: None, value: Value::None, rule: "names.law", confidence }
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
