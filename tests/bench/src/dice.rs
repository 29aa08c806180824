//! Numbers that look random and are the same in every run.

/// A generator that starts from a row's number, so that a row never depends on the rows before it: a table of ten thousand rows is the
/// beginning of one of a million.
#[derive(Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn of(row: u32) -> Self {
        Self(u64::from(row) << 32 | 0x5eed)
    }

    /// A number from 0 up to and without `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % (end.max(1) as u64)).unwrap_or_default()
    }

    /// True in `percent` of a hundred cases.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the entries.
    pub(crate) fn pick<T: Copy>(&mut self, entries: &[T]) -> T {
        entries[self.below(entries.len())]
    }

    /// SplitMix64: a counter with an odd step, and a finaliser that moves about half of the bits for each bit of it.
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }
}
