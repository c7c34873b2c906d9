//! A stream of JSON lines: read ahead a little, annotated on all cores, written in order.

use super::complain;
use super::options::{self, Annotate, Choice, Shape};
use rayon::prelude::*;
use serde::Deserialize;
use sorot::export::{self, json_writer::JsonWriter};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Lines read ahead of the work: memory holds this many and one batch, however long the stream.
const READ_AHEAD: usize = 64;
/// A batch ends at so many bytes even when more lines wait.
const BATCH_BYTES: usize = 4 << 20;

/// Annotates each line; true when every input could be read to its end. Lines that are no request get an error record.
pub fn annotate(options: &Annotate, out: &mut impl Write) -> io::Result<bool> {
    let (sender, receiver) = sync_channel(READ_AHEAD);
    let files = options.files.clone();
    let reader = std::thread::spawn(move || read_all(&files, &sender));
    while let Some(batch) = next_batch(&receiver) {
        let records: Vec<String> = batch.par_iter().map(|line| record(options, line)).collect();
        // A line and its end in one piece: what is killed in the middle leaves whole lines.
        for record in records {
            out.write_all(record.as_bytes())?;
        }
        // Who sends one line and waits for its answer gets it.
        out.flush()?;
    }
    Ok(reader.join().unwrap_or(false))
}

/// A line with its number, counted from 1.
struct Line {
    number: usize,
    bytes: Vec<u8>,
}

/// What has been read so far, at least one line; none at the end.
fn next_batch(receiver: &Receiver<Line>) -> Option<Vec<Line>> {
    let mut batch = vec![receiver.recv().ok()?];
    let mut n_bytes = batch[0].bytes.len();
    while n_bytes < BATCH_BYTES {
        let Ok(line) = receiver.try_recv() else { break };
        n_bytes += line.bytes.len();
        batch.push(line);
    }
    Some(batch)
}

fn read_all(files: &[PathBuf], sender: &SyncSender<Line>) -> bool {
    if files.is_empty() {
        return read_lines(Path::new("-"), sender);
    }
    let n_read = files.iter().filter(|file| read_lines(file, sender)).count();
    n_read == files.len()
}

fn read_lines(file: &Path, sender: &SyncSender<Line>) -> bool {
    let sent = if file == Path::new("-") {
        send_lines(io::stdin().lock(), sender)
    } else {
        File::open(file).and_then(|file| send_lines(BufReader::new(file), sender))
    };
    if let Err(error) = &sent {
        complain(&format!("cannot read {}: {error}", file.display()));
    }
    sent.is_ok()
}

/// Sends every line that is not blank, until nobody wants more.
fn send_lines(mut reader: impl BufRead, sender: &SyncSender<Line>) -> io::Result<()> {
    for number in 1.. {
        let mut bytes = Vec::new();
        if reader.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let is_blank = bytes.iter().all(u8::is_ascii_whitespace);
        if !is_blank && sender.send(Line { number, bytes }).is_err() {
            break;
        }
    }
    Ok(())
}

/// A line of the stream.
#[derive(Deserialize)]
struct Request<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    text: Cow<'l, str>,
    #[serde(borrow, default)]
    lang: Option<Cow<'l, str>>,
    #[serde(borrow, default)]
    date: Option<Cow<'l, str>>,
}

/// The answer to a line, with its end.
fn record(options: &Annotate, line: &Line) -> String {
    let mut record = match answer(options, &line.bytes) {
        Ok(answer) => answer,
        Err(error) => complaint(&line.bytes, &format!("line {}: {error}", line.number)),
    };
    if !record.ends_with('\n') {
        record.push('\n');
    }
    record
}

fn answer(options: &Annotate, line: &[u8]) -> Result<String, String> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let line = str::from_utf8(line).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to()))?;
    let request: Request = serde_json::from_str(line).map_err(|error| reason(&error))?;
    let mut core = options.core();
    if let Some(tag) = &request.lang {
        core.language = match options::language(tag).map_err(|error| format!("lang {tag:?}: {error}"))? {
            Choice::Auto => None,
            Choice::Language(language) => Some(language),
        };
    }
    if let Some(date) = &request.date {
        core.date = Some(options::date(date).map_err(|error| format!("date {date:?}: {error}"))?);
    }
    let annotated = sorot::annotate(&request.text, &core);
    Ok(match options.shape() {
        Shape::Text => export::terminal::article(&request.text, &annotated),
        Shape::File(format) => export::write(format, &request.id, &request.text, &annotated),
    })
}

/// The parser counts lines from the start of this one, which is always 1: only its column helps.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    if error.column() == 0 { message.to_string() } else { format!("{message} at column {}", error.column()) }
}

fn complaint(line: &[u8], error: &str) -> String {
    let mut json = JsonWriter::default();
    json.object(|json| {
        match id_of(line) {
            Some(id) => json.raw("id", &id.to_string()),
            None => json.raw("id", "null"),
        }
        json.field("error", error);
    });
    json.text
}

/// The line's id, where it can be read though the line as a whole cannot. Inside a string the quotation marks would have
/// backslashes before them, so what is found is a key.
fn id_of(line: &[u8]) -> Option<serde_json::Value> {
    const KEY: &[u8] = b"\"id\"";
    let after = line.windows(KEY.len()).position(|window| window == KEY)? + KEY.len();
    let rest = line[after..].trim_ascii_start().strip_prefix(b":")?;
    let id: serde_json::Value = serde_json::Deserializer::from_slice(rest).into_iter().next()?.ok()?;
    (id.is_string() || id.is_number()).then_some(id)
}
