//! What is measured, as typed.

use super::{PARTS, Part};
use crate::error::{Error, Result};

/// The numbers of rows that there are measurements for.
const ROWS: &[u32] = &[10_000, 100_000, 1_000_000];

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) rows: Vec<u32>,
    /// How many fresh browsers measure the page for each number of rows.
    pub(crate) reps: u32,
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
    pub(crate) fn parse(mut args: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self::default();
        while let Some(arg) = args.next() {
            let value = args.next().unwrap_or_default();
            match arg.as_str() {
                "--rows" => options.rows = rows(&value)?,
                "--reps" => options.reps = reps(&value)?,
                "--only" => options.only = Some(part(&value)?),
                _ => return Err(Error::Usage(format!("`{arg}` is not expected here"))),
            }
        }
        Ok(options)
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

fn reps(value: &str) -> Result<u32> {
    let number = value.parse().ok().filter(|it| (1..=100).contains(it));
    number.ok_or_else(|| refused("--reps", "a number from 1 to 100", value))
}

fn part(value: &str) -> Result<&'static str> {
    let found = PARTS.iter().map(|it| it.name).find(|it| *it == value);
    found.ok_or_else(|| refused("--only", "engine, wasm or page", value))
}

fn refused(option: &str, taken: &str, value: &str) -> Error {
    Error::Usage(format!("`{option}` takes {taken}, not `{value}`"))
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
