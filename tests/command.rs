//! The command as it is used: the real program, its output, its complaints, its exit.

use serde_json::Value;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

const ARTICLE: &str = "Presiden mengatakan bahwa rapat akan digelar pada Jumat.\n";

struct Outcome {
    code: Option<i32>,
    out: String,
    complaints: String,
}

fn start(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sorot"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

/// Runs the command with this on its standard input.
fn run(arguments: &[&str], input: &[u8]) -> Outcome {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeder = std::thread::spawn(move || {
        // A command that complains about its options does not read.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    Outcome {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        complaints: String::from_utf8(output.stderr).unwrap(),
    }
}

fn records(outcome: &Outcome) -> Vec<Value> {
    outcome.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("command");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

#[test]
fn text_on_standard_input_gives_one_record() {
    for arguments in [&["annotate"][..], &["annotate", "-"], &["annotate", "--format", "jsonl", "-"]] {
        let outcome = run(arguments, ARTICLE.as_bytes());
        assert_eq!((outcome.code, outcome.complaints.as_str()), (Some(0), ""), "{arguments:?}");
        let records = records(&outcome);
        assert_eq!(records.len(), 1);
        assert_eq!((&records[0]["id"], &records[0]["lang"]), (&Value::from("-"), &Value::from("id")));
        assert!(records[0]["annotations"].is_array() && records[0]["entities"].is_array());
    }
}

#[test]
fn files_have_their_path_as_id_and_keep_their_order() {
    let (one, two) = (file("one.txt", ARTICLE.as_bytes()), file("two.txt", "The minister said no.\r\n".as_bytes()));
    let (one, two) = (one.to_str().unwrap(), two.to_str().unwrap());
    let outcome = run(&["annotate", two, one], b"");
    assert_eq!(records(&outcome).iter().map(|record| &record["id"]).collect::<Vec<_>>(), [two, one]);
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_rest_goes_on() {
    let (good, bad) = (file("good.txt", ARTICLE.as_bytes()), file("bad.txt", b"Kopi \xff pahit"));
    let (good, bad) = (good.to_str().unwrap(), bad.to_str().unwrap());
    let outcome = run(&["annotate", "no-such-file.txt", bad, good], b"");
    assert_eq!(outcome.code, Some(1));
    assert_eq!(records(&outcome).len(), 1);
    let complaints: Vec<&str> = outcome.complaints.lines().collect();
    assert_eq!(complaints.len(), 2, "{complaints:?}");
    assert!(complaints[0].starts_with("sorot: cannot read no-such-file.txt"), "{complaints:?}");
    assert!(complaints[1].contains("not UTF-8 at byte 5"), "{complaints:?}");
}

#[test]
fn results_go_into_a_folder_and_over_nothing() {
    let (one, two) = (file("first.txt", ARTICLE.as_bytes()), file("second.txt", ARTICLE.as_bytes()));
    let folder = one.parent().unwrap().join("results");
    std::fs::create_dir_all(&folder).unwrap();
    let same_name = folder.join("first.html");
    let paths = [one.to_str().unwrap(), two.to_str().unwrap(), same_name.to_str().unwrap()];
    let outcome = run(&["annotate", "--format", "html", "--out", folder.to_str().unwrap(), paths[0], paths[1], paths[2]], b"");
    assert_eq!((outcome.code, outcome.out.as_str()), (Some(1), ""));
    assert_eq!(outcome.complaints.lines().count(), 1, "{}", outcome.complaints);
    for name in ["first.html", "second.html"] {
        assert!(std::fs::read_to_string(folder.join(name)).unwrap().starts_with("<!doctype html>"), "{name}");
    }
    std::fs::remove_file(same_name).unwrap();
}

#[test]
fn wrong_options_get_one_line_and_a_failure() {
    let wrong: &[&[&str]] = &[
        &["annotate", "--lang", "fr"],
        &["annotate", "--date", "22 November 2024"],
        &["annotate", "--date", "2024-02-30"],
        &["annotate", "--layers", "time,smell"],
        &["annotate", "--format", "docx"],
        &["annotate", "--color", "blue"],
        &["annotate", "--no-such-option"],
        &["annotate", "--format", "html", "one.txt", "two.txt"],
        &["annotate", "--jsonl", "--format", "csv"],
        &["annotate", "--jsonl", "--out", "folder"],
        &["annotate", "--format", "text", "--out", "folder", "one.txt"],
        &["translate"],
    ];
    for arguments in wrong {
        let outcome = run(arguments, b"");
        assert_eq!((outcome.code, outcome.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert_eq!(outcome.complaints.lines().count(), 1, "{arguments:?}: {}", outcome.complaints);
        assert!(outcome.complaints.starts_with("sorot: "), "{arguments:?}: {}", outcome.complaints);
    }
}

#[test]
fn help_has_examples() {
    let outcome = run(&["annotate", "--help"], b"");
    assert_eq!(outcome.code, Some(0));
    assert!(outcome.out.contains("sorot annotate --jsonl < archive.jsonl"), "{}", outcome.out);
}

#[test]
fn bad_lines_are_answered_and_the_rest_goes_on() {
    let lines: &[(&[u8], &str)] = &[
        (br#"{"id":"good","text":"Hujan."}"#, r#""good""#),
        (b"", "skipped"),
        (b"no JSON at all", "null"),
        (br#"{"id":"no text"}"#, r#""no text""#),
        (br#"{"id":"a number for a text","text":5}"#, r#""a number for a text""#),
        (br#"{"id":"cut off","text":"Huj"#, r#""cut off""#),
        (br#"{"text":"the id comes \"id\": \"wrong\" late","id":"late","lang":"fr"}"#, r#""late""#),
        (br#"{"id":"no such day","text":"Hujan.","date":"2024-02-30"}"#, r#""no such day""#),
        (b"{\"id\":\"bytes\",\"text\":\"\xff\xfe\"}", r#""bytes""#),
        (br#"{"id":7,"text":"Hujan."}"#, "7"),
        (br#"{"id":"half a pair","text":"\ud83d"}"#, r#""half a pair""#),
        (br#"["an array"]"#, "null"),
        (br#"{"id":"good too","text":"Hujan.","lang":null,"more":[1]}"#, r#""good too""#),
    ];
    let mut input = b"\xEF\xBB\xBF".to_vec();
    for (line, _) in lines {
        input.extend_from_slice(line);
        input.extend_from_slice(b"\r\n");
    }
    let outcome = run(&["annotate", "--jsonl"], &input);
    assert_eq!((outcome.code, outcome.complaints.as_str()), (Some(0), ""));
    let mut records = records(&outcome).into_iter();
    for (line, want) in lines.iter().filter(|(_, want)| *want != "skipped") {
        let (record, line) = (records.next().unwrap(), String::from_utf8_lossy(line));
        assert_eq!(record["id"].to_string(), *want, "{line}");
        assert_eq!(record["error"].is_string(), !line.contains("good"), "{line}: {record}");
        assert_eq!(record["annotations"].is_array(), line.contains("good"), "{line}: {record}");
    }
    assert_eq!(records.next(), None);
}

#[test]
fn a_line_has_its_own_language_and_date() {
    let line = |id: &str, more: &str| format!("{{\"id\":\"{id}\",\"text\":\"Hujan kemarin.\"{more}}}\n");
    let input =
        line("own", r#","lang":"en","date":"2020-01-02T03:04""#) + &line("given", "") + &line("auto", r#","lang":"auto""#);
    let outcome = run(&["annotate", "--jsonl", "--lang", "id", "--date", "2024-11-22"], input.as_bytes());
    let seen: Vec<String> = records(&outcome).iter().map(|record| format!("{} {}", record["lang"], record["date"])).collect();
    assert_eq!(seen, [r#""en" "2020-01-02T03:04""#, r#""id" "2024-11-22""#, r#""und" "2024-11-22""#]);
}

#[test]
fn a_long_stream_keeps_its_order() {
    let mut input = String::new();
    for i in 0..1000 {
        let words = "Harga beras naik lagi. ".repeat(i % 7);
        writeln!(input, "{{\"id\":\"{i}\",\"text\":\"{words}\"}}").unwrap();
    }
    let outcome = run(&["annotate", "--jsonl"], input.as_bytes());
    let ids: Vec<String> = records(&outcome).iter().map(|record| record["id"].as_str().unwrap().to_string()).collect();
    assert_eq!(ids, (0..1000).map(|i| i.to_string()).collect::<Vec<_>>());
}

#[test]
fn a_line_is_answered_before_the_next_is_sent() {
    let mut child = start(&["annotate", "--jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in ["1", "2", "3"] {
        writeln!(stdin, "{{\"id\":\"{id}\",\"text\":\"Hujan.\"}}").unwrap();
        stdin.flush().unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let mut child = start(&["annotate", "--jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    let stdout = child.stdout.take().unwrap();
    let mut first = String::new();
    writeln!(stdin, "{{\"id\":\"1\",\"text\":\"Hujan.\"}}").unwrap();
    let mut stdout = BufReader::new(stdout);
    stdout.read_line(&mut first).unwrap();
    drop(stdout);
    // The command notices when it writes; then nobody reads this end either.
    for _ in 0..10_000 {
        if writeln!(stdin, "{{\"id\":\"2\",\"text\":\"Hujan lagi.\"}}").is_err() {
            break;
        }
    }
    drop(stdin);
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaints.as_str()), (Some(0), ""));
}

#[test]
fn text_for_people_is_the_article_and_colour_is_as_wished() {
    let text = "Rapat digelar pada Kamis, 21 November 2024 di Jakarta.\n";
    let plain = run(&["annotate", "--format", "text"], text.as_bytes()).out;
    assert!(plain.starts_with(text), "{plain}");
    assert!(!plain.contains('\u{1b}'), "no colour where it is not seen: {plain}");
    let always = run(&["annotate", "--format", "text", "--color", "always"], text.as_bytes()).out;
    assert!(always.contains("\u{1b}["), "{always}");
    let never = run(&["annotate", "--format", "text", "--color", "never"], text.as_bytes()).out;
    assert_eq!(never, plain);
}

#[test]
fn layers_are_those_asked_for() {
    let outcome = run(&["annotate", "--layers", "time,number"], ARTICLE.as_bytes());
    let records = records(&outcome);
    for annotation in records[0]["annotations"].as_array().unwrap() {
        assert!(matches!(annotation["layer"].as_str(), Some("time" | "number")), "{annotation}");
    }
}

#[test]
fn what_the_caller_looks_for_is_a_layer_of_its_own() {
    let saved = r#"{"rules":[{"name":"desa","kind":"terms","text":"kampung melati","ignoresCase":true}]}"#;
    let saved = file("terms.json", saved.as_bytes());
    let find = ["annotate", "--layers", "custom", "--find", r"uang=Rp ?\d+", "--terms", saved.to_str().unwrap()];
    let outcome = run(&find, "Warga Kampung Melati 😀 menerima Rp 500.\n".as_bytes());
    assert_eq!((outcome.code, outcome.complaints.as_str()), (Some(0), ""));
    let marks = &records(&outcome)[0]["annotations"];
    let said: Vec<String> =
        marks.as_array().unwrap().iter().map(|mark| format!("{} {} {}", mark["layer"], mark["value"], mark["text"])).collect();
    assert_eq!(said, [r#""custom" "desa" "Kampung Melati""#, r#""custom" "uang" "Rp 500""#]);
    for (option, complaint) in [("uang=a(b", "character 2: a ( without its )"), ("uang", "not NAME=PATTERN")] {
        let outcome = run(&["annotate", "--find", option], b"");
        assert_eq!(outcome.code, Some(2));
        assert!(outcome.complaints.contains(complaint), "{}", outcome.complaints);
    }
}
