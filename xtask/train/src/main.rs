//! Trains the models of names: `cargo xtask train [--data FOLDER] [--only id|en]`.

mod augment;
mod corpora;
mod crf;
mod example;
mod gold;
mod gum;
mod lists;
mod measure;
mod pack;
mod prepare;

use anyhow::Result;
use example::Example;
use sorot::Label::*;
use sorot::lang::LanguageId;
use sorot::{Label, Models};
use std::path::PathBuf;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| arguments.iter().position(|a| a == name).and_then(|at| arguments.get(at + 1)).cloned();
    let flag = |name: &str| arguments.iter().any(|a| a == name);
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let data = value("--data").map_or(root.join("../shared/data"), PathBuf::from);
    let only = value("--only");
    let recipe = crf::Recipe {
        n_epochs: value("--epochs").and_then(|n| n.parse().ok()).unwrap_or(5),
        rate: value("--rate").and_then(|n| n.parse().ok()).unwrap_or(0.1),
        l1: value("--l1").and_then(|n| n.parse().ok()).unwrap_or(1.0),
        own_rate: value("--own-rate").and_then(|n| n.parse().ok()).unwrap_or(0.3),
        own_l1: value("--own-l1").and_then(|n| n.parse().ok()).unwrap_or(2.0),
        shares: value("--shares").map_or([0.7, 0.0, 0.0, 0.0, 0.0, 0.0], |list| { let mut s = [0.0; 6]; list.split(',').enumerate().for_each(|(i, x)| s[i] = x.parse().unwrap()); s }),
        seed: value("--seed").and_then(|n| n.parse().ok()).unwrap_or(1),
        n_models: value("--models").and_then(|n| n.parse().ok()).unwrap_or(1),
    };
    let packing = pack::Packing {
        step: value("--step").and_then(|n| n.parse().ok()).unwrap_or(0.05),
        least: value("--least").and_then(|n| n.parse().ok()).unwrap_or(0.05),
        sharpness: value("--sharpness").and_then(|n| n.parse().ok()).unwrap_or(1.0),
    };
    let without = prepare::Without { article: flag("--no-article") };
    for language in LanguageId::KNOWN.iter().filter(|language| only.as_ref().is_none_or(|only| only == language.tag())) {
        let start = std::time::Instant::now();
        let mut corpora = corpora::read(*language, &data)?;
        let own = corpora::read_own(&root.join("models/corpus").join(language.tag()))?;
        let (aside, own): (Vec<_>, Vec<_>) = own.into_iter().enumerate().partition(|(i, _)| i % 10 == 9);
        let aside: Vec<Example> = aside.into_iter().map(|(_, example)| example).collect();
        if !flag("--no-own") {
            let names = augment::Names::read(*language, &data)?;
            let mut random = example::Random(recipe.seed);
            let copies = value("--copies").and_then(|n| n.parse().ok()).unwrap_or(2);
            for (_, example) in own {
                corpora.examples.extend((0..copies).map(|_| augment::vary(&example, &names, &mut random)));
                corpora.examples.push(example);
            }
        }
        corpora.held_out.push(("own".into(), aside));
        corpora.held_out.push(("gold".into(), gold::read(&data.join("../gold/dev"), *language)?));
        let mut lists = lists::read(*language, &data)?;
        if flag("--no-lexicon") {
            lists.words.clear();
        }
        if flag("--no-phrases") {
            lists.phrases.clear();
        }
        println!(
            "{}: {} examples, {} words, {} phrases",
            language.tag(),
            corpora.examples.len(),
            lists.words.len(),
            lists.phrases.len()
        );
        let prepared = prepare::prepare(*language, &corpora.examples, &lists, without);
        println!(
            "{} sequences, {} features, {} rows, {:.0?}",
            prepared.sequences.len(),
            prepared.shared.len(),
            prepared.n_rows,
            start.elapsed()
        );
        let trained = crf::train(&prepared, &recipe);
        let bytes = pack::pack(*language, &lists, &prepared, &trained, packing);
        let mut models = Models::none();
        models.add(&bytes)?;
        println!("{} bytes, {:.0?}", bytes.len(), start.elapsed());
        for (name, examples) in &corpora.held_out {
            let scores = measure::score(*language, examples, &models);
            let f = |labels: &[Label]| 100.0 * scores.micro(labels).f1();
            println!(
                "  {name}: all {:.1}  per {:.1} org {:.1} loc {:.1} grp {:.1} evt {:.1} wrk {:.1}  per+org {:.1}",
                f(sorot::detect::names::states::LABELS.as_slice()),
                f(&[Person]),
                f(&[Organization]),
                f(&[Place]),
                f(&[Group]),
                f(&[Event]),
                f(&[Work]),
                f(&[Person, Organization])
            );
        }
        let out = value("--out").map_or(root.join(format!("models/names.{}.bin", language.tag())), |out| {
            PathBuf::from(out).join(format!("names.{}.bin", language.tag()))
        });
        std::fs::write(out, bytes)?;
    }
    Ok(())
}
