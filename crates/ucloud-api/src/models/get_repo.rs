//! `GetRepo`: the repositories of UHub, the container registry.
//!
//! Source: [GetRepo](https://docs.ucloud.cn/api/uhub-api/get_repo).

use crate::{
    Error, Page, Plain,
    field::{Flag, Text, Time},
    model::model,
    plain::Listed,
    request::request,
};

/// The action's name.
pub const ACTION: &str = "GetRepo";

const LIST: &[&str] = &["RepoSet"];

request! {
    /// Project. Sub-accounts must give one.
    project_id: Option<String> = "ProjectId",
    /// `private` or `public`. Unset lists only public ones: who wants all asks twice.
    kind: Option<String> = "Type",
    /// How many repositories to pass over; 0 if unset.
    offset: Option<u64> = "Offset",
    /// How many repositories to return; 20 if unset.
    limit: Option<u64> = "Limit",
}

/// Reads an answer. The printed example's rows are bare names; the service's are objects.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<Repository>, Error> {
    Page::read(body, LIST)
}

/// Reads an answer for a table.
///
/// # Errors
///
/// As [`decode`].
pub fn rows(body: &str) -> Result<Plain, Error> {
    Plain::read(body, LIST, &Repository::SPEC)
}

model! {
    /// A repository of images.
    pub struct Repository named by "RepoName" {
        /// Name, which is part of its images' references.
        repo_name: Text = "RepoName",
        /// When it was made, in Unix seconds.
        create_time: Time = "CreateTime",
        /// When it was changed last, in Unix seconds.
        update_time: Time = "UpdateTime",
        /// Description.
        description: Text = "Description",
        /// Whether it is public. Comes as text.
        is_shared: Flag = "IsShared",
        /// Whether it can be pulled from outside UCloud. Comes as text.
        is_out_side: Flag = "IsOutSide",
    }
}
