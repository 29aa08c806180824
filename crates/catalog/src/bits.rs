//! Sets of row or code numbers, a bit each.

/// A set of numbers below a length.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// The empty set of numbers below a length.
    #[must_use]
    pub fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// All numbers below a length.
    #[must_use]
    pub fn all(len: usize) -> Self {
        let mut it = Self { words: vec![!0; len.div_ceil(64)], len };
        it.trim();
        it
    }

    /// The length: every number of the set is below it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it holds no number.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|it| *it == 0)
    }

    /// How many numbers it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.words.iter().map(|it| it.count_ones() as usize).sum()
    }

    /// Whether it holds a number.
    #[inline]
    #[must_use]
    pub fn has(&self, number: u32) -> bool {
        self.words.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Adds a number; one that is not below the length is not added.
    #[inline]
    pub fn add(&mut self, number: u32) {
        if (number as usize) < self.len
            && let Some(word) = self.words.get_mut(number as usize / 64)
        {
            *word |= 1 << (number % 64);
        }
    }

    /// Keeps what the other holds too.
    pub fn keep(&mut self, other: &Self) {
        self.zip(other, |mine, theirs| mine & theirs);
    }

    /// Adds what the other holds.
    pub fn join(&mut self, other: &Self) {
        self.zip(other, |mine, theirs| mine | theirs);
    }

    /// Holds from now on what it did not.
    pub fn invert(&mut self) {
        self.words.iter_mut().for_each(|it| *it = !*it);
        self.trim();
    }

    /// The numbers, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0_u32..)
            .zip(&self.words)
            .flat_map(|(place, word)| Ones(*word).map(move |it| place * 64 + it))
    }

    /// The words, 64 numbers each, the lowest first.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// The words, to be changed. Numbers from the length on must stay out.
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.words.capacity() * 8
    }

    /// Takes out what the last word holds beyond the length.
    pub(crate) fn trim(&mut self) {
        let rest = self.len % 64;
        if let Some(last) = self.words.last_mut().filter(|_| rest > 0) {
            *last &= (1 << rest) - 1;
        }
    }

    fn zip(&mut self, other: &Self, with: fn(u64, u64) -> u64) {
        let others = other.words.iter().copied().chain(std::iter::repeat(0));
        self.words.iter_mut().zip(others).for_each(|(mine, theirs)| *mine = with(*mine, theirs));
        self.trim();
    }
}

/// The places of the ones of a word, ascending.
pub(crate) struct Ones(pub(crate) u64);

impl Iterator for Ones {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        (self.0 != 0).then(|| {
            let place = self.0.trailing_zeros();
            self.0 &= self.0 - 1;
            place
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn bits(len: usize, numbers: &BTreeSet<u32>) -> Bits {
        let mut it = Bits::none(len);
        numbers.iter().for_each(|number| it.add(*number));
        it
    }

    proptest! {
        #[test]
        fn is_a_set(
            len in 0_usize..200,
            a in prop::collection::btree_set(0_u32..200, 0..40),
            b in prop::collection::btree_set(0_u32..200, 0..40),
        ) {
            let within = |set: &BTreeSet<u32>| set.iter().copied().filter(|it| (*it as usize) < len).collect::<BTreeSet<_>>();
            let (left, right) = (bits(len, &a), bits(len, &b));
            let (a, b) = (within(&a), within(&b));
            let seen = |it: &Bits| it.iter().collect::<BTreeSet<_>>();
            prop_assert_eq!((left.count(), left.is_empty()), (a.len(), a.is_empty()));
            prop_assert!((0..200).all(|it| left.has(it) == a.contains(&it)));
            let (mut both, mut either) = (left.clone(), left.clone());
            let mut not = left;
            both.keep(&right);
            either.join(&right);
            not.invert();
            prop_assert_eq!(seen(&both), a.intersection(&b).copied().collect());
            prop_assert_eq!(seen(&either), a.union(&b).copied().collect());
            prop_assert_eq!(not.count(), len - a.len());
            prop_assert_eq!(Bits::all(len).count(), len);
        }
    }
}
