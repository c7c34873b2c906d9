//! Files and standard input, each one article.

use super::complain;
use super::options::{Annotate, Shape};
use sorot::export;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Annotates each file in the order of the command line; one that cannot be read is told, and the rest goes on.
pub fn annotate(options: &Annotate, out: &mut impl Write) -> io::Result<bool> {
    let standard_input = [PathBuf::from("-")];
    let files = if options.files.is_empty() { &standard_input } else { options.files.as_slice() };
    let mut all_read = true;
    for file in files {
        match read(file) {
            Ok(text) => article(options, &file.to_string_lossy(), &text, out)?,
            Err(reason) => {
                complain(&format!("cannot read {}: {reason}", file.display()));
                all_read = false;
            }
        }
        out.flush()?;
    }
    Ok(all_read)
}

fn read(file: &Path) -> Result<String, String> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let bytes = bytes.map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to()))
}

fn article(options: &Annotate, id: &str, text: &str, out: &mut impl Write) -> io::Result<()> {
    let annotated = sorot::annotate(text, &options.core());
    let written = match options.shape() {
        Shape::Text => export::terminal::article(text, &annotated),
        Shape::File(format) => export::write(format, id, text, &annotated),
    };
    out.write_all(written.as_bytes())?;
    if written.ends_with('\n') { Ok(()) } else { writeln!(out) }
}
