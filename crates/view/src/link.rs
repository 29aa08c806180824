//! The link: a view as a query string, and back.
//!
//! Canonical: keys in a fixed order, defaults left out, so that equal views have equal links. Reading never fails: what
//! cannot be used is skipped and named in a [`Notice`]. What is printed is of the newest version of the keys; of each
//! earlier one the reader stays, for a link may be opened years after it was made.

mod print;
mod shared;
mod v1;

use crate::{parts::Layout, state::ViewState, text::Text};

pub use print::print;
pub use shared::{LONGEST_SHARED, Shared, shared};

/// What a query string says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The view.
    pub view: ViewState,
    /// What was skipped.
    pub notices: Vec<Notice>,
}

/// What there is to say about a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A part that could not be used. It names the key and not the value, which may be anything.
    Skipped(&'static str),
    /// A part that it goes without, since it would be too long with it.
    LeftOut(Text),
    /// It is too long for some programs, and nothing in it could give way.
    TooLong,
}

/// A version of the keys: what links say it is, and who reads them.
#[derive(Clone, Copy)]
struct Version {
    name: &'static str,
    read: fn(&[Pair]) -> Parsed,
}

/// A key and its value.
type Pair = (String, String);

/// Every version that there has been, the oldest first. A line stays here for good, and so does its reader.
const VERSIONS: [Version; 1] = [Version { name: "1", read: v1::read }];

/// The key that names the version.
const VERSION: &str = "v";

/// What links show over the list, besides a row's detail.
const COMPARISON: &str = "compare";

/// The names of layouts in links.
const LAYOUTS: [(Layout, &str); 2] = [(Layout::Table, "table"), (Layout::Cards, "cards")];

/// Reads a query string, with or without its `?`.
#[must_use]
pub fn parse(search: &str) -> Parsed {
    let pairs: Vec<Pair> = pairs(search).collect();
    let named = pairs.iter().find(|(key, value)| key == VERSION && !value.is_empty());
    let version = version(named.map(|(_, name)| name.as_str()));
    let mut parsed = (version.unwrap_or_else(newest).read)(&pairs);
    if version.is_none() {
        parsed.notices.insert(0, Notice::Skipped(VERSION));
    }
    parsed
}

/// The version that a link says it is of, if there is such a one; otherwise it is a link of a newer page, of which the newest reader
/// understands most. A link that says nothing was written by hand, as people did from the first version on.
fn version(name: Option<&str>) -> Option<Version> {
    let [first, ..] = VERSIONS;
    name.map_or(Some(first), |name| VERSIONS.into_iter().find(|it| it.name == name))
}

fn newest() -> Version {
    let [.., newest] = VERSIONS;
    newest
}

fn pairs(search: &str) -> impl Iterator<Item = Pair> {
    let search = search.strip_prefix('?').unwrap_or(search);
    form_urlencoded::parse(search.as_bytes())
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_has_its_reader() {
        let check = |name: Option<&str>, expected: Option<&str>| {
            assert_eq!(version(name).map(|it| it.name), expected, "{name:?}");
        };
        check(None, Some("1"));
        check(Some("1"), Some("1"));
        check(Some("01"), None);
        check(Some("0"), None);
        check(Some("99"), None);
        check(Some("one"), None);
    }

    #[test]
    fn what_is_printed_is_of_the_newest_version() {
        let view = ViewState { query: "x".into(), ..ViewState::default() };
        let named = print(&view).split('&').next().map(str::to_owned);
        assert_eq!(named.as_deref(), Some(["v=", newest().name].concat().as_str()));
    }
}
