//! Images that lightweight servers (ULightHost) start from.
//!
//! Source: [DescribeULHostImage](https://docs.ucloud.cn/api/ulighthost-api/describe_ul_host_image).

use catalog::{Direction, Flag};
use ucloud_api::{Error, Params, Span, models::describe_ulhost_image as api};

use super::{
    levels::PROJECTS,
    uhost::{ARM, AVAILABLE, EOL, EXPIRING, FEATURES, NEW, OWN, SCENES, STATES, SYSTEMS},
};
use crate::{
    column::{Column, Format, Word},
    describe::{Catalog, Input, Param, Section},
    parts::{Card, Layout},
    plan::Target,
    regions::REGIONS,
    rows::{Received, Rows},
    state::Values,
    text::Text,
};

/// The catalog.
pub(super) static CATALOG: Catalog = Catalog {
    id: "light",
    title: Text::new("Light server images", "轻量云镜像"),
    noun: (Text::new("image", "个镜像"), Text::new("images", "个镜像")),
    action: api::ACTION,
    regions: REGIONS,
    zones: true,
    levels: &[&PROJECTS],
    params: PARAMS,
    columns: COLUMNS,
    row_key: &["region", "id"],
    title_column: "name",
    copy: "id",
    default_sort: &[("created", Direction::Descending)],
    tie_break: &["name", "zone", "region", "id"],
    facets: FACETS,
    flags: FLAGS,
    sections: SECTIONS,
    default_regions: &["cn-bj2", "cn-sh2", "hk"],
    layout: Layout::Table,
    card: Card {
        cover: None,
        version: None,
        subtitle: &["os", "zone"],
        text: Some("description"),
        tags: Some("features"),
        facts: &["type", "state", "size", "created", "eol"],
    },
    inner: None,
    readme: None,
    drill: None,
    related: &[Catalog::elsewhere(&["name", "os"], &["zone", "region", "id"])],
    request,
    append,
};

fn request(target: &Target, values: &Values, span: Span) -> Params {
    api::Request {
        region: target.text("Region"),
        zone: target.owned("Zone"),
        project_id: target.owned("ProjectId"),
        image_type: values.owned("type"),
        scene: values.owned("scene"),
        os_type: values.owned("os"),
        image_id: values.owned("id"),
        image_ids: Vec::new(),
        tag: values.owned("tag"),
        offset: Some(span.offset),
        limit: Some(span.limit),
    }
    .params()
}

fn append(rows: &mut Rows, target: &Target, body: &str) -> Result<Received, Error> {
    Ok(rows.append(target, &api::rows(body)?))
}

#[rustfmt::skip]
const PARAMS: &[Param] = &[
    Param { key: "type", api_name: "ImageType", label: Text::new("Image type", "镜像类型"), input: Input::Choice(ASKED_TYPES) },
    Param { key: "scene", api_name: "Scene", label: Text::new("Network", "网络场景"), input: Input::Choice(NETWORKS) },
    Param { key: "os", api_name: "OsType", label: Text::new("System", "操作系统"), input: Input::Choice(SYSTEMS) },
    Param { key: "id", api_name: "ImageId", label: Text::new("Image id", "镜像 ID"), input: Input::Text("uimage-fya3qr") },
    Param { key: "tag", api_name: "Tag", label: Text::new("Business group", "业务组"), input: Input::Text("Default") },
    Param::limit(500, 1000),
    Param::OFFSET,
];

#[rustfmt::skip]
const COLUMNS: &[Column] = &[
    Column::new("name", Text::new("Name", "名称"), "DisplayName", Format::Text, 280).keeping_end(),
    Column::new("state", Text::new("State", "状态"), "State", Format::Word(STATES), 120),
    Column::new("type", Text::new("Type", "类型"), "ImageType", Format::Word(TYPES), 120),
    Column::new("os", Text::new("System", "操作系统"), "OsName", Format::Text, 180),
    Column::new("size", Text::new("Size", "大小"), "ImageSize", Format::Gigabytes, 88),
    Column::new("created", Text::new("Created", "创建时间"), "CreateTime", Format::Time, 176),
    Column::new("eol", Text::new("End of life", "停止维护"), "MaintainEol", Format::Deadline, 176),
    Column::ZONE,
    Column::REGION,
    Column::new("id", Text::new("Image id", "镜像 ID"), "ImageId", Format::Id, 168),
    Column::new("features", Text::new("Features", "特性"), "Features", Format::Tags(FEATURES), 280),
    Column::new("full", Text::new("Name of the image", "镜像名称"), "ImageName", Format::Text, 0),
    Column::new("family", Text::new("System family", "系统类别"), "OsType", Format::Word(SYSTEMS), 0),
    Column::new("cpu", Text::new("Oldest CPU", "最低 CPU 平台"), "MinimalCPU", Format::Text, 0),
    Column::new("scenes", Text::new("Scenes", "场景"), "SceneCategories", Format::Tags(SCENES), 0),
    Column::new("integrated", Text::new("Integrated software", "集成软件"), "IntegratedSoftware", Format::Prose, 0),
    Column::new("func", Text::new("Kind of application", "应用类别"), "FuncType", Format::Text, 0),
    Column::new("vendor", Text::new("Vendor", "供应商"), "Vendor", Format::Text, 0),
    Column::new("link", Text::new("Introduction", "介绍链接"), "Links", Format::Address, 0),
    Column::new("logo", Text::new("Logo", "图标"), "ImageLogoLink", Format::Picture, 0),
    Column::new("description", Text::new("Description", "描述"), "ImageDescription", Format::Prose, 0),
    Column::new("tag", Text::new("Business group", "业务组"), "Tag", Format::Text, 0),
    Column::PROJECT,
];

#[rustfmt::skip]
const FACETS: &[&str] = &[
    "family", "type", "state", "os", "region", "zone", "features", "scenes", "func", "size", "created", "eol",
];

const FLAGS: &[Flag] =
    &[AVAILABLE, NEW, OWN, Flag { name: "app", query: "type:Business" }, ARM, EOL, EXPIRING];

#[rustfmt::skip]
const SECTIONS: &[Section] = &[
    Section { title: Text::new("Image", "镜像"), columns: &["name", "full", "id", "type", "state", "size", "created", "description", "tag", "logo"] },
    Section { title: Text::new("Place", "位置"), columns: &["region", "zone", "project"] },
    Section { title: Text::new("System", "系统"), columns: &["os", "family", "eol", "cpu", "features"] },
    Section { title: Text::new("Application", "应用"), columns: &["func", "scenes", "integrated", "vendor", "link"] },
];

/// Applications are asked for with one word and answered with another.
const ASKED_TYPES: &[Word] = &[
    Word::plain("Base", "Standard", "标准镜像"),
    Word::plain("App", "Application", "应用镜像"),
    Word::plain("Custom", "Custom", "自定义镜像"),
];

const TYPES: &[Word] = &[
    Word::plain("Base", "Standard", "标准镜像"),
    Word::plain("Business", "Application", "应用镜像"),
    Word::plain("Custom", "Custom", "自定义镜像"),
];

const NETWORKS: &[Word] =
    &[Word::plain("Normal", "Normal", "普通"), Word::plain("CrossBorder", "Cross-border", "跨境")];
