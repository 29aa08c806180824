//! CompShare, the GPU platform, apart from its images: where it is, and the tags it knows.

use super::region::Region;

/// A zone of the platform. It has numbers of its own for regions and zones; only that of
/// `cn-wlcb-01` is known from outside, the others are made up.
#[derive(Debug)]
pub(crate) struct Zone {
    pub(crate) region: &'static str,
    pub(crate) zone: &'static str,
    pub(crate) region_number: u32,
    pub(crate) zone_number: u32,
    pub(crate) name: &'static str,
}

/// Two of the 43 zones.
pub(crate) static ZONES: &[Zone] = &[
    Zone {
        region: "cn-wlcb",
        zone: "cn-wlcb-01",
        region_number: 1_000_027,
        zone_number: 10_027,
        name: "华北二A",
    },
    Zone {
        region: "cn-sh2",
        zone: "cn-sh2-02",
        region_number: 1_000_009,
        zone_number: 10_018,
        name: "上海二B",
    },
];

/// The zones of the platform in a region; none in most of them.
pub(crate) fn zones_in(region: &Region) -> impl Iterator<Item = &'static Zone> {
    let id = region.id;
    ZONES.iter().filter(move |zone| zone.region == id)
}

/// A category of tags.
#[derive(Debug)]
pub(crate) struct Category {
    pub(crate) name: &'static str,
    pub(crate) tags: &'static [&'static str],
}

/// The tags in the order in which the platform shows them.
pub(crate) static CATEGORIES: &[Category] = &[
    Category {
        name: "框架",
        tags: &["PyTorch", "TensorFlow", "PaddlePaddle", "vLLM", "SGLang", "Ollama"],
    },
    Category {
        name: "场景",
        tags: &[
            "LLM",
            "图像生成",
            "视频生成",
            "语音",
            "数字人",
            "目标检测",
            "深度学习",
            "音乐生成",
        ],
    },
    Category {
        name: "应用",
        tags: &["ComfyUI", "Stable Diffusion", "DeepSeek", "Qwen", "RAG", "AI Agent", "LoRA训练"],
    },
    Category { name: "更多", tags: &["游戏", "科学计算", "其他"] },
];

/// All tags, category by category.
pub(crate) fn tags(categories: &[Category]) -> impl Iterator<Item = &'static str> {
    categories.iter().flat_map(|category| category.tags.iter().copied())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::models::region::REGIONS;

    #[test]
    fn each_zone_is_a_zone_of_its_region() {
        let found: Vec<_> = REGIONS.iter().flat_map(zones_in).map(|zone| zone.zone).collect();
        assert_eq!(found, ["cn-wlcb-01", "cn-sh2-02"]);
        for region in REGIONS {
            assert!(zones_in(region).all(|zone| region.zones.contains(&zone.zone)));
        }
    }

    #[test]
    fn no_tag_is_in_two_categories() {
        let distinct: BTreeSet<_> = tags(CATEGORIES).collect();
        assert_eq!(tags(CATEGORIES).count(), distinct.len());
    }
}
