//! Every version and package name the set-up asks for, in one place.

use std::path::Path;

use crate::error::{Error, Result};

/// The newest Trunk that the project's oldest Rust compiles.
pub(crate) const TRUNK: &str = "0.21.14";

/// What finds mistakes of accessibility.
pub(crate) const AXE: &str = "4.14.1";

/// The newest Lighthouse that Node 18 and 20 run, which are what Debian has.
pub(crate) const LIGHTHOUSE: &str = "12.8.2";

/// What takes the linked module apart, and the newest there is. The macro that marks where comes with Leptos, from the same authors.
pub(crate) const WASM_SPLIT: &str = "0.2.4";

/// Debian's Rust for web targets: a compiler, its sources (to build std for wasm from) and the matching linker. Debian ships no std
/// for wasm32-unknown-unknown itself. The linker's number follows the compiler's LLVM.
pub(crate) const DEBIAN_RUST: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// Debian's browser and the driver of the same version.
pub(crate) const DEBIAN_BROWSER: &[&str] = &["chromium", "chromium-driver"];

/// What html, js, wasm and css of the first view may weigh together at most, in bytes under brotli 11: 300 KiB. What comes later is
/// weighed and printed, but has no bar of its own.
pub(crate) const WIRE_BUDGET: u64 = 300 * 1024;

/// The version of wasm-bindgen in `Cargo.lock`. The command must have the very same one, so it is not written down a second time.
pub(crate) fn wasm_bindgen(lock_file: &Path) -> Result<String> {
    let text = std::fs::read_to_string(lock_file).map_err(Error::file(lock_file))?;
    let problem = "names no version of wasm-bindgen";
    locked(&text, "wasm-bindgen")
        .ok_or_else(|| Error::Malformed { path: lock_file.to_owned(), problem })
}

fn locked(lock_file: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock_file.lines().skip_while(|it| *it != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.80\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
source = \"registry\"
";

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        assert_eq!(locked(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(LOCK, "wasm-bindgen-futures").as_deref(), Some("0.4.80"));
        assert_eq!(locked(LOCK, "wasm"), None);
        assert_eq!(locked("name = \"wasm-bindgen\"", "wasm-bindgen"), None);
    }
}
