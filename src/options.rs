//! What the reader may ask for.

use crate::calendar::DateTime;
use crate::lang::LanguageId;
use crate::{Label, Layer, Models, Span};

/// How to read an article. The default finds everything out by itself.
///
/// ```
/// use sorot::{Options, calendar::DateTime};
/// let options = Options { date: DateTime::parse("2024-11-22"), ..Options::default() };
/// assert_eq!(sorot::annotate("Ia tiba kemarin.", &options).date, options.date);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The article's language; none means: find out.
    pub language: Option<LanguageId>,
    /// The article's own date; it wins over the one that the text says.
    pub date: Option<DateTime>,
    /// Which layers to give.
    pub layers: Layers,
    /// What it was trained with.
    pub models: Models,
    /// What the reader knows better.
    pub corrections: Corrections,
    /// What the reader looked for and found: a layer of its own.
    pub custom: Vec<Custom>,
}

/// A place that a rule of the reader's own found; the core takes it over as it is.
///
/// ```
/// use sorot::{Custom, Label, Options, Span, annotate};
/// let custom = vec![Custom { span: Span::new(6, 11), name: "desa".into() }];
/// let annotated = annotate("Warga Melati menunggu.", &Options { custom, ..Options::default() });
/// assert!(annotated.annotations.iter().any(|mark| mark.label == Label::Custom));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custom {
    /// Where.
    pub span: Span,
    /// What the reader calls the rule.
    pub name: String,
}

/// What the reader knows better; it wins over every rule and model.
///
/// ```
/// use sorot::{Corrections, Label, Options, Word, annotate};
/// let words = vec![Word { text: "Melati".into(), label: Some(Label::Organization) }];
/// let options = Options { corrections: Corrections { words, ..Corrections::default() }, ..Options::default() };
/// assert_eq!(annotate("Warga Melati menunggu.", &options).entities[0].name, "Melati");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// Marks at one place.
    pub places: Vec<Correction>,
    /// Marks wherever a word or phrase stands whole, capitals as given.
    pub words: Vec<Word>,
}

/// A mark changed, added or taken away at one place. Only names can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Where.
    pub span: Span,
    /// What it is; none: nothing.
    pub label: Option<Label>,
    /// The label it had, where it had one.
    pub instead_of: Option<Label>,
}

/// A word or phrase that is always this kind of name, or never a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it stands in the text.
    pub text: String,
    /// What it is; none: no name.
    pub label: Option<Label>,
}

/// A set of layers; all of them by default.
///
/// ```
/// use sorot::{Layer, Layers};
/// let layers = Layers::of([Layer::Time]);
/// assert!(layers.contains(Layer::Time) && !layers.contains(Layer::Quote));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layers(u16);

impl Default for Layers {
    fn default() -> Self {
        Self::of(Layer::ALL.iter().copied())
    }
}

impl Layers {
    /// The set of these layers.
    pub fn of(layers: impl IntoIterator<Item = Layer>) -> Self {
        Self(layers.into_iter().fold(0, |set, layer| set | 1 << layer as u16))
    }

    /// True when the layer is in the set.
    pub fn contains(self, layer: Layer) -> bool {
        self.0 & 1 << layer as u16 != 0
    }
}
