//! Makes the mentions of one article agree: what is named surely in one place is the same elsewhere.

use super::article::Article;
use super::words::WordClass;
use super::{edges, features, heads, laws, parts, scripts, telling, uncapped};
use crate::order;
use crate::segment::Case;
use crate::{Annotation, Label, Span, Value};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A mention this sure teaches others.
const SURE: f32 = 0.7;
/// A name this sure stands even where its word is a common one.
const UNSHAKEN: f32 = 0.9;
/// How sure a name is that only its other mentions show.
const TAUGHT: f32 = 0.6;
/// A label wins over the others of the same words when it has this share of their confidence.
const MAJORITY: f32 = 0.6;
/// Shorter ones mean too many things.
const SHORTEST_WELL_KNOWN: usize = 3;
/// A name looked for in a headline has no more tokens.
const LONGEST_IN_HEADLINE: usize = 5;

/// Settles brackets, compounds, heads, edges, short forms, what is told, labels, missed mentions, people in two parts, well-known
/// bodies, laws, names without capitals and other scripts, in this order; names stay sorted and apart.
pub fn settle(article: &Article, mut names: Vec<Annotation>) -> Vec<Annotation> {
    close_brackets(article, &mut names);
    let parted = names.into_iter().flat_map(|name| part_countries(article, name)).flat_map(|name| parts::part(article, name));
    let mended = parted.filter(|name| !is_common_start(article, name)).flat_map(|name| heads::mend(article, name));
    let mut names = edges::join(article, mended.fold(Vec::new(), with_latest));
    follow_definitions(article, &mut names);
    telling::settle(article, &mut names);
    take_majority(article, &mut names);
    add_missed(article, &mut names);
    edges::join_people(article, &mut names);
    add_well_known(article, &mut names);
    laws::settle(article, &mut names);
    uncapped::settle(article, &mut names);
    scripts::settle(article, &mut names);
    names
}

/// A word that is hardly ever written with a capital has one because it begins the sentence ("Floods cut the road").
fn is_common_start(article: &Article, name: &Annotation) -> bool {
    let tokens = article.document.tokens_in(name.span);
    let form = article.form(tokens.start, 0);
    let is_alone = article.mentioned.get(form.mentioned).is_none_or(|mentioned| mentioned.capitals().len() < 2);
    tokens.len() == 1
        && name.confidence < UNSHAKEN
        && form.case == Case::Title
        && (form.is_common() || form.classes.is(WordClass::BEGINNER))
        && is_alone
        && article.standing(tokens.start).0 == 0
}

/// Adds a name, in the place of those that it touches.
fn with_latest(mut names: Vec<Annotation>, name: Annotation) -> Vec<Annotation> {
    names.truncate(names.partition_point(|other| other.span.end <= name.span.start));
    names.push(name);
    names
}

/// A name that opens a bracket and never closes it ends before the bracket, and so does one that closes what it never opened.
fn close_brackets(article: &Article, names: &mut [Annotation]) {
    for name in names {
        let text = name.span.of(article.document.text);
        let kept = match text.find('(') {
            Some(open) if !text[open..].contains(')') => text[..open].trim_end(),
            Some(_) => text,
            None => text.strip_suffix(')').unwrap_or(text).trim_end(),
        };
        if !kept.is_empty() {
            name.span.end = name.span.start + kept.len();
        }
    }
}

/// Two places with a hyphen are two names ("AS-Tiongkok").
fn part_countries(article: &Article, name: Annotation) -> Vec<Annotation> {
    let (document, tokens) = (article.document, article.document.tokens_in(name.span));
    let places = document.language.names.places;
    let is_place = |i: usize| places.binary_search(&document.lower(i)).is_ok();
    if tokens.len() != 3 || document.token_text(tokens.start + 1) != "-" || !is_place(tokens.start) || !is_place(tokens.end - 1) {
        return vec![name];
    }
    let part = |i: usize| Annotation { span: document.tokens[i].span, label: Label::Place, ..name.clone() };
    vec![part(tokens.start), part(tokens.end - 1)]
}

/// A short form names what the long form before its bracket names, all over the article. Where the long form is of common
/// words ("bahan bakar minyak (BBM)"), and where short forms are common words themselves, they name nothing.
fn follow_definitions(article: &Article, names: &mut Vec<Annotation>) {
    let text = article.document.text;
    let mut defined: FxHashMap<&str, Option<(Label, f32)>> = FxHashMap::default();
    for (i, short) in names.iter().enumerate().filter(|(_, name)| is_short_form(article, name.span)) {
        let token = article.document.token_at(short.span.start);
        if article.classes(token).is(WordClass::SHORT_FORM) && article.document.case(token) == Case::Upper {
            defined.insert(short.span.of(text), None);
        } else if is_bracketed(text, short.span) {
            let long = i.checked_sub(1).and_then(|before| names.get(before));
            let long = long.filter(|long| text.get(long.span.end..short.span.start).is_some_and(|between| between == " ("));
            match long {
                Some(long) if long.label == Label::Person || !may_be_short_for(text, short.span, long) => {}
                Some(long) => {
                    defined.entry(short.span.of(text)).or_insert(Some((long.label, long.confidence)));
                }
                None if short.confidence < SURE && features::is_common_short_form(article, token) => {
                    defined.insert(short.span.of(text), None);
                }
                None => {}
            }
        }
    }
    names.retain_mut(|name| match defined.get(name.span.of(text)) {
        Some(Some((label, _))) if *label == name.label => true,
        Some(Some((label, confidence))) => {
            (name.label, name.confidence) = (*label, confidence.max(TAUGHT));
            true
        }
        Some(None) => false,
        None => true,
    });
}

/// Behind a place stands its short form ("Korea Utara (Korut)") or whoever reports from it ("PARIS (AFP)"): the letters tell.
fn may_be_short_for(text: &str, short: Span, long: &Annotation) -> bool {
    let mut letters = long.span.of(text).chars().flat_map(char::to_lowercase);
    let mut is_next = |wanted| letters.any(|letter| letter == wanted);
    let mut short = short.of(text).chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
    long.label != Label::Place || short.all(&mut is_next)
}

/// One word in capitals, or with some inside.
fn is_short_form(article: &Article, span: Span) -> bool {
    let tokens = article.document.tokens_in(span);
    tokens.len() == 1 && matches!(article.document.case(tokens.start), Case::Upper | Case::Mixed)
}

fn is_bracketed(text: &str, span: Span) -> bool {
    text[..span.start].ends_with('(') && text[span.end..].starts_with(')')
}

/// Mentions with the same words have the label that most of them have, the surer ones counting more.
fn take_majority(article: &Article, names: &mut [Annotation]) {
    let text = article.document.text;
    let mut votes: FxHashMap<&str, Vec<(Label, f32)>> = FxHashMap::default();
    for name in names.iter() {
        let labels = votes.entry(name.span.of(text)).or_default();
        match labels.iter_mut().find(|(label, _)| *label == name.label) {
            Some((_, sum)) => *sum += name.confidence,
            None => labels.push((name.label, name.confidence)),
        }
    }
    for name in names {
        let Some(labels) = votes.get(name.span.of(text)).filter(|labels| labels.len() > 1) else { continue };
        let total: f32 = labels.iter().map(|(_, sum)| sum).sum();
        let winner = labels.iter().find(|(_, sum)| *sum > total * MAJORITY);
        if let Some((label, _)) = winner.filter(|(label, _)| *label != name.label) {
            (name.label, name.confidence) = (*label, TAUGHT);
        }
    }
}

/// A run of capitals that is a name elsewhere, or a part of a person's name, is one here too.
fn add_missed(article: &Article, names: &mut Vec<Annotation>) {
    let (document, text) = (article.document, article.document.text);
    let mut known: FxHashMap<&str, Label> = FxHashMap::default();
    for name in names.iter().filter(|name| name.confidence >= SURE) {
        known.entry(name.span.of(text)).or_insert(name.label);
        let tokens = document.tokens_in(name.span);
        if name.label == Label::Person && tokens.len() > 1 {
            for i in tokens.filter(|&i| document.case(i) == Case::Title && document.token_text(i).len() > 2) {
                known.entry(document.token_text(i)).or_insert(Label::Person);
            }
        }
    }
    let mut missed = Vec::new();
    for run in article.islands.iter().flat_map(|island| article.runs_in(island)).flat_map(|run| with_parts(article, run)) {
        let span = document.span(run.clone());
        let Some(label) = known.get(span.of(text)) else { continue };
        let at = names.partition_point(|name| name.span.end <= span.start);
        let is_free = names.get(at).is_none_or(|name| name.span.start >= span.end)
            && missed.last().is_none_or(|last: &Annotation| last.span.end <= span.start);
        let is_word = run.len() == 1 && article.is_also_lower(run.start);
        if is_free && !is_word {
            missed.push(Annotation {
                span,
                label: *label,
                entity: None,
                value: Value::None,
                rule: "names.again",
                confidence: TAUGHT,
            });
        }
    }
    names.append(&mut missed);
    order::by_span(names, |name| name.span);
    names.dedup_by_key(|name| name.span);
}

/// Well-known bodies whose short forms are common words but for their capitals ("WHO"), where the words around have none.
fn add_well_known(article: &Article, names: &mut Vec<Annotation>) {
    let document = article.document;
    let is_capital = |i: usize| document.case(i) == Case::Upper && document.token_text(i).len() >= SHORTEST_WELL_KNOWN;
    let is_alone = |i: usize| !is_capital(i + 1) && !i.checked_sub(1).is_some_and(is_capital) && !article.standing(i).1;
    let known = document.language.names.organizations;
    for i in (0..document.tokens.len()).filter(|&i| is_capital(i) && is_alone(i)) {
        let span = document.tokens[i].span;
        let at = names.partition_point(|name| name.span.end <= span.start);
        let is_free = names.get(at).is_none_or(|name| name.span.start >= span.end);
        if is_free && known.binary_search(&document.lower(i)).is_ok() {
            let label = Label::Organization;
            names.insert(
                at,
                Annotation { span, label, entity: None, value: Value::None, rule: "names.again", confidence: TAUGHT },
            );
        }
    }
}

/// A run, the words on either side of the hyphens in it ("Polisi-Dishub"), and in a headline, where all words have capitals,
/// all that it holds.
fn with_parts<'r>(article: &'r Article, run: &'r Range<usize>) -> impl Iterator<Item = Range<usize>> + 'r {
    let document = article.document;
    let hyphens = run.clone().filter(|&i| document.token_text(i) == "-" && document.is_glued(i));
    let parts = hyphens.flat_map(|i| [i.saturating_sub(1)..i, i + 1..i + 2]);
    let is_headline = article.standing(run.start).1;
    let within = run.clone().filter(move |_| is_headline).flat_map(|start| {
        let ends = (start + 1..=run.end.min(start + LONGEST_IN_HEADLINE)).rev();
        ends.map(move |end| start..end)
    });
    [run.clone()].into_iter().chain(parts).chain(within)
}
