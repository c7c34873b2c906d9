//! What must hold of every export of any text at all, tried on random ones.

#[path = "common/budget.rs"]
mod budget;
#[path = "common/formats.rs"]
mod formats;
#[path = "common/texts.rs"]
mod texts;

use arbtest::arbtest;
use budget::budget;
use formats::{plain, rows};
use serde_json::Value;
use sorot::Options;
use sorot::export::{Format, write};
use texts::{random_text, vocabulary};

/// Tags of the page that stands alone.
const PAGE: &[&str] = &["mark", "main", "body", "h2", "ul", "li", "bdi", "section", "footer", "input", "label"];

/// Random texts, under random names.
fn any_text(vocabulary: &[String], check: impl Fn(&str, &str)) {
    arbtest(|u| {
        let text = random_text(u, vocabulary)?;
        let name = random_text(u, vocabulary)?;
        check(&name, &text);
        Ok(())
    })
    .budget_ms(budget(1_000))
    .size_max(4_096);
}

#[test]
fn json_of_any_text_is_json_and_says_where() {
    let vocabulary = vocabulary();
    any_text(&vocabulary, |name, text| {
        let annotated = sorot::annotate(text, &Options::default());
        let parse = |format| -> Value { serde_json::from_str(&write(format, name, text, &annotated)).unwrap() };
        let (file, line) = (parse(Format::Json), parse(Format::JsonLines));
        assert_eq!((&file["text"], &file["id"]), (&text.into(), &name.into()));
        assert_eq!((&file["annotations"], &file["entities"]), (&line["annotations"], &line["entities"]));
        assert!(!write(Format::JsonLines, name, text, &annotated).contains('\n'));
        for annotation in file["annotations"].as_array().unwrap() {
            assert_eq!(annotation["text"], slice(text, annotation), "{annotation} of {text:?}");
        }
        for item in parse(Format::WebAnnotation)["items"].as_array().unwrap() {
            let selectors = &item["target"]["selector"];
            assert_eq!(selectors[1]["exact"], slice(text, &selectors[0]), "{item} of {text:?}");
        }
    });
}

fn slice(text: &str, value: &Value) -> String {
    let place = |key: &str| value[key].as_u64().unwrap_or_else(|| panic!("{key} of {value}")) as usize;
    text.chars().skip(place("start")).take(place("end") - place("start")).collect()
}

/// What markup can hold of a text.
fn markup_text(text: &str) -> String {
    let is_forbidden = |c: char| c < ' ' && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if is_forbidden(c) { '\u{FFFD}' } else { c }).collect()
}

#[test]
fn markup_of_any_text_is_the_text_and_runs_nothing() {
    let vocabulary = vocabulary();
    any_text(&vocabulary, |name, text| {
        // What the text says in markup of its own must come out as words.
        let (name, text) = (&format!("{name}<b>"), &format!("{text}<script>alert(1)</script><img src=x onerror='a'>&amp;"));
        let annotated = sorot::annotate(text, &Options::default());
        let page = write(Format::Html, name, text, &annotated);
        assert_eq!(plain(between(&page, "<main dir=\"auto\">", "</main>"), &["mark"]), markup_text(text));
        assert!(!between(&page, "<title>", "</title>").contains('<'));
        plain(between(&page, "</head>", "</html>"), PAGE);
        let file = write(Format::TimeMl, name, text, &annotated);
        assert_eq!(plain(between(&file, "<DOCID>", "</DOCID>"), &[]), markup_text(name));
        assert_eq!(plain(between(&file, "<TEXT>", "</TEXT>"), &["TIMEX3"]), markup_text(text));
    });
}

#[test]
fn tables_of_any_text_have_all_their_cells() {
    let vocabulary = vocabulary();
    any_text(&vocabulary, |name, text| {
        let annotated = sorot::annotate(text, &Options::default());
        let rows = rows(&write(Format::Csv, name, text, &annotated));
        assert_eq!(rows.len(), annotated.annotations.len() + 1, "{text:?}");
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{text:?}");
        let conll = write(Format::Conll, name, text, &annotated);
        let tokens = conll.split('\n').skip(2).filter(|line| !line.is_empty());
        tokens.for_each(|line| assert_eq!(line.split('\t').count(), 9, "{line:?} of {text:?}"));
        let brat = write(Format::Brat, name, text, &annotated);
        assert!(brat.lines().all(|line| line.starts_with(['T', 'R', 'A', '*', '#'])), "{brat} of {text:?}");
        let calendar = write(Format::ICalendar, name, text, &annotated);
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{calendar:?}");
        write(Format::Markdown, name, text, &annotated);
        sorot::export::terminal::article(text, &annotated);
    });
}

fn between<'t>(file: &'t str, before: &str, after: &str) -> &'t str {
    file.split_once(before).and_then(|(_, rest)| rest.split_once(after)).unwrap_or_else(|| panic!("no {before}")).0
}
