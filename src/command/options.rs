//! The options, and their help.

use super::complain;
use super::finders::{self, Named, NamedFile};
use anstream::ColorChoice;
use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand, ValueEnum};
use sorot::calendar::DateTime;
use sorot::export::Format;
use sorot::lang::LanguageId;
use sorot::{Layer, Layers, Options};
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

/// Reads news articles and marks who, where, when, how much and who said what.
#[derive(Parser)]
#[command(name = "sorot", version, about, max_term_width = 100)]
pub struct Sorot {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    Annotate(Annotate),
}

const EXAMPLES: &str = "\
Examples:
  sorot annotate article.txt                         the article with its marks in colour
  sorot annotate article.txt --layers time,quote     only when, and who said what
  sorot annotate *.txt --format jsonl > marks.jsonl  one line of JSON for each file
  sorot annotate article.txt --format html > a.html  a page that opens anywhere
  sorot annotate *.txt --format brat --out marks/    a file for each file
  sorot annotate a.txt --find 'law=UU No\\. \\d+'        what a regular expression finds, too
  sorot annotate --jsonl < archive.jsonl             {\"id\", \"text\", \"lang\"?, \"date\"?} a line, one line each back

Offsets in JSON are Unicode code points, half open. Nothing is sent anywhere: there is no network in this program.";

/// Annotates articles: text files, standard input, or a stream of JSON lines
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Annotate {
    /// Files to read, UTF-8; `-` or none: standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Read one JSON object a line, {"id", "text", "lang"?, "date"?}; a bad line is answered by {"id", "error"}
    #[arg(long)]
    pub jsonl: bool,

    /// Language of the articles; a line's own "lang" wins
    #[arg(long, value_name = "LANG", default_value = "auto", value_parser = language)]
    pub lang: Choice,

    /// Date of the articles, from which "yesterday" counts: 2024-11-22, 2024-11-22T14:26 or with +07:00; a line's own wins
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<DateTime>,

    /// Layers to give, with commas between them; all of them when not said
    #[arg(long, value_name = "LAYER", value_delimiter = ',', value_parser = layer, help = layers_help())]
    pub layers: Vec<Layer>,

    /// Mark what a regular expression finds, in the layer `custom` under this name; each line is searched by itself, and at
    /// most 2,000 marks of an article are given
    #[arg(long, value_name = "NAME=PATTERN", value_parser = finders::pattern)]
    pub find: Vec<Named>,

    /// Mark the terms that the page saved to this file
    #[arg(long, value_name = "FILE", value_parser = finders::file)]
    pub terms: Vec<NamedFile>,

    /// Form of the result
    #[arg(long, value_name = "FORMAT", value_parser = shape, help = format_help())]
    pub format: Option<Shape>,

    /// Write each result into this folder, under the name of its file, instead of to standard output
    #[arg(long, value_name = "DIR", conflicts_with = "jsonl")]
    pub out: Option<PathBuf>,

    /// When to colour `--format text`; `auto` also minds NO_COLOR
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

/// The language asked for.
#[derive(Clone, Copy)]
pub enum Choice {
    /// Find out.
    Auto,
    /// This one.
    Language(LanguageId),
}

/// The form of the result.
#[derive(Clone, Copy, PartialEq)]
pub enum Shape {
    /// For people at a terminal.
    Text,
    /// For everything else.
    File(Format),
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// The options, or the exit after a help or a complaint in one line.
pub fn read(arguments: Vec<OsString>) -> Result<Sorot, ExitCode> {
    let has_arguments = arguments.len() > 1;
    Sorot::try_parse_from(arguments).and_then(check).map_err(|error| {
        if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) || !has_arguments {
            // A closed pipe is no reason to complain.
            let _ = error.print();
            return ExitCode::from(error.exit_code() as u8);
        }
        let message = error.render().to_string();
        let lines =
            message.lines().map(str::trim).take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"));
        let line = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
        complain(&format!("{} (see 'sorot annotate --help')", line.trim_start_matches("error: ")));
        ExitCode::from(2)
    })
}

/// Formats that hold one article are not strung together.
fn check(options: Sorot) -> Result<Sorot, clap::Error> {
    let Command::Annotate(annotate) = &options.command;
    let is_one = annotate.out.is_some() || (!annotate.jsonl && annotate.files.len() < 2);
    match annotate.format {
        Some(Shape::Text) if annotate.out.is_some() => Err(conflict("--format text is for a terminal, not for --out")),
        Some(Shape::File(format)) if !is_one && !can_follow_itself(format) => {
            let name = format.about().name;
            Err(conflict(&format!("--format {name} holds one article: give one FILE, or a folder with --out")))
        }
        _ => Ok(options),
    }
}

fn conflict(message: &str) -> clap::Error {
    clap::Error::raw(ErrorKind::ArgumentConflict, message)
}

fn can_follow_itself(format: Format) -> bool {
    matches!(format, Format::Json | Format::JsonLines | Format::Conll | Format::Markdown)
}

impl Annotate {
    /// What the core is asked for of a text, before a line has its say.
    pub fn core(&self, text: &str) -> Options {
        let language = match self.lang {
            Choice::Auto => None,
            Choice::Language(language) => Some(language),
        };
        let layers = if self.layers.is_empty() { Layers::default() } else { Layers::of(self.layers.iter().copied()) };
        let rules = self.find.iter().chain(self.terms.iter().flat_map(|NamedFile(rules)| rules));
        let custom = finders::find(rules, text);
        Options { language, date: self.date, layers, custom, ..Options::default() }
    }

    /// The form asked for; else colours for people, lines of JSON for programs.
    pub fn shape(&self) -> Shape {
        let is_watched = !self.jsonl && self.out.is_none() && std::io::stdout().is_terminal();
        self.format.unwrap_or(if is_watched { Shape::Text } else { Shape::File(Format::JsonLines) })
    }

    /// What result files are called after the point.
    pub fn extension(&self) -> &'static str {
        match self.shape() {
            Shape::Text => "txt",
            Shape::File(format) => format.about().extension,
        }
    }

    pub fn color_choice(&self) -> ColorChoice {
        match self.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::AlwaysAnsi,
            Color::Never => ColorChoice::Never,
        }
    }
}

/// Reads a language: `auto` or a tag of one that we know.
pub fn language(tag: &str) -> Result<Choice, String> {
    let known = || LanguageId::KNOWN.iter().map(|language| language.tag()).collect::<Vec<_>>().join(", ");
    match tag {
        "auto" => Ok(Choice::Auto),
        _ => LanguageId::from_tag(tag).map(Choice::Language).ok_or_else(|| format!("not one of auto, {}", known())),
    }
}

/// Reads a date, perhaps with a clock, perhaps with a zone.
pub fn date(text: &str) -> Result<DateTime, String> {
    DateTime::parse(text).ok_or_else(|| "not a date such as 2024-11-22 or 2024-11-22T14:26".to_string())
}

fn layer(name: &str) -> Result<Layer, String> {
    Layer::from_name(name).ok_or_else(|| format!("not one of {}", layer_names()))
}

fn shape(name: &str) -> Result<Shape, String> {
    let file = || Format::from_name(name).map(Shape::File);
    if name == "text" { Some(Shape::Text) } else { file() }.ok_or_else(|| format!("not one of {}", format_names()))
}

fn layer_names() -> String {
    Layer::ALL.iter().map(|layer| layer.name()).collect::<Vec<_>>().join(", ")
}

fn layers_help() -> String {
    format!("Layers to give, with commas between them [default: all] [values: {}]", layer_names())
}

fn format_names() -> String {
    let files = Format::ALL.iter().map(|format| format.about().name);
    std::iter::once("text").chain(files).collect::<Vec<_>>().join(", ")
}

fn format_help() -> String {
    format!("Form of the result [default: text at a terminal, else jsonl] [values: {}]", format_names())
}
