//! What is measured, as typed.

use super::{DEVICES, Device};
use crate::error::Result;
use crate::options;

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
    pub(crate) fn parse(args: impl Iterator<Item = String>) -> Result<Self> {
        let mut all = Self::default();
        options::read(args, |name, value| match name {
            "--reps" => Some(options::reps(value).map(|it| all.reps = it)),
            "--only" => Some(
                options::only(DEVICES.iter().map(|it| it.name), value)
                    .map(|it| all.only = Some(it)),
            ),
            _ => None,
        })?;
        Ok(all)
    }

    pub(super) fn wants(&self, device: &Device) -> bool {
        self.only.is_none_or(|it| it == device.name)
    }
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
