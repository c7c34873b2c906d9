//! The trained models the core reads with. The core does no input and output: whoever calls it brings the bytes.

use crate::detect::names::NameModel;
use crate::lang::LanguageId;
use std::sync::Arc;

/// The models at hand, by language; cheap to clone. Where one is missing, rules speak.
///
/// ```
/// use sorot::{Models, lang::LanguageId};
/// let mut models = Models::none();
/// assert!(models.add(b"not a model").is_err());
/// assert!(models.names(LanguageId::English).is_none());
/// ```
#[derive(Clone, Debug)]
pub struct Models {
    names: Vec<Arc<NameModel>>,
}

impl Models {
    /// No models.
    pub fn none() -> Self {
        Self { names: Vec::new() }
    }

    /// Takes over a model; it replaces the one of its language.
    pub fn add(&mut self, bytes: &[u8]) -> Result<LanguageId, ModelError> {
        let model = NameModel::from_bytes(bytes)?;
        let language = model.language;
        self.names.retain(|other| other.language != language);
        self.names.push(Arc::new(model));
        Ok(language)
    }

    /// The model of names of a language.
    pub fn names(&self, language: LanguageId) -> Option<&NameModel> {
        self.names.iter().map(|model| &**model).find(|model| model.language == language)
    }

    /// True when these are the very models of `other`.
    pub(crate) fn are(&self, other: &Models) -> bool {
        self.names.len() == other.names.len() && self.names.iter().zip(&other.names).all(|(own, other)| Arc::ptr_eq(own, other))
    }

    /// The models that are part of the command; the page fetches its own.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded() -> Self {
        // A constant in effect: parsed once, the same for all.
        static EMBEDDED: std::sync::LazyLock<Models> = std::sync::LazyLock::new(|| {
            let mut models = Models::none();
            for bytes in [&include_bytes!("../models/names.id.bin")[..], include_bytes!("../models/names.en.bin")] {
                // A file that is no model is left out; a test says that there is none.
                let _ = models.add(bytes);
            }
            models
        });
        EMBEDDED.clone()
    }
}

impl Default for Models {
    /// All that is embedded; none in the page, which hands its own over.
    fn default() -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        return Self::embedded();
        #[cfg(target_arch = "wasm32")]
        Self::none()
    }
}

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelError(pub(crate) &'static str);

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "this is no model of names: {}", self.0)
    }
}

impl std::error::Error for ModelError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(not(target_arch = "wasm32"))]
    fn what_is_embedded_loads() {
        let models = Models::embedded();
        assert!(LanguageId::KNOWN.iter().all(|language| models.names(*language).is_some()));
    }
}
