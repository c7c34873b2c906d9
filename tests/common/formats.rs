//! Reads exports back, as the programs do that they are for.

/// RFC 4180, as a spreadsheet reads it.
pub fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut cell, mut quoted) = (vec![vec![]], String::new(), false);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.push(chars.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => rows.last_mut().unwrap().push(std::mem::take(&mut cell)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                rows.last_mut().unwrap().push(std::mem::take(&mut cell));
                rows.push(vec![]);
            }
            _ => cell.push(c),
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// The text of a piece of markup, tags left out and references read; fails where a tag is none of these.
pub fn plain(markup: &str, tags: &[&str]) -> String {
    let mut pieces = markup.split('<');
    let mut text = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let (tag, after) = piece.split_once('>').unwrap_or_else(|| panic!("a tag without end: {piece}"));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        assert!(tags.contains(&name), "<{tag}>");
        text.push_str(after);
    }
    assert!(!text.contains('>'), "{text:?}");
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
    references.into_iter().fold(text, |text, (reference, c)| text.replace(reference, c))
}
