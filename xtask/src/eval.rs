//! Scores the command against gold articles that lie beside the project, where they do.

use crate::shell;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::{Command, Stdio};

const GOLD: &str = "../shared/gold/dev";
const SCORER: &str = "../shared/score/score.py";

/// Gold articles as JSON lines for the command; the gold date is the reference date, as the gold's README says.
const REQUESTS: &str = "
import glob, json, sys
for path in sorted(glob.glob(sys.argv[1] + '/*.json')):
    gold = json.load(open(path, encoding='utf8'))
    request = {'id': gold['id'], 'lang': gold['lang'], 'text': open(path[:-5] + '.txt', encoding='utf8', newline='').read()}
    if gold.get('date'): request['date'] = gold['date']
    print(json.dumps(request))
";

pub fn run(args: &[String]) -> Result<()> {
    if !Path::new(GOLD).is_dir() || !Path::new(SCORER).is_file() {
        println!("No gold articles at {GOLD}: there is nothing to score against on this machine.");
        return Ok(());
    }
    shell::run(shell::cargo().args(["build", "--locked", "--release", "--bin", "sorot"]))?;
    let mut requests =
        Command::new("python3").args(["-c", REQUESTS, GOLD]).stdout(Stdio::piped()).spawn().context("eval needs python3")?;
    let mut sorot = Command::new("target/release/sorot")
        .args(["annotate", "--jsonl"])
        .stdin(requests.stdout.take().context("no output")?)
        .stdout(Stdio::piped())
        .spawn()
        .context("running target/release/sorot")?;
    shell::run(Command::new("python3").args([SCORER, GOLD]).args(args).stdin(sorot.stdout.take().context("no output")?))?;
    requests.wait()?;
    sorot.wait()?;
    Ok(())
}
