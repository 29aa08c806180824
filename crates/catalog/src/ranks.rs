//! The natural order of a column's distinct texts.

use std::cmp::Ordering;

use crate::{
    dictionary::{Dictionary, MISSING},
    natural,
};

/// The places of a dictionary's codes in natural order, kept up to date as it grows.
#[derive(Debug, Default)]
pub(crate) struct Ranks {
    /// The place of each code.
    ranks: Vec<u32>,
}

impl Ranks {
    /// The place of each code in natural order: by folded text, then as it is written. The codes themselves are the places if there are none.
    ///
    /// Texts that have come since the last call are sorted by themselves and merged in; those of a file are in order already.
    pub(crate) fn update(&mut self, dictionary: &Dictionary) -> &[u32] {
        let len = dictionary.len();
        if dictionary.sorted() != len && self.ranks.len() != len {
            let known = self.ranks.len().max(dictionary.sorted());
            let sorted = sort(dictionary, number(known)..number(len));
            self.ranks = inverse(&merge(dictionary, &self.order(known), &sorted));
        }
        &self.ranks
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.ranks.capacity() * 4
    }

    /// The first codes in order.
    fn order(&self, known: usize) -> Vec<u32> {
        if self.ranks.is_empty() { (0..number(known)).collect() } else { inverse(&self.ranks) }
    }
}

/// The place of each number in a list that holds each number below its length.
fn inverse(list: &[u32]) -> Vec<u32> {
    let mut places = vec![0; list.len()];
    for (place, number) in (0..).zip(list) {
        places[*number as usize] = place;
    }
    places
}

fn number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(MISSING)
}

/// Codes with their keys, sorted.
fn sort(dictionary: &Dictionary, codes: std::ops::Range<u32>) -> Vec<Entry> {
    let mut keys = Vec::new();
    let mut ends = vec![0];
    for code in codes.clone() {
        natural::key_into(dictionary.folded(code).unwrap_or_default(), &mut keys);
        ends.push(keys.len());
    }
    let key = |code: u32| {
        let place = (code - codes.start) as usize;
        &keys[ends[place]..ends[place + 1]]
    };
    let mut entries: Vec<Entry> =
        codes.clone().map(|code| Entry { head: head(key(code)), code }).collect();
    sort_entries(&mut entries, &|a, b| key(a).cmp(key(b)).then_with(|| last(dictionary, a, b)));
    entries
}

/// A code with a number that decides most comparisons: the first bytes of its key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) head: u64,
    pub(crate) code: u32,
}

/// Sorts by number, then by `tie`. The one comparing sort of the engine: the standard library's is compiled once for it, which a generic `tie` would undo.
pub(crate) fn sort_entries(entries: &mut [Entry], tie: &dyn Fn(u32, u32) -> Ordering) {
    entries.sort_unstable_by(|a, b| a.head.cmp(&b.head).then_with(|| tie(a.code, b.code)));
}

fn head(key: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(bytes)
}

/// What decides between texts whose keys are equal: leading zeros, then how they are written.
fn last(dictionary: &Dictionary, a: u32, b: u32) -> Ordering {
    let text = |code| dictionary.text(code).unwrap_or_default();
    text(a).len().cmp(&text(b).len()).then_with(|| text(a).cmp(text(b)))
}

/// Merges new codes into an order. Each is looked for by halving, since they are few beside the old ones or there are no old ones at all.
fn merge(dictionary: &Dictionary, old: &[u32], new: &[Entry]) -> Vec<u32> {
    let mut keys = (Vec::new(), Vec::new());
    let mut merged = Vec::with_capacity(old.len() + new.len());
    let mut rest = old;
    for it in new {
        let ahead =
            rest.partition_point(|other| compare(dictionary, *other, it.code, &mut keys).is_lt());
        let (before, after) = rest.split_at(ahead);
        merged.extend_from_slice(before);
        merged.push(it.code);
        rest = after;
    }
    merged.extend_from_slice(rest);
    merged
}

fn compare(dictionary: &Dictionary, a: u32, b: u32, keys: &mut (Vec<u8>, Vec<u8>)) -> Ordering {
    for (key, code) in [(&mut keys.0, a), (&mut keys.1, b)] {
        key.clear();
        natural::key_into(dictionary.folded(code).unwrap_or_default(), key);
    }
    keys.0.cmp(&keys.1).then_with(|| last(dictionary, a, b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::schema::{ColumnSpec, Kind};

    #[test]
    fn ranks_are_natural() {
        let spec = ColumnSpec::new("", Kind::Text);
        let mut dictionary = Dictionary::default();
        for text in ["v10", "v9", "V1", "v09"] {
            dictionary.intern(text, &spec);
        }
        assert_eq!(Ranks::default().update(&dictionary), [3, 1, 0, 2]);
    }

    proptest! {
        #[test]
        fn growing_ranks_are_those_made_at_once(texts in prop::collection::vec("[a-bA0-2]{0,3}", 0..40), cut in 0_usize..40) {
            let spec = ColumnSpec::new("", Kind::Text);
            let (mut dictionary, mut ranks) = (Dictionary::default(), Ranks::default());
            for (place, text) in texts.iter().enumerate() {
                if place == cut || place == cut / 2 {
                    ranks.update(&dictionary);
                }
                dictionary.intern(text, &spec);
            }
            let at_once = Ranks::default().update(&dictionary).to_vec();
            prop_assert_eq!(ranks.update(&dictionary), &at_once[..]);
        }
    }
}
