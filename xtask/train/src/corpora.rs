//! Which corpora there are, how each names its labels, and how files become [`Example`]s.

use crate::example::{Example, LabelSet, Mention, NO_NAME, any, only};
use crate::gum;
use anyhow::{Context, Result};
use sorot::Label::{self, *};
use sorot::lang::LanguageId;
use std::path::Path;

/// A public corpus of words and tags.
struct Conll {
    files: &'static [&'static str],
    /// What each tag means; a tag that is not here is no name.
    tags: &'static [(&'static str, &'static [Label])],
    /// Labels that it does not mark.
    unmarked: &'static [Label],
    /// Of this many sentences one is used.
    one_in: usize,
    /// How much of its own weights is spoken in the end.
    share: f32,
}

const INDONESIAN: &[Conll] = &[
    Conll {
        files: &["idner-news-2k.train"],
        tags: &[("PER", &[Person]), ("ORG", &[Organization]), ("LOC", &[Place])],
        unmarked: &[Group, Event, Work],
        one_in: 1,
        share: 0.4,
    },
    Conll {
        files: &["nergrit.train"],
        tags: &[("PERSON", &[Person]), ("ORGANISATION", &[Organization]), ("PLACE", &[Place])],
        unmarked: &[Group, Event, Work],
        one_in: 1,
        share: 0.4,
    },
    Conll {
        files: &["yusufsyaifudin.train"],
        tags: &[("PERSON", &[Person]), ("ORGANIZATION", &[Organization]), ("LOCATION", &[Place])],
        unmarked: &[Group, Event, Work],
        one_in: 1,
        share: 0.2,
    },
    Conll {
        files: &["nerp.train.lowercase"],
        tags: &[("PPL", &[Person]), ("PLC", &[Place]), ("IND", &[Organization, Work]), ("EVT", &[Event])],
        unmarked: &[Group, Work],
        one_in: 4,
        share: 0.0,
    },
];

const ENGLISH: &[Conll] = &[
    Conll {
        files: &["wikigold.all"],
        tags: &[("PER", &[Person]), ("ORG", &[Organization]), ("LOC", &[Place]), ("MISC", &[Group, Event, Work])],
        unmarked: &[],
        one_in: 1,
        share: 0.3,
    },
    Conll {
        files: &["wnut17.train", "wnut17.dev"],
        tags: &[
            ("person", &[Person]),
            ("corporation", &[Organization]),
            ("group", &[Organization, Group]),
            ("location", &[Place]),
            ("product", &[Work]),
            ("creative-work", &[Work]),
        ],
        unmarked: &[Group, Event],
        one_in: 1,
        share: 0.2,
    },
    Conll {
        files: &["crossner-politics.train", "crossner-politics.dev", "crossner-politics.test"],
        tags: &[
            ("person", &[Person]),
            ("politician", &[Person]),
            ("organisation", &[Organization]),
            ("politicalparty", &[Organization]),
            ("country", &[Place]),
            ("location", &[Place]),
            ("election", &[Event]),
            ("event", &[Event]),
            ("misc", &[Group, Event, Work]),
        ],
        unmarked: &[Group, Work],
        one_in: 1,
        share: 0.3,
    },
];

const HELD_OUT_INDONESIAN: &[(&str, &Conll)] = &[("idner-news-2k.dev", &INDONESIAN[0]), ("nergrit.valid", &INDONESIAN[1])];
const HELD_OUT_ENGLISH: &[(&str, &Conll)] = &[("uner-ewt.dev", &UNIVERSAL)];

/// Universal NER: three labels, groups not among them.
const UNIVERSAL: Conll = Conll {
    files: &[],
    tags: &[("PER", &[Person]), ("ORG", &[Organization]), ("LOC", &[Place])],
    unmarked: &[Group, Event, Work],
    one_in: 1,
    share: 0.0,
};

/// Everything to train one language's model with, and what is kept aside.
pub struct Corpora {
    /// How much of each corpus' own weights is spoken in the end; [`Example::domain`] points here. The first is our own.
    pub shares: Vec<f32>,
    pub examples: Vec<Example>,
    /// Public sets that are only measured on, by name.
    pub held_out: Vec<(String, Vec<Example>)>,
}

/// Our own corpus.
pub const OWN: usize = 0;

/// How much of our own corpus' weights is spoken in the end: its style, not its chance.
const OWN_SHARE: f32 = 0.45;
/// The same of GUM's.
const GUM_SHARE: f32 = 0.2;

/// Reads our own corpus and what public ones the data folder holds.
pub fn read(language: LanguageId, data: &Path) -> Result<Corpora> {
    let (conll, held_out) = match language {
        LanguageId::Indonesian => (INDONESIAN, HELD_OUT_INDONESIAN),
        _ => (ENGLISH, HELD_OUT_ENGLISH),
    };
    let mut corpora = Corpora { shares: vec![OWN_SHARE], examples: Vec::new(), held_out: Vec::new() };
    for corpus in conll {
        let domain = corpora.shares.len();
        corpora.shares.push(corpus.share);
        for file in corpus.files {
            let path = data.join(format!("ner/{file}.conll"));
            if path.exists() {
                corpora.examples.extend(read_conll(&path, corpus, domain)?.into_iter().step_by(corpus.one_in));
            }
        }
    }
    if language == LanguageId::English {
        let domain = corpora.shares.len();
        corpora.shares.push(GUM_SHARE);
        corpora.examples.extend(gum::read(&data.join("gum"), domain)?);
    }
    for (file, like) in held_out {
        let path = data.join(format!("ner/{file}.conll"));
        if path.exists() {
            corpora.held_out.push((file.to_string(), read_conll(&path, like, 0)?));
        }
    }
    Ok(corpora)
}

/// One example a sentence, or a document where the file parts documents.
fn read_conll(path: &Path, corpus: &Conll, domain: usize) -> Result<Vec<Example>> {
    let source = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let has_documents = source.contains("-DOCSTART-");
    let unmarked = any(corpus.unmarked);
    let mut builder = Builder::default();
    let mut examples = Vec::new();
    let mut finish = |builder: &mut Builder| {
        let Builder { text, mentions, .. } = std::mem::take(builder);
        if !text.is_empty() {
            examples.push(Example { text, mentions, domain, unmarked });
        }
    };
    for line in source.lines() {
        let mut columns = line.split('\t');
        let (word, tag) = (columns.next().unwrap_or_default().trim(), columns.next_back().unwrap_or("O").trim());
        match word {
            "-DOCSTART-" => finish(&mut builder),
            "" if has_documents => builder.line(),
            "" => finish(&mut builder),
            _ => builder.word(word, tag, corpus.tags),
        }
    }
    finish(&mut builder);
    Ok(examples)
}

/// Puts words back together into a text.
#[derive(Default)]
pub struct Builder {
    pub text: String,
    pub mentions: Vec<Mention>,
    is_open: bool,
    in_quotes: bool,
    label: String,
}

impl Builder {
    /// Ends a line.
    pub fn line(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        (self.is_open, self.in_quotes) = (false, false);
    }

    /// A word, spaced as newspapers print it; gives where it stands.
    pub fn push(&mut self, word: &str) -> std::ops::Range<usize> {
        let word = match word {
            "``" | "''" => "\"",
            "-LRB-" => "(",
            "-RRB-" => ")",
            word => word,
        };
        let closes =
            matches!(word, "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "%" | "..." | "n't") || word.starts_with("'s");
        let closes_quote = word == "\"" && self.in_quotes;
        let opened = self.text.ends_with(['(', '[', '\n']) || (self.in_quotes && self.text.ends_with('"'));
        if !(self.text.is_empty() || closes || closes_quote || opened) {
            self.text.push(' ');
        }
        if word == "\"" {
            self.in_quotes = !self.in_quotes;
        }
        let start = self.text.len();
        self.text.push_str(word);
        start..self.text.len()
    }

    /// A word as it is, with a space after it or none.
    pub fn append(&mut self, word: &str, spaced: bool) -> std::ops::Range<usize> {
        let start = self.text.len();
        self.text.push_str(word);
        let end = self.text.len();
        if spaced {
            self.text.push(' ');
        }
        start..end
    }

    fn word(&mut self, word: &str, tag: &str, tags: &[(&str, &[Label])]) {
        let span = self.push(word);
        // Some files write "-work" for "I-creative-work".
        let (position, name) = tag.split_once('-').unwrap_or(("O", ""));
        let name = if name == "work" { "creative-work" } else { name };
        let labels = tags.iter().find(|(tag, _)| *tag == name).map(|(_, labels)| any(labels));
        match labels {
            Some(_) if position != "B" && self.is_open && self.label == name => {
                if let Some(last) = self.mentions.last_mut() {
                    last.span.end = span.end;
                }
            }
            Some(labels) => {
                self.mentions.push(Mention { labels: settle(labels, word), span });
                (self.is_open, self.label) = (true, name.to_string());
            }
            None => self.is_open = false,
        }
    }
}

/// A tag that may mean a group does so where the word is a known one, and may be none of ours where it is not.
fn settle(labels: LabelSet, word: &str) -> LabelSet {
    let groups = sorot::lang::LanguageId::English.tables().names.groups;
    match labels & only(Group) != 0 {
        true if groups.binary_search(&&*word.to_lowercase()).is_ok() => only(Group),
        true => labels | NO_NAME,
        false => labels,
    }
}

/// Reads our own corpus: whole articles, names marked inline as `[Siti Rahma|per]`.
pub fn read_own(folder: &Path) -> Result<Vec<Example>> {
    let mut paths: Vec<_> = match std::fs::read_dir(folder) {
        Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
        Err(_) => return Ok(Vec::new()),
    };
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let mut examples = Vec::new();
    for path in paths {
        let source = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for article in source.split("\n---") {
            let example = read_article(article).with_context(|| path.display().to_string())?;
            if !example.text.trim().is_empty() {
                examples.push(example);
            }
        }
    }
    Ok(examples)
}

fn read_article(source: &str) -> Result<Example> {
    let mut example = Example { text: String::new(), mentions: Vec::new(), domain: OWN, unmarked: 0 };
    let lines = source.lines().map(str::trim).filter(|line| !line.starts_with("# ") && !line.is_empty());
    for line in lines {
        let mut rest = line;
        while let Some((before, marked)) = rest.split_once('[') {
            let (name, after) = marked.split_once('|').with_context(|| format!("a mark without its label: {line}"))?;
            let (label, after) = after.split_once(']').with_context(|| format!("a mark that is never closed: {line}"))?;
            let label = label_of(label).with_context(|| format!("no label is called {label:?}: {line}"))?;
            example.text.push_str(before);
            let start = example.text.len();
            example.text.push_str(name);
            example.mentions.push(Mention { span: start..example.text.len(), labels: only(label) });
            rest = after;
        }
        example.text.push_str(rest);
        example.text.push('\n');
    }
    Ok(example)
}

fn label_of(short: &str) -> Option<Label> {
    let labels = [("per", Person), ("org", Organization), ("loc", Place), ("grp", Group), ("evt", Event), ("wrk", Work)];
    labels.iter().find(|(name, _)| *name == short).map(|(_, label)| *label)
}
