//! The rows of a group in the answer of `DescribeCommunityImages`.

use serde::Serialize;

use crate::models::{
    community::{AuthInfo, Group, Number, Stack, Tags, Version},
    compshare::Zone,
};

/// An image in the order of the documentation, and after that what newer pages add. Sizes are in
/// MB, prices in yuan for each GPU and hour.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct ImageRow {
    comp_share_image_id: String,
    name: String,
    author: &'static str,
    auth_info: u8,
    image_owner_alias: &'static str,
    image_type: &'static str,
    is_official: bool,
    /// A text, unlike the other flags.
    container: &'static str,
    status: &'static str,
    size: u32,
    visibility: u8,
    description: &'static str,
    tags: TagsField,
    price: f64,
    cover: String,
    /// The documentation promises it for a single image; the service sends it with every row.
    #[serde(skip_serializing_if = "Option::is_none")]
    readme: Option<String>,
    softwares: Option<SoftwareFields>,
    created_count: NumberField,
    favorites_count: u64,
    failed_reason: &'static str,
    create_time: NumberField,
    pub_time: i64,
    owner: OwnerFields,
    group_id: String,
    version_name: &'static str,
    version_desc: &'static str,
    source_gpu_type: &'static str,
    auto_start: bool,
    image_charge: bool,
    image_use_time: u64,
    supported_gpu_types: Option<Vec<&'static str>>,
    update_time: i64,
    qr_code_url: &'static str,
    software_ports: Option<Vec<PortRow>>,
    firewall_ports: Option<Vec<u16>>,
    image_support_zone: Vec<ZoneRow>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum TagsField {
    List(Vec<String>),
    Text(String),
    Nothing,
}

#[derive(Serialize)]
#[serde(untagged)]
enum NumberField {
    Plain(i64),
    Digits(String),
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct SoftwareFields {
    framework: &'static str,
    framework_version: &'static str,
    /// Always 0.
    framework_version_index: u8,
    #[serde(rename = "CUDAVersion")]
    cuda_version: &'static str,
    python_version: &'static str,
    os_version: &'static str,
    applications: Option<Vec<&'static str>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct OwnerFields {
    account_name: &'static str,
    account_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct PortRow {
    software: &'static str,
    port: u16,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ZoneRow {
    zone: &'static str,
    zone_id: u32,
}

impl ImageRow {
    pub(super) fn new(group: &Group, version: Version, with_readme: bool) -> Self {
        let author = group.author;
        let is_official = author.auth == AuthInfo::Official;
        Self {
            softwares: version.stack.map(|stack| SoftwareFields::new(group, &version, stack)),
            comp_share_image_id: version.id,
            name: group.name(),
            author: author.name,
            auth_info: author.auth as u8,
            image_owner_alias: if is_official { "Official" } else { "Community" },
            image_type: group.family.image_type,
            is_official,
            container: if version.is_container { "True" } else { "False" },
            status: version.status,
            size: version.size_mb,
            visibility: 1,
            description: group.family.about,
            tags: version.tags.into(),
            price: f64::from(group.price_fen()) / 100.0,
            cover: version.cover,
            readme: with_readme.then(|| group.readme(version.name)),
            created_count: version.created_count.into(),
            favorites_count: group.favorites(),
            failed_reason: version.failed_reason,
            create_time: version.created.into(),
            pub_time: version.published,
            owner: OwnerFields { account_name: author.name, account_id: author.account_id },
            group_id: group.id(),
            version_name: version.name,
            version_desc: version.about,
            source_gpu_type: version.source_gpu,
            auto_start: group.auto_start(),
            image_charge: group.price_fen() > 0,
            image_use_time: version.use_hours,
            supported_gpu_types: version.gpus,
            update_time: version.updated,
            qr_code_url: author.qr_code_url,
            software_ports: software_ports(group),
            firewall_ports: version.firewall_ports,
            image_support_zone: version.zones.into_iter().map(ZoneRow::new).collect(),
        }
    }
}

impl SoftwareFields {
    /// The programs with a page of their own are what authors list as applications.
    fn new(group: &Group, version: &Version, stack: Stack) -> Self {
        let applications: Vec<_> = group.family.ports.iter().map(|(name, _)| *name).collect();
        Self {
            framework: stack.framework.name(),
            framework_version: stack.version,
            framework_version_index: 0,
            cuda_version: stack.cuda,
            python_version: stack.python,
            os_version: version.os,
            applications: (!applications.is_empty()).then_some(applications),
        }
    }
}

impl ZoneRow {
    fn new(zone: &Zone) -> Self {
        Self { zone: zone.zone, zone_id: zone.zone_number }
    }
}

impl From<Tags> for TagsField {
    fn from(tags: Tags) -> Self {
        match tags {
            Tags::Nothing => Self::Nothing,
            Tags::List(list) => Self::List(list),
            Tags::Text(text) => Self::Text(text),
        }
    }
}

impl From<Number> for NumberField {
    fn from(number: Number) -> Self {
        match number {
            Number::Plain(value) => Self::Plain(value),
            Number::Digits(value) => Self::Digits(value.to_string()),
        }
    }
}

fn software_ports(group: &Group) -> Option<Vec<PortRow>> {
    let ports = group.family.ports.iter();
    let rows: Vec<_> = ports.map(|&(software, port)| PortRow { software, port }).collect();
    (!rows.is_empty()).then_some(rows)
}
