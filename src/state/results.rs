//! From rows to what is shown: the query read, then search, then sort, each memoised on just what it reads.

use std::sync::Arc;

use catalog::{Direction, Filter, Found, Help, Leaf, NodeKind, Problem, Query, RowId, Test};
use leptos::prelude::*;
use view::{SortBy, ViewState};

use super::data::{Data, Revision};
use crate::browser;

/// The query as it was typed, and what it means for the rows of a load.
#[derive(Debug, Clone)]
pub struct Asked {
    read: Arc<(Query, Filter)>,
    generation: u32,
}

/// The rows that match, and those that each term lets through.
#[derive(Debug, Clone)]
pub(super) struct Matches {
    pub(super) found: Arc<Found>,
    asked: Asked,
    pub(super) revision: Revision,
}

/// The rows as they are shown, with what they were made from: a reader of this never sees a count that belongs to
/// other rows.
#[derive(Debug, Clone, Default)]
pub struct Ordered {
    /// The rows.
    pub rows: Arc<Vec<RowId>>,
    /// The search text.
    pub query: String,
    /// The order, as `key:asc` or `key:desc`, comma-separated.
    pub sort: String,
    /// The values that the query's fields ask for, comma-separated.
    pub facet: String,
    /// How many rows there are in all.
    pub out_of: u32,
    /// Tells the rows of one load from those of another.
    pub generation: u32,
}

/// The stages, each of which others can follow.
#[derive(Clone, Copy)]
pub(super) struct Results {
    pub(super) asked: Memo<Asked>,
    pub(super) matches: Memo<Matches>,
    pub(super) ordered: Memo<Ordered>,
}

/// Builds the memos. A changed sort does not search, and neither is run by anything else in the view.
pub(super) fn results(
    view: RwSignal<ViewState>,
    revision: RwSignal<Revision>,
    data: StoredValue<Data, LocalStorage>,
) -> Results {
    let text = Memo::new(move |_| view.with(|it| it.query.clone()));
    let generation = Memo::new(move |_| revision.get().generation);
    let asked = Memo::new(move |_| Asked::new(data, Query::parse(&text.get()), generation.get()));
    let matches = Memo::new(move |_| {
        let (asked, revision) = (asked.get(), revision.get());
        let found = data.try_update_value(|it| it.search(asked.filter(), revision.len));
        Matches { found: Arc::new(found.unwrap_or_default()), asked, revision }
    });
    let sort = Memo::new(move |_| view.with(|it| (it.sort_keys(), print(&it.effective_sort()))));
    let ordered = Memo::new(move |_| {
        let (keys, sort) = sort.get();
        matches.with(|it| {
            let rows = data.try_update_value(|data| data.sort(it.found.rows(), &keys));
            let query = it.asked.query();
            Ordered {
                rows: rows.unwrap_or_default(),
                query: query.text().to_owned(),
                sort,
                facet: values(query).join(","),
                out_of: it.revision.len,
                generation: it.revision.generation,
            }
        })
    });
    Results { asked, matches, ordered }
}

impl Asked {
    fn new(data: StoredValue<Data, LocalStorage>, query: Query, generation: u32) -> Self {
        let filter = data.try_with_value(|it| it.filter(&query, browser::now()));
        Self { read: Arc::new((query, filter.unwrap_or_default())), generation }
    }

    /// The query.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.read.0
    }

    /// What it means.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.read.1
    }

    /// What could not be read.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        self.filter().problems()
    }
}

impl Matches {
    /// What would lead to rows where there are none.
    pub(super) fn help(&self, data: &Data) -> Help {
        data.help(self.asked.query(), self.asked.filter(), &self.found)
    }
}

/// A query is what was typed: two that mean the same may have their mistakes in different places.
impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.generation == other.generation && self.query().text() == other.query().text()
    }
}

/// Results are big: two are equal only if they are the same.
impl PartialEq for Matches {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.found, &other.found)
    }
}

impl PartialEq for Ordered {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }
}

/// The values that fields of the query ask for.
fn values(query: &Query) -> Vec<&str> {
    let mut all = Vec::new();
    for node in query.nodes() {
        if let NodeKind::Leaf(Leaf::Field { test: Test::Values { values, .. }, .. }) = &node.kind {
            all.extend(values.iter().map(|it| it.text.as_str()));
        }
    }
    all
}

fn print(sort: &[SortBy]) -> String {
    let part = |it: &SortBy| match it.direction {
        Direction::Ascending => format!("{}:asc", it.column.key),
        Direction::Descending => format!("{}:desc", it.column.key),
    };
    sort.iter().map(part).collect::<Vec<_>>().join(",")
}
