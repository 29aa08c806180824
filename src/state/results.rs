//! From rows to what is shown: search, then sort, each memoised on just what it reads.

use std::sync::Arc;

use catalog::{Direction, Query, RowId};
use leptos::prelude::*;
use view::{SortBy, ViewState};

use super::data::{Data, Revision};

/// The rows that match, in the order of arrival.
#[derive(Debug, Clone)]
struct Found {
    rows: Arc<Vec<RowId>>,
    query: Query,
    text: String,
    revision: Revision,
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
    /// How many rows there are in all.
    pub out_of: u32,
    /// Tells the rows of one load from those of another.
    pub generation: u32,
}

/// Results are big: two are equal only if they are the same.
impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
            && self.text == other.text
            && self.revision == other.revision
    }
}

impl PartialEq for Ordered {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows) && self.query == other.query && self.sort == other.sort
    }
}

/// Builds the memos. A changed sort does not search, and neither is run by anything else in the view.
pub(super) fn results(
    view: RwSignal<ViewState>,
    revision: RwSignal<Revision>,
    data: StoredValue<Data, LocalStorage>,
) -> Memo<Ordered> {
    let text = Memo::new(move |_| view.with(|it| it.query.clone()));
    let sort = Memo::new(move |_| view.with(|it| (it.sort_keys(), print(&it.effective_sort()))));
    let found = Memo::new(move |last: Option<&Found>| {
        text.with(|text| search(data, text, revision.get(), last)).unwrap_or_else(nothing)
    });
    Memo::new(move |_| {
        let Found { rows, text, revision, .. } = found.get();
        let (keys, sort) = sort.get();
        let rows = data.try_update_value(|data| data.sort(&rows, &keys)).unwrap_or_default();
        Ordered { rows, query: text, sort, out_of: revision.len, generation: revision.generation }
    })
}

/// Searches, among the last survivors only if nothing else can match now.
fn search(
    data: StoredValue<Data, LocalStorage>,
    text: &str,
    revision: Revision,
    last: Option<&Found>,
) -> Option<Found> {
    let query = Query::parse(text);
    let within = last
        .filter(|it| it.revision == revision && query.narrows(&it.query))
        .map(|it| it.rows.as_slice());
    let rows = data.try_update_value(|data| data.search(&query, within, revision.len))?;
    Some(Found { rows, query, text: text.to_owned(), revision })
}

fn nothing() -> Found {
    Found {
        rows: Arc::default(),
        query: Query::default(),
        text: String::new(),
        revision: Revision::default(),
    }
}

fn print(sort: &[SortBy]) -> String {
    let part = |it: &SortBy| match it.direction {
        Direction::Ascending => format!("{}:asc", it.column.key),
        Direction::Descending => format!("{}:desc", it.column.key),
    };
    sort.iter().map(part).collect::<Vec<_>>().join(",")
}
