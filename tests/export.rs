//! Every export, read back: what it says of places in the text must be the text there.

#[path = "common/formats.rs"]
mod formats;

use formats::{plain, rows};
use sorot::calendar::{Date, DateTime, Interval};
use sorot::export::{Format, write};
use sorot::lang::LanguageId;
use sorot::*;

/// Emoji with joiners, combining marks, line ends of all kinds, markup, right-to-left words, control characters.
const HOSTILE: &str = "Jose\u{301} 👩‍👩‍👧 Müller & <b>Söhne</b>\r\n“Harga \"naik\" 5%, kata Ani,\r\nesok”\u{0} — 日本 🇮🇩\r=SUM(A1) עברית\u{2028}Kamis, 21 November 2024; pukul 14.26 \\ {x}\n";

fn span(part: &str) -> Span {
    let start = HOSTILE.find(part).unwrap_or_else(|| panic!("no {part}"));
    Span::new(start, start + part.len())
}

fn mark(part: &str, label: Label, value: Value, entity: Option<usize>) -> Annotation {
    Annotation { span: span(part), label, entity, value, rule: "test.rule", confidence: 0.9 }
}

fn time(timex: &str, day: Option<Date>) -> Value {
    Value::Time(TimeValue {
        timex: timex.into(),
        edtf: None,
        modifier: Some(Modifier::Approx),
        interval: day.map(|day| Interval { first: day, last: day }),
        anchor: Anchor::Article,
        alternative: None,
        said: Said::default(),
        frequency: None,
    })
}

#[test]
fn how_often_a_set_comes_is_written() {
    let text = "Obat itu diminum dua kali sehari. Iuran ditarik setiap bulan.";
    let annotated = annotate(text, &Options { language: Some(LanguageId::Indonesian), ..Options::default() });
    let timeml = write(Format::from_name("timeml").unwrap(), "a", text, &annotated);
    assert!(timeml.contains(r#"value="P1D" freq="2X""#) && timeml.contains(r#"value="P1M" quant="EVERY""#), "{timeml}");
    let json = write(Format::from_name("json").unwrap(), "a", text, &annotated);
    assert!(json.contains(r#""value":"P1D","freq":"2X""#) && json.contains(r#""value":"P1M","quant":"EVERY""#), "{json}");
}

/// A mark of every kind, crossing and nested, on the hostile text.
fn sample() -> Annotated {
    let quote = QuoteValue { cue: Some(span("kata")), speaker: Some(span("Ani")), source: None };
    let number = NumberValue { decimal: "5".into(), unit: Some("%".into()), modifier: None };
    let short = AbbreviationValue { short: span("日本"), long: None, expansion: Some("Jepang") };
    let check = CheckValue { others: vec![span("Ani")], expected: Some("Anni".into()) };
    let mut annotations = vec![
        mark("Jose\u{301} 👩‍👩‍👧 Müller & <b>Söhne</b>", Label::Headline, Value::None, None),
        mark("Jose\u{301} 👩‍👩‍👧 Müller", Label::Person, Value::None, Some(0)),
        mark("Müller & <b>Söhne</b>\r\n“Harga", Label::Role, Value::None, Some(0)),
        mark("“Harga \"naik\" 5%, kata Ani,\r\nesok”", Label::Direct, Value::Quote(quote), Some(1)),
        mark("5%", Label::Percent, Value::Number(number), None),
        mark("Ani", Label::Person, Value::None, Some(1)),
        mark("日本", Label::Undefined, Value::Abbreviation(short), None),
        mark("=SUM(A1)", Label::Organization, Value::None, Some(2)),
        mark("Kamis, 21 November 2024", Label::Date, time("2024-11-21", Date::new(2024, 11, 21)), None),
        mark("pukul 14.26", Label::Time, time("2024-11-21T14:26+07:00", Date::new(2024, 11, 21)), None),
        mark("naik", Label::SpellingVariants, Value::Check(check), None),
        mark("Kamis", Label::Custom, Value::Custom(CustomValue { name: "Hari, \"kerja\" <b>".into() }), None),
    ];
    annotations.sort_by_key(|annotation| (annotation.span.start, std::cmp::Reverse(annotation.span.end)));
    let position = |label: Label, entity: usize| {
        annotations
            .iter()
            .position(|annotation| annotation.label == label && annotation.entity == Some(entity))
            .into_iter()
            .collect()
    };
    let entity = |id: usize, name: &str, label: Label| Entity {
        name: name.into(),
        label,
        mentions: position(label, id),
        aliases: vec!["Si <A>".into()],
        roles: position(Label::Role, id),
        quotes: position(Label::Direct, id),
    };
    let entities = vec![
        entity(0, "Jose\u{301} 👩‍👩‍👧 Müller", Label::Person),
        entity(1, "Ani", Label::Person),
        entity(2, "=SUM(A1)", Label::Organization),
    ];
    let date = DateTime::parse("2024-11-22");
    Annotated {
        language: LanguageId::Indonesian,
        date,
        date_source: DateSource::Reader,
        annotations,
        entities,
        removed: vec![(span("Ani"), Label::Place)],
    }
}

fn exported(format: Format) -> String {
    write(format, "a/b, \"c\".txt", HOSTILE, &sample())
}

/// The text between two places in code points.
fn slice(start: usize, end: usize) -> String {
    HOSTILE.chars().skip(start).take(end - start).collect()
}

fn json(format: Format) -> serde_json::Value {
    serde_json::from_str(&exported(format)).unwrap()
}

fn number(value: &serde_json::Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

#[test]
fn json_says_where_and_holds_the_text() {
    let (file, line) = (json(Format::Json), json(Format::JsonLines));
    assert_eq!(file["text"], HOSTILE);
    assert_eq!(line["text"], serde_json::Value::Null);
    assert_eq!(file["annotations"], line["annotations"]);
    let annotations = file["annotations"].as_array().unwrap();
    assert_eq!(annotations.len(), sample().annotations.len());
    for annotation in annotations {
        assert_eq!(annotation["text"], slice(number(&annotation["start"]), number(&annotation["end"])));
    }
    let quote = annotations.iter().find(|annotation| annotation["label"] == "direct").unwrap();
    assert_eq!(
        (&quote["cue"], &quote["speaker"]["text"], &quote["speaker_entity"]),
        (&"kata".into(), &"Ani".into(), &"E2".into())
    );
    let check = annotations.iter().find(|annotation| annotation["layer"] == "check").unwrap();
    assert!(check["note"].as_str().unwrap().contains("naik"), "{check}");
    assert!(!exported(Format::JsonLines).contains('\n'), "one line");
}

#[test]
fn web_annotations_are_found_again_by_place_and_by_words() {
    let page = json(Format::WebAnnotation);
    assert_eq!(page["type"], "AnnotationPage");
    for item in page["items"].as_array().unwrap() {
        assert_eq!(item["target"]["source"], "urn:sorot:a%2Fb%2C%20%22c%22.txt");
        let (place, words) = (&item["target"]["selector"][0], &item["target"]["selector"][1]);
        let (start, end) = (number(&place["start"]), number(&place["end"]));
        assert_eq!(words["exact"], slice(start, end));
        let whole = ["prefix", "exact", "suffix"].map(|key| words[key].as_str().unwrap()).concat();
        assert!(HOSTILE.contains(&whole), "{whole}");
        assert_eq!(words["prefix"], slice(start.saturating_sub(32), start));
    }
}

#[test]
fn brat_has_a_piece_for_each_line() {
    let file = exported(Format::Brat);
    let mut n_marks = 0;
    for line in file.lines().filter(|line| line.starts_with('T')) {
        let columns: Vec<&str> = line.splitn(3, '\t').collect();
        let (label, places) = columns[1].split_once(' ').unwrap();
        assert!(Label::from_name(label).is_some(), "{line}");
        let pieces: Vec<String> = places
            .split(';')
            .map(|place| place.split_once(' ').map(|(start, end)| slice(start.parse().unwrap(), end.parse().unwrap())).unwrap())
            .collect();
        assert_eq!(pieces.join(" "), columns[2]);
        n_marks += 1;
    }
    assert_eq!(n_marks, sample().annotations.len());
    assert!(file.contains("\tSpeaker Arg1:T"), "{file}");
}

#[test]
fn conll_tokens_are_the_text_and_labels_begin_before_they_go_on() {
    let file = exported(Format::Conll);
    let mut before = vec!["O"; 5];
    let mut n_tokens = 0;
    for line in file.lines().skip(2) {
        let columns: Vec<&str> = line.split('\t').collect();
        if line.is_empty() {
            before = vec!["O"; 5];
            continue;
        }
        n_tokens += 1;
        assert_eq!(columns.len(), 9, "{line}");
        assert_eq!(columns[0], slice(columns[1].parse().unwrap(), columns[2].parse().unwrap()));
        for (label, before) in columns[4..].iter().zip(&before).filter(|(label, _)| label.starts_with("I-")) {
            // A mark may run over the end of a sentence; in a sentence it begins with B.
            assert!(before.ends_with(&label[2..]) || *before == "O", "{label} after {before} in {line}");
        }
        before = columns[4..].to_vec();
    }
    assert!(n_tokens > 20);
    assert!(file.contains("\tB-person"), "{file}");
}

#[test]
fn csv_has_a_row_for_each_mark_and_runs_no_formula() {
    let rows = rows(&exported(Format::Csv));
    assert_eq!(rows.len(), sample().annotations.len() + 1);
    for row in &rows[1..] {
        assert_eq!(row.len(), rows[0].len(), "{row:?}");
        let text = slice(row[3].parse().unwrap(), row[4].parse().unwrap());
        let guarded = if text.starts_with('=') { format!("'{text}") } else { text };
        assert_eq!(row[5], guarded);
        assert_eq!(row[0], "a/b, \"c\".txt");
    }
}

/// Markup cannot hold U+0000.
fn markup_text() -> String {
    HOSTILE.replace('\0', "\u{FFFD}")
}

#[test]
fn html_shows_the_text_as_it_is_and_fetches_nothing() {
    let page = exported(Format::Html);
    let (_, main) = page.split_once("<main dir=\"auto\">").unwrap();
    let (main, rest) = main.split_once("</main>").unwrap();
    assert_eq!(plain(main, &["mark"]), markup_text());
    assert_eq!(main.matches("<mark").count(), main.matches("</mark>").count());
    assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:") && !page.contains("url("));
    assert!(page.contains("default-src 'none'"));
    assert!(rest.contains("Si &lt;A&gt;"), "{rest}");
    assert!(page.contains("lang=\"id\""));
}

#[test]
fn timeml_is_the_text_with_tags() {
    let file = exported(Format::TimeMl);
    let (_, text) = file.split_once("<TEXT>").unwrap();
    let (text, _) = text.split_once("</TEXT>").unwrap();
    assert_eq!(plain(text, &["TIMEX3"]), markup_text());
    assert!(text.contains("type=\"DATE\" value=\"2024-11-21\" mod=\"APPROX\""), "{text}");
    assert!(text.contains("type=\"TIME\" value=\"2024-11-21T14:26+07:00\""), "{text}");
    assert!(file.contains("functionInDocument=\"CREATION_TIME\">2024-11-22<"));
}

#[test]
fn a_calendar_has_each_day_once_in_short_lines() {
    let file = exported(Format::ICalendar);
    assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])), "{file}");
    let unfolded = file.replace("\r\n ", "");
    assert_eq!(unfolded.matches("BEGIN:VEVENT").count(), 2);
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20241121\r\nDTEND;VALUE=DATE:20241122\r\n"), "{unfolded}");
    assert!(unfolded.contains("DTSTART:20241121T072600Z\r\n"), "{unfolded}");
    assert!(unfolded.contains("\\\\ {x}"), "{unfolded}");
}

#[test]
fn notes_name_people_days_and_speakers() {
    let notes = exported(Format::Markdown);
    for part in ["# Jose\u{301} 👩‍👩‍👧 Müller \\& \\<b\\>", "**Ani** (1×)", "`2024-11-21 APPROX`", "> — Ani", "Jepang"]
    {
        assert!(notes.contains(part), "{part}\n{notes}");
    }
}

#[test]
fn every_format_has_its_own_name_and_takes_any_text() {
    let mut names: Vec<&str> = Format::ALL.iter().map(|format| format.about().name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Format::ALL.len());
    for text in
        ["", "\u{0}", "\r\n\r\n", "👩‍👩‍👧", HOSTILE, "“a ‘b” c’ Kamis Kamis\u{301}", "Presiden Joko Widodo (61) berkata: \"Ya"]
    {
        let annotated = annotate(text, &Options::default());
        for &format in Format::ALL {
            assert_eq!(Format::from_name(format.about().name), Some(format));
            assert_eq!(write(format, text, text, &annotated), write(format, text, text, &annotated));
        }
    }
}
