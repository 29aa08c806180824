//! What two snapshots of a list do not share.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use rustc_hash::FxHasher;

use crate::{CellRef, RowId, Table};

/// What has changed from an older snapshot to a newer one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Rows of the newer one that the older one does not have, in their order.
    pub added: Vec<RowId>,
    /// Rows of the older one that the newer one does not have, in their order.
    pub removed: Vec<RowId>,
    /// Rows of both that differ, in the newer one's order.
    pub changed: Vec<Change>,
    /// Rows of either that cannot be told apart, because a key is missing or another row has the same: older, newer.
    pub unkeyed: (u32, u32),
}

/// A row that both snapshots have, with other values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The row in the older one.
    pub old: RowId,
    /// The row in the newer one.
    pub new: RowId,
    /// The columns whose values differ, ascending.
    pub columns: Vec<usize>,
}

type Keys<'t> = HashMap<Vec<&'t str>, RowId, BuildHasherDefault<FxHasher>>;

/// Compares two snapshots with the same columns, row by row: two rows are the same if the texts of the columns `keys` are, and have changed if a value
/// in one of the first `columns` has. Tags in another order are another value.
///
/// A row without a text in each key column is compared with none, and of several rows with the same keys only the first is; the others are counted as
/// `unkeyed`. Takes time in proportion to rows times columns, and memory for the keys of both snapshots.
#[must_use]
pub fn difference(old: &Table, new: &Table, keys: &[usize], columns: usize) -> Difference {
    let mut difference = Difference::default();
    let mut before = index(old, keys, &mut difference.unkeyed.0);
    let mut seen = Keys::default();
    for row in new.rows() {
        let Some(key) = key(new, row, keys).filter(|it| !seen.contains_key(it)) else {
            difference.unkeyed.1 += 1;
            continue;
        };
        match before.remove(&key) {
            Some(old_row) => difference.changed.extend(change(old, old_row, new, row, columns)),
            None => difference.added.push(row),
        }
        seen.insert(key, row);
    }
    difference.removed = before.into_values().collect();
    difference.removed.sort_unstable();
    difference
}

fn index<'t>(table: &'t Table, keys: &[usize], unkeyed: &mut u32) -> Keys<'t> {
    let mut rows = Keys::default();
    for row in table.rows() {
        match key(table, row, keys) {
            Some(key) if !rows.contains_key(&key) => drop(rows.insert(key, row)),
            _ => *unkeyed += 1,
        }
    }
    rows
}

fn key<'t>(table: &'t Table, row: RowId, keys: &[usize]) -> Option<Vec<&'t str>> {
    keys.iter()
        .map(|column| match table.cell(row, *column) {
            CellRef::Text(text) => Some(text),
            _ => None,
        })
        .collect()
}

fn change(
    old: &Table,
    old_row: RowId,
    new: &Table,
    new_row: RowId,
    columns: usize,
) -> Option<Change> {
    let differs = |column: &usize| old.cell(old_row, *column) != new.cell(new_row, *column);
    let columns: Vec<_> = (0..columns).filter(differs).collect();
    (!columns.is_empty()).then_some(Change { old: old_row, new: new_row, columns })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Cell, ColumnSpec, Kind};

    type Row = (Option<&'static str>, Option<f64>);

    fn table(rows: &[Row]) -> Table {
        let mut table = Table::new(vec![
            ColumnSpec::new("id", Kind::Text),
            ColumnSpec::new("size", Kind::Number),
        ]);
        for (key, size) in rows {
            let key = key.map_or(Cell::Missing, Cell::Text);
            let size = size.map_or(Cell::Missing, Cell::Number);
            table.push(&[key, size], "{}");
        }
        table
    }

    fn check(old: &[Row], new: &[Row], expected: &Difference) {
        assert_eq!(&difference(&table(old), &table(new), &[0], 2), expected, "{old:?} {new:?}");
    }

    #[test]
    fn added_removed_and_changed_are_told_apart() {
        let (a, b, c) = ((Some("a"), Some(1.0)), (Some("b"), Some(2.0)), (Some("c"), None));
        check(&[a, b], &[a, b], &Difference::default());
        check(&[a, b], &[b, a], &Difference::default());
        check(&[a], &[a, c], &Difference { added: vec![RowId(1)], ..Difference::default() });
        check(&[a, c], &[c], &Difference { removed: vec![RowId(0)], ..Difference::default() });
        let grown = (Some("b"), Some(3.0));
        let change = Change { old: RowId(1), new: RowId(0), columns: vec![1] };
        check(&[a, b], &[grown, a], &Difference { changed: vec![change], ..Difference::default() });
    }

    #[test]
    fn rows_without_a_key_of_their_own_are_counted_and_not_compared() {
        let (none, a, again) = ((None, Some(1.0)), (Some("a"), Some(1.0)), (Some("a"), Some(2.0)));
        let expected = Difference { unkeyed: (1, 2), ..Difference::default() };
        check(&[a, none], &[a, again, none], &expected);
    }

    fn rows() -> impl Strategy<Value = Vec<Row>> {
        let keys = ["a", "b", "c", "d", "e"];
        let row = (prop::sample::select(keys.to_vec()), prop::option::of(0_u8..3));
        prop::collection::vec(row, 0..6).prop_map(|rows| {
            let mut kept: Vec<Row> = Vec::new();
            for (key, size) in rows {
                if !kept.iter().any(|it| it.0 == Some(key)) {
                    kept.push((Some(key), size.map(f64::from)));
                }
            }
            kept
        })
    }

    proptest! {
        /// What a look at every pair of rows finds.
        #[test]
        fn agrees_with_a_naive_comparison(old in rows(), new in rows()) {
            let found = difference(&table(&old), &table(&new), &[0], 2);
            let row = |place: usize| RowId(u32::try_from(place).unwrap());
            let missing = |from: &[Row], of: &[Row]| -> Vec<RowId> {
                let places = of.iter().enumerate().filter(|it| from.iter().all(|other| other.0 != it.1.0));
                places.map(|it| row(it.0)).collect()
            };
            prop_assert_eq!(&found.added, &missing(&old, &new));
            prop_assert_eq!(&found.removed, &missing(&new, &old));
            let changed: Vec<_> = new.iter().enumerate().filter_map(|(place, it)| {
                let before = old.iter().position(|other| other.0 == it.0 && other.1 != it.1)?;
                Some((row(before), row(place)))
            }).collect();
            let pairs: Vec<_> = found.changed.iter().map(|it| (it.old, it.new)).collect();
            prop_assert_eq!(pairs, changed);
        }
    }
}
