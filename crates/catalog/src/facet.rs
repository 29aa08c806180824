//! Facets: how many rows there are of each value, under all conditions but the facet's own.

mod counts;
mod spread;

pub(crate) use counts::Counts;
use spread::Spread;

use crate::{
    bits::Bits, column::Column, fold::fold, reserved::ANSWERS, search::Found, table::Table,
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

/// Counts facets of one table, and keeps what does not depend on conditions, and the last counts of each column of values: whoever asks for the same rows again,
/// with another limit or for one value, has nothing counted anew.
#[derive(Debug, Default)]
pub struct Facets {
    values: Vec<Values>,
    spreads: Vec<Spread>,
}

/// What is known of a column's values.
#[derive(Debug, Default)]
struct Values {
    column: usize,
    rows: usize,
    totals: Counts,
    /// The codes, the commonest first.
    order: Vec<u32>,
    /// The rows that were last counted, where they were not all, and their counts.
    last: Option<(Bits, Counts)>,
}

impl Facets {
    /// The facets asked for. Costs one walk over the codes of the rows that are left, for each of them; the totals are counted once, and nothing is
    /// while all rows are left, or the same as before.
    pub fn count(&mut self, table: &Table, found: &Found, specs: &[FacetSpec]) -> Vec<Facet> {
        specs.iter().map(|it| self.facet(table, found, it)).collect()
    }

    fn facet(&mut self, table: &Table, found: &Found, spec: &FacetSpec) -> Facet {
        let Some(column) = table.columns.get(spec.column) else {
            return Facet { column: spec.column, ..Facet::default() };
        };
        let values = self.values(column, spec.column, found.without_column(spec.column));
        let (counts, totals) = (values.counts(), &values.totals);
        let needle = fold(&spec.matching);
        let value = |code: &u32| {
            let text = text(column, *code, &needle)?.to_owned();
            Some(FacetValue { text, count: counts.of_code(*code), total: totals.of_code(*code) })
        };
        Facet {
            column: spec.column,
            values: values.order.iter().filter_map(value).take(spec.limit).collect(),
            distinct: values.order.len(),
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

    fn values(&mut self, column: &Column, place: usize, among: Bits) -> &Values {
        let known = self.values.iter().position(|it| it.column == place).unwrap_or_else(|| {
            self.values.push(Values { column: place, ..Values::default() });
            self.values.len() - 1
        });
        let it = &mut self.values[known];
        it.update(column, among);
        it
    }
}

impl Values {
    fn update(&mut self, column: &Column, among: Bits) {
        // A new one has none.
        if self.rows != among.len() {
            let totals = Counts::of(column, &Bits::all(among.len()));
            let order = totals.commonest();
            *self = Self { column: self.column, rows: among.len(), totals, order, last: None };
        }
        if is_all(&among) {
            self.last = None;
        } else if self.last.as_ref().is_none_or(|it| it.0 != among) {
            let counts = Counts::of(column, &among);
            self.last = Some((among, counts));
        }
    }

    /// The counts of the rows that were asked for last.
    fn counts(&self) -> &Counts {
        self.last.as_ref().map_or(&self.totals, |it| &it.1)
    }
}

fn is_all(rows: &Bits) -> bool {
    rows.count() == rows.len()
}

/// The text of a code if the needle is a part of it.
fn text<'a>(column: &'a Column, code: u32, needle: &str) -> Option<&'a str> {
    match column.dictionary() {
        Some(dictionary) => dictionary.text(code).filter(|_| dictionary.has(code, needle)),
        None => ANSWERS.iter().find(|it| u32::from(it.means) == code).map(|it| it.value),
    }
}
