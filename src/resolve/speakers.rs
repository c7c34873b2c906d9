//! Settles who says each quotation.

use super::{Draft, roles};
use crate::detect::quotes::{Quotation, Speaker};
use crate::{Annotation, Label, QuoteValue, Span, Value};

/// Turns what the detector of quotations found into annotations, each with its speaker where one can be told.
pub fn attribute(draft: &mut Draft) {
    let found = std::mem::take(&mut draft.findings.quotes.quotations);
    let off_story = off_story(draft);
    let mut last: Option<Heard> = None;
    for quotation in found {
        if touches(&off_story, quotation.span) {
            continue;
        }
        let heard = match &quotation.speaker {
            Speaker::Running => last.filter(|last| goes_on(draft, last, quotation.span)),
            other => hear(draft, other).map(|(speaker, entity)| Heard { speaker, entity, span: quotation.span }),
        };
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
    let off = |label| matches!(label, Label::ReadAlso | Label::Advert | Label::Byline | Label::AuthorCode);
    let mut spans: Vec<Span> = draft.structure.iter().filter(|part| off(part.label)).map(|part| part.span).collect();
    spans.sort_unstable();
    spans
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

/// The speaker as written, and the entity where a name is meant.
fn hear(draft: &Draft, speaker: &Speaker) -> Option<(Span, Option<usize>)> {
    match speaker {
        Speaker::Written(span) => Some((*span, None)),
        Speaker::Named { stretches, from_end, written } => {
            let named = named(draft, stretches, *from_end);
            named.map(|name| (name.span, name.entity)).or(written.map(|span| (span, None)))
        }
        Speaker::None | Speaker::Running => None,
    }
}

/// A person in one of the stretches, else an organization at the edge of the first.
fn named<'d>(draft: &'d Draft, stretches: &[Span], from_end: bool) -> Option<&'d Annotation> {
    let person = stretches.iter().find_map(|stretch| {
        let mut people = names_in(draft, *stretch).iter().filter(|name| name.label == Label::Person && !in_role(draft, name));
        if from_end { people.next_back() } else { people.next() }
    });
    person.or_else(|| {
        let stretch = stretches.iter().find(|stretch| !is_aside(draft, **stretch))?;
        let mut names = names_in(draft, *stretch).iter();
        let name = if from_end { names.next_back() } else { names.next() }?;
        let is_edge = if from_end { name.span.end == stretch.end } else { name.span.start == stretch.start };
        is_edge.then_some(name)
    })
}

/// One capitalised word that is no name: "(OPEC,) Rabu, (memperkirakan)".
fn is_aside(draft: &Draft, stretch: Span) -> bool {
    let words = stretch.of(draft.document.text);
    words.starts_with(char::is_uppercase) && !words.contains(' ') && names_in(draft, stretch).is_empty()
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
