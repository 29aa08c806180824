//! Sort: typed, stable, missing values last in both directions.

mod wide;

use wide::{ordered, scale_of, signed, whole};

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

/// Sorts the rows of one table, and keeps what the next sort can use again: the natural order of each text column, the last order of
/// all rows, and that by all keys but the first, which stays when another column is sorted by and ties are broken as before.
#[derive(Debug, Default)]
pub struct Sorter {
    ranks: Vec<Ranks>,
    keys: Vec<SortKey>,
    order: Vec<u32>,
    /// The rows by all keys but the first.
    ties: Vec<u32>,
    scratch: Vec<u32>,
    values: Vec<u32>,
}

impl Sorter {
    /// The matching rows in order of the keys, the first key first; rows that are equal in all of them stay in the order of arrival.
    ///
    /// Texts go in natural order (`9` before `10`), Chinese by pinyin, numbers and times by value, several tags by their first, no before yes.
    /// All rows up to the length of `matches` are put in order once per list of keys, by counting, in time proportional to rows; if only
    /// the first key has changed, only by that. Then each set of matches is one walk over that order. The first sort by a text column puts
    /// its distinct texts in order; texts that come later are merged in. Allocates the result; what it keeps is 16 bytes a row.
    #[must_use]
    pub fn sort(&mut self, table: &Table, matches: &Bits, keys: &[SortKey]) -> Vec<RowId> {
        let Some((first, ties)) = keys.split_first() else {
            return matches.iter().map(RowId).collect();
        };
        if self.keys != keys || self.order.len() != rows_of(table, matches) {
            self.prepare(table, rows_of(table, matches), ties);
            self.keys = keys.to_vec();
            self.sort_by(table, *first);
        }
        walk(&self.order, matches)
    }

    /// How many bytes it keeps.
    #[must_use]
    pub fn memory(&self) -> usize {
        let lists = [&self.order, &self.ties, &self.scratch, &self.values];
        lists.iter().map(|it| it.capacity() * 4).sum::<usize>()
            + self.ranks.iter().map(Ranks::bytes).sum::<usize>()
    }

    /// Puts the first rows in order by all keys but the first.
    fn prepare(&mut self, table: &Table, rows: usize, ties: &[SortKey]) {
        if self.ties.len() == rows && self.keys.get(1..) == Some(ties) {
            self.order.clone_from(&self.ties);
            return;
        }
        self.order.clear();
        self.order.extend((0..table.len()).take(rows));
        for key in ties.iter().rev() {
            self.sort_by(table, *key);
        }
        self.ties.clone_from(&self.order);
    }

    /// Sorts by one key, and leaves equal rows as they are: from the last key to the first, that sorts by all.
    fn sort_by(&mut self, table: &Table, key: SortKey) {
        let Some(column) = table.columns.get(key.column) else { return };
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
                let scale = scale_of(values);
                let bits =
                    |it: &f64| scale.map_or_else(|| ordered(*it), |by| signed(whole(it * by)));
                self.sort_wide(key, &|row| values.get(row).filter(|it| !it.is_nan()).map(bits));
            }
            Column::Time { values } => self.sort_wide(key, &|row| {
                values.get(row).filter(|it| **it != NO_TIME).map(|it| signed(*it))
            }),
        }
    }

    /// Sorts by 64 bits, the lowest first. What the values have in common at either end is left out: sizes differ in few bits.
    fn sort_wide(&mut self, key: SortKey, value: &dyn Fn(usize) -> Option<u64>) {
        let (mut least, mut most, mut first, mut differ) = (u64::MAX, 0, None, 0);
        for it in (0..self.order.len()).filter_map(value) {
            (least, most) = (least.min(it), most.max(it));
            // What divides all distances from one value divides those from any.
            differ |= it.wrapping_sub(*first.get_or_insert(it));
        }
        let low = differ.trailing_zeros();
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

/// How many rows are to be put in order.
fn rows_of(table: &Table, matches: &Bits) -> usize {
    matches.len().min(table.len() as usize)
}

/// The rows of an order that match.
///
/// Each is written, and the next one in its place if it does not match: a branch would be guessed wrong every other time.
fn walk(order: &[u32], matches: &Bits) -> Vec<RowId> {
    let mut found = vec![RowId(0); matches.count() + 1];
    let mut len = 0;
    for row in order {
        if let Some(it) = found.get_mut(len) {
            *it = RowId(*row);
        }
        len += usize::from(matches.has(*row));
    }
    found.truncate(len);
    found
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
