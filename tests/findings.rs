//! Texts that once broke or stalled the core, found by random search; each is small and was made by us.

#[path = "common/sound.rs"]
mod sound;

use sorot::export::{Format, write};
use sorot::lang::LanguageId;
use sorot::{Options, annotate};

/// What went wrong, and the text: a piece and how often it stands there.
const FINDINGS: &[(&str, &str, usize)] = &[
    ("each minus called the reader of numbers again: the stack ran over", "minus ", 20_000),
    ("a row of number words was read to its end from each of its words", "seratus ribu ", 2_000),
    ("the same, with scales that fall and rise", "one million one thousand ", 1_000),
    ("the same, with tens that rise and fall", "dua puluh lima ", 2_000),
    ("a hundred behind a billion overflowed", "one billion hundred years ", 1),
    ("ten times ten times ten overflowed", "dua puluh puluh puluh puluh puluh puluh puluh puluh puluh puluh puluh hari ", 1),
    ("a name lost the bracket that it never opened, and kept the space before it", "\"Today h )(emanggilaQ ", 1),
];

#[test]
fn what_broke_once_is_read() {
    for &(what, piece, times) in FINDINGS {
        let text = piece.repeat(times);
        for &language in LanguageId::KNOWN {
            let annotated = annotate(&text, &Options { language: Some(language), ..Options::default() });
            sound::check_spans(&text, &annotated);
            sound::check_entities(&annotated);
            assert!(!write(Format::Json, what, &text, &annotated).is_empty());
        }
    }
}
