//! The ladder of readable steps: rung 0 is 1, and the others go up from it and down.

/// Which steps are natural.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// 1, 2, 5 and their tenfolds and tenths.
    Decimal,
    /// The same without parts of one, for what is counted.
    Whole,
    /// Powers of two, for sizes.
    Binary,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Ladder {
    is_binary: bool,
    lowest: i32,
}

/// The highest rung, and the lowest where there are parts of one: steps from 1e-300 to 1e300, or from 2^-900 to 2^900.
const HIGHEST: i32 = 900;

impl Ladder {
    pub(super) const fn of(scale: Scale) -> Self {
        Self {
            is_binary: matches!(scale, Scale::Binary),
            lowest: if matches!(scale, Scale::Whole) { 0 } else { -HIGHEST },
        }
    }

    /// The lowest rung with which so many steps suffice for a range, or the highest of all.
    pub(super) fn finest(self, low: f64, high: f64, wanted: u8) -> i32 {
        let fits = |rung| {
            let (first, last) = self.steps(low, high, rung);
            last - first <= f64::from(wanted)
        };
        let mut rung = 0;
        while rung > self.lowest && fits(rung - 1) {
            rung -= 1;
        }
        while rung < HIGHEST && !fits(rung) {
            rung += 1;
        }
        rung
    }

    /// The last multiple of a step that is not above `min`, and the first after it that is not below `max`.
    pub(super) fn steps(self, min: f64, max: f64, rung: i32) -> (f64, f64) {
        let (first, last) = (self.ratio(min, rung).floor(), self.ratio(max, rung).ceil());
        // The ratio is rounded, so that the multiple may be on the wrong side by a hair.
        let first = if self.multiple(first, rung) > min { first - 1.0 } else { first };
        let last = if self.multiple(last, rung) < max { last + 1.0 } else { last };
        (first, last.max(first + 1.0))
    }

    /// So many steps of a rung. Divides by what is whole rather than to multiply with its fraction: 3 tenths are then 0.3.
    // Not inlined: it is called from many places, and from none of them often.
    #[inline(never)]
    pub(super) fn multiple(self, steps: f64, rung: i32) -> f64 {
        let (digit, scale) = self.parts(rung);
        let steps = steps * digit + 0.0; // Adding 0 makes 0 of -0.
        if rung < 0 { steps / scale } else { steps * scale }
    }

    #[inline(never)]
    fn ratio(self, value: f64, rung: i32) -> f64 {
        let (digit, scale) = self.parts(rung);
        (if rung < 0 { value * scale } else { value / scale }) / digit
    }

    /// The digit of a step and the power of its base, which is inverted below rung 0.
    fn parts(self, rung: i32) -> (f64, f64) {
        if self.is_binary {
            return (1.0, 2f64.powi(rung.abs()));
        }
        let digit = match rung.rem_euclid(3) {
            0 => 1.0,
            1 => 2.0,
            _ => 5.0,
        };
        (digit, 10f64.powi(rung.div_euclid(3).abs()))
    }

    /// The highest rung that is not above a value.
    fn rung_below(self, value: f64) -> i32 {
        let mut rung = 0;
        while rung < HIGHEST && self.multiple(1.0, rung + 1) <= value {
            rung += 1;
        }
        while rung > self.lowest && self.multiple(1.0, rung) > value {
            rung -= 1;
        }
        rung
    }

    /// The lowest rung that is not below a value.
    pub(super) fn rung_above(self, value: f64) -> i32 {
        let below = self.rung_below(value);
        if self.multiple(1.0, below) < value { below + 1 } else { below }
    }

    /// 0, and at most so many rungs up to the `top`.
    pub(super) fn after_zero(self, top: i32, wanted: u8) -> Vec<f64> {
        let lowest = (top + 1 - i32::from(wanted)).max(self.lowest);
        std::iter::once(0.0).chain((lowest..=top).map(|it| self.multiple(1.0, it))).collect()
    }

    /// Rungs from below a value up to the `top`, as close to each other as so many bins allow: all, or one a decade, or one
    /// every few.
    pub(super) fn between(self, min: f64, top: i32, wanted: u8) -> Option<Vec<f64>> {
        let bottom = self.rung_below(min);
        let octave = if self.is_binary { 1 } else { 3 };
        let strides = (0..=HIGHEST).map(|it| (it * octave).max(1));
        let ends = |stride: i32| (bottom.div_euclid(stride), -(-top).div_euclid(stride), stride);
        let fits = |(low, high, _): &(i32, i32, i32)| high - low <= i32::from(wanted);
        let (low, high, stride) = strides.map(ends).find(fits)?;
        Some((low..=high).map(|it| self.multiple(1.0, it * stride)).collect())
    }
}
