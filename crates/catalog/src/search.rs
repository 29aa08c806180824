//! Search: the rows in which every term is found somewhere.

use memchr::memmem::Finder;

use crate::{
    column::Column,
    query::Query,
    table::{RowId, Table},
};

/// Memory that a search needs and the next one uses again.
#[derive(Debug, Default)]
pub struct Scratch {
    /// Per column, a bit per dictionary code: whether the term is found in that text.
    hits: Vec<Hits>,
}

#[derive(Debug, Default)]
struct Hits {
    bits: Vec<u64>,
    any: bool,
}

/// The rows in which every term of the query is a substring of some text, in the order of arrival.
///
/// `within` are rows known to hold all matches, in the order of arrival: the result of a query that this one
/// [narrows](Query::narrows), on the same table at the same length. Each term costs one scan over the distinct texts and one look
/// at the codes of each row that is left; nothing is allocated per row but the result.
#[must_use]
pub fn search(
    table: &Table,
    query: &Query,
    within: Option<&[RowId]>,
    scratch: &mut Scratch,
) -> Vec<RowId> {
    let mut rows = within.map_or_else(|| table.rows().collect(), <[RowId]>::to_vec);
    for term in query.terms() {
        scratch.find(table, term);
        rows.retain(|row| scratch.matches(table, *row));
    }
    rows
}

impl Scratch {
    fn find(&mut self, table: &Table, term: &str) {
        let needle = Finder::new(term);
        self.hits.resize_with(table.columns.len(), Hits::default);
        for (hits, column) in self.hits.iter_mut().zip(&table.columns) {
            hits.fill(column, &needle);
        }
    }

    fn matches(&self, table: &Table, row: RowId) -> bool {
        let columns = self.hits.iter().zip(&table.columns).filter(|(hits, _)| hits.any);
        columns
            .into_iter()
            .any(|(hits, column)| column.codes(row.0 as usize).iter().any(|it| hits.has(*it)))
    }
}

impl Hits {
    fn fill(&mut self, column: &Column, needle: &Finder<'_>) {
        self.bits.clear();
        self.any = false;
        let Some(dictionary) = column.dictionary() else { return };
        self.bits.resize(dictionary.len().div_ceil(64), 0);
        dictionary.find(needle, |code| {
            self.any = true;
            if let Some(word) = self.bits.get_mut(code as usize / 64) {
                *word |= 1 << (code % 64);
            }
        });
    }

    fn has(&self, code: u32) -> bool {
        self.bits.get(code as usize / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }
}
