//! What must hold of every export of any text: it reads back, and what it says of places is the text there.

use super::formats::{plain, rows};
use serde_json::Value;
use sorot::Annotated;
use sorot::export::{Format, terminal, write};

/// Tags of the page that stands alone.
const PAGE: &[&str] = &["mark", "main", "body", "h2", "ul", "li", "bdi", "section", "footer", "input", "label"];

/// JSON parses, and its places hold the words it says.
pub fn check_json(name: &str, text: &str, annotated: &Annotated) {
    let parse = |format| -> Value { serde_json::from_str(&write(format, name, text, annotated)).unwrap() };
    let (file, line) = (parse(Format::Json), parse(Format::JsonLines));
    assert_eq!((&file["text"], &file["id"]), (&text.into(), &name.into()));
    assert_eq!((&file["annotations"], &file["entities"]), (&line["annotations"], &line["entities"]));
    assert!(!write(Format::JsonLines, name, text, annotated).contains('\n'));
    let places = Places::new(text);
    for annotation in file["annotations"].as_array().unwrap() {
        assert_eq!(annotation["text"], places.of(annotation), "{annotation} of {text:?}");
    }
    for item in parse(Format::WebAnnotation)["items"].as_array().unwrap() {
        let selectors = &item["target"]["selector"];
        assert_eq!(selectors[1]["exact"], places.of(&selectors[0]), "{item} of {text:?}");
    }
}

/// Markup holds the text, and no tag but ours, whatever tags the text has.
pub fn check_markup(name: &str, text: &str, annotated: &Annotated) {
    let page = write(Format::Html, name, text, annotated);
    assert_eq!(plain(between(&page, "<main dir=\"auto\">", "</main>"), &["mark"]), markup_text(text));
    assert!(!between(&page, "<title>", "</title>").contains('<'));
    plain(between(&page, "</head>", "</html>"), PAGE);
    let file = write(Format::TimeMl, name, text, annotated);
    assert_eq!(plain(between(&file, "<DOCID>", "</DOCID>"), &[]), markup_text(name));
    assert_eq!(plain(between(&file, "<TEXT>", "</TEXT>"), &["TIMEX3"]), markup_text(text));
}

/// Tables have all their cells, and their places hold the words they say.
pub fn check_tables(name: &str, text: &str, annotated: &Annotated) {
    let places = Places::new(text);
    let rows = rows(&write(Format::Csv, name, text, annotated));
    assert_eq!(rows.len(), annotated.annotations.len() + 1, "{text:?}");
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{text:?}");
    for row in &rows[1..] {
        // What a spreadsheet would run has an apostrophe before it.
        let words = places.slice(&row[3], &row[4]);
        assert!(row[5] == words || row[5].strip_prefix('\'') == Some(&words), "{row:?} of {text:?}");
    }
    let conll = write(Format::Conll, name, text, annotated);
    for line in conll.split('\n').skip(2).filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!((cells.len(), cells[0]), (9, places.slice(cells[1], cells[2]).as_str()), "{line:?} of {text:?}");
    }
    let calendar = write(Format::ICalendar, name, text, annotated);
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{calendar:?}");
    check_brat(&write(Format::Brat, name, text, annotated), &places);
    write(Format::Markdown, name, text, annotated);
    terminal::article(text, annotated);
}

/// Every mark's pieces hold its words, and every other line points to marks that are there.
fn check_brat(file: &str, places: &Places) {
    let lines: Vec<Vec<&str>> = file.split_terminator('\n').map(|line| line.splitn(3, '\t').collect()).collect();
    let n_marks = lines.iter().filter(|cells| cells[0].starts_with('T')).count();
    for cells in &lines {
        if cells[0].starts_with('T') {
            let (_, pieces) = cells[1].split_once(' ').unwrap();
            let words = pieces.split(';').map(|piece| piece.split_once(' ').unwrap());
            assert_eq!(words.map(|(start, end)| places.slice(start, end)).collect::<Vec<_>>().join(" "), cells[2]);
        } else {
            assert!(cells[0].starts_with(['R', 'A', '*', '#']), "{cells:?} of {file}");
            let pointers = cells[1].split([' ', ':']).filter_map(|word| word.strip_prefix('T')?.parse::<usize>().ok());
            assert!(pointers.into_iter().all(|mark| (1..=n_marks).contains(&mark)), "{cells:?} of {file}");
        }
    }
}

/// The characters of a text, for places that count them.
struct Places(Vec<char>);

impl Places {
    fn new(text: &str) -> Self {
        Self(text.chars().collect())
    }

    fn of(&self, value: &Value) -> String {
        self.slice(&value["start"].to_string(), &value["end"].to_string())
    }

    fn slice(&self, start: &str, end: &str) -> String {
        let place = |place: &str| place.parse::<usize>().unwrap_or_else(|_| panic!("{place:?} is no place"));
        self.0[place(start)..place(end)].iter().collect()
    }
}

/// What markup can hold of a text.
fn markup_text(text: &str) -> String {
    let is_forbidden = |c: char| c < ' ' && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if is_forbidden(c) { '\u{FFFD}' } else { c }).collect()
}

fn between<'t>(file: &'t str, before: &str, after: &str) -> &'t str {
    file.split_once(before).and_then(|(_, rest)| rest.split_once(after)).unwrap_or_else(|| panic!("no {before}")).0
}
