//! Sorts the draft's layers into one list and counts what each entity has.

use super::{Draft, Named, corrections};
use crate::order;
use crate::{Annotated, Annotation, Entity, Label, Layer, Layers};

/// The finished article, with the layers asked for.
pub fn assemble(draft: Draft, layers: Layers) -> Annotated {
    let (text, language) = (draft.document.text, draft.document.language.id);
    let (date, date_source, mut named) = (draft.date, draft.date_source, draft.entities.clone());
    let removed = corrections::removed(&draft);
    let mut annotations: Vec<Annotation> = draft.layers().into_iter().flatten().collect();
    annotations.retain(|annotation| layers.contains(annotation.label.layer()) && !annotation.span.is_empty());
    order::by(&mut annotations, |Annotation { span, label, .. }| [span.start, !span.end, *label as usize]);
    annotations.dedup_by(|later, earlier| is_same(later, earlier));
    renumber(&mut annotations, &mut named);
    let entities = entities(text, &annotations, named);
    Annotated { language, date, date_source, annotations, entities, removed }
}

/// True when two marks say the same; two rules of the reader's may well find one place.
fn is_same(a: &Annotation, b: &Annotation) -> bool {
    (a.span, a.label) == (b.span, b.label) && (a.label != Label::Custom || a.value == b.value)
}

/// Numbers entities by first mention and drops those that no annotation points to, so that ids are stable.
fn renumber(annotations: &mut [Annotation], named: &mut Vec<Named>) {
    let mut new_ids: Vec<Option<usize>> = vec![None; named.len()];
    let mut kept = Vec::new();
    for annotation in annotations {
        annotation.entity = annotation.entity.filter(|&old| old < named.len()).map(|old| {
            *new_ids[old].get_or_insert_with(|| {
                kept.push(named[old].clone());
                kept.len() - 1
            })
        });
    }
    *named = kept;
}

fn entities(text: &str, annotations: &[Annotation], named: Vec<Named>) -> Vec<Entity> {
    let fresh = |Named { name, label }| Entity { name, label, mentions: vec![], aliases: vec![], roles: vec![], quotes: vec![] };
    let mut entities: Vec<Entity> = named.into_iter().map(fresh).collect();
    for (i, annotation) in annotations.iter().enumerate() {
        let Some(entity) = annotation.entity.map(|id| &mut entities[id]) else { continue };
        match annotation.label {
            Label::Role => entity.roles.push(i),
            _ => match annotation.label.layer() {
                Layer::Quote => entity.quotes.push(i),
                Layer::Entity | Layer::Coreference => {
                    entity.mentions.push(i);
                    let form = annotation.span.of(text);
                    let is_name = annotation.label.layer() == Layer::Entity;
                    if is_name && form != entity.name && !entity.aliases.iter().any(|alias| alias == form) {
                        entity.aliases.push(form.to_string());
                    }
                }
                _ => {}
            },
        }
    }
    entities
}
