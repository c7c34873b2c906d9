//! Names that hold too much: a building with who sits in it, a short form that only says what kind of body is named, a short form
//! in brackets with the town behind it.

use super::article::Article;
use super::islands::is_capital;
use super::words::WordClass;
use crate::segment::Case;
use crate::{Annotation, Label};
use std::ops::Range;

/// A name without what is not its own; it may turn out to be two.
pub fn part(article: &Article, name: Annotation) -> Vec<Annotation> {
    let name = without_kind(article, name);
    let (document, tokens) = (article.document, article.document.tokens_in(name.span));
    let of = |tokens: Range<usize>, label| Annotation { span: document.span(tokens), label, ..name.clone() };
    let town = |tokens: Range<usize>| (!tokens.is_empty()).then(|| of(tokens, Label::Place));
    if let Some(open) = short_form(article, &name) {
        let bodies = [tokens.start..open, open + 1..open + 2].map(|tokens| of(tokens, Label::Organization));
        return bodies.into_iter().chain(town(open + 3..tokens.end)).collect();
    }
    if let Some(close) = unopened(article, &name) {
        return [of(tokens.start..close, name.label)].into_iter().chain(town(close + 1..tokens.end)).collect();
    }
    match sitter(article, &name) {
        Some(at) => {
            let place = Annotation { span: document.span(tokens.start..at), ..name.clone() };
            let body = Annotation { span: document.span(at..tokens.end), label: Label::Organization, ..name };
            vec![place, body]
        }
        None => vec![name],
    }
}

/// "aktivis **HAM** Amnesty International".
fn without_kind(article: &Article, mut name: Annotation) -> Annotation {
    let (document, tokens) = (article.document, article.document.tokens_in(name.span));
    let is_kind = article.classes(tokens.start).is(WordClass::KIND) && document.case(tokens.start) == Case::Upper;
    // One word more would be any body of that kind: "HAM Indonesia".
    let fewest = match name.label {
        Label::Person => 2,
        Label::Organization => 3,
        _ => return name,
    };
    if is_kind && tokens.len() >= fewest && is_capital(document, tokens.start + 1) {
        name.span.start = document.tokens[tokens.start + 1].span.start;
    }
    name
}

/// Where the bracket opens around a short form that parts a body's name: what it closes, or an office before its town
/// ("Kejaksaan Negeri **(Kejari)** Sikka"). Other names go on behind it ("Badan Penyelenggara Jaminan Sosial (BPJS) Kesehatan").
fn short_form(article: &Article, name: &Annotation) -> Option<usize> {
    let (document, tokens) = (article.document, article.document.tokens_in(name.span));
    let open = (tokens.start + 1..tokens.end).find(|&i| document.token_text(i) == "(")?;
    let is_one = open + 2 < tokens.end && document.token_text(open + 2) == ")" && is_capital(document, open + 1);
    let parts = open + 3 == tokens.end || article.classes(open + 1).is(WordClass::LOCAL_BODY);
    // "(Persero)" is part of a company's name.
    let is_form = document.language.entities.legal_forms.binary_search(&document.lower(open + 1)).is_ok();
    (name.label == Label::Organization && is_one && parts && !is_form).then_some(open)
}

/// Where a bracket closes that a body's name never opened: its short form, then a town ("(**PT SMU**) Majalengka").
fn unopened(article: &Article, name: &Annotation) -> Option<usize> {
    let (document, tokens) = (article.document, article.document.tokens_in(name.span));
    let bracket = (tokens.start + 1..tokens.end).find(|&i| ["(", ")"].contains(&document.token_text(i)))?;
    (name.label == Label::Organization && document.token_text(bracket) == ")").then_some(bracket)
}

/// Where the body begins that sits in a building with a name of its own: "Gedung Cakra Loka **Kementerian** Agama". A building
/// that goes by the body alone is one place ("Gedung DPR").
fn sitter(article: &Article, name: &Annotation) -> Option<usize> {
    let (document, tokens) = (article.document, article.document.tokens_in(name.span));
    let heads = [WordClass::SURE_HEAD, WordClass::ORGANIZATION_HEAD, WordClass::BODY_HEAD];
    let is_known = |i: usize| {
        let organizations = document.language.names.organizations;
        document.case(i) == Case::Upper && organizations.binary_search(&document.lower(i)).is_ok()
    };
    let begins = |i: usize| is_known(i) || (is_capital(document, i) && heads.iter().any(|head| article.classes(i).is(*head)));
    let is_building = name.label == Label::Place && article.classes(tokens.start).is(WordClass::BUILDING);
    if !is_building || begins(tokens.start + 1) {
        return None;
    }
    (tokens.start + 2..tokens.end).find(|&i| begins(i))
}
