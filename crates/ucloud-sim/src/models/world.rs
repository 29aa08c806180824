//! All that the simulated service knows, one field for each product.

use super::{
    community::Community,
    light_image::LightImages,
    population::Population,
    registry::{bucket::Buckets, repository::Repositories},
};

/// What handlers answer from. A product that has rows adds its field here and its line in
/// [`World::new`]; like the others it computes its rows from the seed and stores none.
#[derive(Debug)]
pub(crate) struct World {
    /// UHost: the images of `DescribeImage`.
    pub(crate) images: Population,
    /// CompShare: the groups of `DescribeCommunityImages`.
    pub(crate) community: Community,
    /// UGC: the buckets of `GetImageBucketList` and the images in them.
    pub(crate) buckets: Buckets,
    /// UHub: the repositories of `GetRepo` and the images in them.
    pub(crate) repositories: Repositories,
    /// ULightHost: the images of `DescribeULHostImage`, whose number does not follow `rows`.
    pub(crate) light_images: LightImages,
}

impl World {
    /// `rows` for each list that a region or a product has, or natural numbers of them. Costs the
    /// same for any number.
    pub(crate) fn new(seed: u64, rows: Option<u64>) -> Self {
        Self {
            images: Population::new(seed, rows),
            community: Community::new(seed, rows),
            buckets: Buckets::new(seed, rows),
            repositories: Repositories::new(seed, rows),
            light_images: LightImages::new(seed),
        }
    }
}
