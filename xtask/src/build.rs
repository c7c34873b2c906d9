//! The core and the finder of terms as WebAssembly with their JavaScript bindings, in `www/pkg/`.

use crate::shell;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

pub const TARGET: &str = "wasm32-unknown-unknown";
pub const PKG: &str = "www/pkg";
/// The modules of the page: the core, and what finds the reader's own terms.
pub const MODULES: &[&str] = &["sorot", "terms"];
/// What cargo is told of them.
pub const LIBRARIES: &[&str] = &["--locked", "--lib", "--package", "sorot", "--package", "terms", "--target", TARGET];

pub fn run() -> Result<()> {
    add_target()?;
    shell::run(shell::cargo().args(["build", "--profile", "wasm"]).args(LIBRARIES))?;
    for module in MODULES {
        bind(module, PKG)?;
    }
    copy_models()
}

/// Adds the wasm target where rustup can; says what to do where it cannot.
pub fn add_target() -> Result<()> {
    let sysroot = PathBuf::from(shell::output(Command::new("rustc").args(["--print", "sysroot"]))?);
    if sysroot.join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    if !shell::has("rustup") {
        bail!(
            "Rust's {TARGET} target is missing and rustup is not here to add it: install your system's package for it (Debian: libstd-rust-dev-wasm32), or rustup"
        );
    }
    shell::run(Command::new("rustup").args(["target", "add", TARGET]))
}

fn target_folder() -> Result<PathBuf> {
    Ok(std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| shell::root().join("target"), PathBuf::from))
}

/// Writes a module that is compiled, and its bindings, into a folder.
pub fn bind(module: &str, folder: &str) -> Result<()> {
    let wasm = target_folder()?.join(TARGET).join("wasm").join(module).with_extension("wasm");
    let mut bindgen = Bindgen::new();
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.input_path(wasm).web(true).and_then(|bindgen| bindgen.typescript(true).generate(folder)).context("wasm-bindgen")?;
    let bytes = fs::metadata(Path::new(folder).join(format!("{module}_bg.wasm")))?.len();
    println!("{folder}/{module}_bg.wasm: {bytes} bytes");
    Ok(())
}

/// The page fetches its models from beside the wasm.
fn copy_models() -> Result<()> {
    for entry in fs::read_dir("models").into_iter().flatten() {
        let path = entry?.path();
        if let (Some("bin"), Some(name)) = (path.extension().and_then(|ext| ext.to_str()), path.file_name()) {
            fs::copy(&path, Path::new(PKG).join(name)).with_context(|| format!("copying {}", path.display()))?;
        }
    }
    Ok(())
}
