//! Says in one sentence, in the interface's language, why an annotation has its value.

mod checks;
mod time;

use crate::lang::LanguageId;
use crate::lang::messages::Messages;
use crate::{Annotated, Value};

/// Why annotation `index` says what it says; empty when there is nothing to add, or no such annotation.
///
/// `interface` is the reader's language, not the article's; an unknown one reads English.
///
/// ```
/// use sorot::lang::LanguageId;
/// let annotated = sorot::annotate("", &sorot::Options::default());
/// assert_eq!(sorot::explain::explain("", &annotated, 0, LanguageId::English), "");
/// ```
pub fn explain(text: &str, annotated: &Annotated, index: usize, interface: LanguageId) -> String {
    let messages = messages(interface);
    let Some(annotation) = annotated.annotations.get(index) else { return String::new() };
    match &annotation.value {
        Value::Time(value) => time::sentence(annotated, (annotation.span.of(text), value), messages),
        Value::Check(value) => checks::sentence(text, annotation, value, &messages.checks),
        _ => String::new(),
    }
}

/// What the core says to a reader of this language; to one of none it speaks English.
pub(crate) fn messages(interface: LanguageId) -> &'static Messages {
    let interface = if interface == LanguageId::Unknown { LanguageId::English } else { interface };
    &interface.tables().messages
}

/// Puts values for names, once each and from the left, so that a value's own braces stay what they are.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((at, name, value)) =
        values.iter().filter_map(|(name, value)| Some((rest.find(name)?, name, value))).min_by_key(|(at, ..)| *at)
    {
        filled.push_str(&rest[..at]);
        filled.push_str(value);
        rest = &rest[at + name.len()..];
    }
    filled + rest
}
