//! `GetDockerImageList`: the images of a bucket, each with all its tags.
//!
//! Source: [GetDockerImageList](https://docs.ucloud.cn/api/ugc-api/get_docker_image_list).
//!
//! ```
//! use ucloud_api::models::get_docker_image_list as api;
//!
//! let answer = r#"{"RetCode": 0, "TotalCount": 1, "ImageSet": [
//!     {"ImageName": "ucsdr.ucloud.cn:5000/ucs/helloworld", "TagSet": [{"TagName": "6", "CreateTime": 1234567890}]}]}"#;
//! let image = &api::decode(answer)?.rows[0].item;
//! assert_eq!(image.tags.0[0].tag_name.as_deref(), Some("6"));
//! # Ok::<(), ucloud_api::Error>(())
//! ```

use std::borrow::Cow;

use serde_json::Value;

use crate::{
    Error, Page, Plain,
    field::{self, Field, FieldValue, Show, Text, Time, Unreadable},
    model::{Fields, Model, model},
    plain::Listed,
    request::request,
};

/// The action's name.
pub const ACTION: &str = "GetDockerImageList";

const LIST: &[&str] = &["ImageSet"];

request! {
    /// Region, such as `cn-bj2`. Required by the service.
    region: String = "Region",
    /// Bucket. Required by the service.
    bucket_name: String = "BucketName",
    /// `Default`.
    order_by: Option<String> = "OrderBy",
    /// How many images to return; 20 if unset.
    limit: Option<u64> = "Limit",
    /// How many images to pass over; 0 if unset.
    offset: Option<u64> = "Offset",
    /// Project. The page does not name it; every action of the general API takes it.
    project_id: Option<String> = "ProjectId",
}

/// Reads an answer.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<DockerImage>, Error> {
    Page::read(body, LIST)
}

/// Reads an answer for a table.
///
/// # Errors
///
/// As [`decode`].
pub fn rows(body: &str) -> Result<Plain, Error> {
    Plain::read(body, LIST, &DockerImage::SPEC)
}

/// The tags in a row of an answer, which is given as the service wrote it.
#[must_use]
pub fn tags(row: &str) -> Plain {
    Plain::inside(row, "TagSet", &DockerTag::SPEC)
}

model! {
    /// An image of a bucket.
    pub struct DockerImage {
        /// Its reference without a tag, such as `ucsdr.ucloud.cn:5000/ucs/helloworld`. The table of the page calls it
        /// `BucketName`, the printed answer `ImageName`.
        image_name: Text = "ImageName" | "BucketName",
        /// Its tags.
        tags: DockerTags = "TagSet",
        /// When it was changed last, in Unix seconds. The page calls it the time of creation.
        update_time: Time = "UpdateTime",
        /// Id of the resource. In the table of the page, absent in the printed answer.
        resource_id: Text = "ResourceId",
        /// Project. In the table of the page, absent in the printed answer.
        org_id: Text = "OrgId",
    }
}

model! {
    /// A tag of an image.
    pub struct DockerTag named by "TagName" {
        /// The tag, such as `6`. The page calls it the image's name.
        tag_name: Text = "TagName",
        /// When it was made, in Unix seconds.
        create_time: Time = "CreateTime",
    }
}

/// The tags of an image, as they came.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DockerTags(pub Vec<DockerTag>);

impl Field for DockerTags {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let mut whole = Ok(());
        let it = Self::take(value, &mut |expected| whole = Err(Unreadable { expected }));
        whole.map(|()| it)
    }

    fn take(value: Value, note: &mut dyn FnMut(&'static str)) -> Self {
        let fields = field::each(value, TAGS, note, Fields::of::<DockerTag>);
        let tags = fields.into_iter().map(|mut it| {
            let tag = DockerTag::read(&mut it);
            it.problems().for_each(&mut *note);
            tag
        });
        Self(tags.collect())
    }
}

const TAGS: &str = "a list of tags";

impl Show for DockerTags {
    fn show(&self) -> FieldValue<'_> {
        let names: Vec<_> = self.0.iter().filter_map(|it| it.tag_name.clone()).collect();
        if names.is_empty() { FieldValue::Missing } else { FieldValue::List(Cow::Owned(names)) }
    }
}
