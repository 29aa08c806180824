//! The answer of `GetRegion` (`api/summary/get_region.md`).

use serde::Serialize;

use crate::models::region::{DEFAULT_ZONE, REGIONS};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct RegionList {
    regions: Vec<RegionRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RegionRow {
    region_id: usize,
    region_name: &'static str,
    is_default: bool,
    /// Which services are open there, as a row of flags. All of them, since clients read none.
    bit_maps: &'static str,
    region: &'static str,
    zone: &'static str,
}

/// Numbers of data centres have five digits, counted over all zones.
const FIRST_NUMBER: usize = 10_001;

impl RegionList {
    pub(crate) fn new() -> Self {
        let zones =
            REGIONS.iter().flat_map(|region| region.zones.iter().map(move |zone| (region, *zone)));
        let regions = zones.enumerate().map(|(number, (region, zone))| RegionRow {
            region_id: FIRST_NUMBER + number,
            region_name: region.name,
            is_default: zone == DEFAULT_ZONE,
            bit_maps: "1111111111111111",
            region: region.id,
            zone,
        });
        Self { regions: regions.collect() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_row_as_on_the_wire() {
        let expected = json!({
            "RegionId": 10_001, "RegionName": "华北（北京）", "IsDefault": false,
            "BitMaps": "1111111111111111", "Region": "cn-bj1", "Zone": "cn-bj1-01",
        });
        assert_eq!(serde_json::to_value(RegionList::new()).unwrap()["Regions"][0], expected);
    }
}
