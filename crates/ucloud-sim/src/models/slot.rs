//! What is where, before rows are counted.

use super::{
    custom,
    image::{FuncType, Image, ImageType},
    market::MARKET,
    offer::Offer,
    place::Place,
    region::Region,
    system::{SYSTEMS, System, find},
};
use crate::dice::Dice;

/// What decides about an image before its row is known, and all that filters look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    pub(crate) zone: &'static str,
    pub(crate) system: &'static System,
    source: Source,
}

#[derive(Clone, Copy, Debug)]
enum Source {
    Standard,
    Market(&'static Offer),
    Custom,
}

/// The slots of a region: zone by zone, and last what belongs to the whole region.
pub(crate) fn slots(region: &Region, dice: Dice) -> Vec<Slot> {
    let in_zones = region.zones.iter().flat_map(|zone| zone_slots(zone, dice.named(zone)));
    let shared = dice.named("whole region");
    let of_region = custom_slots("", shared, 2 + shared.below(3));
    in_zones.chain(of_region).collect()
}

impl Slot {
    pub(crate) fn image_type(&self) -> ImageType {
        match self.source {
            Source::Standard => ImageType::Base,
            Source::Market(_) => ImageType::Business,
            Source::Custom => ImageType::Custom,
        }
    }

    /// None for what vendors made up, too: nobody can ask for that.
    pub(crate) fn func_type(&self) -> Option<FuncType> {
        match self.source {
            Source::Market(offer) => FuncType::parse(offer.listing.func_type),
            Source::Standard | Source::Custom => None,
        }
    }

    /// Unix seconds before which nothing in this slot can have been made.
    pub(crate) fn since(&self) -> i64 {
        match self.source {
            Source::Standard => self.system.since,
            Source::Market(offer) => offer.since,
            Source::Custom => custom::SINCE,
        }
    }

    /// The image that this slot holds in one place.
    pub(crate) fn image(self, place: Place) -> Image {
        match self.source {
            Source::Standard => self.system.image(place),
            Source::Market(offer) => offer.image(self.system, place),
            Source::Custom => custom::image(self.system, place),
        }
    }
}

/// Where CompShare runs, DescribeImage lists plain systems: what needs a GPU is in the other pool.
const WITHOUT_GPU: &str = "cn-wlcb-01";

fn zone_slots(zone: &'static str, dice: Dice) -> Vec<Slot> {
    let exists = |name, percent| dice.named(name).chance(percent);
    let standard = SYSTEMS.iter().filter(|system| exists(system.name, system.spread));
    let standard = standard.map(|system| Slot { zone, system, source: Source::Standard });
    let is_here = |offer: &&Offer| zone != WITHOUT_GPU || offer.listing.gpus.is_empty();
    let market = MARKET.iter().filter(is_here).filter(|offer| exists(offer.name, offer.spread));
    let market = market.filter_map(|offer| {
        Some(Slot { zone, system: find(offer.system)?, source: Source::Market(offer) })
    });
    let custom = custom_slots(zone, dice, 5 + dice.named("custom").below(8));
    standard.chain(market).chain(custom).collect()
}

fn custom_slots(zone: &'static str, dice: Dice, count: u64) -> impl Iterator<Item = Slot> {
    (0..count).filter_map(move |number| {
        let system = find(dice.of(number).pick(custom::SYSTEMS))?;
        Some(Slot { zone, system, source: Source::Custom })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::region::REGIONS;

    #[test]
    fn every_name_that_slots_are_made_from_is_a_system() {
        for name in custom::SYSTEMS {
            assert!(find(name).is_some(), "{name}");
        }
    }

    #[test]
    fn slots_come_zone_by_zone_and_the_region_last() {
        for region in REGIONS {
            let slots = slots(region, Dice::new(1));
            let mut zones: Vec<_> = slots.iter().map(|slot| slot.zone).collect();
            zones.dedup();
            assert_eq!(zones, [region.zones, &[""]].concat(), "{}", region.id);
        }
    }
}
