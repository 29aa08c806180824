//! `DescribeCompShareSupportZone`: where CompShare runs.
//!
//! Source: [DescribeCompShareSupportZone](https://docs.ucloud.cn/api/ucompshare-api/describe_comp_share_support_zone).

use crate::{Error, Page, field::Text, model::model, request::request};

/// The action's name.
pub const ACTION: &str = "DescribeCompShareSupportZone";

const LIST: &[&str] = &["ZoneInfo"];

request! {
    /// Region. The page requires it; its own client leaves it out and gets all.
    region: Option<String> = "Region",
}

/// Reads an answer.
///
/// # Errors
///
/// As [`Page::read`].
pub fn decode(body: &str) -> Result<Page<SupportedZone>, Error> {
    Page::read(body, LIST)
}

model! {
    /// A zone of CompShare.
    pub struct SupportedZone {
        /// Region, such as `cn-wlcb`.
        region: Text = "Region",
        /// Zone, such as `cn-wlcb-01`.
        zone: Text = "Zone",
        /// Number of the region.
        region_id: Text = "RegionId",
        /// Number of the zone.
        zone_id: Text = "ZoneId",
        /// CompShare's own name of the zone.
        describe: Text = "Describe",
    }
}
