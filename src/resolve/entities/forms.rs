//! The distinct forms of names in an article, by the words they are compared by, and which of them name one thing.

use super::spelling;
use crate::lang::entities::EntityWords;
use crate::resolve::Draft;
use crate::segment::{Document, TokenKind};
use crate::{Annotation, Label, Span, Value};
use rustc_hash::FxHashMap;

/// A folded word, as a number.
pub type Key = u32;
/// What stays of a folded word when it is misspelt, as a number.
pub type Skeleton = u32;

/// A form of a name; all mentions that differ only in case, accents or marks share it.
pub struct Form {
    /// Its words: short forms spelt out, legal forms left out.
    pub words: Vec<Key>,
    /// Its label at most mentions.
    pub label: Label,
    /// Its mentions, as indices into the draft's names.
    pub mentions: Vec<usize>,
    /// Another form of the same thing, or itself: a forest of joined forms.
    parent: usize,
}

/// All forms, and the form of each mention.
pub struct Forms<'d> {
    pub document: &'d Document<'d>,
    pub table: &'static EntityWords,
    pub list: Vec<Form>,
    pub of_mention: Vec<usize>,
    keys: Keys,
    by_words: FxHashMap<Vec<Key>, usize>,
}

impl<'d> Forms<'d> {
    /// Reads the draft's names and short forms.
    pub fn read(draft: &Draft<'d>) -> Self {
        let document = draft.document;
        let (table, mut keys) = (&document.language.entities, Keys::new(document));
        let expansions = Expansions::read(draft, &mut keys);
        let mut forms = Self { document, table, list: vec![], of_mention: vec![], keys, by_words: FxHashMap::default() };
        let mut by_text: FxHashMap<(&str, bool), usize> = FxHashMap::default();
        for (i, name) in draft.names.iter().enumerate() {
            let is_person = name.label == Label::Person;
            let text = name.span.of(document.text);
            let form = match by_text.get(&(text, is_person)) {
                Some(&form) => form,
                None => {
                    let words = forms.words(name, (!is_person).then_some(&expansions));
                    let form = forms.intern(words, name.label);
                    by_text.insert((text, is_person), form);
                    form
                }
            };
            forms.list[form].mentions.push(i);
            forms.of_mention.push(form);
        }
        forms.vote(draft);
        forms
    }

    /// The words of a name; people's names keep every word as it is.
    fn words(&mut self, name: &Annotation, expansions: Option<&Expansions>) -> Vec<Key> {
        let mut words = self.keys.of_span(self.document, name.span);
        let Some(expansions) = expansions else { return words };
        let is_ship = |&key: &Key| self.table.ship_words.binary_search(&self.keys.text(key)).is_ok();
        if name.label == Label::Work && words.len() > 1 && words.first().is_some_and(is_ship) {
            words.remove(0);
        }
        let is_legal = |&key: &Key, keys: &Keys| self.table.legal_forms.binary_search(&keys.text(key)).is_ok();
        if words.iter().any(|key| !is_legal(key, &self.keys)) {
            words.retain(|key| !is_legal(key, &self.keys));
        }
        expansions.spell_out(&mut words);
        words.dedup();
        match self.other_name(&words) {
            Some(other) => self.keys.of_words(other),
            None => words,
        }
    }

    /// The name under which a country or the like is grouped that also has this one.
    pub fn other_name(&self, words: &[Key]) -> Option<&'static str> {
        let spaces = std::iter::once("").chain(std::iter::repeat(" "));
        let joined = || words.iter().zip(spaces.clone()).flat_map(|(&key, space)| space.bytes().chain(self.text(key).bytes()));
        let names = self.table.other_names;
        names.binary_search_by(|(name, _)| name.bytes().cmp(joined())).ok().map(|at| names[at].1)
    }

    fn intern(&mut self, words: Vec<Key>, label: Label) -> usize {
        if let Some(&form) = self.by_words.get(&words) {
            return form;
        }
        let form = self.list.len();
        self.by_words.insert(words.clone(), form);
        self.list.push(Form { words, label, mentions: Vec::new(), parent: form });
        form
    }

    /// Gives every form the label that its mentions agree on.
    fn vote(&mut self, draft: &Draft) {
        for form in &mut self.list {
            form.label = agreed_label(draft, &form.mentions).unwrap_or(form.label);
        }
    }

    /// The form that stands for all forms joined with this one.
    pub fn root(&mut self, form: usize) -> usize {
        let mut root = form;
        while self.list[root].parent != root {
            root = self.list[root].parent;
        }
        let mut at = form;
        while self.list[at].parent != root {
            at = std::mem::replace(&mut self.list[at].parent, root);
        }
        root
    }

    /// Says that two forms name one thing.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (first, later) = (a.min(b), a.max(b));
        self.list[later].parent = first;
    }

    pub fn is_person(&self, form: usize) -> bool {
        self.list[form].label == Label::Person
    }

    pub fn text(&self, key: Key) -> &str {
        self.keys.text(key)
    }

    /// What stays of a word when it is misspelt; none for short words.
    pub fn skeleton(&self, key: Key) -> Option<Skeleton> {
        self.keys.bones.get(key as usize).copied().flatten()
    }

    /// The form with exactly these words.
    pub fn with_words(&self, words: &[Key]) -> Option<usize> {
        self.by_words.get(words).copied()
    }
}

/// The label that is surest over all these mentions, a sure one counting more than two doubtful ones; among even ones, the one
/// that came first.
pub fn agreed_label(draft: &Draft, mentions: &[usize]) -> Option<Label> {
    let mut votes: Vec<(Label, f32)> = Vec::new();
    for name in mentions.iter().map(|&i| &draft.names[i]) {
        match votes.iter_mut().find(|(label, _)| *label == name.label) {
            Some((_, sum)) => *sum += name.confidence.powi(3),
            None => votes.push((name.label, name.confidence.powi(3))),
        }
    }
    votes.into_iter().reduce(|best, vote| if vote.1 > best.1 { vote } else { best }).map(|(label, _)| label)
}

/// Folded words and their numbers.
struct Keys {
    ids: FxHashMap<String, Key>,
    texts: Vec<String>,
    /// By [`crate::segment::Token::word`].
    of_words: Vec<Option<Key>>,
    skeletons: FxHashMap<String, Skeleton>,
    /// The skeleton of each key that has one.
    bones: Vec<Option<Skeleton>>,
}

impl Keys {
    fn new(document: &Document) -> Self {
        let of_words = vec![None; document.words.len()];
        Self { ids: FxHashMap::default(), texts: vec![], of_words, skeletons: FxHashMap::default(), bones: vec![] }
    }

    fn of(&mut self, word: &str) -> Key {
        let folded = spelling::fold(word);
        if let Some(&key) = self.ids.get(&folded) {
            return key;
        }
        let key = self.texts.len() as Key;
        let n_skeletons = self.skeletons.len() as Skeleton;
        self.bones.push(spelling::skeleton(&folded).map(|bones| *self.skeletons.entry(bones).or_insert(n_skeletons)));
        self.ids.insert(folded.clone(), key);
        self.texts.push(folded);
        key
    }

    /// Each distinct word is folded once.
    fn of_token(&mut self, document: &Document, i: usize) -> Key {
        let word = document.tokens[i].word;
        let key = self.of_words[word].unwrap_or_else(|| self.of(document.token_text(i)));
        self.of_words[word] = Some(key);
        key
    }

    fn of_words(&mut self, words: &str) -> Vec<Key> {
        words.split([' ', '-']).filter(|word| !word.is_empty()).map(|word| self.of(word)).collect()
    }

    /// Words and numbers of a span; what stands in brackets inside a name is its short form and no part of it.
    fn of_span(&mut self, document: &Document, span: Span) -> Vec<Key> {
        let mut depth = 0usize;
        let mut words = Vec::new();
        for i in document.tokens_in(span) {
            match (document.kind(i), document.token_text(i)) {
                (TokenKind::Mark, "(" | "[") => depth += 1,
                (TokenKind::Mark, ")" | "]") => depth = depth.saturating_sub(1),
                (TokenKind::Mark, _) => {}
                _ if depth == 0 => words.push(self.of_token(document, i)),
                _ => {}
            }
        }
        if words.is_empty() { vec![self.of(span.of(document.text))] } else { words }
    }

    fn text(&self, key: Key) -> &str {
        self.texts.get(key as usize).map_or("", String::as_str)
    }
}

/// What the article's short forms stand for; the first expansion of each wins.
struct Expansions(FxHashMap<Key, Vec<Key>>);

impl Expansions {
    fn read(draft: &Draft, keys: &mut Keys) -> Self {
        let mut expansions: FxHashMap<Key, Vec<Key>> = FxHashMap::default();
        for annotation in &draft.abbreviations {
            let Value::Abbreviation(value) = &annotation.value else { continue };
            let short = keys.of_span(draft.document, value.short);
            let long = match (value.long, value.expansion) {
                (Some(span), _) => keys.of_span(draft.document, span),
                (None, Some(words)) => keys.of_words(words),
                (None, None) => continue,
            };
            if let [short] = short[..] {
                expansions.entry(short).or_insert(long);
            }
        }
        Self(expansions)
    }

    fn spell_out(&self, words: &mut Vec<Key>) {
        if words.iter().any(|word| self.0.contains_key(word)) {
            let whole = |word: &Key| self.0.get(word).cloned().unwrap_or_else(|| vec![*word]);
            *words = words.iter().flat_map(whole).collect();
        }
    }
}
