//! TimeML: the article with its time expressions as TIMEX3 tags. <https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html>

use super::marks::{self, Event};
use super::xml::{push_attribute, push_escaped};
use crate::{Anchor, Annotated, Annotation, Frequency, Label, Layer, Span, Value};

/// One TimeML document.
pub fn document(id: &str, text: &str, annotated: &Annotated) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>");
    push_escaped(&mut out, id);
    out.push_str("</DOCID>\n");
    if let Some(date) = annotated.date {
        let kind = if date.clock.is_some() { "TIME" } else { "DATE" };
        out.push_str(&format!(
            "<DCT><TIMEX3 tid=\"t0\" type=\"{kind}\" value=\"{date}\" temporalFunction=\"false\" \
             functionInDocument=\"CREATION_TIME\">{date}</TIMEX3></DCT>\n"
        ));
    }
    out.push_str("<TEXT>");
    let times: Vec<&Annotation> = marks::of_layer(annotated, Layer::Time).map(|(_, time)| time).collect();
    let spans: Vec<Span> = times.iter().map(|time| time.span).collect();
    marks::walk(text, &spans, |event| match event {
        Event::Open(i) => push_tag(&mut out, i + 1, times[i], annotated.date.is_some()),
        Event::Close => out.push_str("</TIMEX3>"),
        Event::Text(span) => push_escaped(&mut out, span.of(text)),
    });
    out.push_str("</TEXT>\n</TimeML>\n");
    out
}

fn push_tag(out: &mut String, id: usize, annotation: &Annotation, has_date: bool) {
    let kind = match annotation.label {
        Label::Date => "DATE",
        Label::Time => "TIME",
        Label::Duration => "DURATION",
        _ => "SET",
    };
    out.push_str(&format!("<TIMEX3 tid=\"t{id}\" type=\"{kind}\""));
    push_attribute(out, "value", marks::value("", annotation));
    push_attribute(out, "mod", marks::modifier(annotation));
    if let Value::Time(time) = &annotation.value {
        push_attribute(out, "quant", time.frequency.and_then(Frequency::quant));
        push_attribute(out, "freq", time.frequency.and_then(Frequency::freq).as_deref());
        let is_counted = matches!(time.anchor, Anchor::Article | Anchor::Previous);
        push_attribute(out, "temporalFunction", Some(if is_counted { "true" } else { "false" }));
        push_attribute(out, "anchorTimeID", (time.anchor == Anchor::Article && has_date).then_some("t0"));
    }
    out.push('>');
}
