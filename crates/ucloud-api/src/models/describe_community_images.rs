//! `DescribeCommunityImages`: the images that users of CompShare, the GPU platform, have published.
//!
//! Source: [DescribeCommunityImages](https://docs.ucloud.cn/api/ucompshare-api/describe_community_images). The page
//! promises a flat `ImageSet`; the service answers with groups, `CompshareImageGroup[].Data[]`, one element of `Data` a version.
//! Fields marked *newer* are in later documents and in CompShare's own client.
//!
//! ```
//! use ucloud_api::models::describe_community_images as api;
//!
//! let answer = r#"{"RetCode": 0, "TotalCount": 743, "CompshareImageGroup": [{"GroupId": "g", "ImageName": "ComfyUI",
//!     "Data": [{"VersionName": "v1.9", "PubTime": 1}, {"VersionName": "v1.10", "PubTime": 2}]}]}"#;
//! let page = api::decode(answer)?;
//! let lead = page.rows[0].item.lead();
//! assert_eq!(lead.and_then(|it| it.version_name.as_deref()), Some("v1.10"));
//! # Ok::<(), ucloud_api::Error>(())
//! ```

use crate::{
    Error, Page,
    field::{Elements, FieldValue, Flag, Int, Text},
    model::{Fields, Model, model},
    models::community_image::CommunityImage,
    request::request,
    slices,
};

/// The action's name.
pub const ACTION: &str = "DescribeCommunityImages";

const LIST: &[&str] = &["CompshareImageGroup", "ImageSetGroup", "ImageSet"];

request! {
    /// Region: `cn-wlcb` or `cn-sh2`. Required by the service.
    region: String = "Region",
    /// Zone. Required by the page, unknown to newer documents.
    zone: Option<String> = "Zone",
    /// Project. Sub-accounts must give one.
    project_id: Option<String> = "ProjectId",
    /// One image. Its README comes with it.
    image_id: Option<String> = "CompShareImageId",
    /// Name. Documented as a fuzzy match; on images of the platform it is exact and knows upper from lower case.
    name: Option<String> = "Name",
    /// Author.
    author: Option<String> = "Author",
    /// How many groups to pass over; 0 if unset.
    offset: Option<u64> = "Offset",
    /// How many groups to return; 20 if unset, 100 at most.
    limit: Option<u64> = "Limit",
    /// A label, compared as a whole. *Newer:* several labels, all of which must match, go as [`tags`](Self::tags).
    tag: Option<String> = "Tag",
    /// What to sort by: `PubTime` (if unset), `Favor`, `Price`, `CreatedCount`; *newer:* `ImageUseTime`, `FavoritesCount`.
    sort_field: Option<String> = "SortCondition.Field",
    /// Whether the smallest come first.
    sort_ascending: Option<bool> = "SortCondition.ASC",
    /// *Newer.* Several labels, all of which must match.
    tags: Vec<String> = "Tag",
    /// *Newer.* One group.
    group_id: Option<String> = "GroupId",
    /// *Newer.* Part of a name or of an author.
    fuzzy_search: Option<String> = "FuzzySearch",
    /// *Newer.* Only free images, or only paid ones.
    is_free: Option<bool> = "IsFree",
    /// *Newer.* Only official images, or only those of users.
    is_official: Option<bool> = "IsOfficial",
    /// *Newer.* Only images that start their software by themselves.
    auto_start: Option<bool> = "IfAutoStart",
    /// *Newer.* Leaves out the READMEs, one or two KB each, which otherwise come in every row of the live service.
    exclude_readme: Option<bool> = "ExcludeReadme",
}

/// Reads an answer of any of its shapes.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<ImageGroup>, Error> {
    Page::read(body, LIST)
}

/// The versions in a row of an answer, which is given as the service wrote it.
#[must_use]
pub fn versions(row: &str) -> Page<CommunityImage> {
    let has = |name: &str| slices::member(row, name).is_some();
    let is_image = IMAGE_IDS.into_iter().any(has) && !has(VERSIONS);
    if is_image { Page::of(&[row], None) } else { Page::inside(row, VERSIONS) }
}

model! {
    /// What is said about all versions of an image together. What an answer without groups leaves open is taken from
    /// [the version that speaks for it](ImageGroup::lead).
    pub struct Group {
        /// Id of the group, or of the image where the answer has no groups.
        group_id: Text = "GroupId",
        /// Name of the family.
        image_name: Text = "ImageName",
        /// Description.
        image_desc: Text = "ImageDesc",
        /// How many machines were made from it.
        created_count: Int = "CreatedCount",
        /// How many users keep it as a favourite.
        favorites_count: Int = "FavoritesCount",
        /// How often it was recommended.
        recommend_count: Int = "RecommendCount",
        /// How long it was used, in hours.
        image_use_time: Int = "ImageUseTime",
        /// Whether the caller keeps it as a favourite.
        is_favorite: Flag = "IsFavorite",
        /// State of the group.
        status: Text = "Status",
    }
}

/// An image with its versions. Where the answer is a flat list, each image is a group of its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ImageGroup {
    /// What is said about all versions together.
    pub group: Group,
    /// The versions, as they came.
    pub versions: Vec<CommunityImage>,
}

const VERSIONS: &str = "Data";
/// What an image has and a group has not.
const IMAGE_IDS: [&str; 2] = ["CompShareImageId", "ImageId"];

impl ImageGroup {
    /// The version that speaks for the group: the newest of those that can be used, or else the newest.
    #[must_use]
    pub fn lead(&self) -> Option<&CommunityImage> {
        self.versions.iter().max_by_key(|it| (it.is_available(), it.pub_time.0, it.create_time.0))
    }

    fn of(mut group: Group, versions: Vec<CommunityImage>) -> Self {
        let it = Self { group: Group::default(), versions };
        if let Some(lead) = it.lead() {
            group.fill_in(lead);
        }
        Self { group, ..it }
    }
}

impl Group {
    fn fill_in(&mut self, lead: &CommunityImage) {
        for (own, others) in [
            (&mut self.group_id, &lead.image_id),
            (&mut self.image_name, &lead.name),
            (&mut self.image_desc, &lead.description),
            (&mut self.status, &lead.status),
        ] {
            if own.is_none() {
                own.clone_from(others);
            }
        }
        self.created_count = self.created_count.or(lead.created_count);
        self.favorites_count = self.favorites_count.or(lead.favorites_count);
        self.image_use_time = self.image_use_time.or(lead.image_use_time);
    }
}

/// Its fields are the group's, then those of [the version that speaks for it](ImageGroup::lead): where both have one of a name, the
/// group's comes first.
impl Model for ImageGroup {
    const FIELDS: &'static [&'static str] = &FIELDS;

    fn read(fields: &mut Fields) -> Self {
        let is_image = IMAGE_IDS.iter().any(|it| fields.has(it));
        if is_image && !fields.has(VERSIONS) {
            return Self::of(Group::default(), vec![CommunityImage::read(fields)]);
        }
        let elements = fields.take::<Elements>(&[VERSIONS]).0;
        let versions =
            elements.into_iter().filter_map(|it| fields.read_inner(VERSIONS, it)).collect();
        Self::of(Group::read(fields), versions)
    }

    fn values(&self) -> Vec<FieldValue<'_>> {
        let mut values = self.group.values();
        values.extend(self.lead().map(Model::values).unwrap_or_default());
        values.resize(FIELDS.len(), FieldValue::Missing);
        values
    }
}

#[expect(clippy::indexing_slicing, reason = "a place out of bounds would not compile")]
const FIELDS: [&str; Group::FIELDS.len() + CommunityImage::FIELDS.len()] = {
    let mut all = [""; Group::FIELDS.len() + CommunityImage::FIELDS.len()];
    let (groups, mut place) = (Group::FIELDS.len(), 0);
    while place < all.len() {
        all[place] = if place < groups {
            Group::FIELDS[place]
        } else {
            CommunityImage::FIELDS[place - groups]
        };
        place += 1;
    }
    all
};
