//! Settles who says each quotation.

use super::{Draft, roles};
use crate::detect::quotes::{Quotation, Speaker};
use crate::lang::roles::kind::HEAD;
use crate::lang::speech::part::POINTER;
use crate::order;
use crate::{Annotation, Label, QuoteValue, Span, Value};

/// "The " before a role is so long.
const MAX_ARTICLE: usize = 4;

/// Turns what the detector of quotations found into annotations, each with its speaker where one can be told.
pub fn attribute(draft: &mut Draft) {
    let found = std::mem::take(&mut draft.findings.quotes.quotations);
    let off_story = off_story(draft);
    let datelines: Vec<Span> = spans_of(draft, |label| label == Label::Dateline);
    let mut last: Option<Heard> = None;
    for quotation in found {
        if touches(&off_story, quotation.span) {
            continue;
        }
        let quotation = Quotation { span: behind_dateline(draft, &datelines, quotation.span), ..quotation };
        let heard = match &quotation.speaker {
            Speaker::Running => {
                let running = last.filter(|last| goes_on(draft, last, quotation.span));
                topic(draft, running.as_ref(), quotation.span).or(running)
            }
            other => hear(draft, other).map(|(speaker, entity)| Heard { speaker, entity, span: quotation.span }),
        };
        let heard = heard.map(|heard| Heard { speaker: behind_dateline(draft, &datelines, heard.speaker), ..heard });
        if let Some(heard) = heard.filter(|_| quotation.label != Label::Scare) {
            last = Some(Heard { span: quotation.span, ..heard });
        }
        draft.quotes.push(annotation(quotation, heard));
    }
}

/// A speaker, and the quotation that has it.
#[derive(Clone, Copy)]
struct Heard {
    speaker: Span,
    entity: Option<usize>,
    span: Span,
}

fn annotation(quotation: Quotation, heard: Option<Heard>) -> Annotation {
    let value = QuoteValue { cue: quotation.cue, speaker: heard.map(|heard| heard.speaker), source: quotation.source };
    Annotation {
        span: quotation.span,
        label: quotation.label,
        entity: heard.and_then(|heard| heard.entity),
        value: Value::Quote(value),
        rule: quotation.rule,
        confidence: quotation.confidence,
    }
}

/// The lines that are not part of the story, in order.
fn off_story(draft: &Draft) -> Vec<Span> {
    spans_of(draft, |label| matches!(label, Label::ReadAlso | Label::Advert | Label::Byline | Label::AuthorCode))
}

fn spans_of(draft: &Draft, wanted: fn(Label) -> bool) -> Vec<Span> {
    let mut spans: Vec<Span> = draft.structure.iter().filter(|part| wanted(part.label)).map(|part| part.span).collect();
    order::by_span(&mut spans, |span| *span);
    spans
}

/// "LONDON (Reuters) - Workers will strike, their union said": nobody says the dateline.
fn behind_dateline(draft: &Draft, datelines: &[Span], span: Span) -> Span {
    let after = datelines.partition_point(|other| other.end <= span.start);
    let inside = datelines.get(after).filter(|other| other.start <= span.start && other.end < span.end);
    inside.map_or(span, |other| {
        let rest = Span::new(other.end, span.end).of(draft.document.text);
        Span::new(span.end - rest.trim_start().len(), span.end)
    })
}

fn touches(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|other| other.end <= span.start);
    spans.get(after).is_some_and(|other| other.overlaps(span))
}

/// A quotation without a cue goes on with the speaker of the one before when that stands in this paragraph or the one before.
fn goes_on(draft: &Draft, last: &Heard, span: Span) -> bool {
    let block = |offset: usize| draft.document.blocks.partition_point(|block| block.span.end <= offset);
    block(span.start) <= block(last.span.end.saturating_sub(1)) + 2
}

/// Between two quotations of one paragraph the story may turn to another person: the only one that the sentence before the
/// second one names.
fn topic(draft: &Draft, last: Option<&Heard>, span: Span) -> Option<Heard> {
    let document = draft.document;
    let own = document.sentence_of(document.token_at(span.start));
    let before = document.sentences.get(own.checked_sub(1)?)?;
    let is_same_block = before.block == document.sentences.get(own)?.block;
    if !is_same_block || last.is_some_and(|last| last.span.end > before.span.start) {
        return None;
    }
    let mut people = names_in(draft, before.span).iter().filter(|name| name.label == Label::Person && !in_role(draft, name));
    let first = people.next()?;
    let is_only = people.all(|other| other.entity == first.entity);
    is_only.then_some(Heard { speaker: first.span, entity: first.entity, span })
}

/// The speaker as written, and the entity where a name is meant.
fn hear(draft: &Draft, speaker: &Speaker) -> Option<(Span, Option<usize>)> {
    match speaker {
        Speaker::Written(span) => Some((*span, None)),
        Speaker::Named { stretches, from_end, written } => {
            let named = named(draft, stretches, *from_end);
            let named = named.or_else(|| behind_own_role(draft, (*written)?));
            named.map(|name| (name.span, name.entity)).or(written.map(|span| (whole(draft, span), None)))
        }
        Speaker::None | Speaker::Running => None,
    }
}

/// "Secretary of State Ann Brooks said": the name that ends these words, where all before it is its role.
fn behind_own_role<'d>(draft: &'d Draft, written: Span) -> Option<&'d Annotation> {
    let name = names_in(draft, written).last().filter(|name| name.label == Label::Person && name.span.end == written.end)?;
    let at = draft.roles.partition_point(|role| role.span.start < name.span.start);
    let role = at.checked_sub(1).map(|before| &draft.roles[before]).filter(|role| role.entity == name.entity)?;
    let is_all = role.span.start <= written.start + MAX_ARTICLE && role.span.end + 1 >= name.span.start;
    is_all.then_some(name)
}

/// "(Badan Meteorologi, Klimatologi,) dan Geofisika (BMKG)": a comma inside a name does not end the speaker.
fn whole(draft: &Draft, written: Span) -> Span {
    let i = draft.names.partition_point(|name| name.span.end <= written.start);
    let cut = draft.names.get(i).filter(|name| name.span.start < written.start && name.span.end <= written.end);
    cut.map_or(written, |name| name.span.to(written))
}

/// A person in one of the stretches, else an organization at the edge of the first.
fn named<'d>(draft: &'d Draft, stretches: &[Span], from_end: bool) -> Option<&'d Annotation> {
    let person = stretches.iter().find_map(|stretch| {
        let mut people = names_in(draft, *stretch).iter().filter(|name| {
            name.label == Label::Person && !in_role(draft, name) && !owns(draft, name) && !is_pointed_at(draft, name)
        });
        if from_end { people.next_back() } else { people.next() }
    });
    person.or_else(|| {
        let stretch = stretches.iter().find(|stretch| !is_aside(draft, **stretch))?;
        let mut names = names_in(draft, *stretch).iter();
        let name = if from_end { names.next_back() } else { names.next() }?;
        let is_edge = if from_end { name.span.end == stretch.end } else { name.span.start == stretch.start };
        (is_edge && !is_somebody_of(draft, *stretch, name) && !owns(draft, name)).then_some(name)
    })
}

/// "Seorang pejabat Hamas mengatakan": not Hamas.
fn is_somebody_of(draft: &Draft, stretch: Span, name: &Annotation) -> bool {
    let before = draft.document.tokens_in(Span::new(stretch.start, name.span.start));
    before.into_iter().any(|i| draft.findings.roles.is(draft.document, i, HEAD))
}

/// One capitalised word that is no name: "(OPEC,) Rabu, (memperkirakan)".
fn is_aside(draft: &Draft, stretch: Span) -> bool {
    let words = stretch.of(draft.document.text);
    words.starts_with(char::is_uppercase) && !words.contains(' ') && names_in(draft, stretch).is_empty()
}

/// "Levin's office said": not Levin.
fn owns(draft: &Draft, name: &Annotation) -> bool {
    let next = draft.document.token_at(name.span.end);
    draft.document.is_glued(next) && matches!(draft.document.token_text(next), "'s" | "’s")
}

/// "Suami artis Laras Ayu itu": the husband.
fn is_pointed_at(draft: &Draft, name: &Annotation) -> bool {
    let next = draft.document.lower(draft.document.token_at(name.span.end));
    let parts = draft.document.language.speech.parts;
    parts.binary_search_by(|(word, _)| (*word).cmp(next)).is_ok_and(|at| parts[at].1 & POINTER != 0)
}

/// True for a name that is part of somebody's role ("penasihat Trump").
fn in_role(draft: &Draft, name: &Annotation) -> bool {
    roles::covering(draft, name.span).is_some()
}

fn names_in<'d>(draft: &'d Draft, span: Span) -> &'d [Annotation] {
    let start = draft.names.partition_point(|name| name.span.start < span.start);
    let end = draft.names.partition_point(|name| name.span.end <= span.end);
    &draft.names[start..end.max(start)]
}
