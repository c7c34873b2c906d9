//! The JSON contract: one object an article, offsets in Unicode code points.

use crate::{Annotated, Annotation, Entity, OffsetMap, Span, Unit, Value};
use serde_json::{Map, Value as Json, json};

/// The article as `{"id", "lang", "date", "annotations", "entities"}`; keys that do not apply are absent.
///
/// ```
/// let text = "Rapat pada 21 November 2024.";
/// let json = sorot::export::json::article("a1", text, &sorot::annotate(text, &sorot::Options::default()));
/// assert_eq!(json["id"], "a1");
/// ```
pub fn article(id: &str, text: &str, annotated: &Annotated) -> Json {
    let writer = Writer { text, map: OffsetMap::new(text, Unit::CodePoint), annotated };
    json!({
        "id": id,
        "lang": annotated.language.tag(),
        "date": annotated.date.map(|date| date.to_string()),
        "annotations": annotated.annotations.iter().map(|annotation| writer.annotation(annotation)).collect::<Vec<_>>(),
        "entities": annotated.entities.iter().enumerate().map(|(i, entity)| writer.entity(i, entity)).collect::<Vec<_>>(),
    })
}

/// The public id of entity `i`: `E1`, `E2` …
pub fn entity_id(i: usize) -> String {
    format!("E{}", i + 1)
}

struct Writer<'a> {
    text: &'a str,
    map: OffsetMap<'a>,
    annotated: &'a Annotated,
}

impl Writer<'_> {
    fn span(&self, span: Span) -> Map<String, Json> {
        let mut object = Map::new();
        object.insert("start".into(), self.map.from_byte(span.start).into());
        object.insert("end".into(), self.map.from_byte(span.end).into());
        object.insert("text".into(), span.of(self.text).into());
        object
    }

    fn annotation(&self, annotation: &Annotation) -> Json {
        let mut object = Map::new();
        object.insert("layer".into(), annotation.label.layer().name().into());
        object.insert("label".into(), annotation.label.name().into());
        object.extend(self.span(annotation.span));
        let is_quote = matches!(annotation.value, Value::Quote(_));
        if let Some(entity) = annotation.entity {
            object.insert(if is_quote { "speaker_entity" } else { "entity" }.into(), entity_id(entity).into());
        }
        self.value(&annotation.value, &mut object);
        object.insert("rule".into(), annotation.rule.into());
        object.insert("confidence".into(), ((f64::from(annotation.confidence) * 1000.0).round() / 1000.0).into());
        object.into()
    }

    fn value(&self, value: &Value, object: &mut Map<String, Json>) {
        let mut put = |key: &str, value: Option<Json>| {
            if let Some(value) = value {
                object.insert(key.into(), value);
            }
        };
        let text = |span: Span| Json::from(span.of(self.text));
        match value {
            Value::None => {}
            Value::Time(time) => {
                put("value", Some(time.timex.as_str().into()));
                put("mod", time.modifier.map(|modifier| modifier.name().into()));
                put("edtf", time.edtf.as_deref().map(Json::from));
                put("anchor", Some(time.anchor.name().into()));
                put("alternative", time.alternative.as_deref().map(Json::from));
            }
            Value::Number(number) => {
                put("value", Some(number.decimal.as_str().into()));
                put("unit", number.unit.as_deref().map(Json::from));
                put("mod", number.modifier.map(|modifier| modifier.name().into()));
            }
            Value::Quote(quote) => {
                put("cue", quote.cue.map(text));
                put("speaker", quote.speaker.map(|span| self.span(span).into()));
                put("source", quote.source.map(text));
            }
            Value::Abbreviation(abbreviation) => {
                put("short", Some(text(abbreviation.short)));
                put("long", abbreviation.long.map(text).or(abbreviation.expansion.map(Json::from)));
                put("long_start", abbreviation.long.map(|span| self.map.from_byte(span.start).into()));
                put("long_end", abbreviation.long.map(|span| self.map.from_byte(span.end).into()));
            }
            Value::Check(check) => {
                put("others", Some(check.others.iter().map(|&span| Json::from(self.span(span))).collect()));
                put("expected", check.expected.as_deref().map(Json::from));
            }
        }
    }

    fn entity(&self, i: usize, entity: &Entity) -> Json {
        let text_of = |&i: &usize| Json::from(self.annotated.annotations[i].span.of(self.text));
        let mut object =
            json!({ "id": entity_id(i), "name": entity.name, "label": entity.label.name(), "mentions": entity.mentions.len() });
        let lists = [
            ("aliases", entity.aliases.iter().map(|alias| Json::from(alias.as_str())).collect::<Vec<_>>()),
            ("roles", entity.roles.iter().map(text_of).collect()),
        ];
        for (key, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
            object[key] = list.into();
        }
        object
    }
}
