//! What the command does with its options: one room a way of input.

mod ahead;
mod articles;
mod finders;
mod lines;
mod options;

use anstream::AutoStream;
use anstream::stream::{AsLockedWrite, RawStream};
use options::{Annotate, Command, Shape, Sorot};
use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// Reads the options, the first of them the program's name, and does what they ask; every complaint is one line on standard error.
pub fn run(arguments: Vec<OsString>, out: impl RawStream + AsLockedWrite) -> ExitCode {
    let Sorot { command: Command::Annotate(options) } = match options::read(arguments) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    match annotate(&options, out) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Who closes the pipe has read enough: `sorot … | head` is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("cannot write the result: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// True when every input could be read; an error is one of writing.
fn annotate(options: &Annotate, out: impl RawStream + AsLockedWrite) -> io::Result<bool> {
    // Only the form for people has colours to lose; in any other, an escape character is the article's own.
    match options.shape() {
        Shape::Text => annotate_to(AutoStream::new(out, options.color_choice()), options),
        Shape::File(_) => annotate_to(out, options),
    }
}

fn annotate_to(out: impl Write, options: &Annotate) -> io::Result<bool> {
    let mut out = BufWriter::new(out);
    let all_read = if options.jsonl { lines::annotate(options, &mut out)? } else { articles::annotate(options, &mut out)? };
    out.flush()?;
    Ok(all_read)
}

/// One line on standard error, whatever the message holds.
fn complain(message: &str) {
    let message: String = message.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(io::stderr(), "sorot: {message}");
}
