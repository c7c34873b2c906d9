//! The article with its marks in colour, for people at a terminal.

use super::marks::{self, Event};
use crate::lang::messages::ExportMessages;
use crate::order;
use crate::{Annotated, Annotation, Layer, Span, explain};
use anstyle::{AnsiColor, Color, Style};

/// The text as it is, in the colour of the innermost mark over each character; below it a legend of the layers in use, who is
/// in the article, and what an editor would query.
///
/// ```
/// let text = "Rapat pada 21 November 2024.";
/// let shown = sorot::export::terminal::article(text, &sorot::annotate(text, &sorot::Options::default()));
/// assert!(shown.contains("Rapat pada"));
/// ```
pub fn article(text: &str, annotated: &Annotated) -> String {
    let words = &explain::messages(annotated.language).exports;
    let mut shown = String::new();
    push_text(&mut shown, text, annotated);
    shown.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
    push_legend(&mut shown, annotated, words);
    push_entities(&mut shown, annotated, words);
    for (i, check) in marks::of_layer(annotated, Layer::Check) {
        paint(&mut shown, check.span.of(text), style(Layer::Check));
        shown.push_str(&format!("  {}\n", clean(&explain::explain(text, annotated, i, annotated.language))));
    }
    shown
}

fn push_text(shown: &mut String, text: &str, annotated: &Annotated) {
    let is_drawn = |annotation: &&Annotation| style(annotation.label.layer()) != Style::new();
    let drawn: Vec<&Annotation> = annotated.annotations.iter().filter(is_drawn).collect();
    let spans: Vec<Span> = drawn.iter().map(|annotation| annotation.span).collect();
    let mut open: Vec<Style> = Vec::new();
    marks::walk(text, &spans, |event| match event {
        // A short form is mostly a name too: it is underlined in the name's colour.
        Event::Open(i) => open.push(match drawn[i].label.layer() {
            Layer::Abbreviation => open.last().copied().unwrap_or_default().underline(),
            layer => style(layer),
        }),
        Event::Close => drop(open.pop()),
        Event::Text(span) => paint(shown, span.of(text), open.last().copied().unwrap_or_default()),
    });
}

fn push_legend(shown: &mut String, annotated: &Annotated, words: &ExportMessages) {
    for &layer in Layer::ALL.iter().filter(|layer| style(**layer) != Style::new()) {
        let n_marks = marks::of_layer(annotated, layer).count();
        if n_marks > 0 {
            paint(shown, words.layer(layer), style(layer));
            shown.push_str(&format!(" {n_marks}  "));
        }
    }
    shown.push('\n');
}

/// Those named more than once, the most frequent first.
fn push_entities(shown: &mut String, annotated: &Annotated, words: &ExportMessages) {
    let mut often: Vec<_> = annotated.entities.iter().filter(|entity| entity.mentions.len() > 1).collect();
    order::by(&mut often, |entity| [!entity.mentions.len(), 0, 0]);
    for entity in often {
        paint(shown, &marks::one_line(&entity.name), style(Layer::Entity));
        shown.push_str(&format!("  {}×  {}", entity.mentions.len(), words.label(entity.label)));
        let aliases: Vec<String> = entity.aliases.iter().map(|alias| clean(&marks::one_line(alias))).collect();
        if !aliases.is_empty() {
            shown.push_str(&format!("; {} {}", words.also, aliases.join(", ")));
        }
        shown.push('\n');
    }
}

fn paint(shown: &mut String, piece: &str, style: Style) {
    shown.push_str(&format!("{style}{}{style:#}", clean(piece)));
}

/// Control characters of the text must not reach the terminal as commands.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{FFFD}' } else { c }).collect()
}

/// Colours, and a second sign for those who see none of them; layers that cover whole lines are not drawn.
fn style(layer: Layer) -> Style {
    let color = |color: AnsiColor| Style::new().fg_color(Some(Color::Ansi(color)));
    match layer {
        Layer::Entity => color(AnsiColor::BrightBlue).bold(),
        Layer::Time => color(AnsiColor::Green),
        Layer::Number => color(AnsiColor::Yellow),
        Layer::Quote => color(AnsiColor::Magenta).italic(),
        Layer::Role => color(AnsiColor::Cyan),
        Layer::Check => color(AnsiColor::Red).underline(),
        Layer::Custom => color(AnsiColor::BrightCyan).invert(),
        Layer::Abbreviation => Style::new().underline(),
        Layer::Coreference | Layer::Structure => Style::new(),
    }
}
