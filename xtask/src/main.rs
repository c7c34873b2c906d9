//! `cargo xtask …`: everything one does with the project besides writing it. No installed tool is needed but cargo;
//! what a step needs is installed by it, or named in one line.

mod bench;
mod build;
mod dist;
mod eval;
mod fuzz;
mod notices;
mod serve;
mod shell;
mod test;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [--port N] [--no-open]   build the page and serve it on 127.0.0.1
cargo xtask test                           everything that must hold, as CI runs it
cargo xtask build                          the wasm and its bindings, into www/pkg/
cargo xtask dist                           a static folder for any host, into dist/, and what it weighs
cargo xtask size                           what a reader downloads, part by part
cargo xtask eval [--errors LAYER] [--lang L]   score against the gold articles, where they are at hand
cargo xtask train [--data FOLDER] [--only L]   the models of names, into models/
cargo xtask bench [--language L] [--text FILE]   our wasm beside other libraries, in one run
cargo xtask fuzz [TARGET] [--seconds N]    a search for input that breaks the core or the command; needs cargo-fuzz";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<()> {
    std::env::set_current_dir(shell::root())?;
    let Some((task, rest)) = args.split_first() else { bail!("which task?\n{USAGE}") };
    match task.as_str() {
        "serve" => serve::run(rest),
        "test" => test::run(),
        "build" => build::run(),
        "dist" => dist::run(),
        "size" => dist::run(),
        "fuzz" => fuzz::run(rest),
        "eval" => eval::run(rest),
        "train" => train(rest),
        "bench" => bench::run(rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("no task is called {other:?}\n{USAGE}"),
    }
}

/// The trainer is a program of its own: it needs the core, and to be fast.
fn train(args: &[String]) -> Result<()> {
    shell::run(shell::cargo().args(["run", "--quiet", "--profile", "train", "--package", "train", "--"]).args(args))
}
