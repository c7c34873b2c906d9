//! How many bytes a second the core reads, at three sizes of varied news text: compare the sizes, not the machines.

use divan::Bencher;
use divan::counter::BytesCount;
use sorot::lang::LanguageId;
use sorot::{Options, annotate};
use std::path::Path;

fn main() {
    divan::main();
}

/// Our own articles of one language, one after the other until there is enough.
fn text(slugs: impl Fn(&str) -> bool, n_bytes: usize) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut folders: Vec<_> = std::fs::read_dir(root).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.file_name().is_some_and(|name| slugs(&name.to_string_lossy())));
    folders.sort();
    let articles: Vec<String> =
        folders.iter().filter_map(|folder| std::fs::read_to_string(folder.join("article.txt")).ok()).collect();
    let mut text = String::new();
    for article in articles.iter().cycle().take_while(|_| !articles.is_empty()) {
        if text.len() >= n_bytes {
            break;
        }
        text.push_str(article);
        text.push_str("\n\n");
    }
    text
}

#[divan::bench(args = [3_000, 100_000, 1_000_000])]
fn indonesian(bencher: Bencher, n_bytes: usize) {
    let text = text(|slug| !slug.starts_with("en-"), n_bytes);
    let options = Options { language: Some(LanguageId::Indonesian), ..Options::default() };
    bencher.counter(BytesCount::of_str(&text)).bench(|| annotate(&text, &options));
}

#[divan::bench(args = [3_000, 100_000, 1_000_000])]
fn english(bencher: Bencher, n_bytes: usize) {
    let text = text(|slug| slug.starts_with("en-"), n_bytes);
    let options = Options { language: Some(LanguageId::English), ..Options::default() };
    bencher.counter(BytesCount::of_str(&text)).bench(|| annotate(&text, &options));
}
