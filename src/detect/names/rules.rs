//! Names by rules alone: runs of capitals, the words around them, and what the article says of them elsewhere. It speaks
//! where no trained model is at hand.

use super::words::{self, WordClass};
use crate::segment::{Case, Document, TokenKind};
use crate::{Annotation, Label, Value};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// No phrase of the tables is longer.
const LONGEST_PHRASE: usize = 5;

/// Every name the rules see, in order; names do not overlap.
pub fn find(document: &Document) -> Vec<Annotation> {
    let reader = Reader::new(document);
    let mut names: Vec<Name> = Vec::new();
    for sentence in &document.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            match reader.name_at(i, &sentence.tokens) {
                Some(name) => {
                    i = name.tokens.end;
                    names.push(name);
                }
                None => i += 1,
            }
        }
    }
    let people = reader.parts_of_people(&names);
    names.into_iter().filter_map(|name| reader.judge(name, &people)).collect()
}

/// A run of capitals with what the rules make of it; no label means that a single word gives no hint.
struct Name {
    tokens: Range<usize>,
    label: Option<Label>,
    confidence: f32,
}

struct Reader<'d> {
    document: &'d Document<'d>,
    classes: Vec<WordClass>,
}

impl<'d> Reader<'d> {
    fn new(document: &'d Document) -> Self {
        Self { document, classes: words::classify(document) }
    }

    fn is(&self, i: usize, class: WordClass) -> bool {
        self.document.tokens.get(i).is_some_and(|token| self.classes[token.word].is(class))
    }

    fn is_capital(&self, i: usize) -> bool {
        self.document.kind(i) == TokenKind::Word && matches!(self.document.case(i), Case::Title | Case::Upper | Case::Mixed)
    }

    /// The name that starts at token `i`, titles and ordinary words at the start of a sentence left out.
    fn name_at(&self, i: usize, sentence: &Range<usize>) -> Option<Name> {
        let skipped = self.is(i, WordClass::TITLE) || (i == sentence.start && self.is(i, WordClass::ORDINARY));
        if !self.is_capital(i) || skipped || self.is_small_word(i) {
            return None;
        }
        if let Some((tokens, label)) = self.phrase_at(i) {
            let end = self.run_end(i, sentence.end);
            if end <= tokens.end || label == Label::Group {
                return Some(Name { tokens, label: Some(label), confidence: 0.8 });
            }
        }
        let tokens = i..self.run_end(i, sentence.end);
        let (label, confidence) = self.label_of(&tokens, sentence.start);
        Some(Name { tokens, label, confidence })
    }

    fn is_small_word(&self, i: usize) -> bool {
        self.is(i, WordClass::ORDINARY) && self.document.case(i) == Case::Title
    }

    /// The longest phrase of the tables at token `i`.
    fn phrase_at(&self, i: usize) -> Option<(Range<usize>, Label)> {
        let words = &self.document.language.names;
        let tables = [(words.places, Label::Place), (words.organizations, Label::Organization), (words.groups, Label::Group)];
        (1..=LONGEST_PHRASE).rev().find_map(|len| {
            let end = i + len;
            let phrase = (i..end).map(|at| self.document.lower(at)).collect::<Vec<_>>().join(" ");
            // "AS" is a country, "as" a word; "Pan" is no party.
            let is_whole = self.is_capital(end - 1) && !(len == 1 && phrase.len() < 4 && self.document.case(i) == Case::Title);
            let (_, label) = tables.iter().find(|(table, _)| table.binary_search(&&*phrase).is_ok())?;
            is_whole.then_some((i..end, *label))
        })
    }

    /// One past the run of capitals that starts at `i`.
    fn run_end(&self, i: usize, limit: usize) -> usize {
        let is_long_form = self.is(i, WordClass::ORGANIZATION_HEAD) || self.document.language.names.connectors.contains(&"of");
        let mut end = i + 1;
        while end < limit {
            let glued = self.document.is_glued(end);
            let next = match self.document.token_text(end) {
                "." if glued && self.document.token_text(end - 1).len() == 1 => end + 1,
                "-" if glued && self.document.is_glued(end + 1) && self.document.kind(end + 1) == TokenKind::Word => end + 2,
                _ if self.is_capital(end) && !self.is_small_word(end) => end + 1,
                _ if self.is(end, WordClass::PARTICLE) && self.is_capital(end + 1) => end + 2,
                _ if is_long_form && self.is(end, WordClass::CONNECTOR) && self.is_capital(end + 1) => end + 2,
                _ => break,
            };
            end = next.min(limit);
        }
        end
    }

    fn label_of(&self, tokens: &Range<usize>, sentence_start: usize) -> (Option<Label>, f32) {
        let (first, last, is_long) = (tokens.start, tokens.end - 1, tokens.len() > 1);
        let follows = |class| first > 0 && self.is(first - 1, class);
        if follows(WordClass::TITLE) && !self.is(first, WordClass::ORGANIZATION_HEAD) {
            (Some(Label::Person), 0.8)
        } else if is_long && (self.is(first, WordClass::ORGANIZATION_HEAD) || self.is(last, WordClass::ORGANIZATION_TAIL)) {
            (Some(Label::Organization), 0.8)
        } else if is_long && (self.is(first, WordClass::PLACE_HEAD) || self.is(last, WordClass::PLACE_TAIL)) {
            (Some(Label::Place), 0.8)
        } else if is_long && (self.is(first, WordClass::EVENT_HEAD) || self.is(last, WordClass::EVENT_TAIL)) {
            (Some(Label::Event), 0.7)
        } else if is_long && (self.is(first, WordClass::WORK_HEAD) || self.is(last, WordClass::WORK_TAIL)) {
            (Some(Label::Work), 0.7)
        } else if follows(WordClass::LOCATIVE) {
            (Some(Label::Place), 0.6)
        } else if !is_long && self.document.case(first) == Case::Upper && self.document.token_text(first).len() > 1 {
            (Some(Label::Organization), 0.5)
        } else if is_long {
            (Some(Label::Person), if first == sentence_start { 0.5 } else { 0.6 })
        } else {
            (None, 0.4)
        }
    }

    /// The words that people's full names hold.
    fn parts_of_people(&self, names: &[Name]) -> FxHashSet<&str> {
        let is_full = |name: &&Name| name.label == Some(Label::Person) && name.tokens.len() > 1;
        names.iter().filter(is_full).flat_map(|name| name.tokens.clone()).map(|i| self.document.token_text(i)).collect()
    }

    /// A single word with no hint is a name where the article uses it as one elsewhere.
    fn judge(&self, name: Name, people: &FxHashSet<&str>) -> Option<Annotation> {
        let first = name.tokens.start;
        let label = match name.label {
            Some(label) => label,
            None if people.contains(self.document.token_text(first)) => Label::Person,
            None => return None,
        };
        let span = self.document.span(name.tokens);
        Some(Annotation { span, label, entity: None, value: Value::None, rule: "names.rules", confidence: name.confidence })
    }
}
