//! Notes in Markdown: who is in the article, when, who said what, how much, and what an editor would query.

use super::html::title;
use super::marks;
use crate::lang::messages::ExportMessages;
use crate::segment::Document;
use crate::{Annotated, Annotation, Label, Layer, Value, explain};

/// The labels of entities, in the order in which notes list them.
const ENTITIES: &[Label] = &[Label::Person, Label::Organization, Label::Place, Label::Group, Label::Event, Label::Work];

/// The notes.
pub fn document(id: &str, text: &str, annotated: &Annotated) -> String {
    let words = explain::messages(annotated.language);
    let notes = Notes { text, annotated, words: &words.exports };
    let mut out = format!("# {}\n", escaped(title(id, text, annotated)));
    if let Some(date) = annotated.date {
        out.push_str(&format!("\n{}: {date}\n", notes.words.date));
    }
    notes.push_entities(&mut out);
    notes.push_times(&mut out);
    notes.push_quotes(&mut out);
    notes.push_list(&mut out, Layer::Number);
    notes.push_list(&mut out, Layer::Abbreviation);
    notes.push_list(&mut out, Layer::Check);
    notes.push_list(&mut out, Layer::Custom);
    out.push_str(&format!("\n---\n{}\n", notes.words.made_by));
    out
}

struct Notes<'a> {
    text: &'a str,
    annotated: &'a Annotated,
    words: &'static ExportMessages,
}

impl Notes<'_> {
    fn line(&self, annotation: &Annotation) -> String {
        escaped(annotation.span.of(self.text))
    }

    fn push_entities(&self, out: &mut String) {
        heading(out, self.words.who, !self.annotated.entities.is_empty());
        for &label in ENTITIES {
            let entities: Vec<_> = self.annotated.entities.iter().filter(|entity| entity.label == label).collect();
            if entities.is_empty() {
                continue;
            }
            out.push_str(&format!("\n### {}\n", self.words.label(label)));
            for entity in entities {
                let mut roles: Vec<String> = entity.roles.iter().map(|&i| self.line(&self.annotated.annotations[i])).collect();
                roles.dedup();
                let also: Vec<String> = entity.aliases.iter().map(|alias| escaped(alias)).collect();
                out.push_str(&format!("- **{}** ({}×)", escaped(&entity.name), entity.mentions.len()));
                out.push_str(&if roles.is_empty() { String::new() } else { format!(", {}", roles.join(", ")) });
                out.push_str(&if also.is_empty() { String::new() } else { format!("; {} {}", self.words.also, also.join(", ")) });
                out.push('\n');
            }
        }
    }

    fn push_times(&self, out: &mut String) {
        let document = Document::new(self.text, Some(self.annotated.language));
        let mut times = marks::of_layer(self.annotated, Layer::Time).peekable();
        heading(out, self.words.when, times.peek().is_some());
        for (_, time) in times {
            let sentence = document.sentences.get(document.sentence_of(document.token_at(time.span.start)));
            let sentence = sentence.map_or("", |sentence| sentence.span.of(self.text));
            let value = [marks::value(self.text, time), marks::modifier(time)].map(|part| part.unwrap_or("")).join(" ");
            out.push_str(&format!("- `{}` **{}**: {}\n", value.trim(), self.line(time), escaped(sentence)));
        }
    }

    fn push_quotes(&self, out: &mut String) {
        let mut quotes =
            marks::of_layer(self.annotated, Layer::Quote).filter(|(_, quote)| quote.label != Label::Scare).peekable();
        heading(out, self.words.said, quotes.peek().is_some());
        for (_, quote) in quotes {
            let Value::Quote(value) = &quote.value else { continue };
            let entity = quote.entity.and_then(|id| self.annotated.entities.get(id)).map(|entity| entity.name.as_str());
            let speaker = entity.or(value.speaker.map(|span| span.of(self.text)));
            out.push_str(&format!("\n> {}\n", self.line(quote)));
            if let Some(speaker) = speaker {
                out.push_str(&format!(">\n> — {}\n", escaped(speaker)));
            }
        }
    }

    /// A layer as a list: the words, what they amount to, and why.
    fn push_list(&self, out: &mut String, layer: Layer) {
        let mut marks = marks::of_layer(self.annotated, layer).peekable();
        heading(out, self.words.layer(layer), marks.peek().is_some());
        for (index, mark) in marks {
            let why = explain::explain(self.text, self.annotated, index, self.annotated.language);
            let parts = [marks::value(self.text, mark), marks::unit(mark), marks::modifier(mark)];
            let value = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
            let what = if layer == Layer::Check { &why } else { &value };
            out.push_str(&format!("- **{}**: {}\n", self.line(mark), escaped(what)));
        }
    }
}

fn heading(out: &mut String, words: &str, has_content: bool) {
    if has_content {
        out.push_str(&format!("\n## {words}\n"));
    }
}

/// On one line, with no character that Markdown would take for its own.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in marks::one_line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
