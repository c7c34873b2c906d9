//! The article with its marks in colour, for people at a terminal.

use crate::{Annotated, Layer};
use anstyle::{AnsiColor, Color, Style};

/// The text with each character coloured by the innermost mark over it, and a legend of the layers in use.
///
/// ```
/// let text = "Rapat pada 21 November 2024.";
/// let shown = sorot::export::terminal::article(text, &sorot::annotate(text, &sorot::Options::default()));
/// assert!(shown.contains("2024"));
/// ```
pub fn article(text: &str, annotated: &Annotated) -> String {
    let mut owner: Vec<Option<Layer>> = vec![None; text.len()];
    // Longest first, so that the innermost mark is painted last.
    let mut painted: Vec<_> =
        annotated.annotations.iter().filter(|annotation| style(annotation.label.layer()) != Style::new()).collect();
    painted.sort_by_key(|annotation| std::cmp::Reverse(annotation.span.len()));
    for annotation in painted {
        owner[annotation.span.start..annotation.span.end].fill(Some(annotation.label.layer()));
    }
    let mut shown = String::new();
    let mut start = 0;
    while start < text.len() {
        let end = (start..text.len()).find(|&at| owner[at] != owner[start]).unwrap_or(text.len());
        paint(&mut shown, &text[start..end], owner[start]);
        start = end;
    }
    shown.push_str("\n\n");
    for &layer in Layer::ALL {
        let n_marks = annotated.annotations.iter().filter(|annotation| annotation.label.layer() == layer).count();
        if n_marks > 0 && style(layer) != Style::new() {
            paint(&mut shown, layer.name(), Some(layer));
            shown.push_str(&format!(" {n_marks}  "));
        }
    }
    shown.push('\n');
    shown
}

fn paint(shown: &mut String, piece: &str, layer: Option<Layer>) {
    // Control characters of the text must not reach the terminal as commands.
    let clean = |c: char| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{FFFD}' } else { c };
    let style = layer.map_or(Style::new(), style);
    shown.push_str(&format!("{style}{}{style:#}", piece.chars().map(clean).collect::<String>()));
}

fn style(layer: Layer) -> Style {
    let color = |color: AnsiColor| Style::new().fg_color(Some(Color::Ansi(color)));
    match layer {
        Layer::Entity => color(AnsiColor::BrightBlue).bold(),
        Layer::Time => color(AnsiColor::Green),
        Layer::Number => color(AnsiColor::Yellow),
        Layer::Quote => color(AnsiColor::Magenta),
        Layer::Role => color(AnsiColor::Cyan),
        Layer::Check => color(AnsiColor::Red).underline(),
        Layer::Abbreviation => Style::new().underline(),
        Layer::Coreference | Layer::Structure => Style::new(),
    }
}
