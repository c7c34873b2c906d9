//! How long a property is tried.

/// Milliseconds for a property: short in every run; `SOROT_FUZZ=100 cargo test --release --test properties` looks a hundred times
/// longer.
pub fn budget(milliseconds: u64) -> u64 {
    let factor = std::env::var("SOROT_FUZZ").ok().and_then(|factor| factor.parse().ok()).unwrap_or(1);
    milliseconds * factor
}
