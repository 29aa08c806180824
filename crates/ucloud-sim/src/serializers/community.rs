//! The answer of `DescribeCommunityImages` (`api/ucompshare-api/describe_community_images.md`).
//!
//! The page promises a flat `ImageSet`. The service sends groups, each with its versions, and more
//! fields than the page lists; so does this.

use serde::Serialize;

use super::community_image::ImageRow;
use crate::models::community::{Group, Version};

/// Counts are of groups. A page without groups is null and not an empty list.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct GroupList {
    total_count: u64,
    available_total_count: u64,
    compshare_image_group: Option<Vec<GroupRow>>,
}

impl GroupList {
    pub(crate) fn new(total_count: u64, available_total_count: u64, rows: Vec<GroupRow>) -> Self {
        let compshare_image_group = (!rows.is_empty()).then_some(rows);
        Self { total_count, available_total_count, compshare_image_group }
    }
}

/// A group. The hours are those of all its instances.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct GroupRow {
    group_id: String,
    image_name: String,
    image_desc: &'static str,
    created_count: u64,
    favorites_count: u64,
    recommend_count: u64,
    image_use_time: u64,
    is_favorite: bool,
    status: &'static str,
    data: Vec<ImageRow>,
}

impl GroupRow {
    /// `versions` is what is shown of the group: all of them, or the one that was asked for.
    pub(crate) fn new(group: &Group, versions: Vec<Version>, with_readme: bool) -> Self {
        let passed = versions.first().map_or("UnAvailable", |version| version.status);
        let row = |version| ImageRow::new(group, version, with_readme);
        Self {
            group_id: group.id(),
            image_name: group.name(),
            image_desc: group.family.about,
            created_count: group.created_count(),
            favorites_count: group.favorites(),
            recommend_count: group.recommendations(),
            image_use_time: group.use_hours(),
            is_favorite: group.is_favorite(),
            status: if group.is_available { "Available" } else { passed },
            data: versions.into_iter().map(row).collect(),
        }
    }
}
