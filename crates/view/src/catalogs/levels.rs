//! Projects, buckets and repositories: what the rows of the catalogs lie in.

use ucloud_api::{
    Error, Params, Reference, Span,
    models::{get_image_bucket_list, get_project_list, get_repo},
};

use crate::{
    level::{Found, Level, Unset},
    plan::Target,
    text::Text,
};

/// The projects of the account. Their images are the same but for self-made ones.
pub(crate) static PROJECTS: Level = Level {
    key: "project",
    api_name: "ProjectId",
    label: Text::new("Projects", "项目"),
    unset: Unset::Unnamed(Text::new("Default project", "默认项目")),
    example: "org-xp2ucn",
    variants: &[],
    request: |_, _| get_project_list::Request::default().params(),
    read: read_projects,
};

/// The buckets of Docker images in a region.
pub(crate) static BUCKETS: Level = Level {
    key: "bucket",
    api_name: "BucketName",
    label: Text::new("Buckets", "镜像仓库"),
    unset: Unset::All,
    example: "ucs",
    variants: &[],
    request: request_buckets,
    read: read_buckets,
};

/// The repositories of UHub. The action lists public ones unless it is asked for the others.
pub(crate) static REPOSITORIES: Level = Level {
    key: "repo",
    api_name: "RepoName",
    label: Text::new("Repositories", "镜像库"),
    unset: Unset::All,
    example: "library",
    variants: &[("Type", "private"), ("Type", "public")],
    request: request_repositories,
    read: read_repositories,
};

fn read_projects(body: &str) -> Result<Found, Error> {
    Ok(Found::of(&get_project_list::rows(body)?, "ProjectId", "ProjectName", |it| it))
}

fn request_buckets(target: &Target, span: Span) -> Params {
    get_image_bucket_list::Request {
        region: target.text("Region"),
        project_id: target.owned("ProjectId"),
        offset: Some(span.offset),
        limit: Some(span.limit),
        ..Default::default()
    }
    .params()
}

/// A bucket's name may come as a whole reference of one of its images.
fn read_buckets(body: &str) -> Result<Found, Error> {
    let rows = get_image_bucket_list::rows(body)?;
    Ok(Found::of(&rows, "BucketName", "", |it| Reference::bucket_of(it)))
}

fn request_repositories(target: &Target, span: Span) -> Params {
    get_repo::Request {
        project_id: target.owned("ProjectId"),
        kind: target.owned("Type"),
        offset: Some(span.offset),
        limit: Some(span.limit),
    }
    .params()
}

fn read_repositories(body: &str) -> Result<Found, Error> {
    Ok(Found::of(&get_repo::rows(body)?, "RepoName", "", |it| it))
}
