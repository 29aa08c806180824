//! How a catalog is described.

use std::fmt;

use catalog::{Direction, Flag};
use ucloud_api::{Error, Params, Span};

use crate::{
    column::{Column, Word},
    level::Level,
    parts::{Card, Drill, Inner, Layout, Readme},
    plan::Target,
    regions::Region,
    related::Related,
    rows::{Received, Rows},
    state::Values,
    text::Text,
};

/// A catalog: everything the page needs to know to load, show, sort and link it.
pub struct Catalog {
    /// Its name in links.
    pub id: &'static str,
    /// Its title.
    pub title: Text,
    /// What one of its rows is called, and what several are.
    pub noun: (Text, Text),
    /// The action that lists it.
    pub action: &'static str,
    /// The regions it can be asked in; none if the account has one list for all.
    pub regions: &'static [Region],
    /// Whether a zone can narrow a region.
    pub zones: bool,
    /// What lies between a region and a list, the outermost first.
    pub levels: &'static [&'static Level],
    /// The parameters that the reader can set, in the order of the form.
    pub params: &'static [Param],
    /// The columns, in the order of the table.
    pub columns: &'static [Column],
    /// The columns whose values together tell a row from every other.
    pub row_key: &'static [&'static str],
    /// The column whose value names a row to people.
    pub title_column: &'static str,
    /// The column whose value names a row to programs, and is what people copy.
    pub copy: &'static str,
    /// The order before the reader chooses one.
    pub default_sort: &'static [(&'static str, Direction)],
    /// The columns that decide between rows that are equal in the sorted ones, so that the order never depends on which answer came
    /// first.
    pub tie_break: &'static [&'static str],
    /// The columns that people filter by, in the order that they are offered in.
    pub facets: &'static [&'static str],
    /// The short names for queries: `is:new`.
    pub flags: &'static [Flag],
    /// The groups of the detail. Together they hold every column once.
    pub sections: &'static [Section],
    /// The regions that a first visit loads.
    pub default_regions: &'static [&'static str],
    /// How its rows are laid out before the reader chooses.
    pub layout: Layout,
    /// What a card shows.
    pub card: Card,
    /// The list inside a row.
    pub inner: Option<Inner>,
    /// The text that a row's author has written about it.
    pub readme: Option<Readme>,
    /// The catalog of what a row holds.
    pub drill: Option<Drill>,
    /// The groups of other rows that a row's detail leads to.
    pub related: &'static [Related],
    /// The parameters of a request for a part of the list.
    pub request: fn(&Target, &Values, Span) -> Params,
    /// Reads an answer and appends its rows.
    pub append: fn(&mut Rows, &Target, &str) -> Result<Received, Error>,
}

/// A parameter of the catalog's action that the reader can set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Param {
    /// Its name in links.
    pub key: &'static str,
    /// Its name in the API.
    pub api_name: &'static str,
    /// Its label.
    pub label: Text,
    /// How it is entered.
    pub input: Input,
}

impl Param {
    /// How many rows a request asks for.
    pub(crate) const fn limit(default: u64, most: u64) -> Self {
        let label = Text::new("Rows per request", "每次请求行数");
        Self { key: "limit", api_name: "Limit", label, input: Input::PageSize { default, most } }
    }

    /// How many rows are passed over.
    pub(crate) const OFFSET: Self = Self {
        key: "offset",
        api_name: "Offset",
        label: Text::new("Start at row", "起始行"),
        input: Input::Start,
    };
}

/// How a parameter is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// One of these values, or none.
    Choice(&'static [Word]),
    /// Free text, with an example of it.
    Text(&'static str),
    /// On or off; on is `1`.
    Flag,
    /// A whole number from 1 to `most`, with what is used if it is not given.
    PageSize {
        /// The number used if none is given.
        default: u64,
        /// The largest number.
        most: u64,
    },
    /// A number of rows to pass over: the view is then a part of the list.
    Start,
}

/// A group of the detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: Text,
    /// The keys of its columns.
    pub columns: &'static [&'static str],
}

impl Catalog {
    /// A list inside a row, before it is described: nothing is chosen for it and nothing leads out of it.
    pub(crate) const INNER: Self = Self {
        id: "",
        title: Text::new("", ""),
        noun: (Text::new("", ""), Text::new("", "")),
        action: "",
        regions: &[],
        zones: false,
        levels: &[],
        params: &[],
        columns: &[],
        row_key: &[],
        title_column: "",
        copy: "",
        default_sort: &[],
        tie_break: &[],
        facets: &[],
        flags: &[],
        sections: &[],
        default_regions: &[],
        layout: Layout::Table,
        card: Card {
            cover: None,
            version: None,
            subtitle: &[],
            text: None,
            tags: None,
            facts: &[],
        },
        inner: None,
        readme: None,
        drill: None,
        related: &[],
        request: |_, _, _| Params::default(),
        append: |_, _, _| Ok(Received::default()),
    };

    /// The place of a column.
    #[must_use]
    pub fn place(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|it| it.key == key)
    }

    /// The column of that name.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<&'static Column> {
        self.columns.iter().find(|it| it.key == key)
    }

    /// The columns of one of its sections, in their order.
    pub fn columns_of(&self, section: &Section) -> impl Iterator<Item = &'static Column> + use<'_> {
        section.columns.iter().filter_map(|key| self.column(key))
    }

    /// The columns that the table shows.
    pub fn shown(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.columns.iter().filter(|it| it.shown)
    }

    /// The parameter of that name in links.
    #[must_use]
    pub fn param(&self, key: &str) -> Option<&'static Param> {
        self.params.iter().find(|it| it.key == key)
    }

    /// The level of that name in links.
    #[must_use]
    pub fn level(&self, key: &str) -> Option<&'static Level> {
        self.levels.iter().copied().find(|it| it.key == key)
    }

    /// How many rows one request asks for.
    #[must_use]
    pub fn page_size(&self, values: &Values) -> u64 {
        let size = self.params.iter().find_map(|it| match it.input {
            Input::PageSize { default, .. } => {
                Some(values.get(it.key).and_then(|it| it.parse().ok()).unwrap_or(default))
            }
            _ => None,
        });
        size.unwrap_or(100)
    }

    /// How many rows are passed over.
    #[must_use]
    pub fn start(&self, values: &Values) -> u64 {
        let starts = self.params.iter().filter(|it| it.input == Input::Start);
        starts.filter_map(|it| values.get(it.key)?.parse().ok()).next().unwrap_or(0)
    }

    /// Whether a link may hold this value for a parameter.
    #[must_use]
    pub fn accepts(param: &Param, value: &str) -> bool {
        let number = value.parse::<u64>();
        match param.input {
            Input::Choice(words) => words.iter().any(|it| it.value == value),
            Input::Text(_) => !value.is_empty() && value.len() <= 200,
            Input::Flag => value == "1",
            Input::PageSize { default, most } => {
                number.is_ok_and(|it| (1..=most).contains(&it) && it != default)
            }
            Input::Start => number.is_ok_and(|it| it > 0),
        }
    }
}

/// Its name says which it is; the whole description would fill pages.
impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Catalog").field(&self.id).finish()
    }
}

/// Catalogs are one of a kind: comparing their names is enough.
impl PartialEq for Catalog {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Catalog {}
