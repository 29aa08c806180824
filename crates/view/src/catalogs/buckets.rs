//! Buckets of Docker images.
//!
//! Source: [GetImageBucketList](https://docs.ucloud.cn/api/ugc-api/get_image_bucket_list).

use catalog::{Direction, Flag};
use ucloud_api::{Error, Params, Reference, Span, models::get_image_bucket_list};

use super::levels::PROJECTS;
use crate::{
    column::{Column, Format, Source, Word},
    describe::{Catalog, Input, Param, Section},
    parts::{Card, Drill, Layout},
    plan::Target,
    regions::REGIONS,
    rows::{Received, Rows},
    state::Values,
    text::Text,
};

/// The catalog.
pub(super) static CATALOG: Catalog = Catalog {
    id: "buckets",
    title: Text::new("Docker buckets", "Docker 仓库"),
    noun: (Text::new("bucket", "个仓库"), Text::new("buckets", "个仓库")),
    action: get_image_bucket_list::ACTION,
    regions: REGIONS,
    zones: false,
    levels: &[&PROJECTS],
    params: PARAMS,
    columns: COLUMNS,
    row_key: &["region", "name"],
    title_column: "name",
    copy: "name",
    default_sort: &[("name", Direction::Ascending)],
    tie_break: &["region"],
    facets: FACETS,
    flags: FLAGS,
    sections: SECTIONS,
    default_regions: &["cn-bj2", "cn-sh2", "hk"],
    layout: Layout::Table,
    card: Card {
        cover: None,
        version: None,
        subtitle: &["region"],
        text: None,
        tags: None,
        facts: &["type", "images", "created"],
    },
    inner: None,
    readme: None,
    drill: Some(Drill {
        catalog: "docker",
        label: Text::new("Show its images", "查看其中镜像"),
        region: Some("region"),
        names: &[("name", "bucket"), ("project", "project")],
    }),
    related: &[],
    request,
    append,
};

fn request(target: &Target, values: &Values, span: Span) -> Params {
    get_image_bucket_list::Request {
        region: target.text("Region"),
        bucket_name: values.owned("name"),
        bucket_type: values.owned("type"),
        order_by: values.owned("order"),
        limit: Some(span.limit),
        offset: Some(span.offset),
        project_id: target.owned("ProjectId"),
    }
    .params()
}

fn append(rows: &mut Rows, target: &Target, body: &str) -> Result<Received, Error> {
    Ok(rows.append(target, &get_image_bucket_list::rows(body)?))
}

#[rustfmt::skip]
const PARAMS: &[Param] = &[
    Param { key: "type", api_name: "BucketType", label: Text::new("Whose", "归属"), input: Input::Choice(OWNERS) },
    Param { key: "name", api_name: "BucketName", label: Text::new("Bucket", "仓库"), input: Input::Text("ucs") },
    Param { key: "order", api_name: "OrderBy", label: Text::new("Order", "排序"), input: Input::Choice(ORDERS) },
    Param::limit(100, 1000),
    Param::OFFSET,
];

/// The service may put a whole image reference where a bucket's name belongs.
#[rustfmt::skip]
const COLUMNS: &[Column] = &[
    Column::new("name", Text::new("Bucket", "仓库"), "BucketName", Format::Id, 280).from(Source::Part("BucketName", |it| Reference::bucket_of(it))),
    Column::new("type", Text::new("Visibility", "可见性"), "BucketType", Format::Word(TYPES), 120),
    Column::new("images", Text::new("Images", "镜像数"), "ImageCount", Format::Count, 104),
    Column::new("created", Text::new("Created", "创建时间"), "CreateTime", Format::Time, 176),
    Column::REGION,
    Column::new("full", Text::new("Name as returned", "返回的名称"), "BucketName", Format::Id, 0),
    Column::PROJECT,
];

const FACETS: &[&str] = &["type", "region", "images", "created"];

const FLAGS: &[Flag] = &[
    Flag { name: "public", query: "type:Public" },
    Flag { name: "private", query: "type:Private" },
    Flag { name: "empty", query: "images:0" },
    Flag { name: "new", query: "created:<30d" },
];

const SECTIONS: &[Section] = &[
    Section {
        title: Text::new("Bucket", "仓库"),
        columns: &["name", "full", "type", "images", "created"],
    },
    Section { title: Text::new("Place", "位置"), columns: &["region", "project"] },
];

/// What is asked for with other words than it is answered.
const OWNERS: &[Word] = &[
    Word::plain("All", "All visible", "全部可见"),
    Word::plain("User", "Own", "个人创建"),
    Word::plain("Share", "Public, of others", "第三方公开"),
];

const ORDERS: &[Word] = &[Word::plain("Default", "Default", "默认")];

const TYPES: &[Word] =
    &[Word::plain("Private", "Private", "私有"), Word::plain("Public", "Public", "公有")];
