//! What a page shows, as a person or a screen reader could tell it.

use std::{collections::BTreeMap, fmt};

use serde::Deserialize;

/// The script that looks.
pub(crate) const LOOK: &str = include_str!("look.js");

/// What a page shows at one moment. Whatever is not there is `None` or empty.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Seen {
    /// The address bar.
    pub(crate) address: String,
    /// The title of the tab.
    pub(crate) title: String,
    pub(crate) lang: String,
    pub(crate) theme: Option<String>,
    /// How many entries the tab's history has.
    pub(crate) history: usize,
    /// The title of the catalog, and whether its rows are a `table` or `cards`.
    pub(crate) catalog: Option<String>,
    pub(crate) layout: Option<String>,
    /// Whether the load has ended.
    pub(crate) settled: bool,
    /// How many rows match.
    pub(crate) count: Option<usize>,
    /// What the rows were searched for, and how they are sorted.
    pub(crate) query: Option<String>,
    pub(crate) sort: Option<String>,
    /// What the grid says of its length in lines, a header included.
    pub(crate) row_count: Option<usize>,
    /// The columns of the header, in their order.
    pub(crate) headers: Vec<String>,
    /// The headers with a place in the order, as `name 1`.
    pub(crate) order: Vec<String>,
    /// The header that says that it is sorted by, as `name ascending`.
    pub(crate) sorted: Vec<String>,
    /// The rows in view, from top to bottom.
    pub(crate) rows: Vec<Row>,
    /// Whether they leave no part of the view blank.
    pub(crate) is_filled: bool,
    /// How far the table is scrolled and how tall a row is, in pixels.
    pub(crate) scroll_top: f64,
    pub(crate) row_height: f64,
    /// Whether the rows are marked as made up.
    pub(crate) is_sample: bool,
    /// Who signs.
    pub(crate) connection: Option<String>,
    /// What stands in place of rows.
    pub(crate) placeholder: Option<String>,
    /// What is said about a damaged link.
    pub(crate) notice: Option<String>,
    /// The lists that stopped.
    pub(crate) failures: Vec<String>,
    /// The values that facets list.
    pub(crate) values: Vec<FacetValue>,
    /// The key of the open row, as the address has it, and its detail.
    pub(crate) open: Option<String>,
    pub(crate) detail: Option<Detail>,
    /// The keys of the rows that are marked as chosen, and what is said of how many there are.
    pub(crate) chosen: Vec<String>,
    pub(crate) choice: Option<String>,
    /// The chosen rows beside each other.
    pub(crate) comparison: Option<Comparison>,
    /// Whether a dialog is open, and what it says about the last try to connect.
    pub(crate) dialog: bool,
    pub(crate) outcome: Option<String>,
    /// The text in the search box, and the hint in its place.
    pub(crate) search_box: Option<String>,
    pub(crate) hint: Option<String>,
    /// What is underlined in the search box, and the sentence about it.
    pub(crate) wrong: Vec<String>,
    pub(crate) mistake: Option<String>,
    /// What is offered to be written next, and which of it is chosen.
    pub(crate) offers: Vec<String>,
    pub(crate) offer: Option<String>,
    /// The terms of the query, each with what is said of it.
    pub(crate) chips: Vec<String>,
    /// What screen readers were told of the last act.
    pub(crate) said: Option<String>,
    /// The links in place of rows.
    pub(crate) ways: Vec<String>,
    /// The id, name or tag of what has the focus.
    pub(crate) focus: Option<String>,
    /// The `aria-rowindex` of the row that the keyboard is on.
    pub(crate) active: Option<usize>,
}

/// A row in view: of the table, or a card.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Row {
    /// Its `aria-rowindex`, or what it would be in a table: 2 is the first one.
    pub(crate) index: usize,
    /// Its `data-row-id`.
    pub(crate) id: String,
    /// What its link says.
    pub(crate) title: String,
    /// All of its text.
    pub(crate) text: String,
    /// Texts by column; a card has none.
    pub(crate) cells: BTreeMap<String, String>,
}

/// One line a row, so that a failure can be read.
impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cells: Vec<_> = self.cells.values().map(String::as_str).collect();
        let text = if cells.is_empty() { self.text.clone() } else { cells.join(" | ") };
        write!(f, "{} {}: {text}", self.index, self.id)
    }
}

/// A value that a facet lists.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct FacetValue {
    /// The key of the facet's column.
    pub(crate) facet: String,
    /// The value on the wire.
    pub(crate) value: String,
    /// How many rows have it, if that was counted.
    pub(crate) count: Option<usize>,
    /// `included` or `excluded`.
    pub(crate) choice: Option<String>,
    /// Where its link leads.
    pub(crate) href: String,
}

/// The open detail.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Detail {
    pub(crate) title: String,
    /// All of its text.
    pub(crate) text: String,
    /// The row as the service wrote it.
    pub(crate) raw: Option<String>,
    /// Whether more of it is under way.
    pub(crate) is_busy: bool,
    /// What of it could not be had, and why.
    pub(crate) failures: Vec<String>,
    /// The list inside the row.
    pub(crate) inner: Option<Inner>,
    /// The section with the author's text, its heading included.
    pub(crate) readme: Option<String>,
}

/// Rows beside each other.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Comparison {
    pub(crate) title: String,
    /// What the rows are called.
    pub(crate) names: Vec<String>,
    /// The fields that are shown, each with the texts of the rows.
    pub(crate) fields: BTreeMap<String, Vec<String>>,
    /// How many fields differ.
    pub(crate) said: Option<String>,
    /// The keys of the rows that are not loaded.
    pub(crate) absent: Vec<String>,
}

impl Comparison {
    /// Whether no two rows have different texts in a field.
    pub(crate) fn is_same(&self, field: &str) -> bool {
        self.fields[field].windows(2).all(|it| it[0] == it[1])
    }
}

/// The list inside a row: versions or tags.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Inner {
    /// What it lists, and how many.
    pub(crate) title: String,
    /// The headers that are sorted by, as `Version ascending`.
    pub(crate) sorted: Vec<String>,
    /// The texts of its rows.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Inner {
    /// The texts of a column, counted from 0.
    pub(crate) fn column(&self, place: usize) -> Vec<&str> {
        self.rows.iter().map(|it| it[place].as_str()).collect()
    }
}

impl Seen {
    /// The list inside the open row.
    pub(crate) fn inner(&self) -> Option<&Inner> {
        self.detail.as_ref()?.inner.as_ref()
    }

    /// The values that a facet lists.
    pub(crate) fn values_of(&self, facet: &str) -> Vec<FacetValue> {
        self.values.iter().filter(|it| it.facet == facet).cloned().collect()
    }

    /// Whether the open detail is complete.
    pub(crate) fn has_whole_detail(&self) -> bool {
        self.detail.as_ref().is_some_and(|it| it.raw.is_some() && !it.is_busy)
    }

    pub(crate) fn visible_names(&self) -> Vec<&str> {
        self.visible("name")
    }

    /// The texts of a column, from top to bottom.
    pub(crate) fn visible(&self, column: &str) -> Vec<&str> {
        self.rows.iter().map(|it| it.cells[column].as_str()).collect()
    }

    /// What the rows in view are called.
    pub(crate) fn titles(&self) -> Vec<&str> {
        self.rows.iter().map(|it| it.title.as_str()).collect()
    }

    pub(crate) fn visible_ids(&self) -> Vec<&str> {
        self.rows.iter().map(|it| it.id.as_str()).collect()
    }

    /// The `aria-rowindex` of the rows in view.
    pub(crate) fn visible_indices(&self) -> Vec<usize> {
        self.rows.iter().map(|it| it.index).collect()
    }
}
