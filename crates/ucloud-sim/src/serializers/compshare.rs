//! The answers about CompShare itself: its tags (`describe_comp_share_image_tags.md`) and its zones
//! (`describe_comp_share_support_zone.md`), both of `api/ucompshare-api/`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::models::compshare::{Category, Zone, tags};

/// All tags, the tags by category, and the order of the categories: an object has none.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct TagList {
    tags: Vec<&'static str>,
    tags_map: BTreeMap<&'static str, &'static [&'static str]>,
    tag_index: Vec<&'static str>,
}

impl TagList {
    pub(crate) fn new(categories: &[Category]) -> Self {
        let each = categories.iter();
        Self {
            tags: tags(categories).collect(),
            tags_map: each.clone().map(|category| (category.name, category.tags)).collect(),
            tag_index: each.map(|category| category.name).collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ZoneList {
    zone_info: Vec<ZoneRow>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ZoneRow {
    region: &'static str,
    zone: &'static str,
    region_id: u32,
    zone_id: u32,
    describe: &'static str,
}

impl ZoneList {
    pub(crate) fn new<'a>(zones: impl Iterator<Item = &'a Zone>) -> Self {
        let rows = zones.map(|zone| ZoneRow {
            region: zone.region,
            zone: zone.zone,
            region_id: zone.region_number,
            zone_id: zone.zone_number,
            describe: zone.name,
        });
        Self { zone_info: rows.collect() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tags_as_on_the_wire() {
        let categories = [
            Category { name: "框架", tags: &["PyTorch"] },
            Category { name: "场景", tags: &["LLM", "语音"] },
        ];
        let expected = json!({
            "Tags": ["PyTorch", "LLM", "语音"],
            "TagsMap": {"框架": ["PyTorch"], "场景": ["LLM", "语音"]},
            "TagIndex": ["框架", "场景"],
        });
        assert_eq!(serde_json::to_value(TagList::new(&categories)).unwrap(), expected);
    }

    #[test]
    fn a_zone_as_on_the_wire() {
        let zone = Zone {
            region: "cn-wlcb",
            zone: "cn-wlcb-01",
            region_number: 1,
            zone_number: 10_027,
            name: "华北二A",
        };
        let expected = json!({"ZoneInfo": [{
            "Region": "cn-wlcb", "Zone": "cn-wlcb-01", "RegionId": 1, "ZoneId": 10_027,
            "Describe": "华北二A",
        }]});
        assert_eq!(serde_json::to_value(ZoneList::new([zone].iter())).unwrap(), expected);
    }
}
