//! W3C Web Annotation (JSON-LD): each mark found again by its place in code points and by its words.
//! <https://www.w3.org/TR/annotation-model/>

use super::json::entity_id;
use super::json_writer::JsonWriter;
use super::marks;
use crate::{Annotated, Annotation, Layer, OffsetMap, Span, Unit};

/// Characters of the text kept before and after a mark.
const CONTEXT: usize = 32;

/// One annotation page with every mark.
pub fn document(id: &str, text: &str, annotated: &Annotated) -> String {
    let page = Page { text, source: source(id), map: OffsetMap::new(text, Unit::CodePoint) };
    let mut json = JsonWriter::default();
    json.object(|json| {
        json.field("@context", "http://www.w3.org/ns/anno.jsonld");
        json.field("id", &format!("{}/annotations", page.source));
        json.field("type", "AnnotationPage");
        json.key("items");
        json.array(|json| {
            for (i, annotation) in annotated.annotations.iter().enumerate() {
                let is_check = annotation.label.layer() == Layer::Check;
                let mark = Mark {
                    number: i + 1,
                    motivation: if is_check { "questioning" } else { "classifying" },
                    span: annotation.span,
                };
                page.item(json, &mark, |json| bodies(json, text, annotated, annotation));
            }
            // What the reader took away is a wish to edit, so that nobody takes it for a mark.
            for (i, (span, label)) in annotated.removed.iter().enumerate() {
                let mark = Mark { number: annotated.annotations.len() + i + 1, motivation: "editing", span: *span };
                page.item(json, &mark, |json| body(json, "classifying", label.name()));
            }
        });
    });
    json.text
}

struct Page<'t> {
    text: &'t str,
    source: String,
    map: OffsetMap<'t>,
}

struct Mark {
    number: usize,
    motivation: &'static str,
    span: Span,
}

impl Page<'_> {
    fn item(&self, json: &mut JsonWriter, mark: &Mark, bodies: impl FnOnce(&mut JsonWriter)) {
        json.object(|json| {
            json.field("id", &format!("{}/annotations/{}", self.source, mark.number));
            json.field("type", "Annotation");
            json.field("motivation", mark.motivation);
            json.key("body");
            json.array(bodies);
            json.key("target");
            json.object(|json| {
                json.field("source", &self.source);
                json.key("selector");
                json.array(|json| selectors(json, self.text, &self.map, mark.span));
            });
        });
    }
}

/// An address for the article: ids may be paths, with any character in them.
fn source(id: &str) -> String {
    let mut address = String::from("urn:sorot:");
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(byte)),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

fn bodies(json: &mut JsonWriter, text: &str, annotated: &Annotated, annotation: &Annotation) {
    let mut body = |purpose: &str, value: &str| body(json, purpose, value);
    body("classifying", annotation.label.name());
    if let Some(value) = marks::value(text, annotation) {
        body("describing", value);
    }
    let more = [marks::modifier(annotation), marks::unit(annotation)];
    more.into_iter().flatten().for_each(|value| body("tagging", value));
    if let Some((id, entity)) = annotation.entity.and_then(|id| Some((id, annotated.entities.get(id)?))) {
        body("identifying", &format!("{} {}", entity_id(id), entity.name));
    }
}

fn body(json: &mut JsonWriter, purpose: &str, value: &str) {
    json.object(|json| {
        json.field("type", "TextualBody");
        json.field("purpose", purpose);
        json.field("value", value);
    });
}

fn selectors(json: &mut JsonWriter, text: &str, map: &OffsetMap, span: Span) {
    json.object(|json| {
        json.field("type", "TextPositionSelector");
        json.field("start", map.from_byte(span.start));
        json.field("end", map.from_byte(span.end));
    });
    let before = &text[..span.start];
    let prefix = before.char_indices().rev().take(CONTEXT).last().map_or("", |(at, _)| &before[at..]);
    let after = &text[span.end..];
    let suffix = after.char_indices().nth(CONTEXT).map_or(after, |(at, _)| &after[..at]);
    json.object(|json| {
        json.field("type", "TextQuoteSelector");
        json.field("exact", span.of(text));
        json.field("prefix", prefix);
        json.field("suffix", suffix);
    });
}
