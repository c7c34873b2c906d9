//! From texts to a measured model.

use crate::augment::{self, Names};
use crate::corpora::{self, Corpora};
use crate::crf::{self, Recipe};
use crate::example::{Example, Random};
use crate::lists::{self, Lists};
use crate::measure::{self, Scores};
use crate::pack::{self, Packing};
use crate::{gold, prepare};
use anyhow::Result;
use sorot::Models;
use sorot::lang::LanguageId;
use std::path::Path;

/// Of so many of our own articles, the last is kept aside.
const ASIDE: usize = 10;
/// So many times each of our own articles is read again with other names.
const N_COPIES: usize = 1;
/// What probabilities may be sharpened or flattened by.
const SHARPNESSES: [f32; 8] = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1];

/// All that one language's model is made from and measured on.
pub struct Material {
    pub language: LanguageId,
    pub corpora: Corpora,
    /// Our own articles, with copies in which the names are others.
    pub own: Vec<Example>,
    pub n_own: usize,
    pub lists: Lists,
}

impl Material {
    pub fn read(language: LanguageId, data: &Path, corpus: &Path) -> Result<Self> {
        let mut corpora = corpora::read(language, data)?;
        let articles = corpora::read_own(&corpus.join(language.tag()))?;
        let names = Names::read(language, data)?;
        let mut random = Random(crf::RECIPE.seed);
        let (mut own, mut aside) = (Vec::new(), Vec::new());
        let n_own = articles.len();
        for (i, article) in articles.into_iter().enumerate() {
            if i % ASIDE == ASIDE - 1 {
                aside.push(article);
                continue;
            }
            own.extend((0..N_COPIES).map(|_| augment::vary(&article, &names, &mut random)));
            own.push(article);
        }
        corpora.held_out.push(("own, kept aside".into(), aside));
        corpora.held_out.push(("development articles".into(), gold::read(&data.join("../gold/dev"), language)?));
        corpora.held_out.retain(|(_, examples)| !examples.is_empty());
        let lists = lists::read(language, &corpus.join("../lists"), data, &corpora.held_out)?;
        Ok(Self { language, corpora, own, n_own, lists })
    }

    fn aside(&self) -> &[Example] {
        self.corpora.held_out.iter().find(|(name, _)| name.starts_with("own")).map_or(&[], |(_, examples)| examples)
    }
}

/// What is left out, to see what it brings.
#[derive(Clone, Copy, Default)]
pub struct Without {
    pub article: bool,
    pub words: bool,
    pub phrases: bool,
    pub usage: bool,
    pub own: bool,
    pub public: bool,
}

/// Scores by held-out set.
pub type Measured = Vec<(String, Scores)>;

/// A model and how good it is.
pub struct Report {
    pub language: LanguageId,
    pub bytes: Vec<u8>,
    pub n_own: usize,
    pub n_public: usize,
    pub n_words: usize,
    pub n_phrases: usize,
    pub n_usage: usize,
    pub sharpness: f32,
    /// By held-out set.
    pub scores: Measured,
    /// The same with something left out.
    pub ablations: Vec<(&'static str, Measured)>,
}

pub fn learn(material: &Material, recipe: &Recipe, without: Without) -> Result<Report> {
    let mut lists = material.lists.clone();
    if without.words {
        lists.words.clear();
    }
    if without.phrases {
        lists.phrases.clear();
    }
    if without.usage {
        lists.usage.clear();
    }
    let public = material.corpora.examples.iter().filter(|_| !without.public);
    let examples: Vec<&Example> = public.chain(material.own.iter().filter(|_| !without.own)).collect();
    let prepared = prepare::prepare(material.language, &examples, &lists, without.article);
    eprintln!("{}: {} examples, {} features", material.language.tag(), examples.len(), prepared.shared.len());
    let trained = crf::train(&prepared, recipe, &material.corpora.shares);
    let packed = |sharpness| pack::pack(material.language, &lists, &prepared, &trained, Packing { sharpness, ..pack::PACKING });
    let sharpness = calibrate(material, packed)?;
    let bytes = packed(sharpness);
    let models = load(&bytes)?;
    let held_out = material.corpora.held_out.iter();
    let scores = held_out.map(|(name, examples)| (name.clone(), measure::score(material.language, examples, &models))).collect();
    Ok(Report {
        language: material.language,
        bytes,
        n_own: material.n_own,
        n_public: material.corpora.examples.len(),
        n_words: lists.words.len(),
        n_phrases: lists.phrases.len(),
        n_usage: lists.usage.len(),
        sharpness,
        scores,
        ablations: Vec::new(),
    })
}

/// The sharpness with which confidences come nearest to the share that is right, on our own articles kept aside.
fn calibrate(material: &Material, packed: impl Fn(f32) -> Vec<u8>) -> Result<f32> {
    let mut best = (f64::INFINITY, 1.0);
    for sharpness in SHARPNESSES {
        let scores = measure::score(material.language, material.aside(), &load(&packed(sharpness))?);
        if scores.squared_error < best.0 {
            best = (scores.squared_error, sharpness);
        }
    }
    Ok(best.1)
}

fn load(bytes: &[u8]) -> Result<Models> {
    let mut models = Models::none();
    models.add(bytes)?;
    Ok(models)
}

/// One model each (the shipped one is the mean of several), with something left out.
pub fn ablations(material: &Material) -> Result<Vec<(&'static str, Measured)>> {
    let all = Without::default();
    let cases = [
        ("nothing", all),
        ("other mentions in the article", Without { article: true, ..all }),
        ("lists of words", Without { words: true, ..all }),
        ("lists of phrases", Without { phrases: true, ..all }),
        ("usage in unlabelled text", Without { usage: true, ..all }),
        ("our own corpus", Without { own: true, ..all }),
        ("public corpora", Without { public: true, ..all }),
    ];
    let recipe = Recipe { n_models: 1, ..crf::RECIPE };
    cases.into_iter().map(|(name, without)| Ok((name, learn(material, &recipe, without)?.scores))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::{Mention, only};
    use sorot::{Label, Options};

    /// A tiny model, trained on the spot, is written, loaded and reads what it was taught.
    #[test]
    fn a_tiny_model_goes_all_the_way() {
        let names = ["Rani Wulandari", "Dodi Prakoso", "Wayan Sudira", "Lestari Manurung"];
        let example = |name: &&str| {
            let text = format!("Menurut Bupati {name}, panen tahun ini baik.");
            let mention = Mention { span: 15..15 + name.len(), labels: only(Label::Person) };
            Example { text, mentions: vec![mention], domain: corpora::OWN, unmarked: 0 }
        };
        let own: Vec<Example> = names.iter().map(example).collect();
        let corpora = Corpora { shares: vec![1.0], examples: Vec::new(), held_out: Vec::new() };
        let material = Material { language: LanguageId::Indonesian, corpora, own, n_own: names.len(), lists: Lists::default() };
        let report = learn(&material, &Recipe { n_epochs: 20, l1: 0.0, ..crf::RECIPE }, Without::default()).unwrap();
        let again = learn(&material, &Recipe { n_epochs: 20, l1: 0.0, ..crf::RECIPE }, Without::default()).unwrap();
        assert_eq!(report.bytes, again.bytes, "the same data give the same bytes");
        let options =
            Options { models: load(&report.bytes).unwrap(), language: Some(LanguageId::Indonesian), ..Options::default() };
        let text = "Menurut Bupati Sinta Maheswari, panen tahun ini baik.";
        let annotated = sorot::annotate(text, &options);
        assert!(annotated.annotations.iter().any(|a| a.label == Label::Person && a.span.of(text) == "Sinta Maheswari"));
    }
}
