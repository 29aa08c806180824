//! Values that look random and are the same in every run.

/// A number that everything about one row is derived from.
///
/// A pure hash and not a generator with state: row one million is asked for without rolling the
/// rows before it, and a new question about a row does not change the answers to the older ones.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(mix(seed))
    }

    /// Independent dice for a part of the whole: a region, a row, one property of a row.
    pub(crate) fn of(self, part: u64) -> Self {
        Self(mix(self.0 ^ mix(part)))
    }

    /// Independent dice for a part that has a name.
    pub(crate) fn named(self, part: &str) -> Self {
        part.bytes().fold(self, |dice, byte| dice.of(u64::from(byte)))
    }

    pub(crate) fn bits(self) -> u64 {
        self.0
    }

    /// A number from 0 up to and without `end`; 0 when `end` is 0.
    pub(crate) fn below(self, end: u64) -> u64 {
        self.0.checked_rem(end).unwrap_or(0)
    }

    /// True in `percent` of a hundred cases.
    pub(crate) fn chance(self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of the entries; the default value when there is none.
    pub(crate) fn pick<T: Copy + Default>(self, entries: &[T]) -> T {
        entries.get(self.below(entries.len() as u64) as usize).copied().unwrap_or_default()
    }
}

/// The finaliser of SplitMix64: every bit of the input moves about half of the output's bits.
fn mix(input: u64) -> u64 {
    let mut bits = input.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_questions_have_equal_answers() {
        let dice = || Dice::new(7).named("cn-bj2").of(3);
        assert_eq!(dice().bits(), dice().bits());
        assert_ne!(dice().bits(), dice().of(0).bits());
        assert_ne!(Dice::new(7).bits(), Dice::new(8).bits());
        assert_ne!(Dice::new(7).named("ab").bits(), Dice::new(7).named("ba").bits());
    }

    #[test]
    fn nothing_to_choose_from_is_no_panic() {
        assert_eq!(Dice::new(1).below(0), 0);
        assert_eq!(Dice::new(1).pick::<&str>(&[]), "");
    }

    #[test]
    fn chances_are_roughly_what_they_say() {
        let hits = (0..10_000).filter(|&n| Dice::new(n).chance(30)).count();
        assert!((2_800..3_200).contains(&hits), "{hits} of 10000");
    }
}
