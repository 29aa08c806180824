//! `DescribeULHostImage`: the images for lightweight servers in one region.

use super::{Call, registry};
use crate::{
    models::{
        image::{ImageType, OsType},
        light_image::{LightImage, Scene, light_images},
        region::Region,
    },
    refusal::Refusal,
    serializers::light_image::LightImageList,
};

/// Answers `DescribeULHostImage`.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    call.check_project()?;
    let images = call.world.light_images.region(call.region()?.id);
    let images = images.ok_or_else(|| Refusal::not_available("Region"))?;
    let filter = Filter::read(call, images.region)?;
    let rows = registry::page(call)?;
    let mut found: Vec<_> = light_images(images).filter(|light| filter.takes(light)).collect();
    let total = found.len();
    let range = rows.range(total as u64);
    found.truncate(range.end as usize);
    call.answer(&LightImageList::new(total, found.split_off(range.start as usize)))
}

/// The filters that are set; all must hold.
#[derive(Debug)]
struct Filter {
    zone: Option<&'static str>,
    image_type: Option<ImageType>,
    scene: Option<Scene>,
    os_type: Option<OsType>,
    ids: Vec<String>,
    tag: Option<String>,
}

impl Filter {
    fn read(call: &Call<'_>, region: &Region) -> Result<Self, Refusal> {
        let params = call.params;
        let image_type = params.choice("ImageType", image_type)?;
        let only_apps = image_type == Some(ImageType::Business);
        let mut ids = params.list("ImageIds");
        ids.extend(params.text("ImageId"));
        Ok(Self {
            zone: call.zone_of(region)?,
            image_type,
            // The scene counts when applications are asked for, and is not looked at otherwise.
            scene: if only_apps { params.choice("Scene", Scene::parse)? } else { None },
            os_type: params.choice("OsType", OsType::parse)?,
            ids,
            tag: params.text("Tag"),
        })
    }

    /// Images of the whole region can be used in each of its zones, so every zone takes them.
    fn takes(&self, light: &LightImage) -> bool {
        let image = &light.image;
        self.zone.is_none_or(|zone| image.zone == zone || image.zone.is_empty())
            && self.image_type.is_none_or(|wanted| image.image_type == wanted)
            && self.scene.is_none_or(|wanted| light.scene == wanted)
            && self.os_type.is_none_or(|wanted| image.family() == wanted)
            && self.tag.as_deref().is_none_or(|wanted| image.tag == wanted)
            && (self.ids.is_empty() || self.ids.contains(&image.id))
    }
}

/// Applications are asked for by another word than the one they are answered with.
fn image_type(name: &str) -> Option<ImageType> {
    match name {
        "Base" => Some(ImageType::Base),
        "App" => Some(ImageType::Business),
        "Custom" => Some(ImageType::Custom),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::handlers::tests::{call, natural_world};

    fn ask(query: &str) -> (u64, Vec<Value>) {
        let query = format!("Action=DescribeULHostImage&{query}");
        let answer = call(natural_world(), &query).unwrap();
        (answer["TotalCount"].as_u64().unwrap(), answer["ImageSet"].as_array().unwrap().clone())
    }

    fn all() -> Vec<Value> {
        ask("Region=cn-bj2&Limit=1000").1
    }

    #[track_caller]
    fn refuses(query: &str, code: i64, message: &str) {
        let query = format!("Action=DescribeULHostImage&{query}");
        let refusal = call(natural_world(), &query).unwrap_err();
        assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
    }

    #[test]
    fn refusals() {
        refuses("", 210, "Missing params [Region]");
        refuses("Region=cn-mars", 230, "Params [Region] not available");
        refuses("Region=hk&Zone=sg-01", 230, "Params [Zone] not available");
        refuses("Region=hk&ImageType=Business", 230, "Params [ImageType] not available");
        refuses("Region=hk&ImageType=App&Scene=Moon", 230, "Params [Scene] not available");
        refuses("Region=hk&OsType=BeOS", 230, "Params [OsType] not available");
        refuses("Region=hk&ProjectId=org-0", 292, "Project [org-0] not found");
    }

    #[test]
    fn pages_are_the_whole_without_repeats() {
        let whole = all();
        let ids: BTreeSet<_> = whole.iter().map(|row| row["ImageId"].as_str()).collect();
        assert_eq!(ids.len(), whole.len());
        let page = |offset| ask(&format!("Region=cn-bj2&Limit=40&Offset={offset}")).1;
        let pages = (0..whole.len()).step_by(40).flat_map(page);
        assert_eq!(pages.collect::<Vec<_>>(), whole);
        assert_eq!(ask("Region=cn-bj2").1, whole[..20]);
        assert_eq!(ask("Region=cn-bj2&Offset=9999").1.len(), 0);
    }

    #[track_caller]
    fn check_filter(filter: &str, naive: impl Fn(&Value) -> bool) {
        let expected: Vec<_> = all().into_iter().filter(|row| naive(row)).collect();
        assert!(!expected.is_empty(), "{filter} shows nothing");
        let found = ask(&format!("Region=cn-bj2&Limit=1000&{filter}"));
        assert_eq!(found, (expected.len() as u64, expected), "{filter}");
    }

    #[test]
    fn filters_do_what_a_look_at_each_row_does() {
        check_filter("Zone=cn-bj2-05", |row| row["Zone"] == "cn-bj2-05" || row["Zone"] == "");
        check_filter("ImageType=Base", |row| row["ImageType"] == "Base");
        check_filter("ImageType=App", |row| row["ImageType"] == "Business");
        check_filter("ImageType=Custom", |row| row["ImageType"] == "Custom");
        check_filter("ImageType=Base&Scene=CrossBorder", |row| row["ImageType"] == "Base");
        check_filter("OsType=Windows", |row| row["OsType"] == "Windows");
        check_filter("Tag=Default", |row| row["Tag"] == "Default");
        let id = all()[30]["ImageId"].as_str().unwrap().to_owned();
        let other = all()[7]["ImageId"].as_str().unwrap().to_owned();
        check_filter(&format!("ImageId={id}"), |row| row["ImageId"] == *id);
        check_filter(&format!("ImageIds.0={id}&ImageIds.1={other}"), |row| {
            row["ImageId"] == *id || row["ImageId"] == *other
        });
    }

    #[test]
    fn scenes_divide_the_applications() {
        let count = |scene: &str| ask(&format!("Region=cn-bj2&ImageType=App{scene}")).0;
        let (normal, abroad) = (count("&Scene=Normal"), count("&Scene=CrossBorder"));
        assert!(normal > 0 && abroad > 0);
        assert_eq!(normal + abroad, count(""));
    }

    #[test]
    fn applications_have_a_logo_and_all_have_a_name_to_show() {
        for row in all() {
            let has_logo = row["ImageLogoLink"].as_str().unwrap().starts_with("https://");
            assert_eq!(has_logo, row["ImageType"] == "Business", "{row}");
            assert_ne!(row["DisplayName"], "", "{row}");
        }
    }

    #[test]
    fn surprise_8_misspelt_feature_and_state() {
        let rows = all();
        let has = |row: &Value| row["Features"].as_array().unwrap().contains(&"NetEnhnced".into());
        assert!(rows.iter().any(has));
        assert!(rows.iter().any(|row| row["State"] == "Unavailable"));
    }

    #[test]
    fn surprise_11_sizes_are_gigabytes() {
        assert!(all().iter().all(|row| (20..=500).contains(&row["ImageSize"].as_u64().unwrap())));
    }

    #[test]
    fn surprise_13_the_same_system_has_another_id_in_each_zone() {
        let rows = all();
        let same: Vec<_> = rows.iter().filter(|row| row["DisplayName"] == "CentOS 7.9").collect();
        let ids: BTreeSet<_> = same.iter().map(|row| row["ImageId"].as_str()).collect();
        assert!(same.len() > 1 && ids.len() == same.len(), "{same:?}");
    }
}
