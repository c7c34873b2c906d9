//! House rules that a machine can check.

use std::fs;
use std::path::{Path, PathBuf};

const MAX_CODE_LINES: usize = 300;

struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    fn is(&self, end: &str) -> bool {
        self.path.ends_with(end)
    }

    /// Without its unit tests, which may do what the product may not.
    fn product(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or("")
    }
}

/// Every file of these endings below a folder, built and installed ones left out, in order.
fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !matches!(name.as_str(), "node_modules" | "pkg" | "target" | "artefacts") {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty() || folder == "www", "{folder} holds no {endings:?}");
    found
}

/// Fails with every place where a file that `applies` holds one of the words.
fn forbid(sources: &[Source], words: &[&str], applies: impl Fn(&Source) -> bool, why: &str) {
    let mut places = Vec::new();
    for source in sources.iter().filter(|source| applies(source)) {
        for (number, line) in source.product().lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                places.push(format!("{}:{}: {}", source.path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(places.is_empty(), "{why}:\n{}", places.join("\n"));
}

#[test]
fn only_the_boundary_knows_javascript() {
    let words = ["wasm_bindgen", "js_sys", "web_sys", "JsValue"];
    forbid(&sources("src", &[".rs"]), &words, |source| !source.is("src/wasm.rs"), "JavaScript belongs into src/wasm.rs");
}

#[test]
fn the_core_reads_no_clock_file_or_environment() {
    let words = [
        "std::fs",
        "std::env",
        "std::net",
        "std::time",
        "std::io",
        "SystemTime",
        "Instant::",
        "thread_local!",
        "static mut",
        "println!",
    ];
    let is_core =
        |source: &Source| !source.is("src/main.rs") && !source.path.components().any(|part| part.as_os_str() == "command");
    forbid(&sources("src", &[".rs"]), &words, is_core, "The core is a function of text and options");
}

#[test]
fn the_core_never_panics_on_purpose() {
    let words = ["panic!", ".unwrap()", ".expect(", "unreachable!", "todo!", "unimplemented!"];
    let is_documented = |line: &str| line.trim_start().starts_with("//");
    let sources = sources("src", &[".rs"]);
    let code: Vec<Source> = sources
        .into_iter()
        .map(|source| Source {
            text: source.text.lines().map(|line| if is_documented(line) { "\n" } else { line }.to_string() + "\n").collect(),
            ..source
        })
        .collect();
    forbid(&code, &words, |_| true, "The core cannot fail: say less instead");
}

#[test]
fn nothing_is_left_half_done() {
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("allow(dead", "_code)"),
        concat!("#[ign", "ore"),
    ];
    for folder in ["src", "xtask", "tests", "www"] {
        forbid(
            &sources(folder, &[".rs", ".js", ".css"]),
            &words,
            |_| true,
            "Finish it, or say in words what is left out and why",
        );
    }
}

#[test]
fn files_fit_in_a_head() {
    let is_code = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
    let is_list = |source: &Source| source.path.components().any(|part| part.as_os_str() == "lang");
    let long: Vec<String> = ["src", "xtask"]
        .iter()
        .flat_map(|folder| sources(folder, &[".rs"]))
        .filter(|source| !is_list(source))
        .map(|source| (source.product().lines().filter(is_code).count(), source.path))
        .filter(|(n_lines, _)| *n_lines > MAX_CODE_LINES)
        .map(|(n_lines, path)| format!("{}: {n_lines} lines of code", path.display()))
        .collect();
    assert!(long.is_empty(), "Split what has grown past {MAX_CODE_LINES} lines:\n{}", long.join("\n"));
}

#[test]
fn only_the_language_tables_ask_which_language() {
    let words = ["LanguageId::Indonesian", "LanguageId::English"];
    let applies =
        |source: &Source| !source.path.components().any(|part| part.as_os_str() == "lang") && !source.is("src/explain/mod.rs");
    let code = sources("src", &[".rs"]).into_iter().map(|source| Source {
        text: source
            .text
            .lines()
            .map(|line| if line.trim_start().starts_with("//") { "\n".into() } else { format!("{line}\n") })
            .collect(),
        ..source
    });
    forbid(&code.collect::<Vec<_>>(), &words, applies, "Ask for a table instead");
}

#[test]
fn the_page_takes_data_as_text_only() {
    let words = [
        ".innerHTML",
        ".outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "XMLHttpRequest",
        "WebSocket",
        "sendBeacon",
        "RTCPeerConnection",
        "EventSource",
        "WebTransport",
        "importScripts",
        "window.open",
        "new Image",
        "new Audio",
        ".src =",
        "FormData",
    ];
    forbid(&sources("www", &[".js"]), &words, |_| true, "Text of the article must stay text, and stay here");
    let pointers = ["<form", "<img", "<iframe", "@import", "url(", "://"];
    forbid(&sources("www", &[".html", ".css"]), &pointers, |_| true, "The page points nowhere else");
}

#[test]
fn only_two_files_of_the_page_fetch_and_only_what_is_its_own() {
    let sources = sources("www", &[".js"]);
    let loads = |source: &Source| source.is("www/sw.js") || source.is("www/js/supply.js");
    forbid(&sources, &["fetch(", "Request("], |source| !loads(source), "What the page loads is loaded in one place");
    let addresses = ["http://", "https://", "ws://", "wss://"];
    // There an address is the name of a format.
    let is_name = |source: &Source| source.is("www/js/exchange.js");
    forbid(&sources, &addresses, |source| !is_name(source), "The page knows no other place");
}
