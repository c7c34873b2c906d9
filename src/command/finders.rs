//! What the caller looks for besides: patterns given as options, or the terms that the page saves to a file.

use serde::Deserialize;
use sorot::{Custom, Span};
use terms::{Finder, Kind, Rule};

/// A rule with the name its marks get.
#[derive(Clone)]
pub struct Named {
    name: String,
    finder: Finder,
}

/// The rules of a file.
#[derive(Clone)]
pub struct NamedFile(pub Vec<Named>);

impl Named {
    fn new(name: &str, rule: &Rule) -> Result<Self, String> {
        let finder = Finder::new(rule).map_err(|wrong| {
            let before = rule.text.get(..wrong.place.start).unwrap_or("").chars().count();
            format!("{name:?}, character {}: {wrong}", before + 1)
        })?;
        Ok(Self { name: name.to_string(), finder })
    }
}

/// Reads `NAME=PATTERN`.
pub fn pattern(option: &str) -> Result<Named, String> {
    let (name, pattern) = option.split_once('=').filter(|(name, _)| !name.trim().is_empty()).ok_or("not NAME=PATTERN")?;
    Named::new(name.trim(), &Rule { kind: Kind::Pattern, text: pattern.to_string(), ignores_case: false })
}

/// Reads a file that the page saved.
pub fn file(path: &str) -> Result<NamedFile, String> {
    #[derive(Deserialize)]
    struct File {
        rules: Vec<Saved>,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Saved {
        name: String,
        kind: String,
        text: String,
        ignores_case: bool,
    }
    let content = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let File { rules } = serde_json::from_str(&content).map_err(|error| format!("no terms saved by the page: {error}"))?;
    let named = rules.into_iter().map(|Saved { name, kind, text, ignores_case }| {
        let kind = match kind.as_str() {
            "terms" => Kind::Terms,
            "pattern" => Kind::Pattern,
            other => return Err(format!("{name:?} is of kind {other:?}, not terms or pattern")),
        };
        Named::new(&name, &Rule { kind, text, ignores_case })
    });
    Ok(NamedFile(named.collect::<Result<_, _>>()?))
}

/// All places that the rules find in a text.
pub fn find<'r>(rules: impl Iterator<Item = &'r Named>, text: &str) -> Vec<Custom> {
    let mark =
        |name: &str, span: std::ops::Range<usize>| Custom { span: Span::new(span.start, span.end), name: name.to_string() };
    rules.flat_map(|rule| rule.finder.find(text).spans.into_iter().map(|span| mark(&rule.name, span))).collect()
}
