//! brat standoff: a `.ann` file to lie beside the article's `.txt`. <https://brat.nlplab.org/standoff.html>

use super::marks;
use crate::{Annotated, Layer, OffsetMap, Span, Unit, Value};
use rustc_hash::FxHashMap;
use std::fmt::Write;

/// Marks as text-bound annotations, values as notes, entities as equivalences, speakers as relations.
pub fn document(text: &str, annotated: &Annotated) -> String {
    let map = OffsetMap::new(text, Unit::CodePoint);
    let mut out = String::new();
    for (i, annotation) in annotated.annotations.iter().enumerate() {
        let id = i + 1;
        let fragments = fragments(text, annotation.span);
        let places: Vec<String> =
            fragments.iter().map(|span| format!("{} {}", map.from_byte(span.start), map.from_byte(span.end))).collect();
        let words: Vec<&str> = fragments.iter().map(|span| span.of(text)).collect();
        let _ = writeln!(out, "T{id}\t{} {}\t{}", annotation.label.name(), places.join(";"), words.join(" "));
        if let Some(value) = marks::value(text, annotation) {
            let more: Vec<&str> = [marks::modifier(annotation), marks::unit(annotation)].into_iter().flatten().collect();
            let _ = writeln!(out, "#{id}\tAnnotatorNotes T{id}\t{}", marks::one_line(&[&[value], &more[..]].concat().join(" ")));
        }
    }
    push_entities(&mut out, annotated);
    push_speakers(&mut out, annotated);
    out
}

/// brat allows no line break inside a mark: such a mark has a piece for each line.
fn fragments(text: &str, span: Span) -> Vec<Span> {
    let mut fragments = Vec::new();
    let mut start = span.start;
    for line in span.of(text).split_inclusive(['\n', '\r']) {
        let trimmed = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        if !trimmed.is_empty() {
            fragments.push(Span::new(at, at + trimmed.len()));
        }
        start += line.len();
    }
    fragments
}

fn push_entities(out: &mut String, annotated: &Annotated) {
    for entity in annotated.entities.iter().filter(|entity| entity.mentions.len() > 1) {
        let mentions: Vec<String> = entity.mentions.iter().map(|i| format!("T{}", i + 1)).collect();
        let _ = writeln!(out, "*\tEquiv {}", mentions.join(" "));
    }
}

/// A quotation and the name that stands as its speaker.
fn push_speakers(out: &mut String, annotated: &Annotated) {
    let mut n_relations = 0;
    let names = marks::of_layer(annotated, Layer::Coreference).chain(marks::of_layer(annotated, Layer::Entity));
    let names: FxHashMap<Span, usize> = names.map(|(i, name)| (name.span, i)).collect();
    for (i, quote) in marks::of_layer(annotated, Layer::Quote) {
        let Value::Quote(value) = &quote.value else { continue };
        if let Some(name) = value.speaker.and_then(|speaker| names.get(&speaker)) {
            n_relations += 1;
            let _ = writeln!(out, "R{n_relations}\tSpeaker Arg1:T{} Arg2:T{}", i + 1, name + 1);
        }
    }
}
