//! Takes over what the reader looked for and found: a layer of its own, which touches no other.

use super::Draft;
use crate::{Annotation, CustomValue, Label, Span, Value};

/// Marks each place that lies in the text, without the white space at its ends.
pub fn take_over(draft: &mut Draft) {
    let text = draft.document.text;
    let mark = |custom: crate::Custom| {
        let words = custom.span.of(text);
        let start = custom.span.start + (words.len() - words.trim_start().len());
        Annotation {
            span: Span::new(start, start + words.trim().len()),
            label: Label::Custom,
            entity: None,
            value: Value::Custom(CustomValue { name: custom.name }),
            rule: "reader",
            confidence: 1.0,
        }
    };
    draft.custom = std::mem::take(&mut draft.customs).into_iter().map(mark).filter(|mark| !mark.span.is_empty()).collect();
}

#[cfg(test)]
mod tests {
    use crate::{Correction, Corrections, Custom, Label, Models, Options, Span, Value, annotate};

    const TEXT: &str = "Budi 😀 tiba di Medan.";

    fn found(customs: &[(usize, usize, &str)], corrections: Corrections) -> Vec<(&'static str, String)> {
        let custom = customs.iter().map(|&(start, end, name)| Custom { span: Span::new(start, end), name: name.into() });
        let options = Options { custom: custom.collect(), corrections, models: Models::none(), ..Options::default() };
        let marks = annotate(TEXT, &options).annotations.into_iter().filter_map(|mark| match mark.value {
            Value::Custom(custom) => Some((mark.span.of(TEXT), custom.name)),
            _ => None,
        });
        marks.collect()
    }

    #[test]
    fn each_rule_has_its_mark_and_no_other_layer_changes() {
        let two = [(10, 15, "verba"), (10, 14, "verba"), (10, 14, "gerak")];
        let wanted = [("tiba", "verba".to_string()), ("tiba", "gerak".to_string())];
        assert_eq!(found(&two, Corrections::default()), wanted);
        let plain = annotate(TEXT, &Options::default()).annotations;
        let custom = vec![Custom { span: Span::new(0, 9), name: "x".into() }];
        let mut marked = annotate(TEXT, &Options { custom, ..Options::default() }).annotations;
        marked.retain(|mark| mark.label != Label::Custom);
        assert_eq!(marked, plain);
    }

    #[test]
    fn odd_places_do_no_harm_and_a_mark_can_be_taken_away() {
        assert!(found(&[(6, 7, "x"), (4, 5, "x"), (0, 0, "x"), (9, 9999, "x")], Corrections::default()).is_empty());
        let place = Correction { span: Span::new(10, 14), label: None, instead_of: Some(Label::Custom) };
        let corrections = Corrections { places: vec![place], ..Corrections::default() };
        assert!(found(&[(10, 14, "verba")], corrections).is_empty());
    }
}
