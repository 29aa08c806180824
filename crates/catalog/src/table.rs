//! The table: columns side by side, and each row's source text.

use crate::{
    column::{Cell, CellRef, Column},
    raw::Raw,
    schema::{ColumnSpec, Schema},
};

/// A row of a table, counted from 0 in the order of arrival. It stays valid as long as the table lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);

/// Rows in columns. It only grows.
#[derive(Debug)]
pub struct Table {
    pub(crate) schema: Schema,
    pub(crate) columns: Vec<Column>,
    pub(crate) raw: Raw,
    pub(crate) len: u32,
}

/// How many bytes a table takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Memory {
    /// What stands in each row: numbers, and codes of texts.
    pub values: usize,
    /// The distinct texts, as they are written and as they are searched.
    pub texts: usize,
    /// The packed texts that rows came from.
    pub raw: usize,
}

impl Table {
    /// An empty table with these columns.
    #[must_use]
    pub fn new(schema: impl Into<Schema>) -> Self {
        let schema = schema.into();
        let columns = schema.columns.iter().map(|it| Column::new(it.kind)).collect();
        Self { schema, columns, raw: Raw::default(), len: 0 }
    }

    /// What its columns are.
    #[must_use]
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Adds a row: a cell a column, and the text it came from. Cells that are not given are missing.
    ///
    /// Costs a hash of each text, and the folding of those that are new. A row beyond the 4,294,967,295th is not added.
    pub fn push(&mut self, cells: &[Cell<'_>], raw: &str) -> Option<RowId> {
        let row = RowId(self.len);
        self.len = self.len.checked_add(1)?;
        for ((column, spec), cell) in self.columns.iter_mut().zip(&self.schema.columns).zip(cells) {
            column.put(row.0 as usize, *cell, spec);
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

    /// The text that a row came from. It is kept packed, and unpacked for the asking: some 64 KB.
    #[must_use]
    pub fn raw(&self, row: RowId) -> String {
        self.raw.get(row.0 as usize)
    }

    /// How many bytes it takes.
    #[must_use]
    pub fn memory(&self) -> Memory {
        let columns = self.columns.iter().map(Column::bytes);
        let (values, texts) = columns.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        Memory { values, texts, raw: self.raw.bytes() }
    }

    /// The columns with what they are, in their places.
    pub(crate) fn each(&self) -> impl Iterator<Item = (usize, &Column, &ColumnSpec)> {
        let pairs = self.columns.iter().zip(&self.schema.columns).enumerate();
        pairs.map(|(place, (column, spec))| (place, column, spec))
    }
}
