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
mod memory;
pub mod model;
mod parts;
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

pub use memory::Memory;
pub use model::NameModel;
pub use words::WordClass;

use crate::segment::Document;
use crate::{Annotation, Models};

/// Every name with its label; names do not overlap. What is found is the same with a memory and without.
pub fn find(document: &Document, models: &Models, mut memory: Option<&mut Memory>) -> Vec<Annotation> {
    let Some(model) = models.names(document.language.id) else { return rules::find(document) };
    if let Some(memory) = &mut memory {
        memory.keep_to(document.language.id, models);
    }
    tagger::find(document, model, memory)
}
