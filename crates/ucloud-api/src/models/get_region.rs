//! `GetRegion`: the regions and zones that the account can use.
//!
//! Source: [GetRegion](https://docs.ucloud.cn/api/uaccount-api/get_region). It needs no region itself, which makes it the
//! harmless call that a connection is tested with.

use crate::{
    Error, Page,
    field::{Flag, Text},
    model::model,
    request::request,
};

/// The action's name.
pub const ACTION: &str = "GetRegion";

const LIST: &[&str] = &["Regions"];

request! {}

/// Reads an answer: one row for each zone.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<Zone>, Error> {
    Page::read(body, LIST)
}

model! {
    /// A zone with the region it lies in.
    pub struct Zone {
        /// Number of the region.
        region_id: Text = "RegionId",
        /// Name of the region, in Chinese.
        region_name: Text = "RegionName",
        /// Whether the account's requests go there by default.
        is_default: Flag = "IsDefault",
        /// Internal marks.
        bit_maps: Text = "BitMaps",
        /// Region, such as `cn-bj2`.
        region: Text = "Region",
        /// Zone, such as `cn-bj2-05`.
        zone: Text = "Zone",
    }
}
