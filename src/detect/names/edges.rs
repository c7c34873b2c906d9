//! Words beside a name that belong to it: the short name of an office before its town ("Kejari Sleman"), a small word before
//! what an event is called by ("pandemi Covid-19", "perang Irak-Iran"), the first part of a person's name, a small word behind a
//! place ("Kano district"), a legal form and its point ("Tesla, Inc."), the end of a domain ("Kompas.com"); and the long name
//! before the bracket of its short form.

use super::article::Article;
use super::islands;
use super::telling::TOLD;
use super::words::WordClass;
use crate::segment::Case;
use crate::{Annotation, Label};

/// Below this the tagger may be wrong about where a name begins.
const UNSURE: f32 = 0.6;
/// People this sure stand beside each other.
const UNSHAKEN: f32 = 0.9;
/// Last parts of domains that outlets and shops bear as their name; no language's words.
const DOMAINS: &[&str] = &["co", "com", "id", "net", "org"];

/// Gives names the words that open and close them, and short forms the long ones before them; names stay sorted and apart.
pub fn join(article: &Article, names: Vec<Annotation>) -> Vec<Annotation> {
    names.into_iter().map(|name| closed(article, name)).fold(Vec::new(), |mut joined: Vec<Annotation>, mut name| {
        // The name before it has taken it in, as its legal form or its domain.
        if joined.last().is_some_and(|last| last.span.end >= name.span.end) {
            return joined;
        }
        if let Some((start, label)) = opened(article, &name, joined.last()) {
            name.span.start = article.document.tokens[start].span.start;
            (name.label, name.rule, name.confidence) = (label, "names.told", name.confidence.max(TOLD));
            joined.truncate(joined.partition_point(|other| other.span.end <= name.span.start));
        }
        if let Some(faith) = joined.pop_if(|last| is_faith_of(article, last, &name)) {
            name.span.start = faith.span.start;
        }
        joined.extend(long_form(article, &name, joined.last()));
        joined.push(name);
        joined
    })
}

/// Two people with nothing but a space between are one: "Purbaya" and "Yudhi Sadewa".
pub fn join_people(article: &Article, names: &mut Vec<Annotation>) {
    let text = article.document.text;
    let is_next = |last: &Annotation, name: &Annotation| {
        let are_people = last.label == Label::Person && name.label == Label::Person;
        are_people && last.confidence.min(name.confidence) < UNSHAKEN && text.get(last.span.end..name.span.start) == Some(" ")
    };
    names.dedup_by(|name, last| {
        let are_one = is_next(last, name);
        if are_one {
            last.span.end = name.span.end;
            last.confidence = last.confidence.max(name.confidence);
        }
        are_one
    });
}

/// A faith before its branch: "Muslim Sunni".
fn is_faith_of(article: &Article, faith: &Annotation, branch: &Annotation) -> bool {
    let last = article.document.tokens_in(faith.span).end;
    let are_beside = last == article.document.tokens_in(branch.span).start;
    let are_groups = faith.label == Label::Group && branch.label == Label::Group;
    let are_told = article.classes(last.saturating_sub(1)).is(WordClass::FAITH) && article.classes(last).is(WordClass::BRANCH);
    are_beside && are_groups && are_told
}

/// What stands before the bracket of an office's short form, from its head word on ("Kepala [Kejaksaan Negeri] (Kejari) Sleman").
fn long_form(article: &Article, name: &Annotation, last: Option<&Annotation>) -> Option<Annotation> {
    let document = article.document;
    let bracket = document.tokens_in(name.span).start.checked_sub(1).filter(|&at| document.token_text(at) == "(")?;
    let run = article.runs.at(bracket.checked_sub(1)?)?;
    let start = run.clone().find(|&at| article.classes(at).is(WordClass::SURE_HEAD))?;
    let span = document.span(start..run.end);
    let is_free = last.is_none_or(|last| last.span.end <= span.start);
    (name.label == Label::Organization && is_free).then(|| Annotation { span, rule: "names.told", ..name.clone() })
}

/// A place with the small word that says what it is, a company with the point of its legal form.
fn closed(article: &Article, mut name: Annotation) -> Annotation {
    let document = article.document;
    let mut after = document.tokens_in(name.span).end;
    if let Some(form) = legal_form(article, after).filter(|_| name.label == Label::Organization) {
        name.span.end = document.tokens[form].span.end;
        after = form + 1;
    }
    if name.label == Label::Organization && is_point_of_form(article, after) {
        name.span.end = document.tokens[after].span.end;
    }
    if name.label == Label::Organization {
        name.span.end = domain_end(article, after).map_or(name.span.end, |last| document.tokens[last].span.end);
    }
    let is_small = |i: usize, class: WordClass| article.classes(i).is(class) && document.case(i) == Case::Lower;
    // "The Bronx district attorney": of the district, not the district.
    let opens_other = is_small(after + 1, WordClass::BODY_NOUN);
    let closes = is_small(after, WordClass::PLACE_CLOSER) && !opens_other;
    if name.label == Label::Place && closes && document.sentence_of(after) == document.sentence_of(after - 1) {
        name.span.end = document.tokens[after].span.end;
    }
    name
}

/// The legal form right behind a company's name ("Bersatu Bhd", "Meridian Robotics, Inc."), where no other name begins with it.
fn legal_form(article: &Article, after: usize) -> Option<usize> {
    let document = article.document;
    let words = &document.language.entities;
    let form = after + usize::from(document.token_text(after) == "," && document.is_glued(after));
    let is_form = words.legal_forms.binary_search(&document.lower(form)).is_ok();
    let is_article = words.articles.contains(&document.lower(form));
    let is_beside = after > 0 && document.sentence_of(after - 1) == document.sentence_of(form);
    let is_alone = document.case(form + 1) == Case::None || document.case(form + 1) == Case::Lower;
    (is_form && !is_article && is_beside && is_alone && document.case(form) != Case::Lower).then_some(form)
}

/// The last token of ".com", ".co.id" right behind a name.
fn domain_end(article: &Article, after: usize) -> Option<usize> {
    let document = article.document;
    let is_part = |point: usize| {
        let is_glued = document.is_glued(point) && document.is_glued(point + 1);
        is_glued && document.token_text(point) == "." && DOMAINS.contains(&document.token_text(point + 1))
    };
    let n_parts = (0..2).take_while(|n| is_part(after + 2 * n)).count();
    (n_parts > 0).then(|| after + 2 * n_parts - 1)
}

/// A point behind a legal form that ends no sentence: one that does may be the sentence's own.
fn is_point_of_form(article: &Article, at: usize) -> bool {
    let document = article.document;
    let forms = document.language.entities.legal_forms;
    let is_form = at.checked_sub(1).is_some_and(|last| forms.binary_search(&document.lower(last)).is_ok());
    let goes_on = || at + 1 < document.tokens.len() && document.sentence_of(at + 1) == document.sentence_of(at);
    is_form && at < document.tokens.len() && document.token_text(at) == "." && document.is_glued(at) && goes_on()
}

/// The token where a name really begins, and what it names, when a word before it opens it.
fn opened(article: &Article, name: &Annotation, last: Option<&Annotation>) -> Option<(usize, Label)> {
    let start = article.document.tokens_in(name.span).start;
    let body = body(article, name, start).map(|start| (start, Label::Organization));
    let event = || event(article, name, start, last).map(|start| (start, Label::Event));
    let person = || given_name(article, name, start).map(|start| (start, Label::Person));
    let (start, label) = body.or_else(event).or_else(person)?;
    let begins = article.document.tokens[start].span.start;
    // A longer name that ends with the word keeps it.
    last.is_none_or(|last| last.span.end <= begins || last.span.start >= begins).then_some((start, label))
}

/// Offices in a row before a town, or before the office that they belong to ("Satlantas Polres Sleman").
fn body(article: &Article, name: &Annotation, start: usize) -> Option<usize> {
    let is_body = |i: usize| article.classes(i).is(WordClass::LOCAL_BODY) && islands::is_capital(article.document, i);
    let may_be_opened = name.label == Label::Place || (name.label == Label::Organization && is_body(start));
    let before =
        (0..start).rev().take_while(|&i| is_body(i) && article.document.sentence_of(i) == article.document.sentence_of(start));
    before.last().filter(|_| may_be_opened)
}

/// The first part of a person's name that was taken for the end of a title ("Menteri Keuangan **Sri** Mulyani Indrawati"). Where the
/// tagger is sure, it may be one ("Tan Sri Zaharuddin").
fn given_name(article: &Article, name: &Annotation, start: usize) -> Option<usize> {
    let before = start.checked_sub(1)?;
    let is_given = article.classes(before).is(WordClass::GIVEN_NAME) && islands::is_capital(article.document, before);
    let is_beside = article.document.sentence_of(before) == article.document.sentence_of(start);
    (name.label == Label::Person && name.confidence < UNSURE && is_given && is_beside).then_some(before)
}

/// The small word before an event's name, also before the other side of its hyphen.
fn event(article: &Article, name: &Annotation, start: usize, last: Option<&Annotation>) -> Option<usize> {
    let document = article.document;
    let before = start.checked_sub(1)?;
    let is_opener = |i: usize| article.classes(i).is(WordClass::EVENT_OPENER) && document.case(i) == Case::Lower;
    let is_beside = document.sentence_of(before) == document.sentence_of(start);
    if is_opener(before) && is_beside && name.label != Label::Person {
        return Some(before);
    }
    let is_hyphen = document.token_text(before) == "-" && document.is_glued(before) && document.is_glued(start);
    let opener = document.tokens_in(last?.span).start;
    (is_hyphen && last?.span.end == document.tokens[before].span.start && is_opener(opener)).then_some(opener)
}
