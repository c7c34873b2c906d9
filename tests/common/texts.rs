//! Random texts for properties: pieces of our own cases and articles, broken and mixed with all that people paste.

use arbtest::arbitrary::{Result, Unstructured};
use std::path::Path;

/// What breaks text tools: controls, bidi, joiners, combining runs, astral characters, odd spaces, odd quotes, huge numbers.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "\0",
    "\u{FEFF}",
    "\u{202E}",
    "\u{200B}",
    "\u{200D}",
    "\u{AD}",
    "é",
    "e\u{301}\u{301}\u{301}",
    "😀",
    "👩‍👩‍👧",
    "🇮🇩",
    "🇮",
    "ﷺ",
    "محمد",
    "日本語",
    "İ",
    "ß",
    "ﬁ",
    "Ⅷ",
    "½",
    "٣",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "(",
    ")",
    "[",
    "-",
    "–",
    "—",
    "/",
    ".",
    "..",
    "…",
    ",",
    ":",
    ";",
    "%",
    "Rp",
    "$",
    "€",
    "@a",
    "#",
    "https://",
    "a@b.",
    "0",
    "00",
    "31",
    "1.2.3",
    "9999999999999999999999",
    "2024-02-30",
    "31/12",
    "24.00",
    "ke-",
    "nya",
    "'s",
    "AS-",
    "(AS)",
    "Mr.",
    "U.S.",
    "kata",
    "said",
    "Senin",
    "Friday",
    "pukul",
    "juta",
];

/// Words of our own case and article files.
pub fn vocabulary() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut texts = Vec::new();
    for folder in ["cases/id", "cases/en"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            texts.push(std::fs::read_to_string(entry.unwrap().path()).unwrap());
        }
    }
    for entry in std::fs::read_dir(root.join("articles")).unwrap() {
        texts.push(std::fs::read_to_string(entry.unwrap().path().join("article.txt")).unwrap());
    }
    let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.trim_start().starts_with(['^', '#', '@']));
    lines.flat_map(|line| line.split_inclusive(' ')).map(str::to_string).collect()
}

/// Runs of our own words, cut anywhere, with hostile pieces between.
pub fn random_text(u: &mut Unstructured, vocabulary: &[String]) -> Result<String> {
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=12)? {
        let start = u.choose_index(vocabulary.len())?;
        let n_words = u.int_in_range(0..=8)?;
        vocabulary[start..].iter().take(n_words).for_each(|word| text.push_str(word));
        if u.ratio(1, 2)? {
            text.push_str(u.choose(HOSTILE)?);
        }
        if u.ratio(1, 8)? {
            text.push_str(u.arbitrary::<&str>()?);
        }
        if u.ratio(1, 8)? {
            text.pop();
        }
    }
    Ok(text)
}
