//! One name in two spellings.

use super::{Draft, at};
use crate::resolve::entities::spelling;
use crate::segment::{Case, TokenKind};
use crate::{Annotation, CheckValue, Label, Span, Value};
use rustc_hash::{FxHashMap, FxHashSet};

/// A later spelling so many times as frequent as the first one is the right one.
const CLEARLY_MORE: usize = 5;
/// A name with more spellings than this is no slip.
const MOST_SPELLINGS: usize = 16;

/// One query for a name or word that is spelt in several ways, at the first odd one.
pub fn query(draft: &Draft) -> Vec<Annotation> {
    let mut by_entity: Vec<Vec<Span>> = vec![Vec::new(); draft.entities.len()];
    for name in &draft.names {
        if let Some(mentions) = name.entity.and_then(|entity| by_entity.get_mut(entity)) {
            mentions.push(name.span);
        }
    }
    let headline = draft.structure.iter().find(|part| part.label == Label::Headline).map(|part| part.span);
    let mut bones = Bones::new(draft);
    let several = by_entity.iter().filter(|mentions| mentions.len() > 1);
    let words = several.flat_map(|mentions| odd_words(draft, &slots(&mut bones, mentions, headline)));
    words.chain(long_forms(draft)).collect()
}

/// A name or a word of one, as it is written at one or more mentions.
struct Spelling<'t> {
    text: &'t str,
    n: usize,
    /// Its first place, and the mention that holds it.
    span: Span,
    mention: Span,
}

/// What stays of words and names when they are misspelt, as numbers; each distinct one is looked at once.
struct Bones<'d> {
    draft: &'d Draft<'d>,
    /// By [`crate::segment::Token::word`].
    of_words: Vec<Option<usize>>,
    /// Words that hold names together.
    is_connector: Vec<bool>,
    of_names: FxHashMap<&'d str, usize>,
    numbers: FxHashMap<String, usize>,
}

impl<'d> Bones<'d> {
    fn new(draft: &'d Draft<'d>) -> Self {
        let of_words = vec![None; draft.document.words.len()];
        let is_connector = draft.document.listed(draft.document.language.names.connectors);
        Self { draft, of_words, is_connector, of_names: FxHashMap::default(), numbers: FxHashMap::default() }
    }

    fn of_word(&mut self, token: usize) -> usize {
        let document = self.draft.document;
        let word = document.tokens[token].word;
        if let Some(known) = self.of_words[word] {
            return known;
        }
        let folded = spelling::fold(document.token_text(token));
        let number = self.number(spelling::skeleton(&folded).unwrap_or(folded));
        self.of_words[word] = Some(number);
        number
    }

    fn of_name(&mut self, name: &'d str) -> usize {
        if let Some(&known) = self.of_names.get(name) {
            return known;
        }
        let number = self.number(format!("={}", letters(name)));
        self.of_names.insert(name, number);
        number
    }

    fn number(&mut self, bones: String) -> usize {
        let n_known = self.numbers.len();
        *self.numbers.entry(bones).or_insert(n_known)
    }
}

/// What is one name or word, however it is spelt, with its spellings in order of first use.
#[derive(Default)]
struct Slots<'t> {
    lists: Vec<Vec<Spelling<'t>>>,
    by_bones: FxHashMap<usize, usize>,
}

impl<'t> Slots<'t> {
    fn add(&mut self, bones: usize, text: &'t str, span: Span, mention: Span) {
        let slot = *self.by_bones.entry(bones).or_insert_with(|| {
            self.lists.push(Vec::new());
            self.lists.len() - 1
        });
        let list = &mut self.lists[slot];
        match list.iter().position(|spelling| spelling.text == text) {
            Some(same) => list[same].n += 1,
            None if list.len() < MOST_SPELLINGS => list.push(Spelling { text, n: 1, span, mention }),
            None => {}
        }
    }
}

fn slots<'d>(bones: &mut Bones<'d>, mentions: &[Span], headline: Option<Span>) -> Slots<'d> {
    let document = bones.draft.document;
    let mut slots = Slots::default();
    for &mention in mentions {
        let tokens = document.tokens_in(mention);
        for token in tokens.clone().filter(|&i| document.kind(i) == TokenKind::Word) {
            if !is_telling(bones, headline, token) {
                continue;
            }
            slots.add(bones.of_word(token), document.token_text(token), document.tokens[token].span, mention);
        }
        if tokens.len() > 1 && is_telling(bones, headline, tokens.start) {
            let name = mention.of(document.text);
            slots.add(bones.of_name(name), name, mention, mention);
        }
    }
    slots
}

/// What two spellings of one name share, whatever its capitals, hyphens and spaces.
fn letters(name: &str) -> String {
    spelling::fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The capital at the start of a sentence, and those of a headline, are not the name's own.
fn is_telling(bones: &Bones, headline: Option<Span>, token: usize) -> bool {
    let document = bones.draft.document;
    let is_connector = bones.is_connector[document.tokens[token].word];
    let sentence = document.sentences.get(document.sentence_of(token));
    let is_first = sentence.is_some_and(|sentence| sentence.tokens.start == token);
    let place = document.tokens[token].span;
    let in_headline = headline.is_some_and(|headline| headline.contains(place));
    !is_connector && !((is_first || in_headline) && document.case(token) != Case::Mixed)
}

fn odd_words(draft: &Draft, slots: &Slots) -> Vec<Annotation> {
    let mut queries: Vec<Annotation> = Vec::new();
    let mut queried = FxHashSet::default();
    for slot in slots.lists.iter().filter(|slot| slot.len() > 1) {
        let Some(usual) = usual(slot) else { continue };
        // A person may bear both words; then neither is the other one misspelt.
        let Some(odd) = slot.iter().find(|odd| is_odd(odd, usual) && !usual.mention.contains(odd.span)) else { continue };
        if queried.insert(odd.mention) {
            let text = draft.document.text;
            let (before, after) = (Span::new(odd.mention.start, odd.span.start), Span::new(odd.span.end, odd.mention.end));
            let mended = [before.of(text), usual.text, after.of(text)].concat();
            let value = CheckValue { others: vec![usual.mention], expected: Some(mended) };
            queries.push(at(odd.mention, Label::SpellingVariants, value, 0.7));
        }
    }
    queries
}

/// The first spelling, unless another one is clearly more frequent.
fn usual<'s, 't>(slot: &'s [Spelling<'t>]) -> Option<&'s Spelling<'t>> {
    let first = slot.first()?;
    let most = slot.iter().max_by_key(|spelling| (spelling.n, std::cmp::Reverse(spelling.span.start)))?;
    Some(if most.n >= CLEARLY_MORE * first.n { most } else { first })
}

fn is_odd(odd: &Spelling, usual: &Spelling) -> bool {
    let (a, b) = (letters(odd.text), letters(usual.text));
    // Beside another word of the name that agrees, a word may be shorter and still be the same one.
    let is_alone = odd.span == odd.mention || usual.span == usual.mention;
    let is_slip = if is_alone { spelling::is_close_alone(&a, &b) } else { spelling::is_close(&a, &b) };
    // The point of "Inc." at the end of a sentence is the sentence's.
    let is_same = odd.text.trim_end_matches('.') == usual.text.trim_end_matches('.');
    if is_same || (a != b && !is_slip) || (a == b && differ_in_emphasis(odd.text, usual.text)) {
        return false;
    }
    // Whole words in capitals are emphasis or a dateline ("JAKARTA"), but "OJk" is a slip beside "OJK".
    match (is_shouted(odd.text), is_shouted(usual.text)) {
        (false, false) => true,
        (true, true) => a != b,
        (true, false) => false,
        (false, true) => usual.n > odd.n && odd.text.chars().filter(|c| c.is_uppercase()).count() > 1,
    }
}

/// "John Paul STEVENS", "bank Anu" beside "Bank Anu": a word in capitals is emphasis, the first capital is often the sentence's.
fn differ_in_emphasis(a: &str, b: &str) -> bool {
    let alike =
        |(a, b): (&str, &str)| a == b || a.chars().count() > 2 && b.chars().count() > 2 && (is_shouted(a) || is_shouted(b));
    // "KOMPAS.com" has two parts, as "Bank Anu" has.
    let (first, second): (Vec<&str>, Vec<&str>) = (a.split([' ', '.']).collect(), b.split([' ', '.']).collect());
    let has_shouted_word = first.len() > 1 && first.len() == second.len() && first.into_iter().zip(second).all(alike);
    let rest = |text: &'_ str| text.chars().skip(1).collect::<String>();
    has_shouted_word || a.contains(' ') && rest(a) == rest(b)
}

fn is_shouted(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

/// A short form that the article spells out in two ways which are nearly the same.
fn long_forms(draft: &Draft) -> Vec<Annotation> {
    let mut first_long: FxHashMap<&str, Span> = FxHashMap::default();
    let mut queries = Vec::new();
    for annotation in draft.abbreviations.iter().filter(|annotation| annotation.label == Label::Pair) {
        let Value::Abbreviation(value) = &annotation.value else { continue };
        let Some(long) = value.long else { continue };
        let first = *first_long.entry(value.short.of(draft.document.text)).or_insert(long);
        if are_variants(draft, first, long) {
            let expected = Some(first.of(draft.document.text).to_string());
            queries.push(at(long, Label::SpellingVariants, CheckValue { others: vec![first], expected }, 0.7));
        }
    }
    queries
}

/// More than half of the words are the same, but not all of them: a translation shares none.
fn are_variants(draft: &Draft, a: Span, b: Span) -> bool {
    let words = |span: Span| -> Vec<String> {
        let words = draft.document.tokens_in(span).filter(|&i| draft.document.kind(i) == TokenKind::Word);
        words.map(|i| spelling::fold(draft.document.token_text(i))).collect()
    };
    let (a, b) = (words(a), words(b));
    let n_shared = a.iter().filter(|word| b.contains(word)).count();
    let is_part = n_shared == a.len().min(b.len()) && (a.ends_with(&b) || b.ends_with(&a));
    a != b && !is_part && n_shared * 2 > a.len().max(b.len())
}
