//! The annotated article in the formats that others read, each in its own file.

#[cfg(not(target_arch = "wasm32"))]
pub mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod terminal;
