//! The rows that have arrived, with the engine's scratch memory.

use std::sync::Arc;

use catalog::{Query, Ranks, RowId, Scratch, SortKey};
use view::{Catalog, Rows};

/// Rows and what the engine keeps between its calls on them. A new load has a new one.
pub(super) struct Data {
    pub(super) rows: Rows,
    scratch: Scratch,
    ranks: Ranks,
}

/// Which rows there are: equal revisions mean equal rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Revision {
    /// The load.
    pub(super) generation: u32,
    /// How many of its rows are published.
    pub(super) len: u32,
}

impl Data {
    pub(super) fn new(catalog: &'static Catalog) -> Self {
        Self { rows: Rows::new(catalog), scratch: Scratch::default(), ranks: Ranks::default() }
    }

    /// Searches the first `len` rows: those behind them have arrived and are not published yet.
    pub(super) fn search(
        &mut self,
        query: &Query,
        within: Option<&[RowId]>,
        len: u32,
    ) -> Arc<Vec<RowId>> {
        let mut rows = catalog::search(self.rows.table(), query, within, &mut self.scratch);
        rows.truncate(rows.partition_point(|it| it.0 < len));
        Arc::new(rows)
    }

    pub(super) fn sort(&mut self, rows: &[RowId], keys: &[SortKey]) -> Arc<Vec<RowId>> {
        Arc::new(catalog::sort(self.rows.table(), rows, keys, &mut self.ranks))
    }
}
