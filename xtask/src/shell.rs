//! Running other programs, with errors that say what was run.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The project's top folder: that of the checkout from which Cargo runs us, wherever we were compiled.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    PathBuf::from(package).parent().map(PathBuf::from).unwrap_or_default()
}

/// Cargo, as it called us.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Cargo of another toolchain, through rustup.
pub fn cargo_of(toolchain: &str) -> Command {
    let mut command = Command::new("cargo");
    // Set for us by our own toolchain, and in the way of another.
    command.env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN").arg(format!("+{toolchain}"));
    command
}

/// Runs a command to its end; its output goes where ours goes.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    println!("$ {shown}");
    let status = command.status().with_context(|| format!("cannot run `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// True when the program is there and answers `--version`.
pub fn has(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a command printed, without the white space around it.
pub fn output(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot run `{shown}`"))?;
    if !output.status.success() {
        bail!("`{shown}` failed ({})", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// What a folder's lock file names, where it is not there yet or older than the lock; no script of a package is run.
pub fn npm_install(folder: &Path) -> Result<()> {
    let time = |file: &str| folder.join(file).metadata().and_then(|data| data.modified()).ok();
    if time("node_modules/.package-lock.json") < time("package-lock.json") {
        run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(folder))?;
    }
    Ok(())
}

fn show(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    std::iter::once(name).chain(command.get_args().map(|arg| arg.to_string_lossy().into_owned())).collect::<Vec<_>>().join(" ")
}
