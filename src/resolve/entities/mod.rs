//! Groups the names of one thing under one entity.
//!
//! Names are compared by form, once for each distinct form: forms that only differ in case or marks are one, short forms are
//! spelt out, and what is left is joined by rules for people and for things. Only a person's short name that fits several
//! people is settled mention by mention.

mod beside;
mod doubt;
mod forms;
mod people;
mod spelling;
mod things;

use super::{Draft, Named};
use forms::{Forms, most_common};
use rustc_hash::FxHashMap;

/// Groups the names of one thing under one entity.
pub fn group(draft: &mut Draft) {
    let mut forms = Forms::read(draft);
    beside::join(&mut forms, draft);
    things::join(&mut forms, draft);
    let choices: FxHashMap<usize, usize> = people::join(&mut forms, draft).into_iter().collect();
    let mut members: FxHashMap<usize, usize> = FxHashMap::default();
    let mut mentions: Vec<Vec<usize>> = Vec::new();
    for mention in 0..draft.names.len() {
        let form = choices.get(&mention).copied().unwrap_or(forms.of_mention[mention]);
        let entity = *members.entry(forms.root(form)).or_insert_with(|| {
            mentions.push(Vec::new());
            mentions.len() - 1
        });
        mentions[entity].push(mention);
        draft.names[mention].entity = Some(entity);
    }
    draft.entities = mentions.iter().map(|mentions| named(&forms, draft, mentions)).collect();
}

/// The fullest form names the entity: most words, not all in capitals, used most.
fn named(forms: &Forms, draft: &Draft, mentions: &[usize]) -> Named {
    let text = draft.document.text;
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for &mention in mentions {
        *counts.entry(draft.names[mention].span.of(text)).or_default() += 1;
    }
    let rank = |mention: usize| {
        let name = draft.names[mention].span.of(text);
        let n_words = draft.document.tokens_in(draft.names[mention].span).len();
        let shouts = name.chars().any(char::is_lowercase);
        (n_words, shouts, counts.get(name).copied(), std::cmp::Reverse(mention))
    };
    let best = mentions.iter().copied().max_by_key(|&mention| rank(mention));
    let label = most_common(mentions.iter().map(|&mention| forms.list[forms.of_mention[mention]].label));
    match (best, label) {
        (Some(best), Some(label)) => Named { name: draft.names[best].span.of(text).to_string(), label },
        _ => Named { name: String::new(), label: crate::Label::Person },
    }
}

#[cfg(test)]
mod tests;
