//! What must hold of every export of any text at all, tried on random ones.

#[path = "common/budget.rs"]
mod budget;
#[path = "common/exports.rs"]
mod exports;
#[path = "common/formats.rs"]
mod formats;
#[path = "common/texts.rs"]
mod texts;

use arbtest::arbtest;
use budget::budget;
use exports::{check_json, check_markup, check_tables};
use sorot::{Annotated, Options, annotate};
use texts::{random_text, vocabulary};

/// Random texts, under random names, with what the text says in markup of its own: it must come out as words.
fn any_text(check: impl Fn(&str, &str, &Annotated)) {
    let vocabulary = vocabulary();
    arbtest(|u| {
        let mut text = random_text(u, &vocabulary)?;
        let mut name = random_text(u, &vocabulary)?;
        if u.ratio(1, 2)? {
            text += "<script>alert(1)</script><img src=x onerror='a'>&amp;";
            name += "<b>";
        }
        check(&name, &text, &annotate(&text, &Options::default()));
        Ok(())
    })
    .budget_ms(budget(1_000))
    .size_max(4_096);
}

#[test]
fn json_of_any_text_is_json_and_says_where() {
    any_text(check_json);
}

#[test]
fn markup_of_any_text_is_the_text_and_runs_nothing() {
    any_text(check_markup);
}

#[test]
fn tables_of_any_text_have_all_their_cells() {
    any_text(check_tables);
}
