//! The image community of CompShare: which groups there are, computed from the seed.
//!
//! The community is one for the whole platform: both regions list the same groups with the same
//! ids, and each image says itself in which zones it can be used (`ImageSupportZone`).

mod author;
mod family;
mod group;
mod readme;
mod software;
mod version;

pub(crate) use author::AuthInfo;
pub(crate) use group::{Group, Tags};
pub(crate) use software::Stack;
pub(crate) use version::{Number, Version};

use crate::dice::Dice;

/// What the platform shows on its own pages, roughly.
const NATURAL: u64 = 743;

/// Of so many groups in a row the positions [`RETIRED`] are no longer available. A pattern and not
/// dice, so that the available ones can be counted without looking at them.
const CYCLE: u64 = 40;
const RETIRED: [u64; 3] = [7, 19, 31];

/// All groups. They are numbered from 0, by the time of publication, newest first: the default
/// order of the list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Community {
    seed: u64,
    len: u64,
}

impl Community {
    /// `groups`, or a natural number of them. Costs the same for any number.
    pub(crate) fn new(seed: u64, groups: Option<u64>) -> Self {
        Self { seed, len: groups.unwrap_or(NATURAL) }
    }

    pub(crate) fn len(self) -> u64 {
        self.len
    }

    /// How many groups are available.
    pub(crate) fn available(self) -> u64 {
        let (cycles, rest) = (self.len / CYCLE, self.len % CYCLE);
        let in_rest = (cycles * CYCLE..cycles * CYCLE + rest).filter(|&n| self.is_available(n));
        cycles * (CYCLE - RETIRED.len() as u64) + in_rest.count() as u64
    }

    /// The group with this number. Cheap: what it says about itself is computed when it is asked.
    pub(crate) fn group(self, number: u64) -> Option<Group> {
        let dice = Dice::new(self.seed).named("community");
        // Not the seed itself: it may be small, and the first ids would begin with zeros.
        let id_seed = dice.bits();
        Group::new(id_seed, number, self.len, dice.of(number), self.is_available(number))
    }

    fn is_available(self, number: u64) -> bool {
        !RETIRED.contains(&((number + self.seed % CYCLE) % CYCLE))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn groups(community: Community) -> impl Iterator<Item = Group> {
        (0..community.len()).map(move |number| community.group(number).unwrap())
    }

    #[test]
    fn equal_seeds_give_equal_groups() {
        let print = |seed| format!("{:?}", groups(Community::new(seed, None)).collect::<Vec<_>>());
        assert_eq!(print(1), print(1));
        assert_ne!(print(1), print(2));
    }

    #[test]
    fn the_available_ones_are_counted_right() {
        for len in [0, 1, 39, 40, 41, 743, 5_000] {
            for seed in [1, 9, u64::MAX] {
                let community = Community::new(seed, Some(len));
                let counted = groups(community).filter(|group| group.is_available).count();
                assert_eq!(community.available(), counted as u64, "{len} with seed {seed}");
            }
        }
    }

    #[test]
    fn available_is_who_has_an_available_version() {
        for group in groups(Community::new(1, None)) {
            let usable = group.versions().iter().any(|version| version.status == "Available");
            assert_eq!(usable, group.is_available, "{group:?}");
        }
    }

    #[test]
    fn ids_do_not_repeat() {
        let (mut images, mut ids) = (BTreeSet::new(), BTreeSet::new());
        let mut rows = 0;
        for group in groups(Community::new(1, Some(2_000))) {
            assert!(ids.insert(group.id()));
            for version in group.versions() {
                rows += 1;
                images.insert(version.id);
            }
        }
        assert_eq!(images.len(), rows);
    }

    #[test]
    fn later_numbers_are_older() {
        for len in [2, 743, 100_000] {
            let community = Community::new(1, Some(len));
            let times: Vec<_> =
                groups(community).take(2_000).map(|group| group.published()).collect();
            assert!(times.is_sorted_by(|newer, older| newer > older), "{len} groups");
        }
    }

    #[test]
    fn any_number_of_groups_is_there_at_once() {
        let community = Community::new(1, Some(50_000_000));
        assert!(community.available() < community.len());
        assert!(community.group(49_999_999).is_some_and(|group| group.published() > 0));
    }
}
