//! What must hold of any text at all, tried on random ones.

#[path = "common/budget.rs"]
mod budget;
#[path = "common/sound.rs"]
mod sound;
#[path = "common/texts.rs"]
mod texts;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use budget::budget;
use sorot::calendar::DateTime;
use sorot::lang::LanguageId;
use sorot::segment::{Document, Gap};
use sorot::{Annotated, Layer, Layers, OffsetMap, Options, Unit};
use sound::{check_entities, check_spans};
use texts::{random_text, vocabulary};

fn random_options(u: &mut Unstructured) -> Result<Options> {
    let languages = [None, Some(LanguageId::Indonesian), Some(LanguageId::English), Some(LanguageId::Unknown)];
    let dates = [None, DateTime::parse("2024-11-22T14:26+07:00"), DateTime::parse("0001-01-01"), DateTime::parse("9999-12-31")];
    Ok(Options { language: *u.choose(&languages)?, date: *u.choose(&dates)?, ..Options::default() })
}

#[test]
fn annotations_of_any_text_are_sound() {
    let vocabulary = vocabulary();
    arbtest(|u| {
        let text = random_text(u, &vocabulary)?;
        let options = random_options(u)?;
        let annotated = sorot::annotate(&text, &options);
        check_spans(&text, &annotated);
        check_entities(&annotated);
        assert_eq!(annotated, sorot::annotate(&text, &options), "the same text was read in two ways: {text:?}");
        Ok(())
    })
    .budget_ms(budget(4_000))
    .size_max(4_096);
}

#[test]
fn tokens_blocks_and_sentences_cover_any_text() {
    let vocabulary = vocabulary();
    arbtest(|u| {
        let text = random_text(u, &vocabulary)?;
        let document = Document::new(&text, None);
        let is_space =
            |piece: &str| piece.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}'));
        let mut end = 0;
        for token in &document.tokens {
            assert!(is_space(&text[end..token.span.start]), "{token:?} leaves something out of {text:?}");
            assert_eq!(
                token.gap == Gap::None,
                end == token.span.start && end > 0 || token.span.start == 0,
                "{token:?} in {text:?}"
            );
            assert!(token.span.end > token.span.start);
            end = token.span.end;
        }
        assert!(is_space(&text[end..]), "the end of {text:?} is in no token");
        let n_tokens: usize = document.sentences.iter().map(|sentence| sentence.tokens.len()).sum();
        assert_eq!(n_tokens, document.tokens.len(), "sentences of {text:?}");
        for block in &document.blocks {
            let sentences = &document.sentences[block.sentences.clone()];
            assert_eq!(
                sentences.iter().map(|sentence| sentence.tokens.len()).sum::<usize>(),
                block.tokens.len(),
                "{block:?} of {text:?}"
            );
        }
        Ok(())
    })
    .budget_ms(budget(2_000))
    .size_max(4_096);
}

#[test]
fn a_layer_alone_is_what_it_is_among_all() {
    let vocabulary = vocabulary();
    arbtest(|u| {
        let text = random_text(u, &vocabulary)?;
        let layer = *u.choose(Layer::ALL)?;
        let all = sorot::annotate(&text, &Options::default());
        let alone = sorot::annotate(&text, &Options { layers: Layers::of([layer]), ..Options::default() });
        let marks = |annotated: &Annotated| -> Vec<_> {
            annotated
                .annotations
                .iter()
                .filter(|a| a.label.layer() == layer)
                .map(|a| (a.span, a.label, a.value.clone()))
                .collect()
        };
        assert_eq!(marks(&all), marks(&alone), "{} of {text:?}", layer.name());
        Ok(())
    })
    .budget_ms(budget(2_000))
    .size_max(2_048);
}

#[test]
fn offsets_convert_there_and_back_on_any_text() {
    let vocabulary = vocabulary();
    arbtest(|u| {
        let text = random_text(u, &vocabulary)?;
        for unit in [Unit::Utf16, Unit::CodePoint] {
            let map = OffsetMap::new(&text, unit);
            for (byte, _) in text.char_indices() {
                assert_eq!(map.to_byte(map.from_byte(byte)), byte, "{unit:?} in {text:?}");
            }
        }
        Ok(())
    })
    .budget_ms(budget(1_000));
}

#[test]
fn texts_that_break_readers_are_read() {
    let texts = [
        "a".repeat(1_000_000),
        "\"".repeat(100_000),
        "(".repeat(100_000),
        "Kim ".repeat(50_000),
        "1.".repeat(100_000),
        "e\u{301}".repeat(100_000),
        "\u{202E}".repeat(1_000),
        "2024-".repeat(50_000),
        "kata \"".repeat(20_000),
        "Senin, ".repeat(20_000),
        "PT ".repeat(20_000) + "Tbk",
    ];
    for text in &texts {
        check_spans(text, &sorot::annotate(text, &Options { language: Some(LanguageId::Indonesian), ..Options::default() }));
        check_spans(text, &sorot::annotate(text, &Options { language: Some(LanguageId::English), ..Options::default() }));
    }
}
