//! Options as they are typed behind what measures: a name, and a value behind it.

use crate::error::{Error, Result};

/// Hands each option to whoever knows its name, and refuses those that nobody takes.
///
/// # Errors
/// An option that is not taken, or a value that is refused.
pub(crate) fn read(
    mut args: impl Iterator<Item = String>,
    mut take: impl FnMut(&str, &str) -> Option<Result<()>>,
) -> Result<()> {
    while let Some(arg) = args.next() {
        let value = args.next().unwrap_or_default();
        let unknown = || Err(Error::Usage(format!("`{arg}` is not expected here")));
        take(&arg, &value).unwrap_or_else(unknown)?;
    }
    Ok(())
}

/// How often something is measured.
pub(crate) fn reps(value: &str) -> Result<u32> {
    let number = value.parse().ok().filter(|it| (1..=100).contains(it));
    number.ok_or_else(|| refused("--reps", "a number from 1 to 100", value))
}

/// The only one that is measured, of those names.
pub(crate) fn only(
    names: impl Iterator<Item = &'static str> + Clone,
    value: &str,
) -> Result<&'static str> {
    let found = names.clone().find(|it| *it == value);
    found.ok_or_else(|| refused("--only", &names.collect::<Vec<_>>().join(" or "), value))
}

pub(crate) fn refused(option: &str, taken: &str, value: &str) -> Error {
    Error::Usage(format!("`{option}` takes {taken}, not `{value}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_in_pairs() {
        let check = |typed: &str, expected: Option<&str>| {
            let mut taken = String::new();
            let read = read(typed.split_whitespace().map(str::to_owned), |name, value| {
                (name == "--known").then(|| {
                    taken.push_str(value);
                    Ok(())
                })
            });
            assert_eq!(read.ok().map(|()| &*taken), expected, "{typed}");
        };
        check("", Some(""));
        check("--known a --known b", Some("ab"));
        check("--known", Some(""));
        check("--known a --other b", None);
    }

    #[test]
    fn values_are_of_those_there_are() {
        assert_eq!(reps("5").ok(), Some(5));
        ["", "0", "101", "many"].iter().for_each(|it| assert!(reps(it).is_err(), "{it}"));
        let names = ["engine", "page"].into_iter();
        assert_eq!(only(names.clone(), "page").ok(), Some("page"));
        let error = only(names, "tablet").unwrap_err().to_string();
        assert!(error.contains("`--only` takes engine or page, not `tablet`"), "{error}");
    }
}
