//! `GetRepoImage`: the images of a repository of UHub, the container registry.
//!
//! Source: [GetRepoImage](https://docs.ucloud.cn/api/uhub-api/get_repo_image). It has no region: repositories belong to
//! a project.
//!
//! ```
//! use ucloud_api::models::get_repo_image as api;
//!
//! let answer = r#"{"RetCode": 0, "TotalCount": 1, "ImageSet": [{"ImageName": "nginx", "CreateTime": "2020-01-01 00:00:00"}]}"#;
//! let image = &api::decode(answer)?.rows[0].item;
//! assert_eq!(image.create_time.0, Some(1_577_836_800));
//! # Ok::<(), ucloud_api::Error>(())
//! ```

use crate::{
    Error, Page, Plain,
    field::{Int, Text, Time},
    model::model,
    plain::Listed,
    request::request,
};

/// The action's name.
pub const ACTION: &str = "GetRepoImage";

const LIST: &[&str] = &["ImageSet"];

request! {
    /// Project. Sub-accounts must give one.
    project_id: Option<String> = "ProjectId",
    /// Repository. Required by the service.
    repo_name: String = "RepoName",
    /// How many images to pass over; 0 if unset.
    offset: Option<u64> = "Offset",
    /// How many images to return; 20 if unset.
    limit: Option<u64> = "Limit",
}

/// Reads an answer. Its `TotalCount` may be smaller than its rows.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<RepositoryImage>, Error> {
    Page::read(body, LIST)
}

/// Reads an answer for a table.
///
/// # Errors
///
/// As [`decode`].
pub fn rows(body: &str) -> Result<Plain, Error> {
    Plain::read(body, LIST, &RepositoryImage::SPEC)
}

model! {
    /// An image of a repository.
    pub struct RepositoryImage {
        /// Name within the repository.
        image_name: Text = "ImageName",
        /// How often it was pulled.
        pull_count: Int = "PullCount",
        /// When it was made, in Unix seconds. Documented as text, printed as a number.
        create_time: Time = "CreateTime",
        /// When it was changed last, in Unix seconds. Documented as text, printed as a number.
        update_time: Time = "UpdateTime",
        /// The tag that was pushed last, which need not be `latest`.
        latest_tag: Text = "LatestTag",
        /// Repository. Documented as always there, absent in the printed rows.
        repo_name: Text = "RepoName",
    }
}
