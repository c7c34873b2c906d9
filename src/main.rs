//! The `sorot` command: the contract of the design, for those who have an archive rather than an article.
//!
//! For now: `--jsonl` from standard input; the options follow.

use std::io::Write;

fn main() {
    let stdin = std::io::stdin();
    let mut out = std::io::stdout().lock();
    for line in stdin.lines() {
        let Ok(line) = line else { break };
        let Ok(request) = serde_json::from_str::<serde_json::Value>(&line) else { continue };
        let text = request["text"].as_str().unwrap_or_default();
        let options = sorot::Options {
            date: request["date"].as_str().and_then(sorot::calendar::DateTime::parse),
            language: request["lang"].as_str().and_then(sorot::lang::LanguageId::from_tag),
            ..Default::default()
        };
        let annotated = sorot::annotate(text, &options);
        let record = sorot::export::json::article(request["id"].as_str().unwrap_or_default(), text, &annotated);
        if writeln!(out, "{record}").is_err() {
            break;
        }
    }
}
