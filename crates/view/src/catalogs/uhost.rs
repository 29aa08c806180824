//! Images that virtual machines start from (UHost).
//!
//! Source: [DescribeImage](https://docs.ucloud.cn/api/uhost-api/describe_image).

use catalog::{Direction, Flag};
use ucloud_api::{Error, Params, Span, models::describe_image};

use super::levels::PROJECTS;
use crate::{
    column::{Column, Format, Tone, Word},
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
    id: "uhost",
    title: Text::new("VM images", "云主机镜像"),
    noun: (Text::new("image", "个镜像"), Text::new("images", "个镜像")),
    action: describe_image::ACTION,
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
    describe_image::Request {
        region: target.text("Region"),
        zone: target.owned("Zone"),
        project_id: target.owned("ProjectId"),
        image_type: values.owned("type"),
        os_type: values.owned("os"),
        image_id: values.owned("id"),
        image_ids: Vec::new(),
        func_type: values.owned("func"),
        tag: values.owned("tag"),
        offset: Some(span.offset),
        limit: Some(span.limit),
        price_set: values.get("prices").map(|_| 1),
    }
    .params()
}

fn append(rows: &mut Rows, target: &Target, body: &str) -> Result<Received, Error> {
    Ok(rows.append(target, &describe_image::rows(body)?))
}

#[rustfmt::skip]
const PARAMS: &[Param] = &[
    Param { key: "type", api_name: "ImageType", label: Text::new("Image type", "镜像类型"), input: Input::Choice(TYPES) },
    Param { key: "os", api_name: "OsType", label: Text::new("System", "操作系统"), input: Input::Choice(SYSTEMS) },
    Param { key: "func", api_name: "FuncType", label: Text::new("Marketplace kind", "市场镜像类别"), input: Input::Choice(FUNCTIONS) },
    Param { key: "id", api_name: "ImageId", label: Text::new("Image id", "镜像 ID"), input: Input::Text("uimage-fya3qr") },
    Param { key: "tag", api_name: "Tag", label: Text::new("Business group", "业务组"), input: Input::Text("Default") },
    Param { key: "prices", api_name: "PriceSet", label: Text::new("With prices", "返回价格"), input: Input::Flag },
    Param::limit(500, 1000),
    Param::OFFSET,
];

#[rustfmt::skip]
const COLUMNS: &[Column] = &[
    Column::new("name", Text::new("Name", "名称"), "ImageName", Format::Text, 280).keeping_end(),
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
    Column::new("family", Text::new("System family", "系统类别"), "OsType", Format::Word(SYSTEMS), 0),
    Column::new("cpu", Text::new("Oldest CPU", "最低 CPU 平台"), "MinimalCPU", Format::Text, 0),
    Column::new("gpus", Text::new("GPU models", "支持的 GPU"), "SupportedGPUTypes", Format::Tags(&[]), 0),
    Column::new("scenes", Text::new("Scenes", "场景"), "SceneCategories", Format::Tags(SCENES), 0),
    Column::new("software", Text::new("Main software", "主要软件"), "PrimarySoftware", Format::Prose, 0),
    Column::new("integrated", Text::new("Integrated software", "集成软件"), "IntegratedSoftware", Format::Prose, 0),
    Column::new("func", Text::new("Marketplace kind", "市场镜像类别"), "FuncType", Format::Word(FUNCTIONS), 0),
    Column::new("vendor", Text::new("Vendor", "供应商"), "Vendor", Format::Text, 0),
    Column::new("link", Text::new("Introduction", "介绍链接"), "Links", Format::Address, 0),
    Column::new("prices", Text::new("Prices (yuan)", "价格（元）"), "PriceSet", Format::Tags(&[]), 0),
    Column::new("description", Text::new("Description", "描述"), "ImageDescription", Format::Prose, 0),
    Column::new("tag", Text::new("Business group", "业务组"), "Tag", Format::Text, 0),
    Column::PROJECT,
    Column::new("snapshots", Text::new("Data snapshots", "数据盘快照"), "DataSnapshotIds", Format::Tags(&[]), 0),
];

#[rustfmt::skip]
const FACETS: &[&str] = &[
    "family", "type", "state", "os", "region", "zone", "features", "gpus", "scenes", "func", "size", "created", "eol",
];

const FLAGS: &[Flag] = &[
    AVAILABLE,
    NEW,
    OWN,
    Flag { name: "gpu", query: "has:gpus OR features:=GPU" },
    ARM,
    EOL,
    EXPIRING,
];

pub(super) const AVAILABLE: Flag = Flag { name: "available", query: "state:Available" };
pub(super) const NEW: Flag = Flag { name: "new", query: "created:<30d" };
pub(super) const OWN: Flag = Flag { name: "own", query: "type:Custom" };
pub(super) const ARM: Flag = Flag { name: "arm", query: "features:=Aarch64_Type" };
pub(super) const EOL: Flag = Flag { name: "eol", query: "eol:<0d" };
pub(super) const EXPIRING: Flag = Flag { name: "expiring", query: "eol:<180d" };

const SECTIONS: &[Section] = &[
    Section {
        title: Text::new("Image", "镜像"),
        columns: &["name", "id", "type", "state", "size", "created", "description", "tag"],
    },
    Section { title: Text::new("Place", "位置"), columns: &["region", "zone", "project"] },
    Section {
        title: Text::new("System", "系统"),
        columns: &["os", "family", "eol", "cpu", "features", "gpus"],
    },
    Section {
        title: Text::new("Marketplace", "镜像市场"),
        columns: &["func", "scenes", "software", "integrated", "vendor", "link", "prices"],
    },
    Section { title: Text::new("Disks", "磁盘"), columns: &["snapshots"] },
];

pub(super) const STATES: &[Word] = &[
    Word::toned("Available", "Available", "可用", Tone::Good),
    Word::toned("Making", "Being made", "制作中", Tone::Wait),
    Word::toned("Copying", "Being copied", "复制中", Tone::Wait),
    Word::toned("Unavailable", "Unavailable", "不可用", Tone::Bad),
];

const TYPES: &[Word] = &[
    Word::plain("Base", "Standard", "标准镜像"),
    Word::plain("Business", "Marketplace", "镜像市场"),
    Word::plain("Custom", "Custom", "自定义镜像"),
];

pub(super) const SYSTEMS: &[Word] =
    &[Word::plain("Linux", "Linux", "Linux"), Word::plain("Windows", "Windows", "Windows")];

const FUNCTIONS: &[Word] = &[
    Word::plain("gpu", "GPU", "GPU"),
    Word::plain("app", "Application", "应用"),
    Word::plain("uhost", "Virtual machine", "云主机"),
];

/// `NetEnhnced` is how the service spells it; the other spelling is there in case it is mended.
pub(super) const FEATURES: &[Word] = &[
    Word::plain("NetEnhnced", "Network 1.0", "网络增强 1.0"),
    Word::plain("NetEnhanced", "Network 1.0", "网络增强 1.0"),
    Word::plain("NetEnhanced_Ultra", "Network 2.0", "网络增强 2.0"),
    Word::plain("NetEnhanced_Extreme", "Network 3.0", "网络增强 3.0"),
    Word::plain("HotPlug", "Hot plug", "热升级"),
    Word::plain("GPU", "GPU", "GPU"),
    Word::plain("CloudInit", "cloud-init", "cloud-init"),
    Word::plain("IPv6", "IPv6", "IPv6"),
    Word::plain("RssdAttachable", "RSSD disks", "RSSD 云盘"),
    Word::plain("Vgpu_AMD", "AMD vGPU", "AMD vGPU"),
    Word::plain("Vgpu_NVIDIA", "NVIDIA vGPU", "NVIDIA vGPU"),
    Word::plain("Aarch64_Type", "arm64", "arm64"),
];

pub(super) const SCENES: &[Word] = &[
    Word::plain("Featured", "Featured", "精选"),
    Word::plain("PreInstalledDrivers", "Drivers installed", "预装驱动"),
    Word::plain("AIPainting", "AI painting", "AI 绘画"),
    Word::plain("AIModels", "AI models", "AI 模型"),
    Word::plain("HPC", "HPC", "高性能计算"),
];
