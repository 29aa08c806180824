//! What the page weighs on the wire, and whether it may.

use std::fmt;
use std::fs;
use std::path::Path;

use crate::dist::{files, has_extension};
use crate::error::{Error, Result};
use crate::versions::WIRE_BUDGET;

/// Kinds of files that are weighed: code, and what says how it looks.
const WEIGHED: &[&str] = &["html", "js", "wasm", "css"];
/// The document. It and the files that it names are the first view; what it does not name is loaded later, by the program.
const DOCUMENT: &str = "index.html";

/// The files of the page with their sizes under brotli, largest first.
#[derive(Debug)]
pub(crate) struct Report {
    first_view: Vec<(String, u64)>,
    later: Vec<(String, u64)>,
}

impl Report {
    /// # Errors
    /// The page is not built, or a file has no compressed one beside it.
    pub(crate) fn of(dist: &Path) -> Result<Self> {
        let document = dist.join(DOCUMENT);
        let document = fs::read_to_string(&document).map_err(Error::file(&document))?;
        let mut weighed = Vec::new();
        for path in files(dist)?.into_iter().filter(|it| has_extension(it, WEIGHED)) {
            let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
            let compressed = dist.join(format!("{name}.br"));
            weighed
                .push((name, fs::metadata(&compressed).map_err(Error::file(&compressed))?.len()));
        }
        Ok(Self::new(weighed, &document))
    }

    fn new(mut weighed: Vec<(String, u64)>, document: &str) -> Self {
        weighed.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        let is_first = |(name, _): &(String, u64)| name == DOCUMENT || document.contains(name);
        let (first_view, later) = weighed.into_iter().partition(is_first);
        Self { first_view, later }
    }

    /// The weight of the first view, which is what has a bar.
    pub(crate) fn total(&self) -> u64 {
        sum(&self.first_view)
    }

    /// A page of nothing weighs nothing and still does not pass.
    pub(crate) fn passes(&self) -> bool {
        (1..=WIRE_BUDGET).contains(&self.total())
    }
}

fn sum(files: &[(String, u64)]) -> u64 {
    files.iter().map(|(_, size)| size).sum()
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.first_view.iter().chain(&self.later).map(|(name, _)| name.len());
        let width = names.max().unwrap_or(0).max("first view".len());
        writeln!(f, "wire size, brotli 11:")?;
        write_files(f, &self.first_view, width)?;
        let (total, percent) = (self.total(), self.total() * 100 / WIRE_BUDGET);
        writeln!(f, "  {:width$} {total:>8} B of {WIRE_BUDGET} B ({percent} %)", "first view")?;
        write_files(f, &self.later, width)?;
        write!(f, "  {:width$} {:>8} B", "all", total + sum(&self.later))
    }
}

fn write_files(f: &mut fmt::Formatter<'_>, files: &[(String, u64)], width: usize) -> fmt::Result {
    files.iter().try_for_each(|(name, size)| writeln!(f, "  {name:width$} {size:>8} B"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of files that the document names, and files that it does not.
    fn report(named: &[u64], others: &[u64]) -> Report {
        let document = named.iter().map(|it| format!("<script src=./{it}.js>")).collect::<String>();
        let files = named.iter().chain(others).map(|&it| (format!("{it}.js"), it));
        Report::new(files.collect(), &document)
    }

    #[test]
    fn the_bar_is_a_limit_that_the_first_view_may_reach() {
        let check = |named: &[u64], others: &[u64], passes: bool| {
            assert_eq!(report(named, others).passes(), passes, "{named:?} {others:?}");
        };
        check(&[WIRE_BUDGET], &[], true);
        check(&[WIRE_BUDGET - 1, 1], &[], true);
        check(&[WIRE_BUDGET - 1], &[5], true);
        check(&[WIRE_BUDGET, 1], &[], false);
        check(&[WIRE_BUDGET + 1], &[], false);
        check(&[], &[5], false);
    }

    #[test]
    fn the_document_is_of_the_first_view() {
        let files = vec![("later.wasm".to_owned(), 5), (DOCUMENT.to_owned(), 7)];
        assert_eq!(Report::new(files, "<html>").total(), 7);
    }

    #[test]
    fn the_last_lines_are_sums() {
        let text = report(&[90_000, 2_160], &[8_000]).to_string();
        let lines: Vec<_> = text.lines().skip(3).collect();
        assert_eq!(
            lines,
            [
                "  first view    92160 B of 307200 B (30 %)",
                "  8000.js        8000 B",
                "  all          100160 B",
            ]
        );
    }
}
