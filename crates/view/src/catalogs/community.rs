//! Images that users of CompShare, the GPU platform, have published.
//!
//! Source: [DescribeCommunityImages](https://docs.ucloud.cn/api/ucompshare-api/describe_community_images). A row is a group of
//! versions. The list is the same whichever region is asked, so a row carries none.

use catalog::{Direction, Flag};
use ucloud_api::{Error, Params, Span, models::describe_community_images as api};

use super::levels::PROJECTS;
use crate::{
    column::{Column, Format, Tone, Word, YES_NO},
    describe::{Catalog, Input, Param, Section},
    parts::{Card, From, Inner, Layout, Readme},
    plan::Target,
    regions::COMPSHARE_REGIONS,
    related::Related,
    state::Values,
    text::Text,
};

/// The catalog.
pub(super) static CATALOG: Catalog = Catalog {
    id: "community",
    title: Text::new("Community images", "社区镜像"),
    noun: (Text::new("image", "个镜像"), Text::new("images", "个镜像")),
    action: api::ACTION,
    regions: COMPSHARE_REGIONS,
    zones: true,
    levels: &[&PROJECTS],
    params: PARAMS,
    columns: COLUMNS,
    row_key: &["group"],
    title_column: "name",
    copy: "id",
    default_sort: &[("uses", Direction::Descending)],
    tie_break: &["name", "group"],
    facets: FACETS,
    flags: FLAGS,
    sections: SECTIONS,
    default_regions: &["cn-wlcb"],
    layout: Layout::Cards,
    card: Card {
        cover: Some("cover"),
        version: Some("version"),
        subtitle: &["author", "mark"],
        text: Some("summary"),
        tags: Some("tags"),
        facts: &["price", "uses", "favourites", "size"],
    },
    inner: Some(Inner { list: &VERSIONS, from: From::Row, versions: true }),
    readme: Some(Readme {
        stamps: &[("CompShareImageId", "id")],
        request: request_readme,
        read: read_readme,
    }),
    drill: None,
    related: BY_AUTHOR,
    request,
    append: |rows, target, body| Ok(rows.append(target, &api::decode(body)?)),
};

const BY_AUTHOR: &[Related] = &[Related {
    title: Text::new("Also by this author", "该作者的其他镜像"),
    same: &["author"],
    shows: &["name", "price", "uses"],
}];

/// The versions of an image, which come with it.
static VERSIONS: Catalog = Catalog {
    title: Text::new("Versions", "版本"),
    noun: (Text::new("version", "个版本"), Text::new("versions", "个版本")),
    columns: VERSION_COLUMNS,
    row_key: &["id"],
    title_column: "version",
    copy: "id",
    default_sort: &[("published", Direction::Descending)],
    tie_break: &["version"],
    append: |rows, target, row| Ok(rows.append(target, &api::versions(row))),
    ..Catalog::INNER
};

fn request(target: &Target, values: &Values, span: Span) -> Params {
    let flag = |key| values.get(key).map(|it| it == "true");
    let (tag, tags) = labels(values.get("tag").unwrap_or_default());
    api::Request {
        region: target.text("Region"),
        zone: target.owned("Zone"),
        project_id: target.owned("ProjectId"),
        image_id: values.owned("id"),
        name: values.owned("name"),
        author: values.owned("author"),
        offset: Some(span.offset),
        limit: Some(span.limit),
        tag,
        tags,
        sort_field: values.owned("by"),
        sort_ascending: flag("asc"),
        group_id: values.owned("group"),
        fuzzy_search: values.owned("find"),
        is_free: flag("free"),
        is_official: flag("official"),
        auto_start: flag("auto"),
        // A README is fetched when somebody wants to read it: together they would weigh more than all the rest.
        exclude_readme: Some(true),
    }
    .params()
}

/// One label goes as the text that the page documents; several, of which an image must have all, as the list that newer documents do.
fn labels(text: &str) -> (Option<String>, Vec<String>) {
    let labels = text.split([',', '，']).map(str::trim).filter(|it| !it.is_empty());
    let mut labels: Vec<_> = labels.map(str::to_owned).collect();
    if labels.len() > 1 { (None, labels) } else { (labels.pop(), Vec::new()) }
}

fn request_readme(target: &Target) -> Params {
    api::Request {
        region: target.text("Region"),
        zone: target.owned("Zone"),
        project_id: target.owned("ProjectId"),
        image_id: target.owned("CompShareImageId"),
        ..Default::default()
    }
    .params()
}

fn read_readme(body: &str) -> Result<Option<String>, Error> {
    let groups = api::decode(body)?.rows.into_iter().map(|it| it.item);
    Ok(groups.flat_map(|it| it.versions).find_map(|it| it.readme))
}

#[rustfmt::skip]
const PARAMS: &[Param] = &[
    Param { key: "find", api_name: "FuzzySearch", label: Text::new("Name or author", "名称或作者"), input: Input::Text("ComfyUI") },
    Param { key: "name", api_name: "Name", label: Text::new("Name", "名称"), input: Input::Text("ComfyUI") },
    Param { key: "author", api_name: "Author", label: Text::new("Author", "作者"), input: Input::Text("优云智算") },
    Param { key: "tag", api_name: "Tag", label: Text::new("Labels", "标签"), input: Input::Text("AI绘画") },
    Param { key: "free", api_name: "IsFree", label: Text::new("Price", "价格"), input: Input::Choice(FREE) },
    Param { key: "official", api_name: "IsOfficial", label: Text::new("Publisher", "发布者"), input: Input::Choice(OFFICIAL) },
    Param { key: "auto", api_name: "IfAutoStart", label: Text::new("Starts by itself", "自启动"), input: Input::Choice(YES_NO) },
    Param { key: "by", api_name: "SortCondition.Field", label: Text::new("Server's order", "服务端排序"), input: Input::Choice(ORDERS) },
    Param { key: "asc", api_name: "SortCondition.ASC", label: Text::new("Smallest first", "升序"), input: Input::Choice(YES_NO) },
    Param { key: "id", api_name: "CompShareImageId", label: Text::new("Image id", "镜像 ID"), input: Input::Text("compshareImage-17xgwsn7aw2y") },
    Param { key: "group", api_name: "GroupId", label: Text::new("Group id", "镜像组 ID"), input: Input::Text("group-a1b2c3") },
    Param { key: "limit", api_name: "Limit", label: Text::new("Groups per request", "每次请求组数"), input: Input::PageSize { default: 100, most: 100 } },
    Param { key: "offset", api_name: "Offset", label: Text::new("Start at group", "起始组"), input: Input::Start },
];

#[rustfmt::skip]
const COLUMNS: &[Column] = &[
    Column::new("name", Text::new("Name", "名称"), "ImageName", Format::Text, 280).keeping_end(),
    Column::new("author", Text::new("Author", "作者"), "Author", Format::Text, 140),
    Column::new("mark", Text::new("Author's mark", "作者认证"), "AuthInfo", Format::Word(MARKS), 112),
    Column::new("price", Text::new("Price", "价格"), "Price", Format::YuanPerHour, 160),
    Column::new("uses", Text::new("Used", "使用次数"), "CreatedCount", Format::Count, 104),
    Column::new("favourites", Text::new("Favourites", "收藏"), "FavoritesCount", Format::Count, 104),
    Column::new("size", Text::new("Size", "大小"), "Size", Format::Megabytes, 96),
    Column::new("tags", Text::new("Labels", "标签"), "Tags", Format::Tags(&[]), 240),
    Column::new("framework", Text::new("Framework", "框架"), "Softwares.Framework", Format::Text, 112),
    Column::new("cuda", Text::new("CUDA", "CUDA"), "Softwares.CUDAVersion", Format::Text, 88),
    Column::new("published", Text::new("Published", "发布时间"), "PubTime", Format::Time, 176),
    Column::new("version", Text::new("Version", "版本"), "VersionName", Format::Text, 104),
    Column::new("state", Text::new("State", "状态"), "Status", Format::Word(STATES), 112),
    Column::new("id", Text::new("Image id", "镜像 ID"), "CompShareImageId", Format::Id, 240),
    Column::new("group", Text::new("Group id", "镜像组 ID"), "GroupId", Format::Id, 0),
    Column::new("summary", Text::new("Description", "描述"), "ImageDesc", Format::Prose, 0),
    Column::new("hours", Text::new("Time in use", "使用时长"), "ImageUseTime", Format::Hours, 0),
    Column::new("recommended", Text::new("Recommended", "推荐次数"), "RecommendCount", Format::Count, 0),
    Column::new("favourite", Text::new("Own favourite", "已收藏"), "IsFavorite", Format::Flag, 0),
    Column::new("source", Text::new("Source", "来源"), "ImageOwnerAlias", Format::Word(SOURCES), 0),
    Column::new("type", Text::new("Type", "类型"), "ImageType", Format::Word(TYPES), 0),
    Column::new("official", Text::new("From an official image", "源自官方镜像"), "IsOfficial", Format::Flag, 0),
    Column::new("container", Text::new("Container", "容器镜像"), "Container", Format::Flag, 0),
    Column::new("visibility", Text::new("Visibility", "可见性"), "Visibility", Format::Word(VISIBILITIES), 0),
    Column::new("description", Text::new("Version's text", "版本镜像描述"), "Description", Format::Prose, 0),
    Column::new("cover", Text::new("Cover", "封面"), "Cover", Format::Picture, 0),
    Column::new("framework_version", Text::new("Framework version", "框架版本"), "Softwares.FrameworkVersion", Format::Text, 0),
    Column::new("applications", Text::new("Programs", "应用"), "Softwares.Applications", Format::Tags(&[]), 0),
    Column::new("os", Text::new("System", "操作系统"), "Softwares.OsVersion", Format::Text, 0),
    Column::new("python", Text::new("Python", "Python"), "Softwares.PythonVersion", Format::Text, 0),
    Column::new("index", Text::new("Framework index", "框架索引"), "Softwares.FrameworkVersionIndex", Format::Count, 0),
    Column::new("failure", Text::new("Why it failed", "失败原因"), "FailedReason", Format::Prose, 0),
    Column::new("created", Text::new("Created", "创建时间"), "CreateTime", Format::Time, 0),
    Column::new("updated", Text::new("Updated", "更新时间"), "UpdateTime", Format::Time, 0),
    Column::new("owner", Text::new("Owner", "所属账号"), "Owner.AccountName", Format::Text, 0),
    Column::new("owner_id", Text::new("Owner's id", "账号 ID"), "Owner.AccountId", Format::Id, 0),
    Column::new("version_text", Text::new("About the version", "版本描述"), "VersionDesc", Format::Prose, 0),
    Column::new("made_on", Text::new("Made on", "来源机型"), "SourceGpuType", Format::Text, 0),
    Column::new("auto", Text::new("Starts by itself", "自启动"), "AutoStart", Format::Flag, 0),
    Column::new("charged", Text::new("Charged", "收费"), "ImageCharge", Format::Flag, 0),
    Column::new("gpus", Text::new("GPU models", "推荐 GPU"), "SupportedGpuTypes", Format::Tags(&[]), 0),
    Column::new("qr", Text::new("Author's QR code", "作者二维码"), "QrCodeUrl", Format::Picture, 0),
    Column::new("ports", Text::new("Program ports", "软件端口"), "SoftwarePorts", Format::Tags(&[]), 0),
    Column::new("firewall", Text::new("Open ports", "防火墙端口"), "FirewallPorts", Format::Tags(&[]), 0),
    Column::new("zones", Text::new("Zones", "可用区"), "ImageSupportZone", Format::Tags(&[]), 0),
];

#[rustfmt::skip]
const VERSION_COLUMNS: &[Column] = &[
    Column::new("version", Text::new("Version", "版本"), "VersionName", Format::Text, 120),
    Column::new("state", Text::new("State", "状态"), "Status", Format::Word(STATES), 104),
    Column::new("published", Text::new("Published", "发布时间"), "PubTime", Format::Time, 168),
    Column::new("size", Text::new("Size", "大小"), "Size", Format::Megabytes, 88),
    Column::new("price", Text::new("Price", "价格"), "Price", Format::YuanPerHour, 120),
    Column::new("id", Text::new("Image id", "镜像 ID"), "CompShareImageId", Format::Id, 240),
    Column::new("about", Text::new("About the version", "版本描述"), "VersionDesc", Format::Prose, 0),
];

#[rustfmt::skip]
const FACETS: &[&str] = &[
    "price", "tags", "author", "mark", "framework", "cuda", "gpus", "type", "source", "official", "auto", "state",
    "uses", "favourites", "size", "published",
];

/// Who is official is said by the author's mark: what the row calls so is the image that this one was made from.
const FLAGS: &[Flag] = &[
    Flag { name: "free", query: "price:0" },
    Flag { name: "paid", query: "price:>0" },
    Flag { name: "official", query: "mark:1" },
    Flag { name: "verified", query: "mark:1,2" },
    Flag { name: "new", query: "published:<30d" },
    Flag { name: "available", query: "state:Available" },
];

#[rustfmt::skip]
const SECTIONS: &[Section] = &[
    Section { title: Text::new("Image", "镜像"), columns: &["name", "summary", "tags", "price", "charged", "size", "state", "type", "source", "container", "cover"] },
    Section { title: Text::new("Author", "作者"), columns: &["author", "mark", "owner", "owner_id", "qr"] },
    Section { title: Text::new("Newest usable version", "最新可用版本"), columns: &["version", "version_text", "description", "id", "group", "published", "created", "updated", "visibility", "official", "failure"] },
    Section { title: Text::new("Software", "软件"), columns: &["framework", "framework_version", "cuda", "python", "os", "applications", "index", "auto", "ports", "firewall"] },
    Section { title: Text::new("Where it runs", "适用范围"), columns: &["gpus", "made_on", "zones"] },
    Section { title: Text::new("How it is used", "使用情况"), columns: &["uses", "hours", "favourites", "favourite", "recommended"] },
];

const FREE: &[Word] = &[Word::plain("true", "Free", "免费"), Word::plain("false", "Paid", "付费")];

const OFFICIAL: &[Word] =
    &[Word::plain("true", "Official", "官方"), Word::plain("false", "Users", "用户")];

const ORDERS: &[Word] = &[
    Word::plain("PubTime", "Published", "发布时间"),
    Word::plain("Favor", "Popularity", "热度"),
    Word::plain("Price", "Price", "价格"),
    Word::plain("CreatedCount", "Uses", "使用量"),
    Word::plain("ImageUseTime", "Time in use", "使用时长"),
    Word::plain("FavoritesCount", "Favourites", "收藏数"),
];

const MARKS: &[Word] = &[
    Word::plain("0", "Author", "普通作者"),
    Word::toned("1", "Official", "官方账号", Tone::Good),
    Word::toned("2", "Certified", "认证作者", Tone::Good),
];

const VISIBILITIES: &[Word] =
    &[Word::plain("0", "Private", "私密"), Word::plain("1", "Published", "公开")];

const SOURCES: &[Word] = &[
    Word::plain("Official", "Platform", "平台镜像"),
    Word::plain("Community", "Community", "社区镜像"),
];

const TYPES: &[Word] = &[
    Word::plain("System", "System", "系统镜像"),
    Word::plain("App", "Application", "应用镜像"),
    Word::plain("Custom", "Self-made", "自制镜像"),
    Word::plain("Community", "Community", "社区镜像"),
    Word::plain("Game", "Game", "游戏"),
    Word::plain("Other", "Other", "其他"),
];

const STATES: &[Word] = &[
    Word::toned("Available", "Available", "可用", Tone::Good),
    Word::toned("Making", "Being made", "制作中", Tone::Wait),
    Word::toned("Reviewing", "Under review", "审核中", Tone::Wait),
    Word::toned("UnAvailable", "Unavailable", "不可用", Tone::Bad),
    Word::toned("Offline", "Withdrawn", "已下线", Tone::Bad),
];
