//! Which images exist where: computed from the seed, never stored.

use super::{
    calendar, custom,
    image::{Image, ImageType},
    image_id::image_id,
    place::Place,
    region::{REGIONS, Region},
    slot::{Slot, slots},
};
use crate::dice::Dice;

/// Images made before this have the short ids of that time.
const SHORT_IDS_UNTIL: i64 = calendar::unix(2019, 7, 1);

/// All images of all regions.
#[derive(Debug)]
pub(crate) struct Population {
    regions: Vec<RegionImages>,
}

impl Population {
    /// `rows` for each region, or a natural number of them. Costs the same for any number.
    pub(crate) fn new(seed: u64, rows: Option<u64>) -> Self {
        let region = |(index, region)| RegionImages::new(seed, rows, index as u64, region);
        Self { regions: REGIONS.iter().enumerate().map(region).collect() }
    }

    pub(crate) fn region(&self, id: &str) -> Option<&RegionImages> {
        self.regions.iter().find(|images| images.region.id == id)
    }
}

/// The images of one region. A row is numbered from 0.
///
/// The slots are the natural population. A smaller number of rows takes some of them, from all over
/// the region; a larger number goes round several times and changes names, times and ids.
#[derive(Debug)]
pub(crate) struct RegionImages {
    pub(crate) region: &'static Region,
    index: u64,
    seed: u64,
    slots: Vec<Slot>,
    rows: Option<u64>,
    /// How far apart in the slots two neighbouring rows are.
    stride: u64,
    dice: Dice,
}

impl RegionImages {
    fn new(seed: u64, rows: Option<u64>, index: u64, region: &'static Region) -> Self {
        let dice = Dice::new(seed).named(region.id);
        let slots = slots(region, dice);
        let stride = rows.map_or(1, |_| stride(slots.len() as u64));
        Self { region, index, seed, slots, rows, stride, dice }
    }

    pub(crate) fn len(&self) -> u64 {
        self.rows.unwrap_or(self.slots.len() as u64)
    }

    pub(crate) fn slot(&self, row: u64) -> Option<Slot> {
        let step = row.checked_rem(self.slots.len() as u64)?;
        let position = step * self.stride % self.slots.len() as u64;
        self.slots.get(position as usize).copied()
    }

    pub(crate) fn image(&self, row: u64) -> Option<Image> {
        let slot = self.slot(row)?;
        let place = Place {
            zone: slot.zone,
            id: self.id(row),
            tag: self.tag(row),
            round: row / self.slots.len() as u64,
            dice: self.dice.of(row),
        };
        Some(slot.image(place))
    }

    /// The id of a row. Rows of all regions are counted in one sequence, so none comes twice.
    pub(crate) fn id(&self, row: u64) -> String {
        let old = self.slot(row).is_some_and(|slot| slot.since() < SHORT_IDS_UNTIL);
        let lengths: &[u32] = if old { &[6] } else { &[6, 8, 8, 11, 11] };
        let length = self.dice.of(row).named("id length").pick(lengths);
        image_id(row * REGIONS.len() as u64 + self.index, self.seed, length.max(6))
    }

    /// The business group. Only images of the account itself are sorted into groups.
    pub(crate) fn tag(&self, row: u64) -> &'static str {
        let is_custom = self.slot(row).is_some_and(|slot| slot.image_type() == ImageType::Custom);
        if is_custom { self.dice.of(row).named("tag").pick(custom::TAGS) } else { "Default" }
    }
}

/// About five eighths of `count`, and without a common factor: stepping by it visits every slot
/// once a round, and a few rows already come from all zones and kinds.
fn stride(count: u64) -> u64 {
    let coprime = |stride: &u64| gcd(*stride, count) == 1;
    (count * 5 / 8..count).find(coprime).unwrap_or(1)
}

fn gcd(left: u64, right: u64) -> u64 {
    if right == 0 { left } else { gcd(right, left % right) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn rows(images: &RegionImages) -> impl Iterator<Item = Image> {
        (0..images.len()).map(|row| images.image(row).unwrap())
    }

    fn print(images: &RegionImages) -> Vec<String> {
        rows(images).map(|image| format!("{image:?}")).collect()
    }

    #[test]
    fn equal_seeds_give_equal_rows() {
        let print = |seed, count| print(Population::new(seed, count).region("hk").unwrap());
        assert_eq!(print(1, None), print(1, None));
        assert_ne!(print(1, None), print(2, None));
        assert_eq!(print(1, Some(700))[..300], print(1, Some(300)));
    }

    #[test]
    fn a_zone_has_about_a_hundred_images() {
        for images in &Population::new(1, None).regions {
            for zone in images.region.zones {
                let count = rows(images).filter(|image| image.zone == *zone).count();
                // Without images for GPUs it is fewer.
                assert!((70..=110).contains(&count), "{count} in {zone}");
            }
            assert!(rows(images).any(|image| image.zone.is_empty()));
        }
    }

    #[test]
    fn ids_do_not_repeat_anywhere() {
        for count in [None, Some(1_000)] {
            let population = Population::new(1, count);
            let ids: Vec<_> = population.regions.iter().flat_map(rows).map(|row| row.id).collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        }
    }

    #[test]
    fn the_same_system_has_another_id_in_each_zone() {
        let population = Population::new(1, None);
        let rows = population.regions.iter().flat_map(rows);
        let found: Vec<_> = rows.filter(|image| image.name == "CentOS 7.6 64位").collect();
        assert!(found.len() > 35, "{}", found.len());
        let distinct = |of: fn(&Image) -> &str| found.iter().map(of).collect::<BTreeSet<_>>().len();
        assert_eq!(distinct(|image| image.zone), found.len());
        assert_eq!(distinct(|image| &image.id), found.len());
    }

    #[test]
    fn exactly_as_many_rows_as_asked_in_every_region() {
        for count in [0, 1, 20, 5_000, 1_000_000] {
            for images in &Population::new(1, Some(count)).regions {
                assert_eq!(images.len(), count);
                assert!(count == 0 || images.image(count - 1).is_some());
            }
        }
    }

    #[test]
    fn a_few_rows_show_all_kinds() {
        for images in &Population::new(1, Some(20)).regions {
            let kinds: Vec<_> = rows(images).map(|image| image.image_type).collect();
            for kind in [ImageType::Base, ImageType::Business] {
                assert!(kinds.contains(&kind), "{kind:?} in {}", images.region.id);
            }
        }
    }

    #[test]
    fn a_round_visits_every_slot() {
        for count in 1..400 {
            let stride = stride(count);
            let visited: BTreeSet<_> = (0..count).map(|step| step * stride % count).collect();
            assert_eq!(visited.len() as u64, count);
        }
    }

    #[test]
    fn fields_fit_together() {
        let population = Population::new(1, Some(2_000));
        for image in population.regions.iter().take(3).flat_map(rows) {
            assert_eq!(image.listing.is_some(), image.image_type == ImageType::Business);
            assert!(
                image.created >= calendar::unix(2014, 1, 1)
                    && image.created <= super::super::place::NEWEST
            );
            assert!(image.size_gb >= 20 && !image.name.is_empty() && !image.os_name.is_empty());
            let suffix = image.id.strip_prefix("uimage-").unwrap();
            assert!((6..=11).contains(&suffix.len()), "{}", image.id);
        }
    }
}
