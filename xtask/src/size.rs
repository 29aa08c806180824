//! What the page weighs on the wire, and whether it may.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::dist::{files, has_extension};
use crate::error::{Error, Result};
use crate::versions::{WIRE_BUDGET, WIRE_CEILING};

/// What the first view loads: all of it, since nothing is loaded later.
const FIRST_VIEW: &[&str] = &["html", "js", "wasm", "css"];

/// The files of the first view with their sizes under brotli, largest first.
#[derive(Debug)]
pub(crate) struct Report {
    files: Vec<(String, u64)>,
}

impl Report {
    /// # Errors
    /// The page is not built, or a file has no compressed one beside it.
    pub(crate) fn of(dist: &Path) -> Result<Self> {
        let mut weighed = Vec::new();
        for path in files(dist)?.into_iter().filter(|it| has_extension(it, FIRST_VIEW)) {
            let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
            let compressed = dist.join(format!("{name}.br"));
            weighed
                .push((name, fs::metadata(&compressed).map_err(Error::file(&compressed))?.len()));
        }
        weighed.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        Ok(Self { files: weighed })
    }

    pub(crate) fn total(&self) -> u64 {
        self.files.iter().map(|(_, size)| size).sum()
    }

    /// A page of nothing weighs nothing and still does not pass.
    pub(crate) fn passes(&self) -> bool {
        (1..=WIRE_CEILING).contains(&self.total())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.files.iter().map(|(name, _)| name.len()).max().unwrap_or(0).max(8);
        writeln!(f, "wire size, brotli 11:")?;
        for (name, size) in &self.files {
            writeln!(f, "  {name:width$} {size:>8} B")?;
        }
        let (total, percent) = (self.total(), self.total() * 100 / WIRE_BUDGET);
        write!(f, "  {:width$} {total:>8} B of {WIRE_BUDGET} B ({percent} %)", "together")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(sizes: &[u64]) -> Report {
        Report { files: sizes.iter().map(|&it| (format!("{it}.js"), it)).collect() }
    }

    #[test]
    fn the_ceiling_is_a_limit_that_may_be_reached() {
        let check =
            |sizes: &[u64], passes: bool| assert_eq!(report(sizes).passes(), passes, "{sizes:?}");
        check(&[WIRE_CEILING], true);
        check(&[WIRE_CEILING - 1, 1], true);
        check(&[WIRE_CEILING, 1], false);
        check(&[WIRE_CEILING + 1], false);
        check(&[], false);
    }

    #[test]
    fn the_last_line_is_the_sum() {
        let text = report(&[90_000, 2_160]).to_string();
        assert_eq!(text.lines().last(), Some("  together    92160 B of 307200 B (30 %)"));
    }
}
