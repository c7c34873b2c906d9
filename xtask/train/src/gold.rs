//! Reads gold articles (text and annotations by code points), which are only ever measured on.

use crate::example::{Example, Mention, only};
use anyhow::{Context, Result};
use serde_json::Value;
use sorot::Label;
use sorot::lang::LanguageId;
use std::path::Path;

/// The gold articles of a language; none where the folder is not at hand.
pub fn read(folder: &Path, language: LanguageId) -> Result<Vec<Example>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let mut examples = Vec::new();
    for path in paths {
        let record: Value = serde_json::from_str(&std::fs::read_to_string(&path)?).with_context(|| path.display().to_string())?;
        if record["lang"] == language.tag() {
            let text = std::fs::read_to_string(path.with_extension("txt"))?;
            examples.push(Example { mentions: mentions(&record, &text), text, domain: 0, unmarked: 0 });
        }
    }
    Ok(examples)
}

fn mentions(record: &Value, text: &str) -> Vec<Mention> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let names = record["annotations"].as_array().into_iter().flatten().filter(|annotation| annotation["layer"] == "entity");
    let mention = |annotation: &Value| {
        let at = |key: &str| bytes.get(annotation[key].as_u64()? as usize).copied();
        let labels = only(Label::from_name(annotation["label"].as_str()?)?);
        Some(Mention { span: at("start")?..at("end")?, labels })
    };
    names.filter_map(mention).collect()
}
