//! Bounds of histograms that a person can read: steps of 1, 2, 5 and their tenfolds, powers of two, whole months.
//!
//! Bounds ascend, and each bin lies between two that are neighbours: from its own bound up to the next, which is no part of
//! it, except for the last bin, which ends with the last bound. So `0, 10, …, 100` are ten bins and hold 100.

mod bins;
mod ladder;
mod time;

use ladder::Ladder;

pub(crate) use bins::bin_of;
pub use ladder::Scale;
pub(crate) use time::time_bounds;

/// No histogram has more bins.
pub(crate) const MOST_BINS: u8 = 24;

/// Above this ratio of the greatest value to the least, bins of one width tell nothing.
const WIDE: f64 = 1000.0;

/// Bounds of bins of one width where the greatest value is at most a thousand times the least, or where there are negative ones. Else each bin is a few
/// times as wide as the one before, for most prices and uses would otherwise be in the first bin; if the least is 0, the first bin begins there.
///
/// There are at least one and at most `wanted` bins (of which 24 are given at most), which hold `min` in the first and `max` in the last.
///
/// Empty if there is nothing to divide: `min` above `max`, or one of them not finite. Where no readable bounds fit, as
/// around 0 with a single bin, they are `min` and `max` themselves.
#[must_use]
pub(crate) fn number_bounds(min: f64, max: f64, wanted: usize, scale: Scale) -> Vec<f64> {
    if !(min.is_finite() && max.is_finite() && min <= max) {
        return Vec::new();
    }
    let range = Range { min, max, wanted: most(wanted), ladder: Ladder::of(scale) };
    range.log().unwrap_or_else(|| range.even())
}

fn most(wanted: usize) -> u8 {
    u8::try_from(wanted).map_or(MOST_BINS, |it| it.clamp(1, MOST_BINS))
}

/// Finite numbers in their order, and how they are to be divided.
struct Range {
    min: f64,
    max: f64,
    wanted: u8,
    ladder: Ladder,
}

impl Range {
    fn log(&self) -> Option<Vec<f64>> {
        // False for the NaN of 0 / 0 too.
        let is_wide = self.min >= 0.0 && self.max / self.min > WIDE;
        if !is_wide {
            return None;
        }
        let top = self.ladder.rung_above(self.max);
        self.sound(if self.min > 0.0 {
            self.ladder.between(self.min, top, self.wanted)?
        } else {
            self.ladder.after_zero(top, self.wanted)
        })
    }

    fn even(&self) -> Vec<f64> {
        // One value alone has the steps of the range from 0 to it.
        let (low, high) = self.extent();
        let (low, high) = if low < high { (low, high) } else { (0.0, 1.0) };
        let rung = self.ladder.finest(low, high, self.wanted);
        let (first, last) = self.ladder.steps(self.min, self.max, rung);
        let steps = (0..=MOST_BINS).map(|it| first + f64::from(it)).take_while(|it| *it <= last);
        let bounds = self.sound(steps.map(|it| self.ladder.multiple(it, rung)).collect());
        bounds.unwrap_or_else(|| self.whole())
    }

    fn whole(&self) -> Vec<f64> {
        let (low, high) = self.extent();
        vec![low, high]
    }

    /// The range, widened to 0 if it is a single value.
    fn extent(&self) -> (f64, f64) {
        if self.min < self.max {
            (self.min, self.max)
        } else {
            (self.min.min(0.0), self.max.max(0.0))
        }
    }

    /// The bounds if they are what is promised. At the edges of what a float can tell apart, they may not be.
    fn sound(&self, bounds: Vec<f64>) -> Option<Vec<f64>> {
        let ascend =
            bounds.is_sorted_by(|a, b| a < b) && bounds.len() <= usize::from(self.wanted) + 1;
        let bins = (bin_of(&bounds, &self.min)?, bin_of(&bounds, &self.max)?);
        let finite = bounds.last().is_some_and(|it| it.is_finite());
        (ascend && finite && bins == (0, bounds.len() - 2)).then_some(bounds)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        Scale::{Binary, Decimal, Whole},
        *,
    };

    type Bounds = fn(f64, f64, usize, Scale) -> Vec<f64>;

    /// Bins of one width, however far apart the ends are.
    const EVEN: Bounds = |min, max, wanted, scale| {
        Range { min, max, wanted: most(wanted), ladder: Ladder::of(scale) }.even()
    };
    const FITTING: Bounds = number_bounds;

    fn check(range: (f64, f64), wanted: usize, scale: Scale, by: Bounds, expected: &[f64]) {
        let bounds = by(range.0, range.1, wanted, scale);
        assert_eq!(bounds, expected, "{range:?} in {wanted}, {scale:?}");
        assert!(bounds.first().is_none_or(|it| it.is_sign_positive() || *it != 0.0));
    }

    #[test]
    fn steps_are_readable() {
        check(
            (0.0, 100.0),
            10,
            Decimal,
            EVEN,
            &[0., 10., 20., 30., 40., 50., 60., 70., 80., 90., 100.],
        );
        check((3.0, 97.0), 5, Decimal, EVEN, &[0., 20., 40., 60., 80., 100.]);
        check((0.0, 1.0), 5, Decimal, EVEN, &[0., 0.2, 0.4, 0.6, 0.8, 1.]);
        check((0.1, 0.7), 6, Decimal, EVEN, &[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
        check((-3.0, 3.0), 4, Decimal, EVEN, &[-4., -2., 0., 2., 4.]);
        check((20.0, 500.0), 8, Decimal, EVEN, &[0., 100., 200., 300., 400., 500.]);
        check(
            (1_000_001.0, 1_000_004.0),
            3,
            Decimal,
            EVEN,
            &[1_000_001., 1_000_002., 1_000_003., 1_000_004.],
        );
        check((20.0, 500.0), 8, Binary, EVEN, &[0., 64., 128., 192., 256., 320., 384., 448., 512.]);
        check((0.25, 1.0), 3, Binary, EVEN, &[0.25, 0.5, 0.75, 1.]);
        check((0.25, 1.0), 2, Binary, EVEN, &[0., 0.5, 1.]);
        check((0.0, 3.0), 12, Whole, EVEN, &[0., 1., 2., 3.]);
        check((0.0, 3.0), 12, Decimal, EVEN, &[0., 0.5, 1., 1.5, 2., 2.5, 3.]);
        check((4.0, 6.0), 1, Decimal, EVEN, &[4., 6.]);
        check((3.0, 6.0), 1, Decimal, EVEN, &[0., 10.]);
    }

    #[test]
    fn skewed_values_are_divided_by_ratio() {
        check(
            (1.0, 10_000.0),
            12,
            Decimal,
            FITTING,
            &[1., 2., 5., 10., 20., 50., 100., 200., 500., 1000., 2000., 5000., 10_000.],
        );
        check((3.0, 70_000.0), 6, Decimal, FITTING, &[1., 10., 100., 1000., 10_000., 100_000.]);
        check((3.0, 70_000.0), 3, Decimal, FITTING, &[1., 100., 1e4, 1e6]);
        check((0.0, 90.0), 5, Decimal, FITTING, &[0., 5., 10., 20., 50., 100.]);
        check((0.0, 15.0), 3, Decimal, FITTING, &[0., 5., 10., 20.]);
        check((0.0, 10.0), 12, Whole, FITTING, &[0., 1., 2., 5., 10.]);
        check((0.0, 15.0), 1, Decimal, FITTING, &[0., 20.]);
        check(
            (1.0, 2000.0),
            11,
            Binary,
            FITTING,
            &[1., 2., 4., 8., 16., 32., 64., 128., 256., 512., 1024., 2048.],
        );
        check((1.0, 2000.0), 6, Binary, FITTING, &[1., 4., 16., 64., 256., 1024., 4096.]);
        check((0.0, 100.0), 3, Binary, FITTING, &[0., 32., 64., 128.]);
    }

    #[test]
    fn narrow_or_negative_ranges_are_divided_evenly() {
        for (min, max) in [(1.0, 1000.0), (-1.0, 10_000.0), (5.0, 5.0), (0.0, 0.0)] {
            let even = EVEN(min, max, 8, Decimal);
            check((min, max), 8, Decimal, FITTING, &even);
        }
    }

    #[test]
    fn a_single_value_has_a_bin() {
        check((0.0, 0.0), 10, Whole, EVEN, &[0., 1.]);
        check((20.0, 20.0), 10, Decimal, EVEN, &[20., 22.]);
        check((7.3, 7.3), 10, Decimal, EVEN, &[7., 8.]);
        check((-20.0, -20.0), 10, Whole, EVEN, &[-20., -18.]);
        check((f64::MAX, f64::MAX), 10, Decimal, EVEN, &[0., f64::MAX]);
    }

    #[test]
    fn nothing_has_no_bounds() {
        for (min, max) in [
            (1.0, 0.0),
            (f64::NAN, 1.0),
            (0.0, f64::NAN),
            (f64::INFINITY, f64::NEG_INFINITY),
            (0.0, f64::INFINITY),
        ] {
            check((min, max), 10, Decimal, FITTING, &[]);
        }
    }

    #[test]
    fn what_has_no_readable_bounds_is_one_bin() {
        check((-1.0, 2.0), 1, Decimal, EVEN, &[-1., 2.]);
        check((f64::MIN, f64::MAX), 24, Binary, EVEN, &[f64::MIN, f64::MAX]);
    }

    proptest! {
        #[test]
        fn bounds_are_as_promised(a: f64, b: f64, near in -1e4..1e4, width in 0.0..1e6, wanted in 0usize..40) {
            for (min, max) in [(a.min(b), a.max(b)), (a, a), (near, near + width), (near.abs() / 1e4, width), (0.0, width)] {
                for scale in [Decimal, Whole, Binary] {
                    for by in [EVEN, FITTING] {
                        let bounds = by(min, max, wanted, scale);
                        prop_assert!(bounds.is_sorted_by(|a, b| a < b), "{bounds:?}");
                        prop_assert!((2..=wanted.clamp(1, 24) + 1).contains(&bounds.len()), "{bounds:?}");
                        prop_assert_eq!(bin_of(&bounds, &min), Some(0));
                        prop_assert_eq!(bin_of(&bounds, &max), Some(bounds.len() - 2));
                    }
                }
            }
        }

        #[test]
        fn usual_ranges_fill_a_good_part_of_the_bins(min in 0.0..1e4, width in 1e-3..1e6, wanted in 4usize..24) {
            let bins = EVEN(min, min + width, wanted, Decimal).len() - 1;
            prop_assert!(bins * 4 > wanted, "{bins} of {wanted} for {min} + {width}");
        }
    }
}
