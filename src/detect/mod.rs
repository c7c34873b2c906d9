//! Finds things, one detector a layer. A detector reads the [`Document`] and its language's tables, and no other detector.

pub mod abbreviations;
pub mod amounts;
pub mod names;
pub mod quotes;
pub mod roles;
pub mod structure;
pub mod time;

use crate::segment::Document;
use crate::{Annotation, Models};

/// What the detectors found, before `resolve` has weighed it.
pub struct Findings {
    /// Parts of the article.
    pub structure: Vec<Annotation>,
    /// Names with their labels.
    pub names: Vec<Annotation>,
    /// Time expressions, not yet resolved.
    pub times: Vec<time::Expression>,
    /// Numbers with their values.
    pub amounts: Vec<Annotation>,
    /// Quotations with what stands beside them.
    pub quotes: quotes::Found,
    /// What each word may be in a role.
    pub roles: roles::Clues,
    /// Short forms.
    pub abbreviations: Vec<Annotation>,
}

/// Runs every detector; `memory` is for who reads the article again when it has been edited.
pub fn detect(document: &Document, models: &Models, memory: Option<&mut names::Memory>) -> Findings {
    Findings {
        structure: structure::find(document),
        names: names::find(document, models, memory),
        times: time::find(document),
        amounts: amounts::find(document),
        quotes: quotes::find(document),
        roles: roles::find(document),
        abbreviations: abbreviations::find(document),
    }
}
