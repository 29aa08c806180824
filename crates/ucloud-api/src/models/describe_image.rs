//! `DescribeImage`: the images that virtual machines of a region can start from.
//!
//! Source: [DescribeImage](https://docs.ucloud.cn/api/uhost-api/describe_image). Fields marked *newer* are in later
//! documents and SDKs of UCloud and not in every region's answers.

use std::borrow::Cow;

use serde_json::Value;

use crate::{
    Error, Page, Params,
    field::{self, Field, FieldValue, Int, List, Show, Text, Time, Unreadable},
    model::model,
};

/// The action's name.
pub const ACTION: &str = "DescribeImage";

/// What to list. Everything but the region may stay unset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// Region, such as `cn-bj2`. Required by the service.
    pub region: String,
    /// Zone; one that is not in the region is refused with 230.
    pub zone: Option<String>,
    /// Project, such as `org-xp2ucn`. Sub-accounts must give one.
    pub project_id: Option<String>,
    /// `Base`, `Business` (marketplace) or `Custom`; unset lists all.
    pub image_type: Option<String>,
    /// `Linux` or `Windows`; unset lists both.
    pub os_type: Option<String>,
    /// One image.
    pub image_id: Option<String>,
    /// *Newer.* Several images.
    pub image_ids: Vec<String>,
    /// *Newer.* `gpu`, `app` or `uhost`; other values are ignored by the service without a word.
    pub func_type: Option<String>,
    /// *Newer.* Business group.
    pub tag: Option<String>,
    /// How many images to pass over; 0 if unset.
    pub offset: Option<u64>,
    /// How many images to return; 20 if unset, no documented maximum.
    pub limit: Option<u64>,
    /// Whether to return prices too.
    pub price_set: bool,
}

impl Request {
    /// The parameters to sign and send.
    #[must_use]
    pub fn params(&self) -> Params {
        Params::new(ACTION)
            .with("Region", &self.region)
            .with_some("Zone", self.zone.as_ref())
            .with_some("ProjectId", self.project_id.as_ref())
            .with_some("ImageType", self.image_type.as_ref())
            .with_some("OsType", self.os_type.as_ref())
            .with_some("ImageId", self.image_id.as_ref())
            .with_list("ImageIds", &self.image_ids)
            .with_some("FuncType", self.func_type.as_ref())
            .with_some("Tag", self.tag.as_ref())
            .with_some("Offset", self.offset)
            .with_some("Limit", self.limit)
            .with_some("PriceSet", self.price_set.then_some(1))
    }
}

/// Reads an answer.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<HostImage>, Error> {
    Page::read(body, LIST)
}

/// The field that holds the rows.
pub const LIST: &str = "ImageSet";

model! {
    /// An image for virtual machines (UHost).
    pub struct HostImage {
        /// Zone; empty for images of the whole region.
        zone: Text = "Zone",
        /// Id, such as `uimage-fya3qr`. The same system has another id in each zone.
        image_id: Text = "ImageId" | "CompShareImageId",
        /// Name.
        image_name: Text = "ImageName",
        /// `Linux` or `Windows`; old accounts may hold distribution names.
        os_type: Text = "OsType",
        /// System with its version, such as `CentOS 7.6 64位`.
        os_name: Text = "OsName",
        /// `Base`, `Business` or `Custom`.
        image_type: Text = "ImageType",
        /// Abilities such as `HotPlug` or `IPv6`. `NetEnhnced` is how the service spells network enhancement 1.0.
        features: List = "Features",
        /// Kind of a marketplace image.
        func_type: Text = "FuncType",
        /// Software of a marketplace image.
        integrated_software: Text = "IntegratedSoftware",
        /// Vendor of a marketplace image.
        vendor: Text = "Vendor",
        /// Introduction of a marketplace image.
        links: Text = "Links",
        /// `Available`, `Making`, `Copying` or `Unavailable`, in varying case.
        state: Text = "State",
        /// Description.
        image_description: Text = "ImageDescription",
        /// When it was made, in Unix seconds.
        create_time: Time = "CreateTime",
        /// Size in GB. The page names no unit; the SDKs use the value as a disk size.
        image_size: Int = "ImageSize",
        /// The oldest CPU platform it runs on, such as `Broadwell`.
        minimal_cpu: Text = "MinimalCPU",
        /// End of the system's maintenance. Comes as `YYYY/MM/DD`.
        maintain_eol: Time = "MaintainEol",
        /// GPU models it supports.
        supported_gpu_types: List = "SupportedGPUTypes",
        /// Scenes such as `Featured` or `AIPainting`.
        scene_categories: List = "SceneCategories",
        /// The software it is mainly for.
        primary_software: Text = "PrimarySoftware",
        /// *Newer.* Business group.
        tag: Text = "Tag",
        /// *Newer.* Snapshots of its data disks.
        data_snapshot_ids: List = "DataSnapshotIds",
        /// *Newer.* Prices, if asked for.
        prices: Prices = "PriceSet",
    }
}

/// What a marketplace image costs, by way of charging.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prices(pub Vec<Price>);

/// A price in yuan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Price {
    /// `Month`, `Year`, `Dynamic` and so on.
    pub charge_type: String,
    /// To pay, with two decimals.
    pub price: String,
    /// Before the discount, with two decimals.
    pub original_price: Option<String>,
}

impl Field for Prices {
    fn read(value: Value) -> Result<Self, Unreadable> {
        let expected = Unreadable { expected: "a list of prices" };
        let Value::Array(items) = value else { return Err(expected) };
        items.iter().map(price).collect::<Option<_>>().map(Self).ok_or(expected)
    }
}

impl Show for Prices {
    fn show(&self) -> FieldValue<'_> {
        if self.0.is_empty() {
            return FieldValue::Missing;
        }
        FieldValue::List(Cow::Owned(
            self.0.iter().map(|it| format!("{} {}", it.charge_type, it.price)).collect(),
        ))
    }
}

fn price(value: &Value) -> Option<Price> {
    Some(Price {
        charge_type: value.get("ChargeType")?.as_str()?.to_owned(),
        price: amount(value.get("Price")?)?,
        original_price: value.get("OriginalPrice").and_then(amount),
    })
}

/// An amount of yuan, given as a number or as text, with the two decimals that the documents promise.
fn amount(value: &Value) -> Option<String> {
    let yuan = match value {
        Value::String(text) => serde_json::from_str::<Value>(text.trim()).ok()?.as_f64()?,
        other => other.as_f64()?,
    };
    let fen = field::whole((yuan * 100.0).round())?;
    Some(format!("{}.{:02}", fen / 100, fen.unsigned_abs() % 100))
}
