//! The JSON contract: one object an article, offsets in Unicode code points; keys that do not apply are absent.

use super::json_writer::JsonWriter;
use crate::{Annotated, Annotation, Entity, Frequency, Label, Layer, OffsetMap, Span, Unit, Value, explain};
use rustc_hash::FxHashSet;

/// The article as `{"id", "lang", "date"?, "annotations", "entities"}`, on one line: for a stream whose reader has the text.
///
/// ```
/// let text = "Rapat pada 21 November 2024.";
/// let json = sorot::export::json::line("a1", text, &sorot::annotate(text, &sorot::Options::default()));
/// assert!(json.starts_with(r#"{"id":"a1","lang":"#));
/// ```
pub fn line(id: &str, text: &str, annotated: &Annotated) -> String {
    record(id, None, &Article::new(text, annotated))
}

/// The same with `"text"`: a file that can be read again alone.
pub fn document(id: &str, text: &str, annotated: &Annotated) -> String {
    record(id, Some(text), &Article::new(text, annotated))
}

/// The public id of entity `i`: `E1`, `E2` …
pub fn entity_id(i: usize) -> String {
    format!("E{}", i + 1)
}

fn record(id: &str, text: Option<&str>, article: &Article) -> String {
    let annotated = article.annotated;
    let mut json = JsonWriter::default();
    json.object(|json| {
        json.field("id", id);
        json.field("lang", annotated.language.tag());
        json.optional("date", annotated.date.map(|date| date.to_string()).as_ref());
        json.optional("text", text);
        json.key("annotations");
        json.array(|json| (0..annotated.annotations.len()).for_each(|i| article.annotation(json, i)));
        json.key("entities");
        json.array(|json| annotated.entities.iter().enumerate().for_each(|(i, entity)| article.entity(json, i, entity)));
        if !annotated.removed.is_empty() {
            json.key("removed");
            json.array(|json| annotated.removed.iter().for_each(|&(span, label)| article.removed(json, span, label)));
        }
    });
    json.text
}

struct Article<'a> {
    text: &'a str,
    map: OffsetMap<'a>,
    annotated: &'a Annotated,
}

impl<'a> Article<'a> {
    fn new(text: &'a str, annotated: &'a Annotated) -> Self {
        Self { text, map: OffsetMap::new(text, Unit::CodePoint), annotated }
    }

    fn span(&self, json: &mut JsonWriter, span: Span) {
        json.field("start", self.map.from_byte(span.start));
        json.field("end", self.map.from_byte(span.end));
        json.field("text", span.of(self.text));
    }

    fn annotation(&self, json: &mut JsonWriter, index: usize) {
        let annotation = &self.annotated.annotations[index];
        json.object(|json| {
            json.field("layer", annotation.label.layer().name());
            json.field("label", annotation.label.name());
            self.span(json, annotation.span);
            let key = if annotation.label.layer() == Layer::Quote { "speaker_entity" } else { "entity" };
            json.optional(key, annotation.entity.map(entity_id).as_ref());
            self.value(json, annotation);
            json.optional("note", self.note(index).as_ref());
            json.field("rule", annotation.rule);
            json.field("confidence", annotation.confidence);
        });
    }

    /// A mark that the reader took away.
    fn removed(&self, json: &mut JsonWriter, span: Span, label: Label) {
        json.object(|json| {
            json.field("layer", label.layer().name());
            json.field("label", label.name());
            self.span(json, span);
        });
    }

    fn value(&self, json: &mut JsonWriter, annotation: &Annotation) {
        match &annotation.value {
            Value::None => {}
            Value::Time(time) => {
                json.field("value", &time.timex);
                json.optional("mod", time.modifier.map(|modifier| modifier.name()));
                json.optional("quant", time.frequency.and_then(Frequency::quant));
                json.optional("freq", time.frequency.and_then(Frequency::freq).as_ref());
                json.optional("edtf", time.edtf.as_ref());
                json.field("anchor", time.anchor.name());
                json.optional("alternative", time.alternative.as_ref());
            }
            Value::Number(number) => {
                json.field("value", &number.decimal);
                json.optional("unit", number.unit.as_ref());
                json.optional("mod", number.modifier.map(|modifier| modifier.name()));
            }
            Value::Quote(quote) => {
                json.optional("cue", quote.cue.map(|span| span.of(self.text)));
                if let Some(speaker) = quote.speaker {
                    json.key("speaker");
                    json.object(|json| self.span(json, speaker));
                }
                json.optional("source", quote.source.map(|span| span.of(self.text)));
            }
            Value::Abbreviation(abbreviation) => {
                json.field("short", abbreviation.short.of(self.text));
                json.optional("long", abbreviation.long.map(|span| span.of(self.text)).or(abbreviation.expansion));
                json.optional("long_start", abbreviation.long.map(|span| self.map.from_byte(span.start)));
                json.optional("long_end", abbreviation.long.map(|span| self.map.from_byte(span.end)));
            }
            Value::Check(check) => {
                json.key("others");
                json.array(|json| check.others.iter().for_each(|&span| json.object(|json| self.span(json, span))));
                json.optional("expected", check.expected.as_ref());
            }
            Value::Custom(custom) => json.field("value", &custom.name),
        }
    }

    /// Why an editor would query it, in the article's language.
    fn note(&self, index: usize) -> Option<String> {
        let is_check = self.annotated.annotations[index].label.layer() == Layer::Check;
        is_check.then(|| explain::explain(self.text, self.annotated, index, self.annotated.language))
    }

    fn entity(&self, json: &mut JsonWriter, i: usize, entity: &Entity) {
        let mut seen = FxHashSet::default();
        let roles = entity.roles.iter().map(|&i| self.annotated.annotations[i].span.of(self.text));
        let roles: Vec<&str> = roles.filter(|role| seen.insert(*role)).collect();
        json.object(|json| {
            json.field("id", &entity_id(i));
            json.field("name", &entity.name);
            json.field("label", entity.label.name());
            json.field("mentions", entity.mentions.len());
            json.list("aliases", &entity.aliases);
            json.list("roles", &roles);
            json.optional("quotes", Some(entity.quotes.len()).filter(|n| *n > 0));
        });
    }
}
