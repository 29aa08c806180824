//! What is measured, as typed.

use super::{PARTS, Part};
use crate::error::Result;
use crate::options::{self, refused};

/// The numbers of rows that there are measurements for.
const ROWS: &[u32] = &[10_000, 100_000, 1_000_000];

/// Above so many rows the page is opened once.
const LARGE: u32 = 100_000;

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) rows: Vec<u32>,
    /// How many fresh browsers measure the page for each number of rows but the largest.
    reps: u32,
    only: Option<&'static str>,
}

impl Default for Options {
    fn default() -> Self {
        Self { rows: ROWS.to_vec(), reps: 3, only: None }
    }
}

impl Options {
    /// Reads `--rows 10000,100000`, `--reps 3` and `--only engine`.
    ///
    /// # Errors
    /// An unknown option, or a value that it does not take.
    pub(crate) fn parse(args: impl Iterator<Item = String>) -> Result<Self> {
        let mut all = Self::default();
        options::read(args, |name, value| match name {
            "--rows" => Some(rows(value).map(|it| all.rows = it)),
            "--reps" => Some(options::reps(value).map(|it| all.reps = it)),
            "--only" => Some(
                options::only(PARTS.iter().map(|it| it.name), value).map(|it| all.only = Some(it)),
            ),
            _ => None,
        })?;
        Ok(all)
    }

    /// How many fresh browsers measure the page. A million rows take a minute each time, and among so many the work says more than chance does.
    pub(crate) fn reps(&self, rows: u32) -> u32 {
        if rows > LARGE { 1 } else { self.reps }
    }

    pub(crate) fn wants(&self, part: &Part) -> bool {
        self.only.is_none_or(|it| it == part.name)
    }
}

fn rows(value: &str) -> Result<Vec<u32>> {
    let numbers = value.split(',').map(|it| it.trim().parse().ok().filter(|it| ROWS.contains(it)));
    numbers.collect::<Option<_>>().ok_or_else(|| {
        refused("--rows", "10000, 100000 and 1000000, several of them with commas between", value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, rows: &[u32], reps: u32, only: Option<&'static str>) {
        let expected = Options { rows: rows.to_vec(), reps, only };
        let parsed = Options::parse(typed.split_whitespace().map(str::to_owned));
        assert_eq!(parsed.ok(), Some(expected), "{typed}");
    }

    #[track_caller]
    fn refuses(typed: &str) {
        let parsed = Options::parse(typed.split_whitespace().map(str::to_owned));
        assert!(parsed.is_err(), "{typed}");
    }

    #[test]
    fn options() {
        check("", ROWS, 3, None);
        check("--rows 10000", &[10_000], 3, None);
        check("--rows 10000,1000000 --reps 1", &[10_000, 1_000_000], 1, None);
        check("--only page --reps 5", ROWS, 5, Some("page"));
        refuses("--rows 5");
        refuses("--rows");
        refuses("--reps 0");
        refuses("--reps many");
        refuses("--only everything");
        refuses("--fast yes");
    }
}
