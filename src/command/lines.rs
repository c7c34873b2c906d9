//! A stream of JSON lines: read ahead a little, annotated on all cores, written in order.

use super::ahead::{Ahead, Line};
use super::complain;
use super::options::{self, Annotate, Choice, Shape};
use rayon::prelude::*;
use serde::Deserialize;
use sorot::export::{self, json_writer::JsonWriter};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A line of more bytes is answered by an error and never held: a stream without line breaks must not fill the memory.
const LONGEST_LINE: usize = 64 << 20;

/// Annotates each line; true when every input could be read to its end. Lines that are no request get an error record.
pub fn annotate(options: &Annotate, out: &mut impl Write) -> io::Result<bool> {
    let ahead = Arc::new(Ahead::default());
    let files = options.files.clone();
    let reader = std::thread::spawn({
        let ahead = Arc::clone(&ahead);
        move || {
            let all_read = read_all(&files, &ahead);
            ahead.end();
            all_read
        }
    });
    while let Some(lines) = ahead.take() {
        let records: Vec<String> = lines.into_par_iter().map(|line| record(options, &line)).collect();
        // A line and its end in one piece: what is killed in the middle leaves whole lines.
        for record in records {
            out.write_all(record.as_bytes())?;
        }
        // Who sends one line and waits for its answer gets it.
        out.flush()?;
    }
    Ok(reader.join().unwrap_or(false))
}

fn read_all(files: &[PathBuf], ahead: &Ahead) -> bool {
    if files.is_empty() {
        return read_file(Path::new("-"), ahead);
    }
    let n_read = files.iter().filter(|file| read_file(file, ahead)).count();
    n_read == files.len()
}

fn read_file(file: &Path, ahead: &Ahead) -> bool {
    let read = if file == Path::new("-") {
        read_lines(io::stdin().lock(), ahead)
    } else {
        File::open(file).and_then(|file| read_lines(BufReader::new(file), ahead))
    };
    if let Err(error) = &read {
        complain(&format!("cannot read {}: {error}", file.display()));
    }
    read.is_ok()
}

/// Puts every line that is not blank.
fn read_lines(mut reader: impl BufRead, ahead: &Ahead) -> io::Result<()> {
    for number in 1.. {
        let mut bytes = Vec::new();
        if reader.by_ref().take(LONGEST_LINE as u64).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let is_whole = bytes.len() < LONGEST_LINE || bytes.ends_with(b"\n");
        if !is_whole {
            reader.skip_until(b'\n')?;
        }
        // As much as was needed and no more: lines wait side by side.
        bytes.shrink_to_fit();
        if !is_whole || !bytes.iter().all(u8::is_ascii_whitespace) {
            ahead.put(Line { number, bytes, is_whole });
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
    let answer = if line.is_whole { answer(options, &line.bytes) } else { Err(too_long()) };
    let mut record = match answer {
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
    let mut core = options.core(&request.text);
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

fn too_long() -> String {
    format!("longer than {} MiB", LONGEST_LINE >> 20)
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
