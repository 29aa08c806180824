//! `GetProjectList`: the projects of the account.
//!
//! Source: [GetProjectList](https://docs.ucloud.cn/api/uaccount-api/get_project_list).

use crate::{
    Error, Page, Plain,
    field::{Flag, Int, Text, Time},
    model::model,
    plain::Listed,
    request::request,
};

/// The action's name.
pub const ACTION: &str = "GetProjectList";

const LIST: &[&str] = &["ProjectSet"];

request! {
    /// `Yes` or `No`: whether the caller is a finance account.
    is_finance: Option<String> = "IsFinance",
}

/// Reads an answer.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<Project>, Error> {
    Page::read(body, LIST)
}

/// Reads an answer for a table.
///
/// # Errors
///
/// As [`decode`].
pub fn rows(body: &str) -> Result<Plain, Error> {
    Plain::read(body, LIST, &Project::SPEC)
}

model! {
    /// A project: the folder of an account that resources and permissions belong to.
    pub struct Project {
        /// Id, such as `org-xp2ucn`.
        project_id: Text = "ProjectId",
        /// Name.
        project_name: Text = "ProjectName",
        /// When it was made, in Unix seconds.
        create_time: Time = "CreateTime",
        /// Whether requests without a project go to it.
        is_default: Flag = "IsDefault",
        /// How many members it has.
        member_count: Int = "MemberCount",
        /// *Deprecated.* How many resources it has.
        resource_count: Int = "ResourceCount",
        /// *Deprecated.* The project above it.
        parent_id: Text = "ParentId",
        /// *Deprecated.* The name of the project above it.
        parent_name: Text = "ParentName",
    }
}
