//! A figure and its samples.

use std::fmt;

use crate::clock::now;

/// Something measured. Printed, it is one line of fields between tabs, which `cargo xtask bench` finds among whatever else a
/// test runner prints.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// How many rows the table has.
    pub rows: u32,
    /// What was done, in a word or two.
    pub what: String,
    /// What the numbers are of: `ms`, or bytes.
    pub unit: &'static str,
    /// The middle one of the samples.
    pub median: f64,
    /// The largest.
    pub worst: f64,
    /// How many there were.
    pub samples: usize,
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rows, what, unit, median, worst, samples } = self;
        write!(f, "figure\t{rows}\t{what}\t{unit}\t{median:.3}\t{worst:.3}\t{samples}")
    }
}

/// Numbers of one kind.
#[derive(Debug, Default)]
pub struct Samples(Vec<f64>);

/// How long one kind of samples may take, in ms: what is fast is measured often.
const PATIENCE: f64 = 400.0;
/// The fewest and the most samples of a kind.
const FEWEST: usize = 3;
const MOST: usize = 40;

impl Samples {
    /// A single one: for what is done once.
    #[must_use]
    pub fn of(number: f64) -> Self {
        Self(vec![number])
    }

    /// One sample.
    pub fn push(&mut self, number: f64) {
        self.0.push(number);
    }

    /// Adds how long this takes, in ms, and returns what it returns.
    pub fn time<T>(&mut self, act: impl FnOnce() -> T) -> T {
        let start = now();
        let result = act();
        self.push(now() - start);
        result
    }

    /// What they come to.
    #[must_use]
    pub fn figure(mut self, rows: u32, what: impl Into<String>, unit: &'static str) -> Figure {
        self.0.sort_by(f64::total_cmp);
        let at = |place: usize| self.0.get(place).copied().unwrap_or(f64::NAN);
        let samples = self.0.len();
        let (median, worst) = (at(samples / 2), at(samples.saturating_sub(1)));
        Figure { rows, what: what.into(), unit, median, worst, samples }
    }
}

/// Does something again and again, until there is enough to tell a median or time is up.
pub(crate) fn again_and_again(mut act: impl FnMut()) {
    let start = now();
    let mut times = 0;
    while times < FEWEST || times < MOST && now() - start < PATIENCE {
        act();
        times += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(samples: &[f64], median: f64, worst: f64) {
        let figure = Samples(samples.to_vec()).figure(10, "x", "ms");
        assert_eq!((figure.median, figure.worst), (median, worst), "{samples:?}");
        assert_eq!(figure.samples, samples.len());
    }

    #[test]
    fn the_middle_and_the_end() {
        check(&[3.0], 3.0, 3.0);
        check(&[3.0, 1.0, 2.0], 2.0, 3.0);
        check(&[10.0, 9.0, 100.0], 10.0, 100.0);
        assert!(Samples::default().figure(0, "x", "ms").median.is_nan());
    }

    #[test]
    fn a_line_has_a_mark_and_tabs() {
        let figure = Samples(vec![1.5, 0.25, 2.0]).figure(1000, "facets", "ms");
        assert_eq!(figure.to_string(), "figure\t1000\tfacets\tms\t1.500\t2.000\t3");
    }

    #[test]
    fn repeats_within_its_bounds() {
        let mut times = 0;
        again_and_again(|| times += 1);
        assert!((FEWEST..=MOST).contains(&times), "{times}");
    }
}
