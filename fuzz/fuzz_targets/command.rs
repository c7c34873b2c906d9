//! The command on any bytes, a stream of JSON lines or an article, with any of its options: a line back for each, in order.

#![no_main]

#[path = "../../src/command/mod.rs"]
mod command;

use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::process::ExitCode;

const LANGUAGES: [&str; 3] = ["auto", "id", "en"];
const DATES: [&str; 3] = ["2024-11-22", "0001-01-01T00:00", "9999-12-31T23:59+14:00"];
const LAYERS: [&str; 3] = ["time,entity,quote", "structure,check", "number,custom,coreference,role,abbreviation"];
/// Those that may follow each other in one stream.
const FORMATS: [&str; 5] = ["jsonl", "json", "conll", "markdown", "text"];
const FOUND: [&str; 3] = [r"mark=\w+", r"blank=\s*", r"rest=(?:.*Z|.)"];

fuzz_target!(|input: ([u8; 4], &[u8])| {
    let ([language, date, layers, more], bytes) = input;
    let mut arguments: Vec<String> =
        ["sorot", "annotate", "--lang", LANGUAGES[usize::from(language) % 3]].map(str::to_string).into();
    // Of the choices one is to leave the option away.
    let mut choose = |name: &str, choices: &[&str], choice: u8| {
        let value = choices.get(usize::from(choice) % (choices.len() + 1));
        arguments.extend(value.map(|value| format!("--{name}={value}")));
    };
    choose("date", &DATES, date);
    choose("layers", &LAYERS, layers);
    choose("find", &FOUND, more >> 6);
    match more % 16 {
        0..8 => check_stream(arguments, bytes.to_vec()),
        8..12 => check_stream(arguments, requests(&String::from_utf8_lossy(bytes))),
        format => check_article(arguments, FORMATS[usize::from(format - 12)], bytes),
    }
});

/// A right request for each line of the text.
fn requests(text: &str) -> Vec<u8> {
    let lines = text.split('\n').enumerate().map(|(i, text)| json!({"id": i.to_string(), "text": text}).to_string());
    lines.collect::<Vec<_>>().join("\n").into_bytes()
}

fn check_stream(mut arguments: Vec<String>, stream: Vec<u8>) {
    arguments.push("--jsonl".into());
    let (exit, written) = run(arguments, &stream);
    assert!(exit == ExitCode::SUCCESS && (written.is_empty() || written.ends_with('\n')), "{written:?}");
    let given: Vec<&[u8]> = stream.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).collect();
    let answers: Vec<Value> = written.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), given.len(), "{written:?}");
    for (line, answer) in given.into_iter().zip(answers) {
        assert_ne!(answer["error"].is_string(), answer["annotations"].is_array(), "{answer}");
        if let Ok(request) = serde_json::from_slice::<Value>(line) {
            assert!(!request["id"].is_string() || answer["id"].is_string() && answer["id"] == request["id"], "{answer}");
        }
    }
}

fn check_article(mut arguments: Vec<String>, format: &str, article: &[u8]) {
    arguments.push(format!("--format={format}"));
    let (exit, written) = run(arguments, article);
    assert_eq!(exit == ExitCode::SUCCESS, str::from_utf8(article).is_ok(), "{written:?}");
    assert_eq!(exit == ExitCode::SUCCESS, written.ends_with('\n'), "{written:?}");
}

/// Runs the command on a file of these bytes.
fn run(mut arguments: Vec<String>, bytes: &[u8]) -> (ExitCode, String) {
    let file = std::env::temp_dir().join(format!("sorot-fuzz-{}", std::process::id()));
    std::fs::write(&file, bytes).unwrap();
    arguments.push(file.to_str().unwrap().to_string());
    let mut written = Vec::new();
    let exit = command::run(arguments.into_iter().map(OsString::from).collect(), &mut written);
    (exit, String::from_utf8(written).unwrap())
}
