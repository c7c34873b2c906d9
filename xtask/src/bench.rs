//! Characters per second of the whole core, native, at two sizes in one run: read the ratio, not the clock.

use crate::shell;
use anyhow::Result;

pub fn run() -> Result<()> {
    shell::run(shell::cargo().args(["bench", "--locked", "--bench", "annotate"]))
}
