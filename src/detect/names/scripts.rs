//! A name said again in its own script, in brackets behind it: "Lin Pei-yu (林佩瑜)".

use super::article::Article;
use crate::Annotation;
use crate::order;
use crate::segment::{Document, TokenKind};

/// The last letter of the Latin script's first blocks, and the block that Vietnamese needs.
const LATIN: [std::ops::RangeInclusive<char>; 2] = ['\0'..='\u{24F}', '\u{1E00}'..='\u{1EFF}'];
/// No name in brackets has more tokens.
const LONGEST: usize = 8;

/// Adds what stands in brackets in another script behind a Latin name: the same once more, in the place of what it touches.
pub fn settle(article: &Article, names: &mut Vec<Annotation>) {
    let document = article.document;
    let again = |name: &Annotation| {
        let span = name.span.of(document.text).starts_with(is_latin).then(|| bracketed(document, name))??;
        Some(Annotation { span, rule: "names.script", ..name.clone() })
    };
    let found: Vec<Annotation> = names.iter().filter_map(again).collect();
    if found.is_empty() {
        return;
    }
    names.retain(|name| {
        let at = found.partition_point(|other| other.span.end <= name.span.start);
        found.get(at).is_none_or(|other| other.span.start >= name.span.end)
    });
    names.extend(found);
    order::by_span(names, |name| name.span);
}

/// The words of another script in the brackets behind a name, up to the bracket's end or a comma.
fn bracketed(document: &Document, name: &Annotation) -> Option<crate::Span> {
    let open = document.tokens_in(name.span).end;
    let start = open + 1;
    let is_word = |i: usize| document.kind(i) == TokenKind::Word && document.token_text(i).chars().all(|c| !is_latin(c));
    let is_joint = |i: usize| matches!(document.token_text(i), "·" | "・" | "-");
    if document.token_text(open) != "(" || !is_word(start) {
        return None;
    }
    let end = (start..start + LONGEST).find(|&i| !is_word(i) && !is_joint(i))?;
    matches!(document.token_text(end), ")" | "," | ";").then(|| document.span(start..end))
}

fn is_latin(c: char) -> bool {
    LATIN.iter().any(|block| block.contains(&c))
}
