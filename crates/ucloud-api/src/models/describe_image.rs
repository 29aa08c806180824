//! `DescribeImage`: the images that virtual machines of a region can start from.
//!
//! Source: [DescribeImage](https://docs.ucloud.cn/api/uhost-api/describe_image). Fields marked *newer* are in later
//! documents and SDKs of UCloud and not in every region's answers.
//!
//! ```
//! use ucloud_api::{Pager, models::describe_image as api};
//!
//! let mut pager = Pager::new(500);
//! while let Some(span) = pager.next() {
//!     let request = api::Request {
//!         region: "cn-bj2".into(),
//!         offset: Some(span.offset),
//!         limit: Some(span.limit),
//!         ..Default::default()
//!     };
//!     let _to_sign_and_send = request.params();
//!     let page = api::decode(r#"{"RetCode": 0, "TotalCount": 1, "ImageSet": [{"ImageId": "uimage-fya3qr"}]}"#)?;
//!     pager.received(page.received, page.total);
//! }
//! # Ok::<(), ucloud_api::Error>(())
//! ```

use std::borrow::Cow;

use serde_json::Value;

use crate::{
    Error, Page, Plain,
    field::{self, Field, FieldValue, Int, List, Show, Text, Time, Unreadable},
    model::model,
    plain::Listed,
    request::request,
};

/// The action's name.
pub const ACTION: &str = "DescribeImage";

request! {
    /// Region, such as `cn-bj2`. Required by the service.
    region: String = "Region",
    /// Zone; one that is not in the region is refused with 230.
    zone: Option<String> = "Zone",
    /// Project, such as `org-xp2ucn`. Sub-accounts must give one.
    project_id: Option<String> = "ProjectId",
    /// `Base`, `Business` (marketplace) or `Custom`; unset lists all.
    image_type: Option<String> = "ImageType",
    /// `Linux` or `Windows`; unset lists both.
    os_type: Option<String> = "OsType",
    /// One image.
    image_id: Option<String> = "ImageId",
    /// How many images to pass over; 0 if unset.
    offset: Option<u64> = "Offset",
    /// How many images to return; 20 if unset, no documented maximum.
    limit: Option<u64> = "Limit",
    /// 1 to return prices too. The answer's field of that name is a list of them.
    price_set: Option<u64> = "PriceSet",
    /// *Newer.* Several images.
    image_ids: Vec<String> = "ImageIds",
    /// *Newer.* `gpu`, `app` or `uhost`; other values are ignored by the service without a word.
    func_type: Option<String> = "FuncType",
    /// *Newer.* Business group.
    tag: Option<String> = "Tag",
}

/// Reads an answer.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<HostImage>, Error> {
    Page::read(body, LIST)
}

/// Reads an answer for a table.
///
/// # Errors
///
/// As [`decode`].
pub fn rows(body: &str) -> Result<Plain, Error> {
    Plain::read(body, LIST, &HostImage::SPEC)
}

/// The field that holds the rows.
const LIST: &[&str] = &["ImageSet"];

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
        let mut whole = Ok(());
        let it = Self::take(value, &mut |expected| whole = Err(Unreadable { expected }));
        whole.map(|()| it)
    }

    fn take(value: Value, note: &mut dyn FnMut(&'static str)) -> Self {
        Self(field::each(value, "a list of prices", note, |it| price(&it)))
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
    let fen = field::whole((field::decimal(value)? * 100.0).round())?;
    let (sign, fen) = (if fen < 0 { "-" } else { "" }, fen.unsigned_abs());
    Some(format!("{sign}{}.{:02}", fen / 100, fen % 100))
}
