//! Sort: typed, stable, missing values last in both directions.

use std::cmp::Ordering;

use crate::table::{RowId, Table};

/// A column to sort by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    /// Its place in the table. A place outside it sorts nothing.
    pub column: usize,
    /// Which end comes first.
    pub direction: Direction,
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Smallest, oldest, A.
    Ascending,
    /// Largest, newest, Z.
    Descending,
}

/// The natural order of each text column's distinct texts, kept between sorts of one table.
#[derive(Debug, Default)]
pub struct Ranks {
    columns: Vec<Vec<u32>>,
}

/// Stands behind every value, whichever the direction.
const LAST: u64 = u64::MAX;

/// The rows in order of the keys, the first key first; rows that are equal in all of them stay in the order given.
///
/// Texts go in natural order (`9` before `10`), numbers and times by value, several tags by their first. The first sort by a text
/// column ranks its distinct texts; later ones compare numbers only. Allocates a number per row and key.
#[must_use]
pub fn sort(table: &Table, rows: &[RowId], keys: &[SortKey], ranks: &mut Ranks) -> Vec<RowId> {
    let keys: Vec<Vec<u64>> = keys.iter().map(|key| values(table, rows, *key, ranks)).collect();
    let Some((first, others)) = keys.split_first() else { return rows.to_vec() };
    let mut order: Vec<Entry> = first.iter().copied().zip(0..).collect();
    sort_entries(&mut order, &|a, b| {
        let tie = others.iter().map(|it| it[a as usize].cmp(&it[b as usize])).find(|it| it.is_ne());
        tie.unwrap_or_else(|| a.cmp(&b))
    });
    order.into_iter().map(|(_, place)| rows[place as usize]).collect()
}

/// A number to sort by, and what decides between equal ones.
pub(crate) type Entry = (u64, u32);

/// Sorts by number, then by `tie`. The one sort of the engine: the standard library's is compiled once for it, which a generic
/// `tie` would undo.
pub(crate) fn sort_entries(entries: &mut [Entry], tie: &dyn Fn(u32, u32) -> Ordering) {
    entries.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| tie(a.1, b.1)));
}

fn values(table: &Table, rows: &[RowId], key: SortKey, ranks: &mut Ranks) -> Vec<u64> {
    let Some(column) = table.columns.get(key.column) else { return vec![LAST; rows.len()] };
    let ranks = ranks.of(table, key.column);
    let value = |row: &RowId| column.sort_value(row.0 as usize, ranks);
    rows.iter()
        .map(|row| match (value(row), key.direction) {
            (None, _) => LAST,
            (Some(value), Direction::Ascending) => value,
            (Some(value), Direction::Descending) => LAST - 1 - value,
        })
        .collect()
}

impl Ranks {
    /// The ranks of a column, made anew if texts have come since.
    fn of(&mut self, table: &Table, column: usize) -> &[u32] {
        self.columns.resize_with(table.columns.len(), Vec::new);
        let Some(dictionary) = table.columns[column].dictionary() else { return &[] };
        let ranks = &mut self.columns[column];
        if ranks.len() != dictionary.len() {
            *ranks = dictionary.ranks();
        }
        ranks
    }
}

impl Direction {
    /// The other direction.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}
