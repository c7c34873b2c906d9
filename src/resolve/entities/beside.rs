//! Two names that stand beside each other and name one: "Joko Widodo (Jokowi)", "X alias Y".

use super::forms::Forms;
use crate::resolve::Draft;
use crate::{Label, Span};

/// More words than this between two names say something else.
const MOST_BETWEEN: usize = 8;

/// Joins names that the text itself puts side by side.
pub fn join(forms: &mut Forms, draft: &Draft) {
    for second in 1..draft.names.len() {
        let (a, b) = (&draft.names[second - 1], &draft.names[second]);
        let is_same_kind = a.label == b.label;
        if is_same_kind && (is_bracketed(forms, a.label, a.span, b.span) || is_also_known(forms, a.span, b.span)) {
            forms.join(forms.of_mention[second - 1], forms.of_mention[second]);
        }
    }
}

/// The second name stands alone in brackets after the first. A place in brackets is where the first one lies, unless it is
/// the same name in another script.
fn is_bracketed(forms: &Forms, label: Label, a: Span, b: Span) -> bool {
    let document = forms.document;
    let (between, after) = (document.tokens_in(Span::new(a.end, b.start)), document.token_at(b.end));
    let opens = between.len() == 1 && document.token_text(between.start) == "(";
    let latin = |span: Span| span.of(document.text).starts_with(|c: char| c < '\u{250}');
    let is_alone = document.token_text(after) == ")" && matches!(label, Label::Person | Label::Organization);
    opens && (is_alone || latin(a) != latin(b))
}

fn is_also_known(forms: &Forms, a: Span, b: Span) -> bool {
    let document = forms.document;
    if b.start < a.end {
        return false;
    }
    let between = document.tokens_in(Span::new(a.end, b.start));
    if between.is_empty() || between.len() > MOST_BETWEEN {
        return false;
    }
    let words: Vec<&str> =
        between.filter(|&i| document.token_text(i).starts_with(char::is_alphabetic)).map(|i| document.lower(i)).collect();
    forms.table.also_known_as.contains(&words.as_slice())
}
