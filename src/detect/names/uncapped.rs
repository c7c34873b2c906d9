//! Text written without capitals: there the tagger loses most names, and well-known places are found by their tables.

use super::article::Article;
use super::islands;
use super::words::WordClass;
use crate::order;
use crate::segment::Case;
use crate::{Annotation, Label, Value};

/// No listed place has more words.
const LONGEST_PLACE: usize = 3;

/// Adds the well-known places that follow "in" and the like.
pub fn settle(article: &Article, names: &mut Vec<Annotation>) {
    let document = article.document;
    if !islands::is_without_capitals(document) {
        return;
    }
    let places = document.language.names.places;
    let mut found = Vec::new();
    for start in (1..document.tokens.len()).filter(|start| article.classes(start - 1).is(WordClass::LOCATIVE)) {
        let ends = (start + 1..=document.tokens.len().min(start + LONGEST_PLACE)).rev();
        let is_place = |end: &usize| {
            let words: Vec<&str> = (start..*end).map(|i| document.lower(i)).collect();
            document.case(start) == Case::Lower && places.binary_search(&&*words.join(" ")).is_ok()
        };
        if let Some(end) = ends.into_iter().find(is_place) {
            let span = document.span(start..end);
            let at = names.partition_point(|name| name.span.end <= span.start);
            if names.get(at).is_none_or(|name| name.span.start >= span.end) {
                found.push(Annotation {
                    span,
                    label: Label::Place,
                    entity: None,
                    value: Value::None,
                    rule: "names.uncapped",
                    confidence: 0.6,
                });
            }
        }
    }
    names.extend(found);
    order::by_span(names, |name| name.span);
}
