//! What several formats say of an annotation in the same way.

use crate::{Annotated, Annotation, Layer, Span, Value};

/// What an annotation amounts to, as one string: a TIMEX3 value, a decimal, a long form, a speaker, an expected spelling, the name of
/// the reader's rule.
pub fn value<'t>(text: &'t str, annotation: &'t Annotation) -> Option<&'t str> {
    match &annotation.value {
        Value::None => None,
        Value::Time(time) => Some(&time.timex),
        Value::Number(number) => Some(&number.decimal),
        Value::Quote(quote) => quote.speaker.map(|span| span.of(text)),
        Value::Abbreviation(short) => short.long.map(|span| span.of(text)).or(short.expansion),
        Value::Check(check) => check.expected.as_deref(),
        Value::Custom(custom) => Some(&custom.name),
    }
}

/// The modifier of a time or a number.
pub fn modifier(annotation: &Annotation) -> Option<&'static str> {
    match &annotation.value {
        Value::Time(time) => time.modifier,
        Value::Number(number) => number.modifier,
        _ => None,
    }
    .map(|modifier| modifier.name())
}

/// The unit or currency of a number.
pub fn unit(annotation: &Annotation) -> Option<&str> {
    match &annotation.value {
        Value::Number(number) => number.unit.as_deref(),
        _ => None,
    }
}

/// The annotations of a layer, with their place in the list.
pub fn of_layer(annotated: &Annotated, layer: Layer) -> impl Iterator<Item = (usize, &Annotation)> {
    annotated.annotations.iter().enumerate().filter(move |(_, annotation)| annotation.label.layer() == layer)
}

/// On one line: every run of white space is a space.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What nested marks make of a text: pieces of text, and the marks that open and close between them.
pub enum Event {
    /// A mark opens; one that was cut by another opens again.
    Open(usize),
    /// The mark opened last closes.
    Close,
    /// Text under the marks that are open.
    Text(Span),
}

/// Walks the text and calls `visit` for each event; spans come sorted by start, longest first. Marks that cross are cut: the
/// inner part is closed and opened again, so that what is written nests.
pub fn walk(text: &str, spans: &[Span], mut visit: impl FnMut(Event)) {
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    let mut next = 0;
    loop {
        let start = spans.get(next).map(|span| span.start);
        let end = open.iter().map(|&mark| spans[mark].end).min();
        let stop = start.into_iter().chain(end).min().unwrap_or(text.len());
        if at < stop {
            visit(Event::Text(Span::new(at, stop)));
            at = stop;
        }
        if end == Some(stop) {
            let first = open.iter().position(|&mark| spans[mark].end == stop).unwrap_or(open.len());
            let cut = open.split_off(first);
            cut.iter().for_each(|_| visit(Event::Close));
            for mark in cut.into_iter().filter(|&mark| spans[mark].end > stop) {
                visit(Event::Open(mark));
                open.push(mark);
            }
        } else if start == Some(stop) {
            visit(Event::Open(next));
            open.push(next);
            next += 1;
        } else {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(text: &str, spans: &[(usize, usize)]) -> String {
        let spans: Vec<Span> = spans.iter().map(|&(start, end)| Span::new(start, end)).collect();
        let mut written = String::new();
        walk(text, &spans, |event| match event {
            Event::Open(mark) => written.push_str(&format!("<{mark} ")),
            Event::Close => written.push('>'),
            Event::Text(span) => written.push_str(span.of(text)),
        });
        written
    }

    #[test]
    fn marks_nest_and_are_cut_where_they_cross() {
        assert_eq!(nested("abcdef", &[]), "abcdef");
        assert_eq!(nested("abcdef", &[(0, 6), (0, 2), (3, 4)]), "<0 <1 ab>c<2 d>ef>");
        assert_eq!(nested("abcdef", &[(0, 4), (2, 6)]), "<0 ab<1 cd>><1 ef>");
        assert_eq!(nested("abcdef", &[(1, 3), (1, 3), (3, 5)]), "a<0 <1 bc>><2 de>f");
        assert_eq!(nested("", &[]), "");
    }
}
