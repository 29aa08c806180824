//! Docker images of buckets, each with all its tags.
//!
//! Source: [GetDockerImageList](https://docs.ucloud.cn/api/ugc-api/get_docker_image_list).

use catalog::{Direction, Flag};
use ucloud_api::{Error, Params, Reference, Span, models::get_docker_image_list};

use super::levels::{BUCKETS, PROJECTS};
use crate::{
    column::{Column, Format, Source, Word},
    describe::{Catalog, Input, Param, Section},
    parts::{Card, From, Inner, Layout},
    plan::Target,
    regions::REGIONS,
    rows::{Received, Rows},
    state::Values,
    text::Text,
};

/// The catalog.
pub(super) static CATALOG: Catalog = Catalog {
    id: "docker",
    title: Text::new("Docker images", "Docker 镜像"),
    noun: (Text::new("image", "个镜像"), Text::new("images", "个镜像")),
    action: get_docker_image_list::ACTION,
    regions: REGIONS,
    zones: false,
    levels: &[&PROJECTS, &BUCKETS],
    params: PARAMS,
    columns: COLUMNS,
    row_key: &["region", "reference"],
    title_column: "name",
    copy: "reference",
    default_sort: &[("updated", Direction::Descending)],
    tie_break: &["name", "region"],
    facets: FACETS,
    flags: FLAGS,
    sections: SECTIONS,
    default_regions: &["cn-bj2"],
    layout: Layout::Table,
    card: Card {
        cover: None,
        version: None,
        // The name begins with the bucket.
        subtitle: &["region"],
        text: None,
        tags: Some("tags"),
        facts: &["updated"],
    },
    inner: Some(Inner { list: &TAGS, from: From::Row, versions: false }),
    readme: None,
    drill: None,
    related: &[Catalog::elsewhere(&["name"], &["bucket", "region", "reference"])],
    request,
    append,
};

/// The tags of an image, which come with it.
static TAGS: Catalog = Catalog {
    title: Text::new("Tags", "标签"),
    noun: (Text::new("tag", "个标签"), Text::new("tags", "个标签")),
    columns: TAG_COLUMNS,
    row_key: &["tag"],
    title_column: "tag",
    copy: "tag",
    default_sort: &[("created", Direction::Descending)],
    tie_break: &["tag"],
    append: |rows, target, row| Ok(rows.append(target, &get_docker_image_list::tags(row))),
    ..Catalog::INNER
};

fn request(target: &Target, values: &Values, span: Span) -> Params {
    get_docker_image_list::Request {
        region: target.text("Region"),
        bucket_name: target.text("BucketName"),
        order_by: values.owned("order"),
        limit: Some(span.limit),
        offset: Some(span.offset),
        project_id: target.owned("ProjectId"),
    }
    .params()
}

fn append(rows: &mut Rows, target: &Target, body: &str) -> Result<Received, Error> {
    Ok(rows.append(target, &get_docker_image_list::rows(body)?))
}

#[rustfmt::skip]
const PARAMS: &[Param] = &[
    Param { key: "order", api_name: "OrderBy", label: Text::new("Order", "排序"), input: Input::Choice(ORDERS) },
    Param::limit(100, 1000),
    Param::OFFSET,
];

#[rustfmt::skip]
const COLUMNS: &[Column] = &[
    Column::new("name", Text::new("Image", "镜像"), "ImageName", Format::Text, 280).keeping_end().from(Source::Part("ImageName", |it| Reference::parse(it).path)),
    Column::new("tags", Text::new("Tags", "标签"), "TagSet", Format::Tags(&[]), 280),
    Column::new("updated", Text::new("Updated", "更新时间"), "UpdateTime", Format::Time, 176),
    Column::new("bucket", Text::new("Bucket", "仓库"), "BucketName", Format::Id, 140).from(Source::Request("BucketName")),
    Column::REGION,
    Column::new("reference", Text::new("Reference", "镜像地址"), "ImageName", Format::Id, 340),
    Column::new("resource", Text::new("Resource id", "资源 ID"), "ResourceId", Format::Id, 0),
    Column::new("org", Text::new("Project as returned", "返回的项目"), "OrgId", Format::Id, 0),
    Column::PROJECT,
];

#[rustfmt::skip]
const TAG_COLUMNS: &[Column] = &[
    Column::new("tag", Text::new("Tag", "标签"), "TagName", Format::Id, 160),
    Column::new("created", Text::new("Created", "创建时间"), "CreateTime", Format::Time, 176),
];

const FACETS: &[&str] = &["bucket", "region", "tags", "updated"];

const FLAGS: &[Flag] =
    &[Flag { name: "new", query: "updated:<30d" }, Flag { name: "latest", query: "tags:=latest" }];

const SECTIONS: &[Section] = &[
    Section {
        title: Text::new("Image", "镜像"),
        columns: &["name", "reference", "tags", "updated", "resource"],
    },
    Section {
        title: Text::new("Place", "位置"), columns: &["bucket", "region", "org", "project"]
    },
];

const ORDERS: &[Word] = &[Word::plain("Default", "Default", "默认")];
