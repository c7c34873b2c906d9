//! What must hold of every annotation of any text.

use sorot::{Annotated, Layer, Span};

/// Spans slice the text, have no empty ends, stand in order, and do not overlap within a layer.
pub fn check_spans(text: &str, annotated: &Annotated) {
    let mut last = (0, std::cmp::Reverse(usize::MAX));
    for annotation in &annotated.annotations {
        let Span { start, end } = annotation.span;
        let slice = text.get(start..end).unwrap_or_else(|| panic!("{annotation:?} does not slice {text:?}"));
        assert!(!slice.is_empty() && slice.trim() == slice, "{annotation:?} has empty ends in {text:?}");
        assert!((start, std::cmp::Reverse(end)) >= last, "{annotation:?} is out of order in {text:?}");
        assert!((0.0..=1.0).contains(&annotation.confidence), "{annotation:?}");
        assert!(!annotation.rule.is_empty(), "{annotation:?} names no rule");
        last = (start, std::cmp::Reverse(end));
    }
    for layer in [Layer::Entity, Layer::Time, Layer::Number, Layer::Role] {
        let spans: Vec<Span> = annotated.annotations.iter().filter(|a| a.label.layer() == layer).map(|a| a.span).collect();
        for pair in spans.windows(2) {
            assert!(!pair[0].overlaps(pair[1]), "two {} marks overlap, {pair:?}, in {text:?}", layer.name());
        }
    }
}

/// Who points to an entity is known to it, and the other way round.
pub fn check_entities(annotated: &Annotated) {
    for annotation in &annotated.annotations {
        assert!(annotation.entity.is_none_or(|id| id < annotated.entities.len()), "{annotation:?} points nowhere");
    }
    for (id, entity) in annotated.entities.iter().enumerate() {
        for &i in entity.mentions.iter().chain(&entity.roles).chain(&entity.quotes) {
            assert_eq!(annotated.annotations[i].entity, Some(id), "{entity:?} claims another's annotation");
        }
    }
}
