//! Names: a trained tagger where a model is at hand, rules where none is.

mod agree;
pub mod article;
pub mod decode;
mod edges;
pub mod features;
mod heads;
mod islands;
pub mod lanes;
mod laws;
pub mod lists;
pub mod model;
pub mod rows;
mod rules;
mod scripts;
mod shapes;
pub mod states;
mod sums;
mod tagger;
mod telling;
mod uncapped;
mod words;

pub use model::NameModel;
pub use words::WordClass;

use crate::segment::Document;
use crate::{Annotation, Models};

/// Every name with its label; names do not overlap.
pub fn find(document: &Document, models: &Models) -> Vec<Annotation> {
    match models.names(document.language.id) {
        Some(model) => tagger::find(document, model),
        None => rules::find(document),
    }
}
