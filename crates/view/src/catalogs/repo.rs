//! Images of the repositories of UHub, the container registry.
//!
//! Source: [GetRepoImage](https://docs.ucloud.cn/api/uhub-api/get_repo_image).

use catalog::{Direction, Flag};
use ucloud_api::{
    Error, Params, Span,
    models::{get_image_tag, get_repo_image},
};

use super::levels::{PROJECTS, REPOSITORIES};
use crate::{
    column::{Column, Format, Source},
    describe::{Catalog, Param, Section},
    parts::{Card, From, Inner, Layout},
    plan::Target,
    rows::{Received, Rows},
    state::Values,
    text::Text,
};

/// The catalog.
pub(super) static CATALOG: Catalog = Catalog {
    id: "repo",
    title: Text::new("UHub images", "UHub 镜像"),
    noun: (Text::new("image", "个镜像"), Text::new("images", "个镜像")),
    action: get_repo_image::ACTION,
    regions: &[],
    zones: false,
    levels: &[&PROJECTS, &REPOSITORIES],
    params: PARAMS,
    columns: COLUMNS,
    row_key: &["repo", "name"],
    title_column: "name",
    copy: "name",
    default_sort: &[("pulls", Direction::Descending)],
    tie_break: &["name", "repo"],
    facets: FACETS,
    flags: FLAGS,
    sections: SECTIONS,
    default_regions: &[],
    layout: Layout::Table,
    card: Card {
        cover: None,
        version: None,
        subtitle: &["repo"],
        text: None,
        tags: None,
        facts: &["pulls", "latest", "updated", "created"],
    },
    inner: Some(Inner {
        list: &TAGS,
        from: From::Request(&[
            ("ProjectId", "project"),
            ("RepoName", "repo"),
            ("ImageName", "name"),
        ]),
        versions: false,
    }),
    readme: None,
    drill: None,
    related: &[Catalog::elsewhere(&["name"], &["repo", "latest", "updated"])],
    request,
    append,
};

/// The tags of an image, which have an action of their own.
static TAGS: Catalog = Catalog {
    title: Text::new("Tags", "标签"),
    noun: (Text::new("tag", "个标签"), Text::new("tags", "个标签")),
    action: get_image_tag::ACTION,
    columns: TAG_COLUMNS,
    row_key: &["tag"],
    title_column: "tag",
    copy: "tag",
    default_sort: &[("updated", Direction::Descending)],
    tie_break: &["tag"],
    request: request_tags,
    append: |rows, target, body| Ok(rows.append(target, &get_image_tag::rows(body)?)),
    ..Catalog::INNER
};

fn request(target: &Target, _: &Values, span: Span) -> Params {
    get_repo_image::Request {
        project_id: target.owned("ProjectId"),
        repo_name: target.text("RepoName"),
        offset: Some(span.offset),
        limit: Some(span.limit),
    }
    .params()
}

fn append(rows: &mut Rows, target: &Target, body: &str) -> Result<Received, Error> {
    Ok(rows.append(target, &get_repo_image::rows(body)?))
}

fn request_tags(target: &Target, _: &Values, span: Span) -> Params {
    get_image_tag::Request {
        project_id: target.owned("ProjectId"),
        repo_name: target.text("RepoName"),
        image_name: target.text("ImageName"),
        tag_name: None,
        offset: Some(span.offset),
        limit: Some(span.limit),
    }
    .params()
}

#[rustfmt::skip]
const PARAMS: &[Param] = &[
    Param::limit(100, 1000),
    Param::OFFSET,
];

#[rustfmt::skip]
const COLUMNS: &[Column] = &[
    Column::new("name", Text::new("Image", "镜像"), "ImageName", Format::Text, 280).keeping_end(),
    Column::new("repo", Text::new("Repository", "镜像库"), "RepoName", Format::Id, 168).from(Source::Request("RepoName")),
    Column::new("latest", Text::new("Last pushed tag", "最近推送标签"), "LatestTag", Format::Id, 168),
    Column::new("pulls", Text::new("Pulls", "下载次数"), "PullCount", Format::Count, 104),
    Column::new("updated", Text::new("Updated", "更新时间"), "UpdateTime", Format::Time, 176),
    Column::new("created", Text::new("Created", "创建时间"), "CreateTime", Format::Time, 176),
    Column::new("named", Text::new("Repository as returned", "返回的镜像库"), "RepoName", Format::Id, 0),
    Column::PROJECT,
];

#[rustfmt::skip]
const TAG_COLUMNS: &[Column] = &[
    Column::new("tag", Text::new("Tag", "标签"), "TagName", Format::Id, 160),
    Column::new("updated", Text::new("Pushed", "推送时间"), "UpdateTime", Format::Time, 176),
    Column::new("digest", Text::new("Digest", "摘要"), "Digest", Format::Id, 200),
];

const FACETS: &[&str] = &["repo", "latest", "pulls", "updated", "created"];

const FLAGS: &[Flag] =
    &[Flag { name: "new", query: "updated:<30d" }, Flag { name: "unused", query: "pulls:0" }];

const SECTIONS: &[Section] = &[
    Section {
        title: Text::new("Image", "镜像"),
        columns: &["name", "latest", "pulls", "updated", "created"],
    },
    Section { title: Text::new("Place", "位置"), columns: &["repo", "named", "project"] },
];
