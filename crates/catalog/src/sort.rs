//! Sort: typed, stable, missing values last in both directions.

use crate::{
    bits::Bits,
    column::{Column, NO_TIME},
    dictionary::MISSING,
    ranks::Ranks,
    table::{RowId, Table},
};

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

/// Sorts the rows of one table, and keeps what the next sort can use again: the natural order of each text column, and the last
/// order of all rows.
#[derive(Debug, Default)]
pub struct Sorter {
    ranks: Vec<Ranks>,
    keys: Vec<SortKey>,
    order: Vec<u32>,
    scratch: Vec<u32>,
    values: Vec<u32>,
}

impl Sorter {
    /// The matching rows in order of the keys, the first key first; rows that are equal in all of them stay in the order of arrival.
    ///
    /// Texts go in natural order (`9` before `10`), Chinese by pinyin, numbers and times by value, several tags by their first, no before yes.
    /// All rows up to the length of `matches` are put in order once per list of keys, by counting, in time proportional to rows; then each
    /// set of matches is one walk over that order. The first sort by a text column puts its distinct texts in order; texts that come later
    /// are merged in. Allocates the result; what it keeps is 12 bytes a row.
    #[must_use]
    pub fn sort(&mut self, table: &Table, matches: &Bits, keys: &[SortKey]) -> Vec<RowId> {
        let mut found = Vec::with_capacity(matches.count());
        if keys.is_empty() {
            found.extend(matches.iter().map(RowId));
        } else {
            self.prepare(table, matches.len(), keys);
            found.extend(self.order.iter().filter(|it| matches.has(**it)).map(|it| RowId(*it)));
        }
        found
    }

    /// How many bytes it keeps.
    #[must_use]
    pub fn memory(&self) -> usize {
        let rows = self.order.capacity() + self.scratch.capacity() + self.values.capacity();
        rows * 4 + self.ranks.iter().map(Ranks::bytes).sum::<usize>()
    }

    /// Puts the first `len` rows in order, unless they are.
    fn prepare(&mut self, table: &Table, len: usize, keys: &[SortKey]) {
        let rows = u32::try_from(len).unwrap_or(MISSING).min(table.len());
        if self.keys == keys && self.order.len() == rows as usize {
            return;
        }
        self.keys = keys.to_vec();
        self.order.clear();
        self.order.extend(0..rows);
        for key in keys.iter().rev() {
            if let Some(column) = table.columns.get(key.column) {
                self.sort_by(column, *key);
            }
        }
    }

    /// Sorts by one key, and leaves equal rows as they are: from the last key to the first, that sorts by all.
    fn sort_by(&mut self, column: &Column, key: SortKey) {
        match column {
            Column::Text { dictionary, .. } | Column::Tags { dictionary, .. } => {
                self.ranks.resize_with(self.ranks.len().max(key.column + 1), Ranks::default);
                let Some(ranks) = self.ranks.get_mut(key.column) else { return };
                let ranks = ranks.update(dictionary);
                let rank = |row| {
                    column
                        .codes(row)
                        .first()
                        .map(|it| ranks.get(*it as usize).copied().unwrap_or(*it))
                };
                fill(&mut self.values, self.order.len(), rank);
                self.pass(key.direction);
            }
            Column::Flag { values } => {
                let flag = |row| values.get(row).filter(|it| **it < 2).map(|it| u32::from(*it));
                fill(&mut self.values, self.order.len(), flag);
                self.pass(key.direction);
            }
            Column::Number { values } => {
                self.sort_wide(key, &|row| {
                    values.get(row).filter(|it| !it.is_nan()).map(|it| ordered(*it))
                });
            }
            Column::Time { values } => self.sort_wide(key, &|row| {
                values
                    .get(row)
                    .filter(|it| **it != NO_TIME)
                    .map(|it| it.cast_unsigned() ^ (1 << 63))
            }),
        }
    }

    /// Sorts by 64 bits, the lowest first. What the values have in common at either end is left out: sizes differ in few bits.
    fn sort_wide(&mut self, key: SortKey, value: &dyn Fn(usize) -> Option<u64>) {
        let rows = 0..self.order.len();
        let range = rows
            .clone()
            .filter_map(value)
            .fold((u64::MAX, 0), |it, value| (it.0.min(value), it.1.max(value)));
        let (least, most) = range;
        let used = rows.filter_map(value).fold(0, |used, it| used | (it - least));
        let low = used.trailing_zeros();
        let high = u64::BITS - most.saturating_sub(least).leading_zeros();
        for shift in (low..high).step_by(2 * DIGIT as usize) {
            fill(&mut self.values, self.order.len(), |row| {
                value(row).map(|it| part(it - least, shift))
            });
            self.pass(key.direction);
        }
        if low >= high {
            // All the same, but for those that are missing.
            fill(&mut self.values, self.order.len(), |row| value(row).map(|_| 0));
            self.pass(key.direction);
        }
    }

    /// Sorts by the values, missing ones last, stable.
    fn pass(&mut self, direction: Direction) {
        let present = |it: &&u32| **it != MISSING;
        let most = self.values.iter().filter(present).max().copied().unwrap_or(0);
        let last = most.saturating_add(1);
        let turned = |it: u32| if direction == Direction::Descending { most - it } else { it };
        self.values.iter_mut().for_each(|it| *it = if *it == MISSING { last } else { turned(*it) });
        let bits = u32::BITS - last.leading_zeros();
        for shift in (0..bits).step_by(DIGIT as usize) {
            if !is_sorted(&self.order, &self.values, shift) {
                count_sort(&self.order, &self.values, shift, &mut self.scratch);
                std::mem::swap(&mut self.order, &mut self.scratch);
            }
        }
    }
}

/// How many bits one pass of a sort looks at: the counts of 2,048 digits stay in the fastest cache.
const DIGIT: u32 = 11;

/// The digit of a value.
fn digit(value: u32, shift: u32) -> usize {
    (value >> shift) as usize & ((1 << DIGIT) - 1)
}

fn is_sorted(order: &[u32], values: &[u32], shift: u32) -> bool {
    let digit = |row: &u32| values.get(*row as usize).map_or(0, |it| digit(*it, shift));
    order.is_sorted_by_key(digit)
}

/// Sorts by one digit, stable: counts each, and puts every row where the counts of the smaller ones end.
fn count_sort(order: &[u32], values: &[u32], shift: u32, sorted: &mut Vec<u32>) {
    let mut places = [0_usize; 1 << DIGIT];
    values.iter().for_each(|it| places[digit(*it, shift)] += 1);
    let mut sum = 0;
    for place in &mut places {
        sum += std::mem::replace(place, sum);
    }
    sorted.resize(order.len(), 0);
    for row in order {
        let place = &mut places[digit(values[*row as usize], shift)];
        sorted[*place] = *row;
        *place += 1;
    }
}

fn fill(values: &mut Vec<u32>, rows: usize, value: impl Fn(usize) -> Option<u32>) {
    values.clear();
    values.extend((0..rows).map(|row| value(row).unwrap_or(MISSING)));
}

/// Two digits of a number.
fn part(it: u64, shift: u32) -> u32 {
    u32::try_from(it >> shift & ((1 << (2 * DIGIT)) - 1)).unwrap_or(0)
}

/// Bits that ascend as the numbers do: the sign bit is flipped for positive numbers, all bits for negative ones.
fn ordered(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_order() {
        let numbers = [f64::NEG_INFINITY, -2.5, -1.0, 0.0, 1e-9, 9.0, 10.0, f64::INFINITY];
        assert!(numbers.windows(2).all(|pair| ordered(pair[0]) < ordered(pair[1])));
        assert_eq!(ordered(-0.0), ordered(0.0));
    }
}
