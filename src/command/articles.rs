//! Files and standard input, each one article.

use super::complain;
use super::options::{Annotate, Shape};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use sorot::export;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Files read and annotated side by side: memory holds so many, and so many bytes of them and one file, however many there are.
const BATCH: usize = 64;
const BATCH_BYTES: u64 = 4 << 20;

/// Annotates each file in the order of the command line; one that cannot be read or written is told, and the rest goes on.
pub fn annotate(options: &Annotate, out: &mut impl Write) -> io::Result<bool> {
    let standard_input = [PathBuf::from("-")];
    let mut files = if options.files.is_empty() { &standard_input } else { options.files.as_slice() };
    let mut all_done = true;
    let mut places = FxHashSet::default();
    while !files.is_empty() {
        let batch;
        (batch, files) = files.split_at(next_batch(files));
        let written: Vec<Result<String, String>> = batch.par_iter().map(|file| article(options, file)).collect();
        for (file, written) in batch.iter().zip(written) {
            let done = match (written, &options.out) {
                (Ok(written), Some(folder)) => save(options, file, &written, folder, &mut places),
                (Ok(written), None) => {
                    out.write_all(written.as_bytes())?;
                    out.write_all(if written.ends_with('\n') { b"" } else { b"\n" })?;
                    Ok(())
                }
                (Err(reason), _) => Err(format!("cannot read {}: {reason}", file.display())),
            };
            if let Err(reason) = done {
                complain(&reason);
                all_done = false;
            }
        }
        out.flush()?;
    }
    Ok(all_done)
}

/// How many of the files come next, at least one.
fn next_batch(files: &[PathBuf]) -> usize {
    // What has no length, such as a pipe, counts as nothing; a file that is not there is told later.
    let length = |file: &PathBuf| fs::metadata(file).map_or(0, |data| data.len());
    let mut n_bytes = 0;
    let fit = files.iter().take(BATCH).take_while(|file| {
        let has_room = n_bytes < BATCH_BYTES;
        n_bytes += length(file);
        has_room
    });
    fit.count()
}

fn read(file: &Path) -> Result<String, String> {
    let bytes = if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    let bytes = bytes.map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to()))
}

fn article(options: &Annotate, file: &Path) -> Result<String, String> {
    let text = read(file)?;
    let annotated = sorot::annotate(&text, &options.core(&text));
    Ok(match options.shape() {
        Shape::Text => export::terminal::article(&text, &annotated),
        Shape::File(format) => export::write(format, &file.to_string_lossy(), &text, &annotated),
    })
}

/// Writes a result beside its brothers, under the name of its file; two files of one name are not written over each other, and
/// what stands under the name is whole, even when the program is killed or the disk is full.
fn save(options: &Annotate, file: &Path, written: &str, folder: &Path, places: &mut FxHashSet<PathBuf>) -> Result<(), String> {
    let name = if file == Path::new("-") { Path::new("stdin") } else { Path::new(file.file_name().unwrap_or_default()) };
    let place = folder.join(name).with_extension(options.extension());
    if place == file || !places.insert(place.clone()) {
        return Err(format!("cannot write {} over {}", file.display(), place.display()));
    }
    let part = place.with_added_extension("part");
    fs::write(&part, written).and_then(|()| fs::rename(&part, &place)).map_err(|error| {
        // What could be written of it is of no use.
        let _ = fs::remove_file(&part);
        format!("cannot write {}: {error}", place.display())
    })
}
