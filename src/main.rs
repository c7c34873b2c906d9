//! The `sorot` command: the contract of the design, for those who have an archive rather than an article.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run(std::env::args_os().collect(), std::io::stdout().lock())
}
