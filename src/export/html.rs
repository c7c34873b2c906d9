//! A page that stands alone: the article with its marks, a legend that switches them by CSS alone, and who is in it. No script
//! and nothing to fetch, and the page's own policy says so.

use super::marks::{self, Event};
use super::xml::{escaped, push_attribute, push_escaped};
use crate::lang::messages::ExportMessages;
use crate::{Annotated, Annotation, Label, Layer, Span, explain};

/// The layers that are drawn; the parts of the article and pronouns would only be noise on paper.
const LAYERS: &[Layer] =
    &[Layer::Entity, Layer::Time, Layer::Number, Layer::Quote, Layer::Role, Layer::Abbreviation, Layer::Check, Layer::Custom];

const STYLE: &str = include_str!("html.css");

/// The whole page.
pub fn document(id: &str, text: &str, annotated: &Annotated) -> String {
    let words = explain::messages(annotated.language);
    let words = &words.exports;
    let tag = annotated.language.tag();
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n",
        escaped(title(id, text, annotated))
    );
    push_legend(&mut out, annotated, words);
    out.push_str("<main dir=\"auto\">");
    push_article(&mut out, text, annotated, words);
    out.push_str("</main>\n");
    push_entities(&mut out, annotated, words);
    out.push_str(&format!("<footer>{}</footer>\n</body>\n</html>\n", escaped(words.made_by)));
    out
}

/// The headline, where the article has one.
pub fn title<'t>(id: &'t str, text: &'t str, annotated: &Annotated) -> &'t str {
    let headline = annotated.annotations.iter().find(|part| part.label == Label::Headline);
    headline.map_or(id, |headline| headline.span.of(text))
}

/// A box for each layer in use; it stands before the article, so that CSS can see its state.
fn push_legend(out: &mut String, annotated: &Annotated, words: &ExportMessages) {
    out.push_str(&format!("<h2>{}</h2>\n", escaped(words.marks)));
    for &layer in LAYERS {
        let n_marks = marks::of_layer(annotated, layer).count();
        if n_marks > 0 {
            let (name, shown) = (layer.name(), escaped(words.layer(layer)));
            out.push_str(&format!(
                "<input type=\"checkbox\" id=\"{name}\" checked><label for=\"{name}\"><mark class=\"{name}\">{shown}</mark> \
                 {n_marks}</label>\n"
            ));
        }
    }
}

fn push_article(out: &mut String, text: &str, annotated: &Annotated, words: &ExportMessages) {
    let drawn: Vec<(usize, &Annotation)> =
        annotated.annotations.iter().enumerate().filter(|(_, annotation)| LAYERS.contains(&annotation.label.layer())).collect();
    let spans: Vec<Span> = drawn.iter().map(|(_, annotation)| annotation.span).collect();
    marks::walk(text, &spans, |event| match event {
        Event::Open(i) => {
            let (index, annotation) = drawn[i];
            out.push_str("<mark");
            push_attribute(out, "class", Some(&format!("{} {}", annotation.label.layer().name(), annotation.label.name())));
            push_attribute(out, "title", Some(&tip(text, annotated, index, words)));
            out.push('>');
        }
        Event::Close => out.push_str("</mark>"),
        Event::Text(span) => push_escaped(out, span.of(text)),
    });
}

/// Label, value, entity, and why.
fn tip(text: &str, annotated: &Annotated, index: usize, words: &ExportMessages) -> String {
    let annotation = &annotated.annotations[index];
    let entity = annotation.entity.and_then(|id| annotated.entities.get(id)).map(|entity| entity.name.as_str());
    let value = marks::value(text, annotation);
    let parts = [value, marks::modifier(annotation), marks::unit(annotation), entity.filter(|name| Some(*name) != value)];
    let mut tip = words.label(annotation.label).to_string();
    for part in parts.into_iter().flatten() {
        tip.push_str(&format!(" · {}", marks::one_line(part)));
    }
    let why = explain::explain(text, annotated, index, annotated.language);
    if why.is_empty() { tip } else { format!("{tip} · {why}") }
}

fn push_entities(out: &mut String, annotated: &Annotated, words: &ExportMessages) {
    if annotated.entities.is_empty() {
        return;
    }
    out.push_str(&format!("<section><h2>{}</h2>\n<ul>\n", escaped(words.who)));
    for entity in &annotated.entities {
        let also =
            if entity.aliases.is_empty() { String::new() } else { format!("; {} {}", words.also, entity.aliases.join(", ")) };
        let label = words.label(entity.label);
        out.push_str(&format!("<li><bdi>{}</bdi> ({}, {}×", escaped(&entity.name), escaped(label), entity.mentions.len()));
        push_escaped(out, &also);
        out.push_str(")</li>\n");
    }
    out.push_str("</ul></section>\n");
}
