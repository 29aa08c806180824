//! How numbers or times are spread.

use crate::{
    bits::Bits,
    bounds::{MOST_BINS, bin_of, number_bounds, time_bounds},
    column::{Column, NO_TIME},
    schema::Kind,
    table::Table,
};

/// A histogram of all rows, and in which of its bins each lies: a byte a row.
#[derive(Debug)]
pub(super) struct Spread {
    pub(super) column: usize,
    pub(super) wanted: usize,
    pub(super) bounds: Vec<f64>,
    /// The bin of each row, or [`NO_BIN`].
    pub(super) bins: Vec<u8>,
    pub(super) totals: Sums,
}

/// How many rows lie in each bin.
pub(super) type Sums = [u32; NO_BIN as usize + 1];

/// Where rows without a value lie: behind all bins, and with all bits below it set, so that it masks what is looked up.
const NO_BIN: u8 = 63;
const _: () = assert!(MOST_BINS <= NO_BIN && (NO_BIN + 1).is_power_of_two());

impl Spread {
    pub(super) fn new(table: &Table, column: usize, wanted: usize, rows: usize) -> Self {
        let values = || (0..rows).map(|row| number(table.columns.get(column), row));
        let range = values().fold((f64::INFINITY, f64::NEG_INFINITY), |it, value| {
            (it.0.min(value), it.1.max(value))
        });
        let bounds = bounds_of(table, column, range, wanted);
        let bin = |value| bin_of(&bounds, &value).and_then(|it| u8::try_from(it).ok());
        let bins: Vec<u8> = values().map(|it| bin(it).unwrap_or(NO_BIN)).collect();
        let mut it = Self { column, wanted, bounds, bins, totals: [0; NO_BIN as usize + 1] };
        it.totals = it.count(&Bits::all(rows));
        it
    }

    pub(super) fn count(&self, rows: &Bits) -> Sums {
        let mut sums = [0; NO_BIN as usize + 1];
        for bin in rows.iter().filter_map(|row| self.bins.get(row as usize)) {
            sums[usize::from(bin & NO_BIN)] += 1;
        }
        sums
    }
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
        _ => number_bounds(least, most, wanted, spec.scale),
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
