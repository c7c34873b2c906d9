//! Any terms and patterns on any text: clean spans, or what is wrong and where.

#![no_main]

use libfuzzer_sys::fuzz_target;
use terms::{Finder, Kind, MOST_MARKS, Rule};

fuzz_target!(|input: (u8, &str, &str)| {
    let (choice, rule, text) = input;
    let kind = if choice & 1 == 0 { Kind::Pattern } else { Kind::Terms };
    let finder = match Finder::new(&Rule { kind, text: rule.into(), ignores_case: choice & 2 != 0 }) {
        Ok(finder) => finder,
        Err(wrong) => {
            assert!(rule.get(wrong.place).is_some(), "{rule:?}");
            return;
        }
    };
    // A text that is not short, for a search that takes more than its length to be seen.
    let times = if choice & 4 == 0 { 1 } else { 50 };
    let text = text.repeat(times);
    let found = finder.find(&text);
    assert!(found.spans.len() <= MOST_MARKS);
    // Only in a long text can a search be given up before it is full.
    assert!(text.len() >= 1000 || !found.has_more || found.spans.len() == MOST_MARKS);
    let mut last = 0;
    for span in found.spans {
        let words = &text[span.clone()];
        assert!(last <= span.start && !words.is_empty() && words.trim() == words && !words.contains(['\n', '\r']), "{rule:?}");
        last = span.end;
    }
});
