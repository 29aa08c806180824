//! The rows that have arrived, with what the engine keeps between its calls on them.

use std::{ops::Range, sync::Arc};

use catalog::{
    Bits, CellRef, Facet, FacetSpec, Facets, Filter, Found, Help, Histogram, Query, RowId, Search,
    SortKey, Sorter,
};
use view::{Catalog, Rows};

/// Rows and what the engine keeps between its calls on them. A new load has a new one.
pub(super) struct Data {
    pub(super) rows: Rows,
    search: Search,
    sorter: Sorter,
    facets: Facets,
}

/// Which rows there are: equal revisions mean equal rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Revision {
    /// The load.
    pub(super) generation: u32,
    /// How many of its rows are published.
    pub(super) len: u32,
}

/// From so many rows on, counting them takes longer than a frame.
pub(super) const MANY: u32 = 20_000;

impl Data {
    pub(super) fn new(catalog: &'static Catalog) -> Self {
        Self::of(Rows::new(catalog))
    }

    pub(super) fn of(rows: Rows) -> Self {
        Self {
            rows,
            search: Search::default(),
            sorter: Sorter::default(),
            facets: Facets::default(),
        }
    }

    /// What a query means for these rows at a time.
    pub(super) fn filter(&self, query: &Query, now: i64) -> Filter {
        Filter::new(query, self.rows.table().schema(), now)
    }

    /// Searches the first `len` rows: those behind them have arrived and are not published yet.
    pub(super) fn search(&mut self, filter: &Filter, len: u32) -> Found {
        self.search.run(self.rows.table(), filter, len)
    }

    pub(super) fn sort(&mut self, rows: &Bits, keys: &[SortKey]) -> Arc<Vec<RowId>> {
        Arc::new(self.sorter.sort(self.rows.table(), rows, keys))
    }

    pub(super) fn facet(&mut self, found: &Found, spec: &FacetSpec) -> Option<Facet> {
        self.facets.count(self.rows.table(), found, std::slice::from_ref(spec)).pop()
    }

    /// Whether any of these rows has a value in a column. Rarely more than the first of them is looked at.
    pub(super) fn has_value(&self, column: usize, mut rows: Range<u32>) -> bool {
        rows.any(|row| self.rows.table().cell(RowId(row), column) != CellRef::Missing)
    }

    pub(super) fn histogram(&mut self, found: &Found, column: usize, wanted: usize) -> Histogram {
        self.facets.histogram(self.rows.table(), found, column, wanted)
    }

    pub(super) fn help(&self, query: &Query, filter: &Filter, found: &Found) -> Help {
        catalog::help(self.rows.table(), query, filter, found)
    }
}
