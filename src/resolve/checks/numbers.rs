//! Numbers that mix their separators.

use super::{Draft, at};
use crate::detect::amounts::{Style, parse};
use crate::segment::TokenKind;
use crate::{Annotation, CheckValue, Label, Span};

/// A figure that no hand writes ("1.500,000.50"), and a decimal point in an article of decimal commas, or the other way round.
pub fn query(draft: &Draft) -> Vec<Annotation> {
    let decimal = draft.document.language.numbers.decimal;
    let figures = figures(draft);
    let style = |span: Span| parse(span.of(draft.document.text), decimal).map(|(_, style)| style);
    let native = figures.iter().copied().find(|&span| style(span) == Some(Style::Native) && has(draft, span, decimal));
    let foreign = figures.iter().filter_map(|&span| {
        let native = native.filter(|_| style(span) == Some(Style::Foreign))?;
        Some(at(span, Label::MixedSeparators, CheckValue { others: vec![native], expected: None }, 0.6))
    });
    unreadable(draft, decimal).into_iter().chain(foreign).collect()
}

fn has(draft: &Draft, span: Span, mark: char) -> bool {
    span.of(draft.document.text).contains(mark)
}

/// The figures inside the numbers found.
fn figures(draft: &Draft) -> Vec<Span> {
    let tokens = draft.numbers.iter().flat_map(|number| draft.document.tokens_in(number.span));
    tokens.filter(|&i| draft.document.kind(i) == TokenKind::Number).map(|i| draft.document.tokens[i].span).collect()
}

/// Figures with both marks that make no number in either hand.
fn unreadable(draft: &Draft, decimal: char) -> Vec<Annotation> {
    let is_bad = |span: &Span| {
        let text = span.of(draft.document.text);
        text.contains('.') && text.contains(',') && parse(text, decimal).is_none()
    };
    let numbers = draft.document.tokens.iter().filter(|token| token.kind == TokenKind::Number).map(|token| token.span);
    let query = |span| at(span, Label::MixedSeparators, CheckValue { others: Vec::new(), expected: None }, 0.8);
    numbers.filter(is_bad).map(query).collect()
}
