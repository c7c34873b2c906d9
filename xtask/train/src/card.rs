//! Writes the model card.

use crate::crf::RECIPE;
use crate::learn::Report;
use crate::measure::Scores;
use crate::pack::PACKING;
use sorot::Label;
use sorot::detect::names::states::LABELS;
use sorot::lang::LanguageId;
use std::fmt::Write;

/// What does not change from one training to the next.
const TEMPLATE: &str = include_str!("card.md");

/// The whole card.
pub fn card(reports: &[Report]) -> String {
    let recipe = format!(
        "{} passes, FTRL-proximal with step {} and L1 {}; a corpus' own weights with {} of the step and {} times the L1; \
         the mean of {} models; \
         weights below {} dropped, the others in steps of {}",
        RECIPE.n_epochs, RECIPE.rate, RECIPE.l1, RECIPE.own_rate, RECIPE.own_l1, RECIPE.n_models, PACKING.least, PACKING.step
    );
    let measured: String = reports.iter().map(tables).collect();
    TEMPLATE.replace("{recipe}", &recipe).replace("{measured}", measured.trim_end())
}

/// What was measured of one language.
pub fn tables(report: &Report) -> String {
    let language = if report.language == LanguageId::Indonesian { "Indonesian" } else { "English" };
    let mut text = format!(
        "### {language}\n{} bytes; trained on {} of our own articles and {} public sentences or documents; {} listed words, {} listed \
         phrases, {} words by usage; sharpness {}.\n\n",
        report.bytes.len(),
        report.n_own,
        report.n_public,
        report.n_words,
        report.n_phrases,
        report.n_usage,
        report.sharpness
    );
    text.push_str(&scores(report));
    text.push_str(&reliability(report));
    text.push_str(&ablations(report));
    text
}

fn scores(report: &Report) -> String {
    let heads: Vec<&str> = LABELS.iter().map(|label| label.name()).collect();
    let mut text = format!(
        "| kept out of training | all | person and organization | {} |\n|---|---|---|{}\n",
        heads.join(" | "),
        "---|".repeat(heads.len())
    );
    for (name, scores) in &report.scores {
        let cell = |label| match scores.micro(&[label]) {
            count if count.gold == 0 => "–".to_string(),
            count => percent(count.f1()),
        };
        let cells: Vec<String> = LABELS.iter().map(|label| cell(*label)).collect();
        let both = scores.micro(&[Label::Person, Label::Organization]);
        writeln!(text, "| {name} | {} | {} | {} |", percent(scores.micro(&LABELS).f1()), percent(both.f1()), cells.join(" | "))
            .ok();
    }
    text + "\n"
}

fn reliability(report: &Report) -> String {
    let all: Vec<&Scores> = report
        .scores
        .iter()
        .filter(|(name, _)| name.starts_with("own") || name.starts_with("dev"))
        .map(|(_, scores)| scores)
        .collect();
    let mut text = "| confidence | names given | of them right |\n|---|---|---|\n".to_string();
    for tenth in 0..10 {
        let (given, right) =
            all.iter().map(|scores| scores.reliability[tenth]).fold((0, 0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
        if given > 0 {
            let range = format!("0.{tenth} to {:.1}", (tenth + 1) as f32 / 10.0);
            writeln!(text, "| {range} | {given} | {} % |", percent(right as f64 / given as f64)).ok();
        }
    }
    text + "\n"
}

fn ablations(report: &Report) -> String {
    let Some((_, first)) = report.ablations.first() else { return String::new() };
    let heads: Vec<&str> = first.iter().map(|(name, _)| &**name).collect();
    let mut text =
        format!("| left out (one model, not the mean) | {} |\n|---|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
    for (name, scores) in &report.ablations {
        let cells: Vec<String> = scores.iter().map(|(_, scores)| percent(scores.micro(&LABELS).f1())).collect();
        writeln!(text, "| {name} | {} |", cells.join(" | ")).ok();
    }
    text + "\n"
}

fn percent(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}
