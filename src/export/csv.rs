//! CSV as RFC 4180 has it: one mark a row, for spreadsheets.

use super::json::entity_id;
use super::marks;
use crate::{Annotated, Annotation, Layer, OffsetMap, Unit, Value};

const COLUMNS: &str = "id,layer,label,start,end,text,value,modifier,unit,entity,name,speaker,cue,source,rule,confidence\r\n";

/// A head and a row for each mark.
pub fn document(id: &str, text: &str, annotated: &Annotated) -> String {
    let map = OffsetMap::new(text, Unit::CodePoint);
    let mut out = String::from(COLUMNS);
    for annotation in &annotated.annotations {
        let [speaker, cue, source] = quote_cells(text, annotation);
        let is_quote = annotation.label.layer() == Layer::Quote;
        let entity = annotation.entity.and_then(|i| Some((i, annotated.entities.get(i)?)));
        let cells = [
            words(id),
            annotation.label.layer().name().to_string(),
            annotation.label.name().to_string(),
            map.from_byte(annotation.span.start).to_string(),
            map.from_byte(annotation.span.end).to_string(),
            words(annotation.span.of(text)),
            if is_quote { String::new() } else { words(marks::value(text, annotation).unwrap_or("")) },
            marks::modifier(annotation).unwrap_or("").to_string(),
            words(marks::unit(annotation).unwrap_or("")),
            entity.map_or(String::new(), |(i, _)| entity_id(i)),
            words(entity.map_or("", |(_, entity)| &entity.name)),
            words(speaker),
            words(cue),
            words(source),
            annotation.rule.to_string(),
            hundredths(annotation.confidence),
        ];
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn quote_cells<'t>(text: &'t str, annotation: &Annotation) -> [&'t str; 3] {
    match &annotation.value {
        Value::Quote(quote) => [quote.speaker, quote.cue, quote.source].map(|span| span.map_or("", |span| span.of(text))),
        _ => [""; 3],
    }
}

/// A cell of the article's words. One that a spreadsheet would run as a formula gets an apostrophe before it, which
/// spreadsheets take for "this is text"; negative numbers stay numbers.
fn words(text: &str) -> String {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number;
    let guarded = if is_formula { format!("'{text}") } else { text.to_string() };
    if guarded.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

fn hundredths(share: f32) -> String {
    let hundredths = (share.clamp(0.0, 1.0) * 100.0).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
