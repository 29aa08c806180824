//! The table: columns side by side, and each row's source text.

use crate::{
    blocks::Blocks,
    column::{Cell, CellRef, Column, ColumnSpec},
};

/// A row of a table, counted from 0 in the order of arrival. It stays valid as long as the table lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);

/// Rows in columns. It only grows.
#[derive(Debug)]
pub struct Table {
    pub(crate) columns: Vec<Column>,
    raw: Blocks,
    len: u32,
}

impl Table {
    /// An empty table with these columns.
    #[must_use]
    pub fn new(columns: &[ColumnSpec]) -> Self {
        let columns = columns.iter().copied().map(Column::new).collect();
        Self { columns, raw: Blocks::default(), len: 0 }
    }

    /// Adds a row: a cell a column, and the text it came from. Cells that are not given are missing.
    ///
    /// Costs a hash of each text. A row beyond the 4,294,967,295th is not added.
    pub fn push(&mut self, cells: &[Cell<'_>], raw: &str) -> Option<RowId> {
        let row = RowId(self.len);
        self.len = self.len.checked_add(1)?;
        for (place, column) in self.columns.iter_mut().enumerate() {
            column.push(cells.get(place).copied().unwrap_or(Cell::Missing));
        }
        self.raw.push(raw);
        Some(row)
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// All rows in the order of arrival.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = RowId> + use<> {
        (0..self.len).map(RowId)
    }

    /// A value; missing outside the table.
    #[must_use]
    pub fn cell(&self, row: RowId, column: usize) -> CellRef<'_> {
        self.columns.get(column).map_or(CellRef::Missing, |it| it.get(row.0 as usize))
    }

    /// The text that a row came from.
    #[must_use]
    pub fn raw(&self, row: RowId) -> &str {
        self.raw.get(row.0 as usize)
    }
}
