//! The command under load: long streams, killed in the middle, a full disk, nobody reading.

#[path = "common/budget.rs"]
mod budget;

use arbtest::arbtest;
use budget::budget;
use serde_json::Value;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread::JoinHandle;

const SENTENCE: &str = "Bupati Ani Lestari berkata pada Senin bahwa harga beras naik 5 persen.";

fn start(arguments: &[&str], out: Stdio) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sorot"));
    command.args(arguments).stdin(Stdio::piped()).stdout(out).stderr(Stdio::piped()).spawn().unwrap()
}

/// Writes the lines until there are none or nobody reads them; gives the open end back.
fn feed(child: &mut Child, lines: impl Iterator<Item = String> + Send + 'static) -> JoinHandle<ChildStdin> {
    let mut stdin = child.stdin.take().unwrap();
    std::thread::spawn(move || {
        for line in lines {
            if stdin.write_all(line.as_bytes()).is_err() {
                break;
            }
        }
        stdin
    })
}

fn complaints(child: &mut Child) -> String {
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    complaints
}

fn parse(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

fn request(id: usize, text: &str) -> String {
    format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n")
}

#[test]
fn of_many_articles_none_is_lost_and_all_stay_in_order() {
    const N_ARTICLES: usize = 20_000;
    let is_bad = |i: usize| i % 1000 == 500;
    let line = move |i: usize| match i {
        _ if is_bad(i) => format!("{{\"id\":\"{i}\",\"text\":{i}}}\n"),
        _ => request(i, if i.is_multiple_of(40) { SENTENCE } else { "Hujan." }),
    };
    let mut child = start(&["annotate", "--jsonl"], Stdio::piped());
    let feeder = feed(&mut child, (0..N_ARTICLES).map(line));
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for i in 0..N_ARTICLES {
        let answer = parse(&answers.next().unwrap().unwrap());
        assert_eq!(answer["id"], i.to_string());
        assert_eq!(answer["error"].is_string(), is_bad(i), "{answer}");
        assert_eq!(answer["annotations"].is_array(), !is_bad(i), "{answer}");
    }
    drop(feeder.join().unwrap());
    assert!(answers.next().is_none());
    assert_eq!((child.wait().unwrap().code(), complaints(&mut child).as_str()), (Some(0), ""));
}

/// The most memory that a stream of so many lines of this length ever held, in bytes.
#[cfg(target_os = "linux")]
fn peak_memory(n_lines: usize, length: usize) -> usize {
    let more = "x".repeat(length);
    let line = move |i: usize| format!("{{\"id\":\"{i}\",\"text\":\"Hujan.\",\"more\":\"{more}\"}}\n");
    let mut child = start(&["annotate", "--jsonl"], Stdio::piped());
    let feeder = feed(&mut child, (0..n_lines).map(line));
    assert_eq!(BufReader::new(child.stdout.as_mut().unwrap()).lines().take(n_lines).count(), n_lines);
    // All is answered, and the command still waits for more: now its peak is known.
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    drop(feeder.join().unwrap());
    assert!(child.wait().unwrap().success());
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
}

#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_stream() {
    let (short, long) = (peak_memory(200, 10_000), peak_memory(2_000, 10_000));
    assert!(long < short + (8 << 20), "2 MB needed {short} bytes, 20 MB needed {long}");
    let long_lines = peak_memory(100, 2_000_000);
    assert!(long_lines < short + (24 << 20), "2 MB needed {short} bytes, lines of 2 MB needed {long_lines}");
}

#[test]
fn a_line_without_end_is_told_and_not_held() {
    let piece = "x".repeat(1 << 20);
    let endless = std::iter::once("{\"id\":\"long\",\"text\":\"".to_string()).chain(std::iter::repeat_n(piece, 80));
    let lines = endless.chain(["\"}\n".to_string(), request(2, "Hujan.")]);
    let mut child = start(&["annotate", "--jsonl"], Stdio::piped());
    let feeder = feed(&mut child, lines);
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines().map(|line| parse(&line.unwrap()));
    assert_eq!(answers.next().unwrap(), parse(r#"{"id":"long","error":"line 1: longer than 64 MiB"}"#));
    assert_eq!(answers.next().unwrap()["id"], "2");
    drop(feeder.join().unwrap());
    assert!(child.wait().unwrap().success());
}

#[test]
fn killed_in_the_middle_it_leaves_whole_lines() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("command_load");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("killed.jsonl");
    for wanted in [1, 30_000, 300_000] {
        let mut child = start(&["annotate", "--jsonl"], File::create(&path).unwrap().into());
        let feeder = feed(&mut child, (0..).map(|i| request(i, SENTENCE)));
        while fs::metadata(&path).unwrap().len() < wanted {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        drop(feeder.join().unwrap());
        let written = fs::read_to_string(&path).unwrap();
        // What follows the last line break is the one line that may be cut.
        let (whole, _) = written.rsplit_once('\n').unwrap();
        for (i, line) in whole.lines().enumerate() {
            assert_eq!(parse(line)["id"], i.to_string());
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_in_one_line() {
    for arguments in [&["annotate", "--jsonl"][..], &["annotate"], &["annotate", "--format", "text"]] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let mut child = start(arguments, full.into());
        let line = request(1, SENTENCE);
        let feeder = feed(&mut child, std::iter::once(line));
        drop(feeder.join().unwrap());
        let complaints = complaints(&mut child);
        assert_eq!(child.wait().unwrap().code(), Some(1), "{arguments:?}");
        assert!(complaints.starts_with("sorot: cannot write the result: ") && complaints.lines().count() == 1, "{complaints}");
    }
}

#[test]
fn when_nobody_reads_it_ends_quietly() {
    for arguments in [&["annotate", "--jsonl"][..], &["annotate"], &["annotate", "--format", "text"]] {
        let mut child = start(arguments, Stdio::piped());
        drop(child.stdout.take());
        let mut input = String::new();
        (0..20).for_each(|i| write!(input, "{}", request(i, SENTENCE)).unwrap());
        drop(feed(&mut child, std::iter::once(input)).join().unwrap());
        assert_eq!((complaints(&mut child).as_str(), child.wait().unwrap().code()), ("", Some(0)), "{arguments:?}");
    }
}

/// What lines are made of: whole requests, pieces of them, and bytes that are no text.
const PIECES: &[&[u8]] = &[
    br#"{"id":"a","text":"Ani tiba Senin."}"#,
    br#"{"id":1,"text":"x"}"#,
    br#"{"id":"a""#,
    br#""id":"#,
    br#","text":"#,
    br#","lang":"xx""#,
    br#","date":"2024-02-30""#,
    b"{",
    b"}",
    b"[",
    b"\"",
    b"\\",
    br"\ud83d",
    br"\u0000",
    b"null",
    b"1e999",
    b"-",
    b",",
    b":",
    b" ",
    b"\r",
    b"\t",
    b"\0",
    b"\xff",
    b"\xc3",
    b"\xEF\xBB\xBF",
    "“é”👩‍👩‍👧\u{202E}".as_bytes(),
];

#[test]
fn any_bytes_give_one_record_a_line() {
    arbtest(|u| {
        let mut input = Vec::new();
        for _ in 0..400 {
            for _ in 0..u.int_in_range(0..=6)? {
                input.extend_from_slice(u.choose(PIECES)?);
            }
            input.push(b'\n');
        }
        let mut child = start(&["annotate", "--jsonl"], Stdio::piped());
        let mut stdin = child.stdin.take().unwrap();
        let given = input.clone();
        let feeder = std::thread::spawn(move || stdin.write_all(&given));
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let answers: Vec<Value> = lines.map(|line| parse(&line.unwrap())).collect();
        assert_eq!((child.wait().unwrap().code(), complaints(&mut child).as_str()), (Some(0), ""));
        feeder.join().unwrap().unwrap();
        let is_blank = |line: &&[u8]| line.iter().all(u8::is_ascii_whitespace);
        assert_eq!(answers.len(), input.split(|&byte| byte == b'\n').filter(|line| !is_blank(line)).count());
        assert!(answers.iter().all(|answer| answer["error"].is_string() != answer["annotations"].is_array()));
        Ok(())
    })
    .budget_ms(budget(1_000))
    .size_max(8_192);
}

#[test]
fn a_deep_nest_is_answered() {
    let deep = format!("{{\"id\":\"deep\",\"text\":\"x\",\"more\":{}\n", "[".repeat(1_000_000));
    let mut child = start(&["annotate", "--jsonl"], Stdio::piped());
    let feeder = feed(&mut child, [deep, request(2, "Hujan.")].into_iter());
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines().map(|line| parse(&line.unwrap()));
    assert_eq!(answers.next().unwrap()["id"], "deep");
    assert_eq!(answers.next().unwrap()["id"], "2");
    drop(feeder.join().unwrap());
    assert!(child.wait().unwrap().success());
}
