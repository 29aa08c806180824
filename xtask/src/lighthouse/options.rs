//! What is measured, as typed.

use super::{DEVICES, Device};
use crate::error::{Error, Result};

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// How often each device and theme is measured.
    pub(crate) reps: u32,
    only: Option<&'static str>,
}

impl Default for Options {
    fn default() -> Self {
        Self { reps: 5, only: None }
    }
}

impl Options {
    /// Reads `--reps 5` and `--only desktop`.
    ///
    /// # Errors
    /// An unknown option, or a value that it does not take.
    pub(crate) fn parse(mut args: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self::default();
        while let Some(arg) = args.next() {
            let value = args.next().unwrap_or_default();
            match arg.as_str() {
                "--reps" => options.reps = reps(&value)?,
                "--only" => options.only = Some(device(&value)?),
                _ => return Err(Error::Usage(format!("`{arg}` is not expected here"))),
            }
        }
        Ok(options)
    }

    pub(super) fn wants(&self, device: &Device) -> bool {
        self.only.is_none_or(|it| it == device.name)
    }
}

fn reps(value: &str) -> Result<u32> {
    let number = value.parse().ok().filter(|it| (1..=100).contains(it));
    number.ok_or_else(|| refused("--reps", "a number from 1 to 100", value))
}

fn device(value: &str) -> Result<&'static str> {
    let found = DEVICES.iter().map(|it| it.name).find(|it| *it == value);
    found.ok_or_else(|| refused("--only", "desktop or mobile", value))
}

fn refused(option: &str, taken: &str, value: &str) -> Error {
    Error::Usage(format!("`{option}` takes {taken}, not `{value}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: Option<&Options>) {
        let parsed = Options::parse(typed.split_whitespace().map(str::to_owned));
        assert_eq!(parsed.ok().as_ref(), expected, "{typed}");
    }

    #[test]
    fn options() {
        check("", Some(&Options { reps: 5, only: None }));
        check("--reps 1 --only mobile", Some(&Options { reps: 1, only: Some("mobile") }));
        check("--reps 0", None);
        check("--only tablet", None);
        check("--fast yes", None);
    }
}
