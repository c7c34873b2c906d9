//! Which names of people name one person.

use super::forms::{Forms, Key};
use super::spelling;
use crate::Span;
use crate::resolve::Draft;
use rustc_hash::FxHashMap;

/// No short name is compared with more full names than this.
const MOST_COMPARED: usize = 32;

/// Joins the forms of one person, and gives the mentions that must choose among several their person's form.
pub fn join(forms: &mut Forms, draft: &Draft) -> Vec<(usize, usize)> {
    let candidates = candidates(forms);
    let mut doubtful: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (short, fuller) in candidates {
        let mut roots: Vec<usize> = fuller.iter().map(|&form| forms.root(form)).collect();
        roots.sort_unstable();
        roots.dedup();
        match roots[..] {
            [root] => forms.join(root, short),
            _ => {
                doubtful.insert(short, fuller);
            }
        }
    }
    choose(forms, draft, &doubtful)
}

/// For each short name the fuller names it may stand for; the fullest short names come first.
fn candidates(forms: &Forms) -> Vec<(usize, Vec<usize>)> {
    let index = Index::new(forms);
    let mut people: Vec<usize> = (0..forms.list.len()).filter(|&form| forms.is_person(form)).collect();
    people.sort_by_key(|&form| std::cmp::Reverse(forms.list[form].words.len()));
    people.into_iter().map(|short| (short, index.fuller(short))).filter(|(_, fuller)| !fuller.is_empty()).collect()
}

/// Full names by the words in them, and by the skeletons of these.
struct Index<'f, 'd> {
    forms: &'f Forms<'d>,
    by_word: FxHashMap<Key, Vec<usize>>,
    by_skeleton: FxHashMap<String, Vec<usize>>,
    skeletons: FxHashMap<Key, String>,
}

impl<'f, 'd> Index<'f, 'd> {
    fn new(forms: &'f Forms<'d>) -> Self {
        let (by_word, by_skeleton, skeletons) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        let mut index = Self { forms, by_word, by_skeleton, skeletons };
        for form in (0..forms.list.len()).filter(|&form| forms.is_person(form)) {
            for &key in &forms.list[form].words {
                let same = index.by_word.entry(key).or_default();
                if same.len() < MOST_COMPARED && same.last() != Some(&form) {
                    same.push(form);
                }
                let Some(skeleton) = spelling::skeleton(forms.text(key)) else { continue };
                let alike = index.by_skeleton.entry(skeleton.clone()).or_default();
                if alike.len() < MOST_COMPARED && alike.last() != Some(&form) {
                    alike.push(form);
                }
                index.skeletons.insert(key, skeleton);
            }
        }
        index
    }

    fn fuller(&self, short: usize) -> Vec<usize> {
        let words = &self.forms.list[short].words;
        let Some(first) = words.first() else { return Vec::new() };
        let same = self.by_word.get(first).map_or(&[][..], Vec::as_slice);
        let alike = self.skeletons.get(first).and_then(|bones| self.by_skeleton.get(bones)).map_or(&[][..], Vec::as_slice);
        let mut fuller: Vec<usize> = same.iter().chain(alike).copied().filter(|&long| self.is_fuller(short, long)).collect();
        fuller.sort_unstable();
        fuller.dedup();
        fuller
    }

    /// True when every word of `short` stands in `long`, in order; one may be spelt otherwise where another is the same.
    fn is_fuller(&self, short: usize, long: usize) -> bool {
        let (short_words, long_words) = (&self.forms.list[short].words, &self.forms.list[long].words);
        let is_longer = short_words.len() < long_words.len();
        let may_vary = short_words.len() == long_words.len() && short < long;
        if short == long || !(is_longer || may_vary) {
            return false;
        }
        let mut rest = long_words.iter();
        let is_alone = short_words.len() == 1;
        let mut n_same = 0;
        for &word in short_words {
            match rest.find(|&&other| other == word || self.is_close(word, other, is_alone)) {
                Some(&other) => n_same += usize::from(other == word),
                None => return false,
            }
        }
        n_same > 0 || is_alone
    }

    fn is_close(&self, a: Key, b: Key, is_alone: bool) -> bool {
        let (Some(x), Some(y)) = (self.skeletons.get(&a), self.skeletons.get(&b)) else { return false };
        let (a, b) = (self.forms.text(a), self.forms.text(b));
        x == y && if is_alone { spelling::is_close_alone(a, b) } else { spelling::is_close(a, b) }
    }
}

/// Walks the mentions and settles whom each doubtful one means.
fn choose(forms: &mut Forms, draft: &Draft, doubtful: &FxHashMap<usize, Vec<usize>>) -> Vec<(usize, usize)> {
    if doubtful.is_empty() {
        return Vec::new();
    }
    let mut people = People::new(forms, draft, doubtful);
    let mut choices = Vec::new();
    for mention in 0..forms.of_mention.len() {
        let form = forms.of_mention[mention];
        if !forms.is_person(form) {
            continue;
        }
        match doubtful.get(&form) {
            Some(fuller) => {
                let choice = people.choose(forms, mention, fuller);
                people.seen(forms.root(choice), mention);
                people.settled.insert(form, choice);
                choices.push((mention, choice));
            }
            None => people.seen(forms.root(form), mention),
        }
    }
    choices
}

#[derive(Clone, Copy, PartialEq)]
enum Gender {
    Woman,
    Man,
}

/// What the article has said of its people so far.
struct People<'a> {
    draft: &'a Draft<'a>,
    /// By root: the title that stands before the name somewhere in the article.
    genders: FxHashMap<usize, Gender>,
    /// By root: the last mention so far.
    last_seen: FxHashMap<usize, usize>,
    /// By root: the first mention so far.
    first_seen: FxHashMap<usize, usize>,
    /// Whom a doubtful form meant last.
    settled: FxHashMap<usize, usize>,
}

impl<'a> People<'a> {
    fn new(forms: &mut Forms, draft: &'a Draft<'a>, doubtful: &FxHashMap<usize, Vec<usize>>) -> Self {
        let mut genders = FxHashMap::default();
        for mention in 0..forms.of_mention.len() {
            let form = forms.of_mention[mention];
            if let Some(gender) = gender(forms, draft.names[mention].span).filter(|_| !doubtful.contains_key(&form)) {
                genders.entry(forms.root(form)).or_insert(gender);
            }
        }
        let empty = FxHashMap::default;
        Self { draft, genders, last_seen: empty(), first_seen: empty(), settled: empty() }
    }

    fn seen(&mut self, root: usize, mention: usize) {
        self.last_seen.insert(root, mention);
        self.first_seen.entry(root).or_insert(mention);
    }

    /// The title beside the name decides; then whom the form meant before, unless somebody of the same first name came up
    /// since; then the full name last read; then the first one to come.
    fn choose(&self, forms: &mut Forms, mention: usize, fuller: &[usize]) -> usize {
        let gender = gender(forms, self.draft.names[mention].span);
        let mut candidates: Vec<(usize, usize)> = fuller.iter().map(|&form| (forms.root(form), form)).collect();
        let fits = |root: usize| gender.is_none() || self.genders.get(&root).is_none_or(|other| Some(*other) == gender);
        if candidates.iter().any(|&(root, _)| fits(root)) {
            candidates.retain(|&(root, _)| fits(root));
        }
        let form = forms.of_mention[mention];
        if let Some(&settled) = self.settled.get(&form) {
            let root = forms.root(settled);
            let last = self.last_seen.get(&root).copied().unwrap_or(0);
            let word = forms.list[form].words.first().copied();
            let is_newer = |&(other, long): &(usize, usize)| {
                other != root
                    && self.first_seen.get(&other).is_some_and(|&first| first > last)
                    && forms.list[long].words.first().copied() == word
            };
            if candidates.iter().any(|&(other, _)| other == root) && !candidates.iter().any(is_newer) {
                return settled;
            }
        }
        let read = candidates.iter().filter_map(|&(root, form)| Some((self.last_seen.get(&root)?, form)));
        let next = || candidates.iter().min_by_key(|&&(_, form)| forms.list[form].mentions.first());
        read.max().map(|(_, form)| form).or_else(|| next().map(|&(_, form)| form)).unwrap_or(form)
    }
}

/// What the word before a name says: "Mrs", "Pak".
fn gender(forms: &Forms, name: Span) -> Option<Gender> {
    let document = forms.document;
    let mut before = document.token_at(name.start).checked_sub(1)?;
    if document.token_text(before) == "." {
        before = before.checked_sub(1)?;
    }
    let word = document.lower(before);
    let is = |titles: &[&str]| titles.binary_search(&word).is_ok();
    match (is(forms.table.titles_of_women), is(forms.table.titles_of_men)) {
        (true, _) => Some(Gender::Woman),
        (_, true) => Some(Gender::Man),
        _ => None,
    }
}
