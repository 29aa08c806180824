//! A group: one work of one author, with all its versions.

use super::{
    author::{AUTHORS, Author},
    family::{FAMILIES, Family},
    readme,
    version::{self, Version},
};
use crate::{
    dice::Dice,
    models::{
        calendar,
        place::NEWEST,
        scatter::{BASE62, scattered},
    },
};

/// The first groups are this old; older versions of them a little older.
const OLDEST: i64 = calendar::unix(2024, 6, 1);

/// A group. Everything that filters and sorts look at costs a few hashes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    pub(crate) number: u64,
    pub(crate) family: &'static Family,
    pub(crate) author: &'static Author,
    /// Whether at least one version can be used.
    pub(crate) is_available: bool,
    pub(crate) dice: Dice,
    /// What scatters the ids of all groups.
    pub(super) id_seed: u64,
    /// Groups of the whole community, over which the time is divided.
    len: u64,
}

/// Tags as they are stored: what authors typed was not always taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tags {
    Nothing,
    List(Vec<String>),
    /// Not even a list.
    Text(String),
}

const ADDITIONS: &[&str] = &[
    "",
    "",
    "",
    "",
    " 整合包",
    " 一键启动",
    "-WebUI",
    "（中文优化）",
    " API 版",
    " <极速>",
    "-lite",
    " & 教程",
    " 5090专用",
    "_final",
];
const SEPARATORS: &[&str] = &["，", ",", ";"];

impl Group {
    pub(super) fn new(
        id_seed: u64,
        number: u64,
        len: u64,
        dice: Dice,
        is_available: bool,
    ) -> Option<Self> {
        let choose = |name: &str, count: usize| dice.named(name).below(count as u64) as usize;
        let family = FAMILIES.get(choose("family", FAMILIES.len()))?;
        let author = AUTHORS.get(choose("author", AUTHORS.len()))?;
        Some(Self { number, family, author, is_available, dice, id_seed, len })
    }

    /// Twelve letters and digits, the first half of which is never the same twice.
    pub(crate) fn id(&self) -> String {
        let half = |seed| scattered(self.number, seed, 6, BASE62);
        half(self.id_seed) + &half(self.dice.bits())
    }

    /// Not unique: several authors publish the same program, and some write it in lower case.
    pub(crate) fn name(&self) -> String {
        let name = self.family.name;
        let spelt =
            if self.dice.named("lower").chance(8) { name.to_lowercase() } else { name.into() };
        spelt + self.dice.named("addition").pick(ADDITIONS)
    }

    /// Unix seconds; no two groups have the same.
    pub(crate) fn published(&self) -> i64 {
        let step = (NEWEST - OLDEST).unsigned_abs().checked_div(self.len).unwrap_or(1).max(1);
        let late = self.dice.named("published").below(step);
        NEWEST - (self.number * step + late).cast_signed()
    }

    /// Hundredths of a yuan for each GPU and hour; 0 is free, as two thirds of all are.
    pub(crate) fn price_fen(&self) -> u32 {
        let dice = self.dice.named("price");
        if dice.of(0).chance(66) { 0 } else { 1 + dice.of(1).below(50) as u32 }
    }

    pub(crate) fn auto_start(&self) -> bool {
        self.dice.named("auto start").chance(40)
    }

    /// How many instances were made from it: few from most, thousands from some.
    pub(crate) fn created_count(&self) -> u64 {
        let dice = self.dice.named("created count");
        let most = match dice.of(0).below(100) {
            0..=1 => 17_000,
            2..=15 => 2_000,
            16..=70 => 120,
            _ => 8,
        };
        dice.of(1).below(most)
    }

    pub(crate) fn favorites(&self) -> u64 {
        self.dice.named("favorites").below(3 + self.created_count() / 8)
    }

    /// The heat of a group: what `Favor` sorts by.
    pub(crate) fn recommendations(&self) -> u64 {
        self.dice.named("recommendations").below(2 + self.created_count() / 20)
    }

    /// Hours of all instances together.
    pub(crate) fn use_hours(&self) -> u64 {
        self.created_count() * (1 + self.dice.named("hours").below(30))
    }

    /// Whether the account has marked it.
    pub(crate) fn is_favorite(&self) -> bool {
        self.dice.named("mine").chance(3)
    }

    pub(crate) fn tags(&self) -> Tags {
        let tags = self.family.tags;
        let dice = self.dice.named("tags");
        let joined = || tags.join(dice.named("separator").pick(SEPARATORS));
        match dice.below(100) {
            0..=5 => Tags::Nothing,
            6..=14 => Tags::List(vec![joined()]),
            15..=17 => Tags::Text(joined()),
            _ => Tags::List(tags.iter().map(|tag| (*tag).to_owned()).collect()),
        }
    }

    /// What the author writes about a version.
    pub(crate) fn readme(&self, version_name: &str) -> String {
        readme::readme(self, version_name)
    }

    /// All versions, newest first; one to six.
    pub(crate) fn versions(&self) -> Vec<Version> {
        let count = self.version_count();
        (0..count).map(|age| version::version(self, age, count)).collect()
    }

    /// The ids of all versions, without the versions.
    pub(crate) fn image_ids(&self) -> impl Iterator<Item = String> {
        (0..self.version_count()).map(|age| version::id(self, age))
    }

    fn version_count(&self) -> u64 {
        self.dice.named("versions").pick(&[1, 1, 1, 1, 2, 2, 3, 4, 5, 6]).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::community::Community;

    fn groups() -> impl Iterator<Item = Group> {
        let community = Community::new(1, Some(2_000));
        (0..2_000).filter_map(move |number| community.group(number))
    }

    #[test]
    fn ids_have_the_shape_of_real_ones() {
        for id in groups().map(|group| group.id()) {
            assert!(id.len() == 12 && id.bytes().all(|b| b.is_ascii_alphanumeric()), "{id}");
        }
    }

    #[test]
    fn every_form_of_tags_comes_up() {
        let forms: Vec<_> = groups().map(|group| group.tags()).collect();
        let has = |form: fn(&Tags) -> bool| forms.iter().any(form);
        assert!(has(|tags| *tags == Tags::Nothing));
        assert!(has(|tags| matches!(tags, Tags::Text(_))));
        assert!(has(|tags| matches!(tags, Tags::List(list) if list.len() == 3)));
        for separator in SEPARATORS {
            let joined =
                |tags: &Tags| matches!(tags, Tags::List(list) if list[0].contains(separator));
            assert!(forms.iter().any(joined), "{separator}");
        }
    }

    #[test]
    fn ids_of_images_are_those_of_the_versions() {
        for group in groups().take(200) {
            let ids: Vec<_> = group.versions().into_iter().map(|version| version.id).collect();
            assert_eq!(group.image_ids().collect::<Vec<_>>(), ids);
            assert!((1..=6).contains(&ids.len()));
        }
    }
}
