//! Which buckets of UGC each region has.

use super::{Access, docker_image::DockerImage, moment, names::Names, tags::Tags};
use crate::{
    dice::Dice,
    models::{
        calendar,
        region::{REGIONS, Region},
    },
};

/// The buckets of all regions.
#[derive(Debug)]
pub(crate) struct Buckets {
    regions: Vec<(&'static Region, Vec<Bucket>)>,
}

/// A bucket. Its images are numbered from 0.
#[derive(Debug)]
pub(crate) struct Bucket {
    pub(crate) name: String,
    pub(crate) owner: Owner,
    pub(crate) access: Access,
    /// Unix seconds.
    pub(crate) created: i64,
    /// How many images it has.
    pub(crate) images: u64,
    /// Whether lists name it by the reference of an image in it, and not by its name.
    named_by_reference: bool,
    names: Names,
    dice: Dice,
}

/// Who made a bucket; it says nothing about who may look into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Account,
    ThirdParty,
}

/// What third parties share in every region, each with its first image.
const SHARED: &[(&str, &str)] = &[("ucs", "helloworld"), ("library", "harbor_ui")];
/// What the account's own buckets are for.
const PURPOSES: &[&str] = &["web", "backend", "ci", "ops", "data", "mobile", "payment", "game"];
const SINCE: i64 = calendar::unix(2015, 6, 1);
const UNTIL: i64 = calendar::unix(2016, 6, 1);

impl Buckets {
    /// `rows` images in the first bucket of each region, or a natural number of them. Costs the
    /// same for any number.
    pub(crate) fn new(seed: u64, rows: Option<u64>) -> Self {
        let dice = Dice::new(seed).named("ugc");
        let of = |region: &'static Region| (region, buckets(region, rows, dice.named(region.id)));
        Self { regions: REGIONS.iter().map(of).collect() }
    }

    pub(crate) fn region(&self, id: &str) -> Option<&[Bucket]> {
        let found = self.regions.iter().find(|(region, _)| region.id == id);
        found.map(|(_, buckets)| buckets.as_slice())
    }
}

impl Bucket {
    /// What lists call it: some have the reference of an image with its tag in place of the name.
    pub(crate) fn shown_name(&self) -> String {
        if !self.named_by_reference {
            return self.name.clone();
        }
        let image = self.image(0);
        format!("{}:{}", image.reference, image.tags.newest_name())
    }

    pub(crate) fn image(&self, row: u64) -> DockerImage {
        let dice = self.dice.of(row);
        let created = moment(dice.named("created"), self.created, self.created + 1_200 * 86_400);
        let tags = Tags {
            style: self.names.style(row),
            count: tag_count(row, dice.named("tags")),
            created,
            updated: moment(dice.named("updated"), created, i64::MAX),
            dice,
        };
        DockerImage::new(&self.name, &self.names.name(row), row, tags)
    }
}

fn buckets(region: &Region, rows: Option<u64>, dice: Dice) -> Vec<Bucket> {
    let shared = SHARED.iter().map(|(name, first)| shared_bucket(name, first, dice.named(name)));
    let first_purpose = dice.named("purpose").below(PURPOSES.len() as u64) as usize;
    let purposes = PURPOSES.iter().cycle().skip(first_purpose);
    let own = purposes.take(2 + dice.named("own").below(5) as usize);
    let own = own.map(|purpose| own_bucket(purpose, region, dice.named(purpose)));
    let mut buckets: Vec<_> = shared.chain(own).collect();
    if let (Some(first), Some(rows)) = (buckets.first_mut(), rows) {
        first.images = rows;
    }
    buckets
}

fn shared_bucket(name: &str, first: &str, dice: Dice) -> Bucket {
    Bucket {
        named_by_reference: name == "library",
        ..bucket(name.to_owned(), Owner::ThirdParty, Access::Public, first, dice)
    }
}

/// Bucket names are unique in the whole world, which the region in them ensures here.
fn own_bucket(purpose: &str, region: &Region, dice: Dice) -> Bucket {
    let access = if dice.named("public").chance(25) { Access::Public } else { Access::Private };
    let name = format!("{purpose}-{}", region.id);
    let named_by_reference = dice.named("reference").chance(25);
    Bucket { named_by_reference, ..bucket(name, Owner::Account, access, "", dice) }
}

fn bucket(name: String, owner: Owner, access: Access, first: &str, dice: Dice) -> Bucket {
    Bucket {
        name,
        owner,
        access,
        created: moment(dice.named("created"), SINCE, UNTIL),
        images: 3 + dice.named("images").below(38),
        named_by_reference: false,
        names: Names::beginning_with(first, dice),
        dice,
    }
}

/// The first image of a bucket has tags, because the bucket may be named by it.
fn tag_count(row: u64, dice: Dice) -> u64 {
    if row > 0 && dice.named("none").chance(6) { 0 } else { 1 + dice.below(60) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn all(buckets: &Buckets) -> impl Iterator<Item = &Bucket> {
        buckets.regions.iter().flat_map(|(_, buckets)| buckets)
    }

    fn print(seed: u64) -> Vec<String> {
        let buckets = Buckets::new(seed, None);
        all(&buckets).map(|bucket| format!("{bucket:?} {:?}", bucket.image(2))).collect()
    }

    #[test]
    fn equal_seeds_give_equal_buckets() {
        assert_eq!(print(1), print(1));
        assert_ne!(print(1), print(2));
    }

    #[test]
    fn natural_sizes() {
        let buckets = Buckets::new(1, None);
        for (region, buckets) in &buckets.regions {
            assert!((4..=8).contains(&buckets.len()), "{}", region.id);
            assert!(buckets.iter().all(|bucket| (3..=40).contains(&bucket.images)));
        }
        let images = all(&buckets).flat_map(|b| (0..b.images).map(move |row| b.image(row)));
        let counts: BTreeSet<_> = images.map(|image| image.tags.count).collect();
        assert_eq!((counts.first(), counts.last()), (Some(&0), Some(&60)));
    }

    #[test]
    fn only_the_first_bucket_grows() {
        let natural = Buckets::new(1, None);
        for rows in [0, 1, 1_000_000] {
            for (natural, grown) in all(&natural).zip(all(&Buckets::new(1, Some(rows)))) {
                let expected = if grown.name == "ucs" { rows } else { natural.images };
                assert_eq!((&grown.name, grown.images), (&natural.name, expected));
            }
        }
    }

    #[test]
    fn own_buckets_are_unique_and_of_both_kinds() {
        let buckets = Buckets::new(1, None);
        let own: Vec<_> = all(&buckets).filter(|b| b.owner == Owner::Account).collect();
        let names: BTreeSet<_> = own.iter().map(|bucket| &bucket.name).collect();
        assert_eq!(names.len(), own.len());
        assert!(own.iter().any(|bucket| bucket.access == Access::Public));
        assert!(own.iter().any(|bucket| bucket.access == Access::Private));
    }

    #[test]
    fn the_last_of_a_million_is_there_at_once() {
        let buckets = Buckets::new(1, Some(1_000_000));
        let image = buckets.region("hk").unwrap()[0].image(999_999);
        assert!(image.reference.starts_with("ucsdr.ucloud.cn:5000/ucs/"), "{}", image.reference);
    }
}
