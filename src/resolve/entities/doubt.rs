//! Whom a short name means that fits several people of the article.

use super::forms::Forms;
use crate::Span;
use crate::resolve::Draft;
use crate::segment::Document;
use rustc_hash::FxHashMap;

/// Walks the mentions and gives each doubtful one a form of the person it means; `doubtful` has the fuller forms by short form.
pub fn settle(forms: &mut Forms, draft: &Draft, doubtful: &FxHashMap<usize, Vec<usize>>) -> Vec<(usize, usize)> {
    if doubtful.is_empty() {
        return Vec::new();
    }
    let titles = Titles::new(draft);
    let mut people = People { genders: genders(forms, &titles, draft, doubtful), seen: FxHashMap::default() };
    let mut settled = Vec::new();
    for mention in 0..forms.of_mention.len() {
        let form = forms.of_mention[mention];
        let person = match doubtful.get(&form) {
            Some(fuller) => people.choose(forms, fuller, form, titles.before(draft.names[mention].span)),
            None if forms.is_person(form) => form,
            None => continue,
        };
        if person != form {
            settled.push((mention, person));
        }
        let seen = people.seen.entry(forms.root(person)).or_default();
        *seen = Seen { n: seen.n + 1, last: mention };
    }
    settled
}

#[derive(Clone, Copy, PartialEq)]
enum Gender {
    Woman,
    Man,
}

/// How often a person was read so far, and where last.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    n: usize,
    last: usize,
}

/// What the article says of its people, by root.
struct People {
    genders: FxHashMap<usize, Gender>,
    seen: FxHashMap<usize, Seen>,
}

impl People {
    /// The title beside the name decides first. A first name means who was read last; a last name means who is read most, for a
    /// relative is told apart by the first name. Before anybody was read, it is the first to come.
    fn choose(&self, forms: &mut Forms, fuller: &[usize], short: usize, gender: Option<Gender>) -> usize {
        let mut candidates: Vec<(usize, usize)> = fuller.iter().map(|&form| (forms.root(form), form)).collect();
        let fits = |root: usize| gender.is_none() || self.genders.get(&root).is_none_or(|other| Some(*other) == gender);
        if candidates.iter().any(|&(root, _)| fits(root)) {
            candidates.retain(|&(root, _)| fits(root));
        }
        let word = forms.list[short].words.first();
        let is_first_name = candidates.iter().any(|&(_, long)| forms.list[long].words.first() == word);
        let rank = |&(root, long): &(usize, usize)| {
            let seen = self.seen.get(&root).copied().unwrap_or_default();
            let n = if is_first_name { 0 } else { seen.n };
            (
                seen.n > 0,
                n,
                if is_first_name { seen.last } else { 0 },
                std::cmp::Reverse(forms.list[long].mentions.first().copied()),
            )
        };
        candidates.iter().max_by_key(|candidate| rank(candidate)).map_or(short, |&(_, long)| long)
    }
}

/// The title that stands before a full name somewhere in the article.
fn genders(
    forms: &mut Forms,
    titles: &Titles,
    draft: &Draft,
    doubtful: &FxHashMap<usize, Vec<usize>>,
) -> FxHashMap<usize, Gender> {
    let mut genders = FxHashMap::default();
    for mention in 0..forms.of_mention.len() {
        let form = forms.of_mention[mention];
        if let Some(gender) = titles.before(draft.names[mention].span).filter(|_| !doubtful.contains_key(&form)) {
            genders.entry(forms.root(form)).or_insert(gender);
        }
    }
    genders
}

/// Which words are titles, by [`crate::segment::Token::word`].
struct Titles<'d> {
    document: &'d Document<'d>,
    of_women: Vec<bool>,
    of_men: Vec<bool>,
}

impl<'d> Titles<'d> {
    fn new(draft: &Draft<'d>) -> Self {
        let (document, words) = (draft.document, &draft.document.language.entities);
        Self { document, of_women: document.listed(words.titles_of_women), of_men: document.listed(words.titles_of_men) }
    }

    /// What the word before a name says: "Mrs", "Pak".
    fn before(&self, name: Span) -> Option<Gender> {
        let mut before = self.document.token_at(name.start).checked_sub(1)?;
        if self.document.token_text(before) == "." {
            before = before.checked_sub(1)?;
        }
        let word = self.document.tokens.get(before)?.word;
        match (self.of_women[word], self.of_men[word]) {
            (true, _) => Some(Gender::Woman),
            (_, true) => Some(Gender::Man),
            _ => None,
        }
    }
}
