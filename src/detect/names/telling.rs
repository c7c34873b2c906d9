//! Names that the words before them tell: initials of suspects, titles in quotation marks, programmes without capitals.

use super::article::Article;
use super::features;
use super::words::WordClass;
use crate::order;
use crate::segment::{Case, TokenKind};
use crate::{Annotation, Label, Span, Value};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// How sure a name is that its telling word shows.
pub const TOLD: f32 = 0.8;
/// No title in quotation marks is longer, in tokens.
const LONGEST_TITLE: usize = 18;
/// The noun stands at most so many tokens before "called".
const FARTHEST_NOUN: usize = 5;
/// What is remarked on initials in brackets is no longer.
const LONGEST_REMARK: usize = 5;
/// "Al-" before a name.
const LONGEST_PARTICLE: usize = 3;

/// Puts what telling words show in the place of what the tagger made of it.
pub fn settle(article: &Article, names: &mut Vec<Annotation>) {
    let mut told = Vec::new();
    let mut mottos = FxHashSet::default();
    let mut short_forms = FxHashMap::default();
    for i in 0..article.document.tokens.len() {
        let class = article.classes(i);
        if class.is(WordClass::INITIALS) {
            for at in listed_initials(article, i + 1) {
                told.push(name(article.document.tokens[at].span, Label::Person));
                short_forms.insert(article.document.token_text(at), Label::Person);
            }
        } else if class.is(WordClass::PROGRAMME) {
            if let Some((long, short)) = programme(article, i + 1) {
                told.push(long);
                short_forms.insert(short, Label::Work);
            }
        } else if class.is(WordClass::EVENT_OPENER) {
            told.extend(opened_event(article, i, names));
        } else if class.is(WordClass::THEMED) {
            let motto = quoted(article, i + 1).or_else(|| quoted(article, i + 2));
            mottos.extend(motto.map(|motto| article.document.span(motto)));
        } else if class.is(WordClass::TITLED) {
            told.extend(bare_title(article, i, names));
        } else if is_quote(article, i) {
            told.extend(title(article, i));
        }
    }
    names.retain(|name| !mottos.contains(&name.span));
    told.extend(everywhere(article, &short_forms, names));
    put(names, told);
    settle_people(article, names);
}

fn name(span: Span, label: Label) -> Annotation {
    Annotation { span, label, entity: None, value: Value::None, rule: "names.told", confidence: TOLD }
}

/// What a small word opens as an event, when nothing of it was named ("pandemi Covid-19").
fn opened_event(article: &Article, opener: usize, names: &[Annotation]) -> Option<Annotation> {
    let document = article.document;
    let is_small = document.case(opener) == Case::Lower && document.sentence_of(opener) == document.sentence_of(opener + 1);
    let end = article.runs.at(opener + 1).filter(|_| is_small)?.end;
    let has_number = document.token_text(end) == "-" && document.is_glued(end) && document.kind(end + 1) == TokenKind::Number;
    let span = document.span(opener..if has_number { end + 2 } else { end });
    let at = names.partition_point(|name| name.span.end <= span.start);
    names.get(at).is_none_or(|name| name.span.start >= span.end).then(|| name(span, Label::Event))
}

/// Who is called Mr, or has ", seorang guru" behind the name, is a person, all over the article and by any part of the name.
fn settle_people(article: &Article, names: &mut [Annotation]) {
    let document = article.document;
    let mut people: FxHashSet<&str> = FxHashSet::default();
    for name in names.iter().filter(|name| !matches!(name.label, Label::Person | Label::Group)) {
        let tokens = document.tokens_in(name.span);
        let title = match tokens.start.checked_sub(1) {
            Some(point) if document.token_text(point) == "." => point.checked_sub(1),
            before => before,
        };
        let is_titled = title.is_some_and(|at| article.classes(at).is(WordClass::HONORIFIC));
        let is_described = document.token_text(tokens.end) == "," && article.classes(tokens.end + 1).is(WordClass::PERSONAL);
        if is_titled || is_described {
            people.insert(name.span.of(document.text));
            let is_part = |i: &usize| document.case(*i) == Case::Title && document.token_text(*i).len() > 2;
            people.extend(tokens.filter(is_part).map(|i| document.token_text(i)));
        }
    }
    for name in names.iter_mut().filter(|_| !people.is_empty()) {
        let text = name.span.of(document.text);
        let last = text.rsplit(['-', ' ']).next().unwrap_or(text);
        if people.contains(text) || (people.contains(last) && text.len() <= last.len() + LONGEST_PARTICLE) {
            (name.label, name.confidence) = (Label::Person, TOLD);
        }
    }
}

/// Adds names, each in the place of all that it touches; of those told, the later ones win.
fn put(names: &mut Vec<Annotation>, told: Vec<Annotation>) {
    let mut ranked: Vec<(usize, Annotation)> = told.into_iter().enumerate().collect();
    order::by(&mut ranked, |(rank, name)| [name.span.start, *rank, 0]);
    let told = ranked.into_iter().fold(Vec::new(), |mut told: Vec<(usize, Annotation)>, (rank, name)| {
        let is_lost = told.last().is_some_and(|(other, last)| last.span.overlaps(name.span) && *other > rank);
        if !is_lost {
            while told.pop_if(|(_, last)| last.span.overlaps(name.span)).is_some() {}
            told.push((rank, name));
        }
        told
    });
    names.retain(|name| {
        let at = told.partition_point(|(_, told)| told.span.end <= name.span.start);
        told.get(at).is_none_or(|(_, told)| told.span.start >= name.span.end)
    });
    names.extend(told.into_iter().map(|(_, name)| name));
    order::by_span(names, |name| name.span);
}

/// Initials in a row: "MJ, YS (DPO), dan SM".
fn listed_initials(article: &Article, from: usize) -> Vec<usize> {
    let document = article.document;
    let mut initials = Vec::new();
    let mut i = from + usize::from(document.token_text(from) == ":");
    while is_initials(article, i) {
        initials.push(i);
        i += 1;
        if document.token_text(i) == "(" {
            let Some(close) = (i + 1..i + LONGEST_REMARK).find(|&at| document.token_text(at) == ")") else { break };
            i = close + 1;
        }
        i += usize::from(document.token_text(i) == ",");
        i += usize::from(article.classes(i).is(WordClass::CONNECTOR) || article.classes(i).is(WordClass::LAW_INNER));
    }
    initials
}

fn is_initials(article: &Article, i: usize) -> bool {
    article.document.case(i) == Case::Upper && (2..=6).contains(&article.document.token_text(i).len())
}

/// A short form that was told once means the same all over the article, but for where it is a part of a longer name.
fn everywhere(article: &Article, short_forms: &FxHashMap<&str, Label>, names: &[Annotation]) -> Vec<Annotation> {
    let document = article.document;
    let mut told = Vec::new();
    for i in (0..document.tokens.len()).filter(|_| !short_forms.is_empty()) {
        let span = document.tokens[i].span;
        let Some(label) = short_forms.get(document.token_text(i)) else { continue };
        let holder = names.get(names.partition_point(|name| name.span.end <= span.start));
        let is_part = holder.is_some_and(|holder| {
            holder.span.start < span.start || (holder.span.start == span.start && holder.span.end > span.end)
        });
        if !(is_part && holder.is_some_and(|holder| holder.confidence > TOLD / 2.0)) {
            told.push(name(span, *label));
        }
    }
    told
}

/// A programme in small letters and its short form in brackets: "bantuan langsung tunai (BLT)". Elsewhere the words before a
/// bracket are common ones, and name nothing.
fn programme<'t>(article: &Article<'t>, start: usize) -> Option<(Annotation, &'t str)> {
    let document = article.document;
    let bracket = (start + 1..start + LONGEST_TITLE).find(|&at| document.kind(at) != TokenKind::Word)?;
    let short = Some(bracket + 1).filter(|_| document.token_text(bracket) == "(")?;
    let is_whole = bracket == start + document.token_text(short).len();
    let is_told = is_whole && is_initials(article, short) && features::is_common_short_form(article, short);
    is_told.then(|| (name(document.span(start..bracket), Label::Work), document.token_text(short)))
}

fn is_quote(article: &Article, i: usize) -> bool {
    matches!(article.document.token_text(i), "\"" | "'" | "“" | "”" | "‘" | "’")
}

/// What stands in the quotation marks that open at token `open`, when it can be a title.
fn quoted(article: &Article, open: usize) -> Option<Range<usize>> {
    let document = article.document;
    let is_opening = is_quote(article, open) && document.is_glued(open + 1) && !document.is_glued(open);
    let last = document.tokens.len().min(open + LONGEST_TITLE);
    let close = (open + 2..last).find(|&at| is_quote(article, at) && document.is_glued(at)).filter(|_| is_opening)?;
    let ends_early = matches!(document.token_text(close - 1), "." | ",");
    let title = open + 1..close - usize::from(ends_early);
    let starts_well = matches!(document.case(title.start), Case::Title | Case::Upper | Case::Mixed)
        || matches!(document.kind(title.start), TokenKind::Number | TokenKind::Link);
    let is_one_line = !document.span(open..close).of(document.text).contains('\n');
    (starts_well && is_one_line && !title.is_empty()).then_some(title)
}

/// The title in quotation marks that open at token `open`, after the noun of an event or a work.
fn title(article: &Article, open: usize) -> Option<Annotation> {
    let before = open.checked_sub(1)?;
    let label = if article.classes(before).is(WordClass::TITLED) {
        label_of_titled(article, before)?
    } else {
        label_of_noun(article.classes(before))?
    };
    let document = article.document;
    let is_near = document.sentence_of(before) == document.sentence_of(open);
    quoted(article, open).filter(|_| is_near).map(|title| name(document.span(title), label))
}

/// A title without quotation marks behind "called": the capitals there, and what was named from the first of them on.
fn bare_title(article: &Article, titled: usize, names: &[Annotation]) -> Option<Annotation> {
    let (document, start) = (article.document, titled + 1);
    let label = label_of_titled(article, titled)?;
    let run = article.runs.at(start).filter(|run| run.start == start && !article.standing(start).1)?;
    let begin = document.tokens[start].span.start;
    let at = names.partition_point(|name| name.span.start < begin);
    let named = names.get(at).filter(|name| name.span.start == begin).map(|name| document.tokens_in(name.span).end);
    let end = run.end.max(named.unwrap_or(start));
    let is_near = document.sentence_of(titled) == document.sentence_of(end - 1);
    (is_near && (end > start + 1 || named.is_some())).then(|| name(document.span(start..end), label))
}

/// What the noun before "called" says.
fn label_of_titled(article: &Article, titled: usize) -> Option<Label> {
    let document = article.document;
    let nouns = (titled.saturating_sub(FARTHEST_NOUN)..titled).rev();
    let near = nouns.take_while(|&at| document.sentence_of(at) == document.sentence_of(titled));
    near.filter(|&at| document.case(at) == Case::Lower || document.case(at) == Case::Title).find_map(|at| {
        let class = article.classes(at);
        match label_of_noun(class) {
            None if class.is(WordClass::SESSION) => Some(Label::Event),
            None if class.is(WordClass::PROGRAMME) => Some(Label::Work),
            label => label,
        }
    })
}

fn label_of_noun(class: WordClass) -> Option<Label> {
    if class.is(WordClass::WORK_NOUN) { Some(Label::Work) } else { class.is(WordClass::EVENT_NOUN).then_some(Label::Event) }
}
