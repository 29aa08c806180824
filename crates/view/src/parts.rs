//! What a catalog shows beside its table: cards, and what is inside a row.

use ucloud_api::{Error, Params};

use crate::{describe::Catalog, plan::Target, text::Text};

/// How rows are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A table, one row below the other.
    Table,
    /// Cards, as many beside each other as fit.
    Cards,
}

/// What a card shows, by keys of columns. Its heading is the catalog's title column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// The address of a picture.
    pub cover: Option<&'static str>,
    /// What tells a row that sums up several versions which of them it speaks of. It stands behind the heading.
    pub version: Option<&'static str>,
    /// Below the heading, with a dot between.
    pub subtitle: &'static [&'static str],
    /// Two or three lines of text.
    pub text: Option<&'static str>,
    /// Labels.
    pub tags: Option<&'static str>,
    /// Values with their labels.
    pub facts: &'static [&'static str],
}

/// A list inside a row: versions of an image, or its tags. It is described as a catalog is.
#[derive(Debug)]
pub struct Inner {
    /// What it lists.
    pub list: &'static Catalog,
    /// Where its rows come from.
    pub from: From,
    /// Whether they are versions of the row: the detail then names one of them beside the row, and gives out its id.
    pub versions: bool,
}

/// Where the rows of a list inside a row come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// They are in the row: `append` reads its raw JSON.
    Row,
    /// They are asked for, with these parameters taken from these columns of the row.
    Request(&'static [(&'static str, &'static str)]),
}

/// A text of its author that a row does not carry and that is asked for when somebody wants to read it. Markdown, and not to be
/// trusted.
#[derive(Debug)]
pub struct Readme {
    /// The parameters of the request, and the columns of the row they are taken from.
    pub stamps: &'static [(&'static str, &'static str)],
    /// The request.
    pub request: fn(&Target) -> Params,
    /// Reads the text out of an answer; nothing if there is none.
    pub read: fn(&str) -> Result<Option<String>, Error>,
}

/// The way from a row to the catalog of what it holds.
#[derive(Debug)]
pub struct Drill {
    /// The catalog, by its name in links.
    pub catalog: &'static str,
    /// What the way is called.
    pub label: Text,
    /// The column with the region to look in, if that catalog has regions.
    pub region: Option<&'static str>,
    /// The columns with the names to choose, and the keys of the levels they are chosen in. Without the first there is no way; a row
    /// that lacks another leaves that level as it is.
    pub names: &'static [(&'static str, &'static str)],
}
