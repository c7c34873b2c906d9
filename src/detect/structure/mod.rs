//! The parts of the article: what stands around the story, and the story's paragraphs.
//!
//! One walk over the blocks. Until the first paragraph of the story has been seen, a line may be the headline, a caption with
//! its credit, or a byline; after it, only lines that say what they are.

mod author_code;
mod byline;
mod dateline;
mod picture;

use crate::segment::{Block, Document, TokenKind};
use crate::{Annotation, Label, Span, Value};

/// A line of the page is shorter than this, in tokens; a sentence may begin with the same words.
const MAX_ADVERT: usize = 14;
const MAX_READ_ALSO: usize = 50;
const MAX_HEADLINE: usize = 34;
const MAX_OUTLET: usize = 3;
/// "Hak cipta ©"
const MAX_BEFORE_SIGN: usize = 3;
/// A headline stands above a story: within so many blocks there must be a whole sentence.
const STORY_WITHIN: usize = 6;
/// A paragraph or a caption that ends in a credit shows no full stop.
const MIN_UNENDED_STORY: usize = 12;
/// Lines that name the staff stand this close to the end.
const TAIL: usize = 6;

/// Every part, in reading order; they do not overlap.
pub fn find(document: &Document) -> Vec<Annotation> {
    let mut walk = Walk { document, has_headline: false, in_story: false, parts: Vec::new() };
    for index in 0..document.blocks.len() {
        walk.read(index);
    }
    walk.parts
}

struct Walk<'d> {
    document: &'d Document<'d>,
    has_headline: bool,
    in_story: bool,
    parts: Vec<Annotation>,
}

impl Walk<'_> {
    fn read(&mut self, index: usize) {
        let document = self.document;
        let block = &document.blocks[index];
        if is_links(document, block) {
            return;
        }
        let is_head = !self.in_story;
        let is_tail = index + TAIL >= document.blocks.len();
        let is_first = self.parts.is_empty() && !has_bracket_end(document, block);
        if is_first && says_picture(document, block) && is_headline(document, index) {
            // "FOTO: …", "VIDEO: …" above everything is the title of a gallery.
            self.has_headline = true;
            self.add(block.span, Label::Headline, "headline", 0.8);
        } else if let Some(label) = page_line(document, block).or_else(|| self.pointed_to(block)) {
            self.add(block.span, label, "page-line", 0.95);
        } else if (is_head || is_tail) && self.is_byline(index) {
            self.add(block.span, Label::Byline, "byline", 0.9);
        } else if let Some(picture) = picture::read(document, block, is_head) {
            self.add(picture.caption, Label::Caption, "caption", 0.85);
            self.add(picture.credit, Label::Credit, "credit", 0.9);
        } else if is_head && self.is_above_credit(index) {
            self.add(block.span, Label::Caption, "caption", 0.85);
        } else if is_head && !self.has_headline && is_headline(document, index) {
            self.has_headline = true;
            self.add(block.span, Label::Headline, "headline", 0.9);
        } else {
            self.paragraph(block, is_tail);
        }
    }

    /// The title under "Baca juga:", when it has a line of its own.
    fn pointed_to(&self, block: &Block) -> Option<Label> {
        let last = self.parts.last().filter(|part| part.label == Label::ReadAlso)?;
        let is_open = last.span.of(self.document.text).ends_with(':');
        let is_title = block.tokens.len() <= MAX_HEADLINE && !ends_sentence(self.document, block);
        (is_open && is_title).then_some(Label::ReadAlso)
    }

    /// A byline; the outlet's name between headline and byline; names beside a byline, or the shouted ones at the end.
    fn is_byline(&self, index: usize) -> bool {
        let (document, block) = (self.document, &self.document.blocks[index]);
        let is_byline = |index: usize| document.blocks.get(index).is_some_and(|block| byline::is_byline(document, block));
        let is_outlet = || block.tokens.len() <= MAX_OUTLET && is_byline(index + 1);
        let is_beside = || self.parts.last().is_some_and(|part| part.label == Label::Byline) || is_byline(index + 1);
        let in_head = self.has_headline && !self.in_story;
        is_byline(index)
            || (in_head
                && (is_outlet() || (is_beside() && byline::is_names(document, block) && !picture::is_about(document, block))))
            || (self.in_story && byline::is_signature(document, block))
    }

    /// A whole sentence whose next line is a picture's credit.
    fn is_above_credit(&self, index: usize) -> bool {
        let document = self.document;
        let is_credit = |next: &Block| picture::is_credit_line(document, next);
        ends_sentence(document, &document.blocks[index]) && document.blocks.get(index + 1).is_some_and(is_credit)
    }

    /// What is left is the story, less what stands before its first and after its last sentence.
    fn paragraph(&mut self, block: &Block, is_tail: bool) {
        let document = self.document;
        let mut tokens = block.tokens.clone();
        if !self.in_story
            && let Some(end) = dateline::end(document, block)
        {
            self.add(document.span(tokens.start..end), Label::Dateline, "dateline", 0.9);
            tokens.start = end;
        }
        self.in_story |= ends_sentence(document, block);
        let code = author_code::find(document, block).filter(|_| is_tail);
        tokens.end = code.as_ref().map_or(tokens.end, |code| code.start.max(tokens.start));
        self.add(document.span(tokens), Label::Paragraph, "paragraph", 0.9);
        if let Some(code) = code {
            self.add(document.span(code), Label::AuthorCode, "author-code", 0.9);
        }
    }

    fn add(&mut self, span: Span, label: Label, rule: &'static str, confidence: f32) {
        if !span.is_empty() {
            self.parts.push(Annotation { span, label, entity: None, value: Value::None, rule, confidence });
        }
    }
}

/// A line of nothing but addresses is no part of the story.
fn is_links(document: &Document, block: &Block) -> bool {
    block.tokens.clone().all(|i| document.kind(i) == TokenKind::Link)
}

/// Lines that say themselves what they are.
fn page_line(document: &Document, block: &Block) -> Option<Label> {
    let words = &document.language.structure;
    let start = first_word(document, block);
    let begins = |phrase: &&[&str]| document.reads(start, phrase) || document.reads(block.tokens.start, phrase);
    let n_tokens = block.tokens.len();
    if n_tokens <= MAX_READ_ALSO && words.read_also.iter().any(begins) {
        Some(Label::ReadAlso)
    } else if n_tokens <= MAX_ADVERT && (words.adverts.iter().any(begins) || says_rights(document, block)) {
        Some(Label::Advert)
    } else {
        None
    }
}

/// "© 2025 ANTARA", "Copyright 2024 The Associated Press.": a line that says who holds the rights.
fn says_rights(document: &Document, block: &Block) -> bool {
    let start = block.tokens.start;
    let is_sign = |i: &usize| document.token_text(*i) == "©";
    let is_word = |i: &usize| document.language.structure.rights.contains(&document.lower(*i));
    let is_dated = |i: usize| document.kind(i) == TokenKind::Number || document.token_text(i) == "(";
    let mut first = start..block.tokens.end.min(start + MAX_BEFORE_SIGN);
    first.clone().any(|i| is_sign(&i)) || first.find(is_word).is_some_and(|word| is_dated(word + 1))
}

/// Brackets and bullets before the words change nothing: "(Baca juga: …)", "• Baca juga".
fn first_word(document: &Document, block: &Block) -> usize {
    block.tokens.clone().find(|&i| document.kind(i) != TokenKind::Mark).unwrap_or(block.tokens.start)
}

fn has_bracket_end(document: &Document, block: &Block) -> bool {
    matches!(document.token_text(block.tokens.end.saturating_sub(1)), ")" | "]")
}

/// "Foto:", "Video:" and a title, with no maker's name.
fn says_picture(document: &Document, block: &Block) -> bool {
    let words = &document.language.structure;
    let begins = |phrase: &&[&str]| phrase.last() == Some(&":") && document.reads(block.tokens.start, phrase);
    let is_said = words.captions.iter().chain(words.read_also).any(begins);
    let mut tokens = block.tokens.clone();
    is_said
        && !tokens.any(|i| {
            document.token_text(i) == "/" || words.credits.binary_search(&document.lower(i)).is_ok() && i > block.tokens.start
        })
}

/// A short first line that does not end as sentences do, above a story that does.
fn is_headline(document: &Document, index: usize) -> bool {
    let block = &document.blocks[index];
    let first = block.tokens.start;
    let fits = (2..=MAX_HEADLINE).contains(&block.tokens.len())
        && !document.token_text(first).starts_with(char::is_lowercase)
        && block.sentences.len() <= 2;
    let story = document.blocks.iter().skip(index + 1).take(STORY_WITHIN);
    let is_story = |next: &Block| ends_sentence(document, next) || next.tokens.len() >= MIN_UNENDED_STORY;
    fits && !ends_as_story(document, block) && story.into_iter().any(is_story)
}

/// The last part of "KOMPAS.com".
fn is_domain(document: &Document, i: usize) -> bool {
    i > 0 && document.is_glued(i) && document.token_text(i - 1) == "."
}

/// Ends with a point or with a mark that something must follow; a headline may ask or shout.
fn ends_as_story(document: &Document, block: &Block) -> bool {
    matches!(final_mark(document, block), "." | "," | ";" | ":" | "…")
}

/// Ends with a full stop, question or exclamation mark, inside closing quotation marks and brackets or not.
fn ends_sentence(document: &Document, block: &Block) -> bool {
    block.tokens.len() >= 3 && matches!(final_mark(document, block), "." | "!" | "?" | "…")
}

/// The last token that is no closing quotation mark or bracket.
fn final_mark<'t>(document: &Document<'t>, block: &Block) -> &'t str {
    let is_closing = |text: &str| matches!(text, "\"" | "”" | "’" | "'" | "»" | ")" | "]");
    block.tokens.clone().rev().map(|i| document.token_text(i)).find(|text| !is_closing(text)).unwrap_or("")
}
