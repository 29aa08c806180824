//! How many rows have each value.

use crate::{
    bits::Bits,
    column::Column,
    ranks::{Entry, sort_entries},
};

/// How many rows have each code of a column: of its texts, or 0 for no and 1 for yes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counts {
    each: Vec<u32>,
    /// How many rows have none.
    pub(crate) missing: u32,
}

impl Counts {
    /// Counts among some rows. A row with several values counts for each, and once for one that it has twice.
    pub(crate) fn of(column: &Column, rows: &Bits) -> Self {
        let mut it = Self::default();
        match column {
            Column::Flag { values } => {
                it.each.resize(2, 0);
                rows.iter().for_each(|row| it.add(values.get(row as usize).map(|it| (*it).into())));
            }
            Column::Text { codes, dictionary, .. } => {
                it.each.resize(dictionary.len(), 0);
                rows.iter().for_each(|row| it.add(codes.get(row as usize).copied()));
            }
            Column::Tags { dictionary, .. } => {
                it.each.resize(dictionary.len(), 0);
                rows.iter().for_each(|row| it.add_all(column.codes(row as usize)));
            }
            Column::Number { .. } | Column::Time { .. } => {
                it.missing = u32::try_from(rows.count()).unwrap_or(u32::MAX);
            }
        }
        it
    }

    /// How many rows have a code.
    pub(crate) fn of_code(&self, code: u32) -> u32 {
        self.each.get(code as usize).copied().unwrap_or(0)
    }

    /// The codes that occur, the commonest first, equal ones as they came.
    pub(super) fn commonest(&self) -> Vec<u32> {
        let entry = |(code, count): (u32, &u32)| Entry { head: u64::from(u32::MAX - count), code };
        let occurring = (0..).zip(&self.each).filter(|it| *it.1 > 0);
        let mut entries: Vec<_> = occurring.map(entry).collect();
        sort_entries(&mut entries, &|a, b| a.cmp(&b));
        entries.into_iter().map(|it| it.code).collect()
    }

    /// A row with a code. That of a missing value is none of any text or answer.
    #[inline]
    fn add(&mut self, code: Option<u32>) {
        let count = code.and_then(|it| self.each.get_mut(it as usize));
        *count.unwrap_or(&mut self.missing) += 1;
    }

    fn add_all(&mut self, codes: &[u32]) {
        let mut is_missing = true;
        for (at, code) in codes.iter().enumerate() {
            let is_first = codes.get(..at).is_none_or(|before| !before.contains(code));
            if let Some(count) = self.each.get_mut(*code as usize).filter(|_| is_first) {
                *count += 1;
                is_missing = false;
            }
        }
        self.missing += u32::from(is_missing);
    }
}
