//! Facets: how many rows there are of each value, under all conditions but the facet's own.

mod spread;

use spread::Spread;

use crate::{
    bits::Bits,
    column::Column,
    fold::fold,
    ranks::{Entry, sort_entries},
    search::Found,
    table::Table,
};

/// What is asked of a column of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetSpec {
    /// The column.
    pub column: usize,
    /// How many values at most.
    pub limit: usize,
    /// Only values that this is a part of; all if it is empty.
    pub matching: String,
}

/// The values of a column with how many rows have each. A row with several values counts for each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facet {
    /// The column.
    pub column: usize,
    /// The commonest values in the whole table, the commonest first: an order that stays while conditions change.
    pub values: Vec<FacetValue>,
    /// How many distinct values there are.
    pub distinct: usize,
    /// How many rows have none: under the conditions, and in all.
    pub missing: (u32, u32),
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value.
    pub text: String,
    /// How many rows have it under all conditions but the facet's own.
    pub count: u32,
    /// How many rows of the table have it.
    pub total: u32,
}

/// How numbers or times are spread.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Histogram {
    /// The column.
    pub column: usize,
    /// The ends of the bins, ascending, one more than there are bins: numbers in the column's unit, or Unix seconds. Each bin begins with its lower
    /// end; the last holds its upper one too.
    pub bounds: Vec<f64>,
    /// How many rows lie in each bin: under all conditions but the facet's own, and in all.
    pub bins: Vec<(u32, u32)>,
    /// How many rows have no value, likewise.
    pub missing: (u32, u32),
}

/// Counts facets of one table, and keeps what does not depend on conditions.
#[derive(Debug, Default)]
pub struct Facets {
    totals: Vec<Counts>,
    spreads: Vec<Spread>,
}

/// How many rows have each code.
#[derive(Debug, Clone, Default)]
struct Counts {
    column: usize,
    rows: usize,
    each: Vec<u32>,
    missing: u32,
    /// The codes, the commonest first.
    order: Vec<u32>,
}

impl Facets {
    /// The facets asked for. Costs one walk over the codes of the rows that are left, for each of them; the totals are counted once, and nothing is
    /// while all rows are left.
    pub fn count(&mut self, table: &Table, found: &Found, specs: &[FacetSpec]) -> Vec<Facet> {
        specs.iter().map(|it| self.facet(table, found, it)).collect()
    }

    fn facet(&mut self, table: &Table, found: &Found, spec: &FacetSpec) -> Facet {
        let among = found.without_column(spec.column);
        let counts = (!is_all(&among)).then(|| count(table, spec.column, &among));
        let totals = self.totals(table, spec.column, among.len());
        let counts = counts.as_ref().unwrap_or(totals);
        let needle = fold(&spec.matching);
        let value = |code: &u32| {
            let text = text(table.columns.get(spec.column)?, *code, &needle)?.to_owned();
            let of = |counts: &Counts| counts.each.get(*code as usize).copied().unwrap_or(0);
            Some(FacetValue { text, count: of(counts), total: of(totals) })
        };
        Facet {
            column: spec.column,
            values: totals.order.iter().filter_map(value).take(spec.limit).collect(),
            distinct: totals.order.len(),
            missing: (counts.missing, totals.missing),
        }
    }

    /// How the numbers or times of a column are spread over at most so many bins.
    ///
    /// The bins are those of the whole table, so that they stay while conditions change. Costs one walk over the rows that are left; at first, two
    /// over the column. Keeps a byte a row.
    pub fn histogram(
        &mut self,
        table: &Table,
        found: &Found,
        column: usize,
        wanted: usize,
    ) -> Histogram {
        let among = found.without_column(column);
        let spread = self.spread(table, column, wanted, among.len());
        let counts = if is_all(&among) { spread.totals } else { spread.count(&among) };
        let pairs = counts.into_iter().zip(spread.totals);
        let missing = pairs.clone().next_back().unwrap_or_default();
        let bins = pairs.take(spread.bounds.len().saturating_sub(1)).collect();
        Histogram { column, bounds: spread.bounds.clone(), bins, missing }
    }

    fn spread(&mut self, table: &Table, column: usize, wanted: usize, rows: usize) -> &Spread {
        let is_it = |it: &Spread| (it.column, it.wanted) == (column, wanted);
        let place = self.spreads.iter().position(is_it).unwrap_or_else(|| {
            self.spreads.push(Spread::new(table, column, wanted, rows));
            self.spreads.len() - 1
        });
        let it = &mut self.spreads[place];
        if it.bins.len() != rows {
            *it = Spread::new(table, column, wanted, rows);
        }
        it
    }

    fn totals(&mut self, table: &Table, column: usize, rows: usize) -> &Counts {
        let place = self.totals.iter().position(|it| it.column == column).unwrap_or_else(|| {
            self.totals.push(Counts { column, ..Counts::default() });
            self.totals.len() - 1
        });
        let it = &mut self.totals[place];
        // A new entry has none.
        if it.rows != rows {
            *it = count(table, column, &Bits::all(rows));
            it.order = commonest(&it.each);
        }
        it
    }
}

fn is_all(rows: &Bits) -> bool {
    rows.count() == rows.len()
}

/// The codes that occur, the commonest first, equal ones as they came.
fn commonest(each: &[u32]) -> Vec<u32> {
    let entry = |(code, count): (u32, &u32)| Entry { head: u64::from(u32::MAX - count), code };
    let mut entries: Vec<_> = (0..).zip(each).filter(|it| *it.1 > 0).map(entry).collect();
    sort_entries(&mut entries, &|a, b| a.cmp(&b));
    entries.into_iter().map(|it| it.code).collect()
}

/// The text of a code if the needle is a part of it.
fn text<'a>(column: &'a Column, code: u32, needle: &str) -> Option<&'a str> {
    match column.dictionary() {
        Some(dictionary) => dictionary.text(code).filter(|_| dictionary.has(code, needle)),
        None => Some(if code == 0 { "false" } else { "true" }),
    }
}

fn count(table: &Table, place: usize, rows: &Bits) -> Counts {
    let mut counts = Counts { column: place, rows: rows.len(), ..Counts::default() };
    let Some(column) = table.columns.get(place) else { return counts };
    if let Column::Flag { values } = column {
        return count_flags(values, rows, counts);
    }
    counts.each.resize(column.dictionary().map_or(0, |it| it.len()), 0);
    if let Column::Text { codes, .. } = column {
        for row in rows.iter() {
            let code = codes.get(row as usize).and_then(|it| counts.each.get_mut(*it as usize));
            *code.unwrap_or(&mut counts.missing) += 1;
        }
        return counts;
    }
    for row in rows.iter() {
        let codes = column.codes(row as usize);
        let mut is_missing = true;
        for (at, code) in codes.iter().enumerate() {
            // A value that a row has twice counts once.
            let is_first = at == 0 || codes.get(..at).is_some_and(|before| !before.contains(code));
            if let Some(count) = counts.each.get_mut(*code as usize).filter(|_| is_first) {
                *count += 1;
                is_missing = false;
            }
        }
        counts.missing += u32::from(is_missing);
    }
    counts
}

/// No and yes as if they were codes.
fn count_flags(values: &[u8], rows: &Bits, mut counts: Counts) -> Counts {
    counts.each.resize(2, 0);
    for row in rows.iter() {
        let flag = values.get(row as usize).map(|it| usize::from(*it));
        *flag.and_then(|it| counts.each.get_mut(it)).unwrap_or(&mut counts.missing) += 1;
    }
    counts
}

/// [`Facets::histogram`] for once, with nothing kept.
#[must_use]
pub fn histogram(table: &Table, found: &Found, column: usize, wanted: usize) -> Histogram {
    Facets::default().histogram(table, found, column, wanted)
}
