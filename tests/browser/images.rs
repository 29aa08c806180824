//! Made-up images, and what a search and a sort make of them, written as plainly as it can be.

use std::cmp::Ordering;

use catalog::Direction;
use serde_json::{Value, json};

use crate::service::REGIONS;

/// An image of the made-up service.
#[derive(Debug, Clone)]
pub(crate) struct Image {
    pub(crate) region: &'static str,
    pub(crate) zone: Option<String>,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) size: Option<u32>,
    pub(crate) created: Option<u32>,
}

/// What is chosen at random, the same in every run.
#[derive(Debug)]
pub(crate) struct Dice(u64);

const SYSTEMS: [&str; 5] = ["centos", "debian", "rocky", "ubuntu", "windows"];

/// So many images. Few names, sizes and days, so that many rows are equal in what they are sorted by, and gaps in all that may be missing.
pub(crate) fn images(count: u32, dice: &mut Dice) -> Vec<Image> {
    let image = |number| {
        let region = dice.pick(&REGIONS);
        Image {
            region,
            zone: dice.sometimes(3).map(|zone| format!("{region}-0{}", zone + 1)),
            id: format!("uimage-{number}"),
            name: format!("{} {}", dice.pick(&SYSTEMS), dice.below(12)),
            size: dice.sometimes(9).map(|it| 20 + it),
            created: dice.sometimes(40).map(|it| 1_700_000_000 + it * 86_400),
        }
    };
    (0..count).map(image).collect()
}

/// The images that a search finds, sorted by a column.
pub(crate) fn found<'a>(
    images: &'a [Image],
    text: &str,
    column: &str,
    direction: Direction,
) -> Vec<&'a Image> {
    let mut found: Vec<_> = images.iter().filter(|it| it.matches(text)).collect();
    let ties = view::catalogs::first().tie_break;
    found.sort_by(|a, b| {
        let ties = ties.iter().map(|key| (*key, Direction::Ascending));
        let keys = std::iter::once((column, direction)).chain(ties);
        keys.map(|(key, direction)| a.compare(b, key, direction))
            .find(|it| it.is_ne())
            .unwrap_or(Ordering::Equal)
    });
    found
}

impl Image {
    /// As the service answers it.
    pub(crate) fn answer(&self) -> Value {
        json!({
            "Region": self.region, "Zone": self.zone, "ImageId": self.id, "ImageName": self.name,
            "ImageSize": self.size, "CreateTime": self.created,
        })
    }

    /// What links and rows tell it by.
    pub(crate) fn key(&self) -> String {
        format!("{}/{}", self.region, self.id)
    }

    fn matches(&self, text: &str) -> bool {
        let zone = self.zone.as_deref().unwrap_or_default();
        let texts = [self.region, zone, &self.id, &self.name];
        text.split_whitespace().all(|term| texts.iter().any(|it| it.contains(term)))
    }

    fn compare(&self, other: &Self, key: &str, direction: Direction) -> Ordering {
        match (self.value(key), other.value(key), direction) {
            (None, None, _) => Ordering::Equal,
            (None, Some(_), _) => Ordering::Greater,
            (Some(_), None, _) => Ordering::Less,
            (Some(mine), Some(its), Direction::Ascending) => mine.cmp(&its),
            (Some(mine), Some(its), Direction::Descending) => its.cmp(&mine),
        }
    }

    fn value(&self, key: &str) -> Option<(&str, u32)> {
        match key {
            "name" => Some(numbered(&self.name)),
            "id" => Some(numbered(&self.id)),
            "region" => Some(numbered(self.region)),
            "zone" => self.zone.as_deref().map(numbered),
            "size" => self.size.map(|it| ("", it)),
            "created" => self.created.map(|it| ("", it)),
            other => panic!("no made-up image has a value of {other}"),
        }
    }
}

/// A text and the number at its end, by which people count.
fn numbered(text: &str) -> (&str, u32) {
    let (words, number) =
        text.split_at(text.trim_end_matches(|it: char| it.is_ascii_digit()).len());
    (words, number.parse().unwrap_or_default())
}

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below another one.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        // A linear congruential generator with Knuth's constants; its upper half is random enough for choosing.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32 % end
    }

    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u32) as usize]
    }

    /// A number below another one, three times out of four.
    fn sometimes(&mut self, end: u32) -> Option<u32> {
        let number = self.below(end);
        (self.below(4) > 0).then_some(number)
    }
}
