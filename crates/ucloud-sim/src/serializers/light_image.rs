//! The answer of `DescribeULHostImage` (`api/ulighthost-api/describe_ul_host_image.md`).

use serde::Serialize;

use crate::models::light_image::LightImage;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct LightImageList {
    total_count: usize,
    image_set: Vec<LightImageRow>,
}

/// A row in the order of the documentation. Applications are asked for as `App` and answered as
/// `Business`, the word that images of the market have everywhere.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct LightImageRow {
    zone: &'static str,
    image_id: String,
    image_name: String,
    display_name: String,
    tag: &'static str,
    os_type: &'static str,
    os_name: &'static str,
    image_type: &'static str,
    features: &'static [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    integrated_software: Option<&'static str>,
    state: &'static str,
    image_description: String,
    create_time: i64,
    image_size: u32,
    #[serde(rename = "MinimalCPU")]
    minimal_cpu: &'static str,
    maintain_eol: &'static str,
    scene_categories: &'static [&'static str],
    image_logo_link: String,
}

impl LightImageList {
    pub(crate) fn new(total_count: usize, images: Vec<LightImage>) -> Self {
        Self { total_count, image_set: images.into_iter().map(LightImageRow::new).collect() }
    }
}

impl LightImageRow {
    fn new(light: LightImage) -> Self {
        let image = light.image;
        Self {
            zone: image.zone,
            image_id: image.id,
            image_name: image.name,
            display_name: light.display_name,
            tag: image.tag,
            os_type: image.os_type,
            os_name: image.os_name,
            image_type: image.image_type.name(),
            features: image.features,
            integrated_software: image.listing.map(|listing| listing.software),
            state: image.state.name(),
            image_description: image.description,
            create_time: image.created,
            image_size: image.size_gb,
            minimal_cpu: image.minimal_cpu,
            maintain_eol: image.end_of_life,
            scene_categories: image.listing.map_or(&[], |listing| listing.scenes),
            image_logo_link: light.logo,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::models::{
        image::{Image, ImageType, State},
        light_image::Scene,
    };

    #[test]
    fn a_standard_image_as_on_the_wire() {
        let image = Image {
            zone: "hk-02",
            id: "uimage-abc123".into(),
            name: "Ubuntu 22.04 64位".into(),
            os_type: "Linux",
            os_name: "Ubuntu 22.04 64位",
            image_type: ImageType::Base,
            features: &["NetEnhnced"],
            listing: None,
            state: State::Unavailable,
            description: "".into(),
            created: 1_500_000_000,
            size_gb: 20,
            minimal_cpu: "",
            end_of_life: "2027/04/30",
            tag: "Default",
            snapshot_ids: vec![],
            is_old: false,
        };
        let (display_name, logo) = ("Ubuntu 22.04".into(), String::new());
        let light = LightImage { image, display_name, logo, scene: Scene::Normal };
        let row = json!({
            "Zone": "hk-02", "ImageId": "uimage-abc123", "ImageName": "Ubuntu 22.04 64位",
            "DisplayName": "Ubuntu 22.04", "Tag": "Default", "OsType": "Linux",
            "OsName": "Ubuntu 22.04 64位", "ImageType": "Base", "Features": ["NetEnhnced"],
            "State": "Unavailable", "ImageDescription": "", "CreateTime": 1_500_000_000,
            "ImageSize": 20, "MinimalCPU": "", "MaintainEol": "2027/04/30",
            "SceneCategories": [], "ImageLogoLink": "",
        });
        let list = serde_json::to_value(LightImageList::new(1, vec![light])).unwrap();
        assert_eq!(list, json!({"TotalCount": 1, "ImageSet": [row]}));
    }
}
