//! An image in a repository of UHub.

use super::{moment, names::Names, tags::Tags};
use crate::dice::Dice;

/// An image of `GetRepoImage`. The times are Unix seconds.
#[derive(Debug)]
pub(crate) struct RepoImage {
    pub(crate) name: String,
    pub(crate) pulls: u64,
    pub(crate) created: i64,
    /// The last push, and 0 when there was none.
    pub(crate) updated: i64,
    pub(crate) tags: Tags,
}

impl RepoImage {
    pub(crate) fn new(names: Names, row: u64, since: i64, dice: Dice) -> Self {
        let created = moment(dice.named("created"), since, since + 1_500 * 86_400);
        let updated = moment(dice.named("updated"), created, i64::MAX);
        let count = tag_count(dice.named("tags"));
        Self {
            name: names.name(row),
            pulls: pulls(dice.named("pulls")),
            created,
            updated: if count == 0 { 0 } else { updated },
            tags: Tags { style: names.style(row), count, created, updated, dice },
        }
    }
}

/// Most images have some dozens of tags; a few are never cleaned up and reach the quota of 800.
fn tag_count(dice: Dice) -> u64 {
    match dice.named("kind").below(100) {
        0..=4 => 0,
        5..=84 => 1 + dice.below(60),
        85..=96 => 60 + dice.below(200),
        97 | 98 => 300 + dice.below(500),
        _ => 800,
    }
}

/// Few images are pulled all the time, and most hardly ever.
fn pulls(dice: Dice) -> u64 {
    let magnitude = 10_u64.pow(dice.named("magnitude").below(7) as u32);
    dice.below(magnitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn images() -> impl Iterator<Item = RepoImage> {
        let names = Names::beginning_with("", Dice::new(1));
        (0..2_000).map(move |row| RepoImage::new(names, row, 0, Dice::new(1).of(row)))
    }

    #[test]
    fn numbers_of_tags_reach_from_none_to_the_quota() {
        assert_eq!(images().map(|image| image.tags.count).min(), Some(0));
        assert_eq!(images().map(|image| image.tags.count).max(), Some(800));
    }

    #[test]
    fn an_image_without_tags_was_never_updated() {
        for image in images() {
            assert_eq!(image.updated == 0, image.tags.count == 0);
            assert_eq!(image.tags.newest_name().is_empty(), image.tags.count == 0);
            assert!(image.updated == 0 || image.updated >= image.created);
        }
    }
}
