//! What several test binaries share.

use sorot::{Annotated, Annotation, Value};

/// Label and value, in the words of the case files.
pub fn describe(text: &str, annotated: &Annotated, annotation: &Annotation) -> String {
    let mut words = vec![annotation.label.name().to_string()];
    let mut named =
        |key: &str, value: Option<&str>| words.extend(value.map(|value| format!("{key}=[{value}]").replace('\n', "⏎")));
    match &annotation.value {
        Value::None => {}
        Value::Time(time) => {
            words.push(time.timex.clone());
            words.extend(time.modifier.map(|modifier| modifier.name().to_string()));
            let frequency = time.frequency.unwrap_or_default();
            words.extend(frequency.quant().map(str::to_string).into_iter().chain(frequency.freq()));
            words.extend(time.alternative.as_ref().map(|other| format!("or={other}")));
        }
        Value::Number(number) => {
            words.push(number.decimal.clone());
            words.extend(number.unit.clone());
            words.extend(number.modifier.map(|modifier| modifier.name().to_string()));
        }
        Value::Quote(quote) => {
            named("cue", quote.cue.map(|span| span.of(text)));
            named("speaker", quote.speaker.map(|span| span.of(text)));
            named("source", quote.source.map(|span| span.of(text)));
        }
        Value::Abbreviation(abbreviation) => {
            named("long", abbreviation.long.map(|span| span.of(text)).or(abbreviation.expansion));
        }
        Value::Check(check) => {
            check.others.iter().for_each(|span| named("other", Some(span.of(text))));
            named("expected", check.expected.as_deref());
        }
        Value::Custom(custom) => named("rule", Some(&custom.name)),
    }
    let of = annotation.entity.map(|id| annotated.entities[id].name.as_str()).filter(|name| *name != annotation.span.of(text));
    words.extend(of.map(|name| format!("of=[{name}]")));
    words.join(" ")
}
