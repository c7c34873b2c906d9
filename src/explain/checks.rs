//! What an editor would query, and why.

use super::fill;
use crate::lang::messages::CheckMessages;
use crate::{Annotation, CheckValue, Label};

/// One sentence.
pub fn sentence(text: &str, annotation: &Annotation, value: &CheckValue, messages: &CheckMessages) -> String {
    let template = match annotation.label {
        Label::WeekdayMismatch => messages.weekday_mismatch,
        Label::ImpossibleDate => messages.impossible_date,
        Label::SpellingVariants => messages.spelling_variants,
        Label::UndefinedAbbreviation => messages.undefined_abbreviation,
        Label::UnclosedQuote => messages.unclosed_quote,
        Label::QuoteWithoutSpeaker => messages.quote_without_speaker,
        Label::MixedSeparators => messages.mixed_separators,
        Label::FutureAsPast => messages.future_as_past,
        _ => "",
    };
    let others: Vec<String> = value.others.iter().map(|span| format!("“{}”", span.of(text))).collect();
    let expected = value.expected.as_deref().unwrap_or("");
    let expected = if annotation.label == Label::WeekdayMismatch { weekday(expected, messages) } else { expected };
    fill(template, &[("{here}", annotation.span.of(text)), ("{others}", &others.join(", ")), ("{expected}", expected)])
}

/// The day of an ISO number; anything else is taken as said.
fn weekday<'v>(expected: &'v str, messages: &CheckMessages) -> &'v str {
    let number = expected.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    number.and_then(|number| messages.weekdays.get(number)).copied().unwrap_or(expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::LanguageId;
    use crate::{Span, Value};

    #[test]
    fn every_check_has_a_sentence_in_every_language() {
        let text = "Ani {others} Anni";
        let value = CheckValue { others: vec![Span::new(13, 17)], expected: Some("2".into()) };
        for language in LanguageId::KNOWN {
            let messages = &language.tables().messages.checks;
            for &label in Label::ALL.iter().filter(|label| label.layer() == crate::Layer::Check) {
                let (entity, span) = (None, Span::new(0, 12));
                let annotation =
                    Annotation { span, label, entity, value: Value::Check(value.clone()), rule: "case", confidence: 1.0 };
                let sentence = sentence(text, &annotation, &value, messages);
                assert!(sentence.ends_with('.') && sentence.len() > 20, "{}: {} {sentence}", language.tag(), label.name());
                assert_eq!(sentence.contains("“Anni”"), label == Label::SpellingVariants, "{sentence}");
                assert_eq!(sentence.contains(messages.weekdays[1]), label == Label::WeekdayMismatch, "{sentence}");
            }
        }
    }
}
