//! `GetImageTag`: the tags of an image of UHub, the container registry.
//!
//! Source: [GetImageTag](https://docs.ucloud.cn/api/uhub-api/get_image_tag).

use crate::{
    Error, Page, Plain,
    field::{Text, Time},
    model::model,
    plain::Listed,
    request::request,
};

/// The action's name.
pub const ACTION: &str = "GetImageTag";

const LIST: &[&str] = &["TagSet"];

request! {
    /// Project. Sub-accounts must give one.
    project_id: Option<String> = "ProjectId",
    /// Repository. Required by the service.
    repo_name: String = "RepoName",
    /// Image within the repository. Required by the service.
    image_name: String = "ImageName",
    /// One tag.
    tag_name: Option<String> = "TagName",
    /// How many tags to pass over; 0 if unset.
    offset: Option<u64> = "Offset",
    /// How many tags to return; 20 if unset.
    limit: Option<u64> = "Limit",
}

/// Reads an answer.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<ImageTag>, Error> {
    Page::read(body, LIST)
}

/// Reads an answer for a table.
///
/// # Errors
///
/// As [`decode`].
pub fn rows(body: &str) -> Result<Plain, Error> {
    Plain::read(body, LIST, &ImageTag::SPEC)
}

model! {
    /// A tag of an image.
    pub struct ImageTag {
        /// Name, such as `1.10`.
        tag_name: Text = "TagName",
        /// When it was pushed last, in Unix seconds.
        update_time: Time = "UpdateTime",
        /// Digest of its manifest, such as `sha256:…`.
        digest: Text = "Digest",
    }
}
