//! Which names of people name one person.

use super::doubt;
use super::forms::{Form, Forms, Key, Skeleton};
use super::spelling;
use crate::Label;
use crate::order;
use crate::resolve::Draft;
use rustc_hash::FxHashMap;

/// No short name is compared with more full names than this.
const MOST_COMPARED: usize = 32;
/// A place this sure is no person.
const SURE_PLACE: f32 = 0.8;

/// Joins the forms of one person, and gives the mentions that must choose among several their person's form.
pub fn join(forms: &mut Forms, draft: &Draft) -> Vec<(usize, usize)> {
    let candidates = candidates(forms, draft);
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
    doubt::settle(forms, draft, &doubtful)
}

/// For each short name the fuller names it may stand for; the fullest short names come first.
fn candidates(forms: &Forms, draft: &Draft) -> Vec<(usize, Vec<usize>)> {
    let index = Index::new(forms);
    let mut people: Vec<usize> =
        (0..forms.list.len()).filter(|&form| forms.is_person(form) || may_be_person(forms, draft, form)).collect();
    order::by(&mut people, |&form| [!forms.list[form].words.len(), 0, 0]);
    let fuller = |short: usize| (short, with_ends(forms, draft, short, index.fuller(short)));
    people.into_iter().map(fuller).filter(|(_, fuller)| !fuller.is_empty()).collect()
}

/// Of several fuller names, those that begin or end with the short one: "Holloway" is rather Jane Holloway than Ann Holloway-Price.
fn with_ends(forms: &Forms, draft: &Draft, short: usize, mut fuller: Vec<usize>) -> Vec<usize> {
    let &[word] = &forms.list[short].words[..] else { return fuller };
    let is_end = |long: usize| {
        let Form { words, mentions, .. } = &forms.list[long];
        let name = mentions.first().map_or("", |&mention| draft.names[mention].span.of(draft.document.text));
        let is_half = name.split(' ').any(|part| {
            let mut halves = part.split('-').filter(|half| !half.is_empty());
            halves.clone().count() > 1 && halves.any(|half| spelling::fold(half) == forms.text(word))
        });
        !is_half && (words.first() == Some(&word) || words.last() == Some(&word))
    };
    if fuller.len() > 1 && fuller.iter().any(|&long| is_end(long)) {
        fuller.retain(|&long| is_end(long));
    }
    fuller
}

/// One or two words taken for an organization or a work may be a person's last name; places and peoples are told better, but
/// for a doubtful one that stands where no place does ("Agam" of Agam Syarief).
fn may_be_person(forms: &Forms, draft: &Draft, form: usize) -> bool {
    let Form { words, label, mentions, .. } = &forms.list[form];
    let text = mentions.first().map_or("", |&mention| draft.names[mention].span.of(draft.document.text));
    match label {
        Label::Organization | Label::Work => words.len() <= 2 && text.contains(char::is_lowercase),
        Label::Place => words.len() == 1 && mentions.iter().all(|&mention| is_doubtful_place(draft, mention)),
        _ => false,
    }
}

fn is_doubtful_place(draft: &Draft, mention: usize) -> bool {
    let (document, name) = (draft.document, &draft.names[mention]);
    let before = document.token_at(name.span.start).checked_sub(1).map_or("", |before| document.lower(before));
    name.confidence < SURE_PLACE && document.language.names.locatives.binary_search(&before).is_err()
}

/// Full names by the words in them, and by the skeletons of these.
struct Index<'f, 'd> {
    forms: &'f Forms<'d>,
    by_word: FxHashMap<Key, Vec<usize>>,
    by_skeleton: FxHashMap<Skeleton, Vec<usize>>,
    /// Names of several words by the first letter of the first.
    by_start: FxHashMap<&'f str, Vec<usize>>,
    /// The skeletons of the words of people's names.
    skeletons: FxHashMap<Key, Skeleton>,
}

impl<'f, 'd> Index<'f, 'd> {
    fn new(forms: &'f Forms<'d>) -> Self {
        let (by_word, by_skeleton, skeletons) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        let mut index = Self { forms, by_word, by_skeleton, by_start: FxHashMap::default(), skeletons };
        for form in (0..forms.list.len()).filter(|&form| forms.is_person(form)) {
            let words = &forms.list[form].words;
            if let Some(start) = words.first().filter(|_| words.len() > 1).and_then(|&first| forms.text(first).get(..1)) {
                let begun = index.by_start.entry(start).or_default();
                if begun.len() < MOST_COMPARED {
                    begun.push(form);
                }
            }
            for &key in &forms.list[form].words {
                let same = index.by_word.entry(key).or_default();
                if same.len() < MOST_COMPARED && same.last() != Some(&form) {
                    same.push(form);
                }
                let Some(skeleton) = forms.skeleton(key) else { continue };
                let alike = index.by_skeleton.entry(skeleton).or_default();
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
        if let ([word], true) = (&words[..], fuller.is_empty() && self.forms.is_person(short)) {
            let begun = self.text_start(*word).and_then(|start| self.by_start.get(start)).map_or(&[][..], Vec::as_slice);
            fuller.extend(begun.iter().copied().filter(|&long| self.is_blend(*word, long)));
        }
        fuller.sort_unstable();
        fuller.dedup();
        fuller
    }

    /// True when every word of `short` stands in `long`, in order; one may be spelt otherwise where another is the same.
    fn is_fuller(&self, short: usize, long: usize) -> bool {
        let (short_words, long_words) = (&self.forms.list[short].words, &self.forms.list[long].words);
        let is_longer = short_words.len() < long_words.len();
        let may_vary = short_words.len() == long_words.len() && short < long && self.forms.is_person(short);
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

    /// The first letter of a word.
    fn text_start(&self, word: Key) -> Option<&str> {
        self.forms.text(word).get(..1)
    }

    /// "Jokowi" of Joko Widodo, "Zulhas" of Zulkifli Hasan: the beginnings of the first two names; "AHY": all initials.
    fn is_blend(&self, short: Key, long: usize) -> bool {
        let text = self.forms.text(short);
        let words: Vec<&str> = self.forms.list[long].words.iter().map(|&key| self.forms.text(key)).collect();
        let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let [first, second, ..] = words[..] else { return false };
        let halves = (2..text.len().saturating_sub(1)).filter_map(|at| text.split_at_checked(at));
        let is_begun = |(head, tail): (&str, &str)| first.starts_with(head) && second.starts_with(tail);
        (words.len() >= 3 && initials == text) || halves.into_iter().any(is_begun)
    }

    fn is_close(&self, a: Key, b: Key, is_alone: bool) -> bool {
        let (Some(x), Some(y)) = (self.skeletons.get(&a), self.skeletons.get(&b)) else { return false };
        let (a, b) = (self.forms.text(a), self.forms.text(b));
        x == y && if is_alone { spelling::is_close_alone(a, b) } else { spelling::is_close(a, b) }
    }
}
