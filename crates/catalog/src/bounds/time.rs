//! Bounds in time.

use super::most;
use crate::civil::{Date, day_of, start_of};

/// Bounds of at least one and at most `wanted` bins (of which 24 are given at most), in Unix seconds, that hold `from` in the
/// first and `to` in the last: UTC days, weeks from Monday, months, quarters, years, or 2, 5, 10 and more years, the shortest
/// that fit.
///
/// Empty if `from` is after `to`. Where none fit, the bounds are whole days around both.
#[must_use]
pub(crate) fn time_bounds(from: i64, to: i64, wanted: usize) -> Vec<i64> {
    if from > to {
        return Vec::new();
    }
    let (first, last) = (day_of(from), day_of(to));
    let fits = |unit: &Unit| unit.number(last) - unit.number(first) < i64::from(most(wanted));
    match (0..SIZES).map(Unit::of_size).find(fits) {
        Some(unit) => {
            (unit.number(first)..=unit.number(last) + 1).map(|it| unit.start(it)).collect()
        }
        None => vec![start_of(first), start_of(last + 1)],
    }
}

#[derive(Debug, Clone, Copy)]
enum Unit {
    Day,
    Week,
    Months(i64),
}

/// Enough that the years of the longest are more than seconds can count.
const SIZES: u32 = 40;

/// 1970 began on a Thursday.
const MONDAY_TO_1970: i64 = 3;

impl Unit {
    /// The units from the shortest to the longest.
    fn of_size(size: u32) -> Self {
        match size {
            0 => Self::Day,
            1 => Self::Week,
            2 => Self::Months(1),
            3 => Self::Months(3),
            _ => Self::Months(12 * round(size - 4)),
        }
    }

    /// Which of the units a day lies in, counted from one that does not matter.
    fn number(self, day: i64) -> i64 {
        match self {
            Self::Day => day,
            Self::Week => (day + MONDAY_TO_1970).div_euclid(7),
            Self::Months(months) => Date::of_day(day).months().div_euclid(months),
        }
    }

    fn start(self, number: i64) -> i64 {
        start_of(match self {
            Self::Day => number,
            Self::Week => number * 7 - MONDAY_TO_1970,
            Self::Months(months) => Date::of_month(number * months).days(),
        })
    }
}

/// 1, 2, 5, 10, 20 and so on.
fn round(place: u32) -> i64 {
    let digit = match place % 3 {
        0 => 1,
        1 => 2,
        _ => 5,
    };
    digit * 10i64.pow(place / 3)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{bounds::bin_of, value::moment};

    fn check(from: &str, to: &str, wanted: usize, expected: &[&str]) {
        let seconds = |text: &str| moment(text).unwrap().from;
        let expected: Vec<i64> = expected.iter().map(|it| seconds(it)).collect();
        assert_eq!(
            time_bounds(seconds(from), seconds(to), wanted),
            expected,
            "{from} to {to} in {wanted}"
        );
    }

    #[test]
    fn bins_are_units_of_the_calendar() {
        check(
            "2024-02-28T23:59",
            "2024-03-01T00:00",
            3,
            &["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"],
        );
        check("2026-11-20", "2026-11-23", 2, &["2026-11-16", "2026-11-23", "2026-11-30"]);
        check(
            "2024-01-31",
            "2024-04-01",
            4,
            &["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"],
        );
        check(
            "2023-12-31",
            "2024-07-01",
            4,
            &["2023-10", "2024-01", "2024-04", "2024-07", "2024-10"],
        );
        check("2023-12-31", "2025-01-01", 3, &["2023", "2024", "2025", "2026"]);
        check(
            "2015-06",
            "2026-06",
            8,
            &["2014", "2016", "2018", "2020", "2022", "2024", "2026", "2028"],
        );
        check("2015-06", "2026-06", 4, &["2015", "2020", "2025", "2030"]);
        check("1969-12-31", "1970-01-01", 1, &["1969-12-29", "1970-01-05"]);
        check("1999-12-31", "2000-01-01", 1, &["1999-12-27", "2000-01-03"]);
        check("2024-05-05", "2024-05-05", 9, &["2024-05-05", "2024-05-06"]);
    }

    #[test]
    fn nothing_has_no_bounds() {
        assert_eq!(time_bounds(1, 0, 10), []);
    }

    #[test]
    fn what_no_unit_holds_is_one_bin_of_days() {
        assert_eq!(time_bounds(i64::MIN, i64::MAX, 1), [i64::MIN, i64::MAX]);
    }

    proptest! {
        #[test]
        fn bounds_are_as_promised(a: i64, b: i64, near in -9_000_000_000i64..9_000_000_000, bits in 0u32..34, wanted in 0usize..40) {
            for (from, to) in [(a.min(b), a.max(b)), (a, a), (near, near + (b & ((1 << bits) - 1))), (i64::MIN, b), (a, i64::MAX)] {
                let bounds = time_bounds(from, to, wanted);
                prop_assert!(bounds.is_sorted_by(|a, b| a < b), "{bounds:?}");
                prop_assert!((2..=wanted.clamp(1, 24) + 1).contains(&bounds.len()), "{bounds:?}");
                prop_assert_eq!(bin_of(&bounds, &from), Some(0));
                prop_assert_eq!(bin_of(&bounds, &to), Some(bounds.len() - 2));
            }
        }
    }
}
