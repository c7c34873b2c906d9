//! CoNLL columns: one token a line, a column of BIO labels for each layer that does not nest, blank lines between sentences.

use super::json::entity_id;
use crate::segment::{Document, TokenKind};
use crate::{Annotated, Label, Layer, OffsetMap, Span, Unit};
use std::fmt::Write;

/// The layers with a column.
const LAYERS: &[Layer] = &[Layer::Entity, Layer::Time, Layer::Number, Layer::Role, Layer::Quote];

/// The article as tokens with their labels.
pub fn document(id: &str, text: &str, annotated: &Annotated) -> String {
    let document = Document::new(text, Some(annotated.language));
    let map = OffsetMap::new(text, Unit::CodePoint);
    let columns: Vec<Vec<Option<(usize, bool)>>> = LAYERS.iter().map(|&layer| column(&document, annotated, layer)).collect();
    let mut out = format!("# id = {}\n# columns = FORM START END ENTITY_ID", super::marks::one_line(id));
    LAYERS.iter().for_each(|layer| out.push_str(&format!(" {}", layer.name().to_uppercase())));
    out.push('\n');
    for sentence in &document.sentences {
        for i in sentence.tokens.clone() {
            let span = document.tokens[i].span;
            let entity = columns[0][i].and_then(|(mark, _)| annotated.annotations[mark].entity).map(entity_id);
            let _ = write!(out, "{}\t{}\t{}", span.of(text), map.from_byte(span.start), map.from_byte(span.end));
            let _ = write!(out, "\t{}", entity.as_deref().unwrap_or("_"));
            for column in &columns {
                match column[i] {
                    Some((mark, begins)) => {
                        let _ = write!(out, "\t{}-{}", if begins { "B" } else { "I" }, annotated.annotations[mark].label.name());
                    }
                    None => out.push_str("\tO"),
                }
            }
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

/// For each token the mark that holds it, and whether it is the first one there. Of quotations within quotations the outer
/// one is told; words held at a distance are none.
fn column(document: &Document, annotated: &Annotated, layer: Layer) -> Vec<Option<(usize, bool)>> {
    let mut column = vec![None; document.tokens.len()];
    for (mark, annotation) in super::marks::of_layer(annotated, layer).filter(|(_, mark)| mark.label != Label::Scare) {
        let mut begins = true;
        for i in touched(document, annotation.span) {
            if column[i].is_none() {
                column[i] = Some((mark, begins));
                begins = false;
            }
        }
    }
    column
}

/// The tokens that share a character with the span: "-nya" may be a mark of its own.
fn touched(document: &Document, span: Span) -> std::ops::Range<usize> {
    let start = document.token_at(span.start);
    let end = document.tokens.partition_point(|token| token.span.start < span.end);
    let is_mark = |i: &usize| document.kind(*i) == TokenKind::Mark && !document.tokens[*i].span.overlaps(span);
    start..(start..end).rev().find(|i| !is_mark(i)).map_or(start, |last| last + 1)
}
