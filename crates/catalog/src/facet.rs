//! Facets: how many rows there are of each value, under all conditions but the facet's own.

use crate::{
    bits::Bits,
    bounds::{bin_of, number_bounds, time_bounds},
    column::{Column, NO_TIME},
    fold::fold,
    ranks::{Entry, sort_entries},
    schema::Kind,
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
    /// The facets asked for. Costs one walk over the codes of the rows that are left, for each of them; the totals are counted once.
    pub fn count(&mut self, table: &Table, found: &Found, specs: &[FacetSpec]) -> Vec<Facet> {
        specs.iter().map(|it| self.facet(table, found, it)).collect()
    }

    fn facet(&mut self, table: &Table, found: &Found, spec: &FacetSpec) -> Facet {
        let counts = count(table, spec.column, &found.without_column(spec.column));
        let totals = self.totals(table, spec.column, found.rows().len());
        let needle = fold(&spec.matching);
        let value = |code: &u32| {
            let text = text(table.columns.get(spec.column)?, *code, &needle)?.to_owned();
            let of = |counts: &Counts| counts.each.get(*code as usize).copied().unwrap_or(0);
            Some(FacetValue { text, count: of(&counts), total: of(totals) })
        };
        Facet {
            column: spec.column,
            values: totals.order.iter().filter_map(value).take(spec.limit).collect(),
            distinct: totals.order.len(),
            missing: (counts.missing, totals.missing),
        }
    }

    fn totals(&mut self, table: &Table, column: usize, rows: usize) -> &Counts {
        let place = self.totals.iter().position(|it| it.column == column).unwrap_or_else(|| {
            self.totals.push(Counts { column, ..Counts::default() });
            self.totals.len() - 1
        });
        let it = &mut self.totals[place];
        if it.rows != rows || it.order.is_empty() {
            *it = count(table, column, &Bits::all(rows));
            it.order = commonest(&it.each);
        }
        it
    }
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

/// How the numbers or times of a column are spread over at most so many bins.
///
/// The bins are those of the whole table, so that they stay while conditions change. Costs three walks over the column.
#[must_use]
pub fn histogram(table: &Table, found: &Found, column: usize, wanted: usize) -> Histogram {
    let rows = 0..u32::try_from(found.rows().len()).unwrap_or(u32::MAX);
    let value = |row: u32| number(table.columns.get(column), row as usize);
    let least = rows.clone().map(value).fold(f64::INFINITY, f64::min);
    let most = rows.clone().map(value).fold(f64::NEG_INFINITY, f64::max);
    let bounds = bounds_of(table, column, (least, most), wanted);
    let bins = vec![(0, 0); bounds.len().saturating_sub(1)];
    let mut histogram = Histogram { column, bounds, bins, missing: (0, 0) };
    let among = found.without_column(column);
    for row in rows {
        let bin = bin_of(&histogram.bounds, &value(row));
        let counts =
            bin.and_then(|it| histogram.bins.get_mut(it)).unwrap_or(&mut histogram.missing);
        counts.0 += u32::from(among.has(row));
        counts.1 += 1;
    }
    histogram
}

/// A value as a number; a NaN if there is none.
fn number(column: Option<&Column>, row: usize) -> f64 {
    match column {
        Some(Column::Number { values }) => values.get(row).copied().unwrap_or(f64::NAN),
        Some(Column::Time { values }) => {
            values.get(row).filter(|it| **it != NO_TIME).map_or(f64::NAN, |it| float(*it))
        }
        _ => f64::NAN,
    }
}

fn bounds_of(table: &Table, column: usize, (least, most): (f64, f64), wanted: usize) -> Vec<f64> {
    let Some(spec) = table.schema.column(column).filter(|_| least <= most) else {
        return Vec::new();
    };
    match spec.kind {
        Kind::Time => {
            time_bounds(whole(least), whole(most), wanted).into_iter().map(float).collect()
        }
        _ => number_bounds(least, most, wanted, spec.scale, spec.spread),
    }
}

#[expect(clippy::cast_precision_loss, reason = "2^53 seconds are 285 million years")]
fn float(seconds: i64) -> f64 {
    seconds as f64
}

#[expect(clippy::cast_possible_truncation, reason = "the number was made of whole seconds")]
fn whole(seconds: f64) -> i64 {
    seconds as i64
}
