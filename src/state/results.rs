//! From rows to what is shown: the query read, then search, then sort, each memoised on just what it reads.

use std::sync::Arc;

use catalog::{Direction, Filter, Found, Help, Leaf, NodeKind, Problem, Query, RowId, Test};
use leptos::prelude::*;
use view::{SortBy, ViewState};

use super::data::{Data, Revision};

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

/// Builds the memos. A changed sort does not search, and neither is run by anything else in the view. `now` tells the time in Unix seconds,
/// for queries about ages.
pub(super) fn results(
    view: RwSignal<ViewState>,
    revision: RwSignal<Revision>,
    data: StoredValue<Data, LocalStorage>,
    now: fn() -> i64,
) -> Results {
    let text = Memo::new(move |_| view.with(|it| it.query.clone()));
    let generation = Memo::new(move |_| revision.get().generation);
    let asked = Memo::new(move |_| {
        let query = Query::parse(&text.get());
        let filter = data.try_with_value(|it| it.filter(&query, now())).unwrap_or_default();
        Asked { read: Arc::new((query, filter)), generation: generation.get() }
    });
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

#[cfg(test)]
mod tests {
    use catalog::{Cell, Table};
    use view::{Rows, catalogs};

    use super::*;

    /// The parts of a page that hold results, and whether a change of the view searched and sorted.
    struct Page {
        view: RwSignal<ViewState>,
        results: Results,
    }

    impl Page {
        fn new() -> Self {
            let catalog = catalogs::first();
            let mut table = Table::new(catalog.schema());
            for name in ["b", "a", "c"] {
                let cell = |key| if key == "name" { Cell::Text(name) } else { Cell::Missing };
                let cells: Vec<_> = catalog.columns.iter().map(|it| cell(it.key)).collect();
                table.push(&cells, "{}");
            }
            let data = StoredValue::new_local(Data::of(Rows::from_table(catalog, table)));
            let revision = RwSignal::new(Revision { generation: 1, len: 3 });
            let view = RwSignal::new(ViewState::of(catalog));
            Self { view, results: results(view, revision, data, || 0) }
        }

        #[track_caller]
        fn check(&self, change: impl FnOnce(&mut ViewState), searches: bool, sorts: bool) {
            let state = || {
                let Results { matches, ordered, .. } = self.results;
                (matches.get_untracked(), ordered.get_untracked())
            };
            let before = state();
            self.view.update(change);
            let after = state();
            assert_eq!((before.0 != after.0, before.1 != after.1), (searches, sorts));
        }
    }

    #[test]
    fn nothing_runs_that_a_change_does_not_concern() {
        let owner = Owner::new();
        owner.set();
        let column = |key| catalogs::first().column(key).unwrap();
        let page = Page::new();
        page.check(|_| {}, false, false);
        page.check(|it| it.cycle_sort(column("name")), false, true);
        page.check(|it| it.item = Some("hk/a".to_owned()), false, false);
        page.check(|it| it.toggle_compared("hk/a"), false, false);
        page.check(|it| it.query = "a".to_owned(), true, true);
        page.check(|it| it.cycle_sort(column("created")), false, true);
        page.check(|it| it.query = "a ".to_owned(), true, true);
    }
}
