//! Packs the lists of names into fingerprints with classes.

use crate::example::Example;
use crate::usage;
use anyhow::{Context, Result};
use sorot::detect::names::article::{LONGEST_PHRASE, word_hash};
use sorot::detect::names::lists::{fingerprint, join};
use sorot::lang::LanguageId;
use sorot::segment::Document;
use std::collections::BTreeMap;
use std::path::Path;

/// Fingerprints in order, with their classes.
pub type Entries = BTreeMap<u32, u8>;

/// The lists of a model.
#[derive(Clone, Default)]
pub struct Lists {
    pub words: Entries,
    pub phrases: Entries,
    /// How unlabelled text uses words.
    pub usage: Entries,
}

/// Classes of phrases; where a phrase is in several lists the first it was put into stays.
#[derive(Clone, Copy)]
enum Phrase {
    Country = 1,
    Organization,
    Group,
    City,
    Town,
    Region,
    District,
    Company,
    /// An encyclopedia's title.
    Institution,
    /// An organization of our own list.
    Named,
    /// A group of our own list.
    People,
    Event,
    Work,
}

/// Our own lists of phrases, `models/lists/NAME.txt`, and `NAME.id.txt` for what only one language writes of. The words of
/// organizations are not counted: half of them are words of people and places too.
const OWN_PHRASES: &[(&str, Phrase)] =
    &[("organizations", Phrase::Named), ("groups", Phrase::People), ("events", Phrase::Event), ("works", Phrase::Work)];
/// Our own lists of words of people's names.
const OWN_NAMES: &[&str] = &["names.given", "names.family"];
/// How often a word of a list of people's names counts.
const LISTED_NAME: u32 = 5;

/// Kinds of names in which words are counted.
const PERSON: usize = 0;
const PLACE: usize = 1;
const ORGANIZATION: usize = 2;

/// A city with fewer people is a town.
const CITY: u64 = 200_000;
/// Below this many people a town is left out.
const SMALLEST_TOWN: u64 = 30_000;
/// A word that fewer names hold says nothing.
const RAREST_WORD: u32 = 3;

/// Reads the language's own tables, our own lists, and those of the data folder.
pub fn read(language: LanguageId, own: &Path, data: &Path, held_out: &[(String, Vec<Example>)]) -> Result<Lists> {
    let mut builder = Builder { language, phrases: Entries::new(), words: BTreeMap::new() };
    builder.tables();
    builder.own(own)?;
    let names = data.join("names");
    if names.exists() {
        builder.territories(&names)?;
        builder.regions(&names)?;
        builder.cities(&names)?;
        builder.companies(&names)?;
        builder.people(&names)?;
        builder.titles(&names)?;
    }
    Ok(Lists { words: builder.word_classes(), phrases: builder.phrases, usage: usage::read(language, data, held_out)? })
}

struct Builder {
    language: LanguageId,
    phrases: Entries,
    /// How many people, places and organizations have a word in their names.
    words: BTreeMap<String, [u32; 3]>,
}

impl Builder {
    fn phrase(&mut self, name: &str, class: Phrase) {
        let document = Document::new(name, Some(self.language));
        if document.tokens.is_empty() || document.tokens.len() > LONGEST_PHRASE {
            return;
        }
        let hash = (0..document.tokens.len()).fold(0, |hash, i| join(hash, word_hash(document.lower(i))));
        self.phrases.entry(fingerprint(hash)).or_insert(class as u8);
    }

    fn word(&mut self, name: &str, kind: usize, weight: u32) {
        let document = Document::new(name, Some(self.language));
        for word in document.words.iter().filter(|word| word.lower.chars().count() > 1) {
            self.words.entry(word.lower.to_string()).or_default()[kind] += weight;
        }
    }

    fn tables(&mut self) {
        let words = &self.language.tables().names;
        words.places.iter().for_each(|name| self.phrase(name, Phrase::Country));
        words.organizations.iter().for_each(|name| self.phrase(name, Phrase::Organization));
        words.groups.iter().for_each(|name| self.phrase(name, Phrase::Group));
    }

    fn own(&mut self, folder: &Path) -> Result<()> {
        for (list, class) in OWN_PHRASES {
            for file in [format!("{list}.txt"), format!("{list}.{}.txt", self.language.tag())] {
                own_names(&folder.join(file))?.iter().for_each(|name| self.phrase(name, *class));
            }
        }
        for list in OWN_NAMES {
            let names = own_names(&folder.join(format!("{list}.txt")))?;
            names.iter().for_each(|name| self.word(name, PERSON, LISTED_NAME));
        }
        Ok(())
    }

    fn territories(&mut self, names: &Path) -> Result<()> {
        let column = if self.language == LanguageId::Indonesian { 2 } else { 1 };
        for row in rows(&names.join("territories.tsv"))? {
            if let Some(name) = row.get(column) {
                self.phrase(name.split(" (").next().unwrap_or(name), Phrase::Country);
            }
        }
        Ok(())
    }

    fn regions(&mut self, names: &Path) -> Result<()> {
        let is_own = self.language == LanguageId::Indonesian;
        for row in rows(&names.join("wilayah.tsv"))? {
            let [_, kind, name] = row.as_slice() else { continue };
            let bare = name.trim_start_matches("Kabupaten ").trim_start_matches("Kota ");
            let class = if kind == "kecamatan" { Phrase::District } else { Phrase::Region };
            if is_own || kind != "kecamatan" {
                self.phrase(name, class);
                self.phrase(bare, class);
                self.word(bare, PLACE, if kind == "kecamatan" { 1 } else { 3 });
            }
        }
        Ok(())
    }

    fn cities(&mut self, names: &Path) -> Result<()> {
        for row in rows(&names.join("cities15000.tsv"))?.into_iter().skip(1) {
            let [name, country, people, ..] = row.as_slice() else { continue };
            let people: u64 = people.parse().unwrap_or(0);
            let is_near = self.language == LanguageId::English || matches!(&**country, "ID" | "MY" | "SG");
            if people >= CITY {
                self.phrase(name, Phrase::City);
            } else if people >= SMALLEST_TOWN && is_near {
                self.phrase(name, Phrase::Town);
            }
            self.word(name, PLACE, 1 + u32::from(people >= CITY) * 2);
        }
        Ok(())
    }

    fn companies(&mut self, names: &Path) -> Result<()> {
        for row in rows(&names.join("idx-companies.tsv"))? {
            let Some(name) = row.get(1) else { continue };
            let bare = name.trim_end_matches(" Tbk.").trim_end_matches(" (Persero)");
            if self.language == LanguageId::Indonesian {
                self.phrase(bare, Phrase::Company);
            }
            self.word(bare, ORGANIZATION, 1);
        }
        Ok(())
    }

    fn people(&mut self, names: &Path) -> Result<()> {
        for row in rows(&names.join("faker-names.tsv"))? {
            let [_, kind, name] = row.as_slice() else { continue };
            if kind.contains("first_names") || kind.contains("last_names") {
                self.word(name, PERSON, LISTED_NAME);
            }
        }
        Ok(())
    }

    /// Titles of encyclopedia articles about people, places and organizations.
    fn titles(&mut self, names: &Path) -> Result<()> {
        // Whole names of known people, as phrases, weigh a tenth of the model and read no better than their words alone.
        let kinds = [("person", PERSON, None), ("place", PLACE, None), ("organization", ORGANIZATION, Some(Phrase::Institution))];
        for (file, kind, class) in kinds {
            for row in rows(&names.join(format!("dbpedia-id/{file}.txt")))? {
                let Some(name) = row.first().map(|name| name.split(" (").next().unwrap_or(name)) else { continue };
                self.word(name, kind, 1);
                if let Some(class) = class.filter(|_| name.contains(' ')) {
                    self.phrase(name, class);
                }
            }
        }
        Ok(())
    }

    /// Three levels of frequency in three kinds of names: 26 classes.
    fn word_classes(&self) -> Entries {
        let level = |n: u32| match n {
            0..3 => 0,
            3..15 => 1,
            _ => 2u8,
        };
        let kept = self.words.iter().filter(|(_, counts)| counts.iter().any(|n| *n >= RAREST_WORD));
        kept.map(|(word, [person, place, organization])| {
            // Words of places are counted over far more names.
            let class = level(*person) + 3 * level(place / 3) + 9 * level(*organization);
            (fingerprint(word_hash(word)), class)
        })
        .filter(|(_, class)| *class > 0)
        .collect()
    }
}

/// The names of one of our own lists, without its headings; none where there is no such file.
fn own_names(path: &Path) -> Result<Vec<String>> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).map(str::to_string).collect())
}

/// The tab-separated rows of a file; bytes that are no UTF-8 are replaced.
pub fn rows(path: &Path) -> Result<Vec<Vec<String>>> {
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    Ok(String::from_utf8_lossy(&bytes).lines().map(|line| line.split('\t').map(str::to_string).collect()).collect())
}
