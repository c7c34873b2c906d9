//! Makes further articles of our own: the same sentences with other names, so that what is learnt is the context. A name is
//! changed in the same way all over its article.

use crate::example::{Example, LabelSet, Mention, Random, only};
use crate::lists::rows;
use anyhow::Result;
use sorot::Label::{Person, Place};
use sorot::lang::LanguageId;
use std::collections::HashMap;
use std::path::Path;

/// Names to draw from.
pub struct Names {
    /// Full names of people, by their number of words less two.
    people: [Vec<Vec<String>>; 2],
    towns: Vec<String>,
    /// The same, in order.
    known_towns: Vec<String>,
}

impl Names {
    /// Reads the lists of the data folder; empty ones where there is none.
    pub fn read(language: LanguageId, data: &Path) -> Result<Self> {
        let mut names = Self { people: Default::default(), towns: Vec::new(), known_towns: Vec::new() };
        let folder = data.join("names");
        if !folder.exists() {
            return Ok(names);
        }
        for row in rows(&folder.join("dbpedia-id/person.txt"))? {
            names.person(row.first().map_or("", |name| name));
        }
        let locale = if language == LanguageId::Indonesian { "id_" } else { "en_" };
        let (mut given, mut family) = (Vec::new(), Vec::new());
        for row in rows(&folder.join("faker-names.tsv"))? {
            match row.as_slice() {
                [from, kind, name] if from.starts_with(locale) && kind.starts_with("first") => given.push(name.clone()),
                [from, kind, name] if from.starts_with(locale) && kind.starts_with("last") => family.push(name.clone()),
                _ => {}
            }
        }
        let mut random = Random(7);
        for _ in 0..20_000.min(given.len() * family.len()) {
            names.person(&format!("{} {}", given[random.below(given.len())], family[random.below(family.len())]));
        }
        if language == LanguageId::Indonesian {
            let regions =
                rows(&folder.join("wilayah.tsv"))?.into_iter().filter(|row| row.get(1).is_some_and(|kind| kind == "kab/kota"));
            let bare = |row: Vec<String>| row[2].trim_start_matches("Kabupaten ").trim_start_matches("Kota ").to_string();
            names.towns.extend(regions.map(bare));
        } else {
            let large = |row: &Vec<String>| {
                row.get(2).and_then(|people| people.parse::<u32>().ok()).is_some_and(|people| people > 100_000)
            };
            names.towns.extend(rows(&folder.join("cities15000.tsv"))?.into_iter().filter(large).map(|row| row[0].clone()));
        }
        names.known_towns = names.towns.clone();
        names.known_towns.sort();
        Ok(names)
    }

    fn person(&mut self, name: &str) {
        let words: Vec<String> = name.split_whitespace().map(str::to_string).collect();
        if (2..=3).contains(&words.len()) && words.iter().all(|word| is_plain(word)) {
            self.people[words.len() - 2].push(words);
        }
    }
}

/// A capital, then small letters.
fn is_plain(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && word.chars().count() > 2 && letters.all(char::is_lowercase)
}

/// The example with other people and towns.
pub fn vary(example: &Example, names: &Names, random: &mut Random) -> Example {
    let mut changed = Changes { names, random, words: HashMap::new() };
    let mentions = || example.mentions.iter().map(|mention| (&example.text[mention.span.clone()], mention.labels));
    let mut people: Vec<&str> = mentions().filter(|(_, labels)| *labels == only(Person)).map(|(text, _)| text).collect();
    // Full names first: short ones are parts of them.
    people.sort_by_key(|name| std::cmp::Reverse(name.split_whitespace().count()));
    people.into_iter().for_each(|name| changed.draw(name));
    let mut varied = Example { text: String::new(), mentions: Vec::new(), ..example.clone() };
    let mut end = 0;
    for mention in &example.mentions {
        varied.text.push_str(&example.text[end..mention.span.start]);
        let start = varied.text.len();
        varied.text.push_str(&changed.name(&example.text[mention.span.clone()], mention.labels));
        varied.mentions.push(Mention { span: start..varied.text.len(), labels: mention.labels });
        end = mention.span.end;
    }
    varied.text.push_str(&example.text[end..]);
    varied
}

/// What each word of a person's name, and each town, becomes.
struct Changes<'a> {
    names: &'a Names,
    random: &'a mut Random,
    words: HashMap<String, String>,
}

impl Changes<'_> {
    fn draw(&mut self, name: &str) {
        let words: Vec<&str> = name.split_whitespace().collect();
        let pool = &self.names.people[words.len().clamp(2, 3) - 2];
        if pool.is_empty() {
            return;
        }
        let drawn = &pool[self.random.below(pool.len())];
        for (i, word) in words.iter().enumerate().filter(|(_, word)| is_plain(word)) {
            // A name of one word is mostly a family name or the only name there is.
            let new = if words.len() == 1 { drawn.last() } else { drawn.get(i) };
            if let Some(new) = new {
                self.words.entry(word.to_string()).or_insert_with(|| new.clone());
            }
        }
    }

    fn name(&mut self, text: &str, labels: LabelSet) -> String {
        if labels == only(Person) {
            let words = text.split(' ').map(|word| self.words.get(word).map_or(word, |new| new));
            return words.collect::<Vec<_>>().join(" ");
        }
        let is_town = labels == only(Place) && self.names.known_towns.binary_search_by(|town| (**town).cmp(text)).is_ok();
        if !is_town {
            return text.to_string();
        }
        let new = self.names.towns[self.random.below(self.names.towns.len())].clone();
        self.words.entry(text.to_string()).or_insert(new).clone()
    }
}
