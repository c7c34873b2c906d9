//! Mends names by the words that they are made of.

use super::article::Article;
use super::islands;
use super::words::WordClass;
use crate::segment::{Case, TokenKind};
use crate::{Annotation, Label, Span};
use std::ops::Range;

/// Events and works named less surely than this give way to what their words say.
const UNSURE: f32 = 0.6;

/// A name mended: its edges, then its label. It may turn out to be two.
pub fn mend(article: &Article, name: Annotation) -> Vec<Annotation> {
    let name = relabel(article, without_glued_word(article, name));
    let name = if name.label == Label::Person { of_person(article, name) } else { name };
    part_short_form(article, name)
}

/// Where a space was lost, the small word is no part of the name ("dariReuters").
fn without_glued_word(article: &Article, mut name: Annotation) -> Annotation {
    let text = name.span.of(article.document.text);
    let small = &text[..text.find(|c: char| !c.is_lowercase()).unwrap_or(0)];
    let rest = &text[small.len()..];
    if small.len() < 3 || !rest.starts_with(char::is_uppercase) {
        return name;
    }
    let words = &article.document.language.names;
    let is_small = [words.ordinary, words.connectors, words.locatives].iter().any(|table| table.binary_search(&small).is_ok())
        || article.document.language.speech.cues.binary_search_by_key(&small, |(word, _)| word).is_ok();
    if is_small {
        name.span.start += small.len();
        if words.organizations.binary_search(&&*rest.to_lowercase()).is_ok() {
            name.label = Label::Organization;
        }
    }
    name
}

/// People keep their initials ("M. Hidayat") and what a hyphen joins to their names ("Jong-un"), and lose their titles.
fn of_person(article: &Article, mut name: Annotation) -> Annotation {
    let document = article.document;
    let Range { mut start, mut end } = document.tokens_in(name.span);
    let is_style = |at: usize| {
        let follows = at + 1 + usize::from(document.token_text(at + 1) == ".");
        article.classes(at).is(WordClass::STYLE) && islands::is_capital(document, follows)
    };
    while start + 1 < end && (article.classes(start).is(WordClass::HONORIFIC) || is_style(start)) {
        start += if document.token_text(start + 1) == "." { 2 } else { 1 };
    }
    let is_initial = |at: usize| {
        document.token_text(at + 1) == "."
            && document.is_glued(at + 1)
            && document.token_text(at).len() == 1
            && islands::is_capital(document, at)
            && !article.classes(at).is(WordClass::TITLE)
    };
    while start >= 2 && document.sentence_of(start - 2) == document.sentence_of(start) && is_initial(start - 2) {
        start -= 2;
    }
    let is_joined = document.token_text(end) == "-" && document.is_glued(end) && document.is_glued(end + 1);
    if is_joined && end > start + 1 && document.case(end + 1) == Case::Lower && !article.classes(end + 1).is(WordClass::CLITIC) {
        end += 2;
    }
    if start < end {
        name.span = document.span(start..end);
    }
    name
}

/// "Pengadilan ..." and "... Ltd" are organizations, wherever they stand; a fair is an event.
fn relabel(article: &Article, mut name: Annotation) -> Annotation {
    let tokens = article.document.tokens_in(name.span);
    let (first, last) = (article.classes(tokens.start), article.classes(tokens.end.saturating_sub(1)));
    let is_body = first.is(WordClass::SURE_HEAD) || last.is(WordClass::SURE_TAIL) || is_local_body(article, &name);
    let is_other = match name.label {
        Label::Person | Label::Place | Label::Group => true,
        Label::Work | Label::Event => name.confidence < UNSURE,
        _ => false,
    };
    let is_agency = tokens.len() == 1 && first.is(WordClass::AGENCY);
    let is_told = is_agency || has_officer(article, &name);
    if is_told || tokens.len() > 1 && (is_body && is_other || last.is(WordClass::COMPANY_MARK)) {
        name.label = Label::Organization;
    }
    // "pameran senjata Pertahanan-2024": a fair of arms.
    let mut before = (1..=2).filter_map(|back| tokens.start.checked_sub(back));
    if name.label == Label::Work && is_other && before.any(|i| article.classes(i).is(WordClass::EVENT_NOUN)) {
        name.label = Label::Event;
    }
    name
}

/// "Puskesmas ...", "... Hospital": bodies.
fn is_local_body(article: &Article, name: &Annotation) -> bool {
    let tokens = article.document.tokens_in(name.span);
    let is_head = article.classes(tokens.start).is(WordClass::BODY_HEAD);
    let is_tail = article.classes(tokens.end.saturating_sub(1)).is(WordClass::BODY_TAIL);
    (is_head || is_tail) && matches!(name.label, Label::Person | Label::Place)
}

/// "Rata Hou chair Ana Lund": what is led is no person.
fn has_officer(article: &Article, name: &Annotation) -> bool {
    let (document, officer) = (article.document, article.document.tokens_in(name.span).end);
    let is_officer = article.classes(officer).is(WordClass::OFFICER) && document.case(officer) == Case::Lower;
    let is_near = document.sentence_of(officer.saturating_sub(1)) == document.sentence_of(officer + 1);
    name.label == Label::Person && is_officer && is_near && islands::is_capital(document, officer + 1)
}

/// A long form with its short form behind it, in brackets or without, is two names ("Partai Maju Bersama PMB").
fn part_short_form(article: &Article, name: Annotation) -> Vec<Annotation> {
    let document = article.document;
    let tokens = document.tokens_in(name.span);
    let is_short_form = |i: usize| {
        let short = document.lower(i);
        let initials = |keep: fn(Case) -> bool| {
            let words = (tokens.start..i).filter(move |&i| document.kind(i) == TokenKind::Word && keep(document.case(i)));
            words.filter_map(|i| document.lower(i).chars().next())
        };
        document.case(i) == Case::Upper
            && !article.classes(i).is(WordClass::SHORT_FORM)
            && (initials(|case| case == Case::Title).eq(short.chars()) || initials(|_| true).eq(short.chars()))
    };
    let part = |span: Span| Annotation { span, ..name.clone() };
    match tokens.end.checked_sub(1) {
        Some(last) if last > tokens.start + 1 && is_short_form(last) => {
            vec![part(document.span(tokens.start..last)), part(document.tokens[last].span)]
        }
        Some(last) if last > tokens.start && is_short_form(last + 1) => vec![name.clone(), part(document.tokens[last + 1].span)],
        Some(last) if last > tokens.start && document.token_text(last + 1) == "(" && is_short_form(last + 2) => {
            vec![name.clone(), part(document.tokens[last + 2].span)]
        }
        _ => vec![name],
    }
}
