//! The answer of `DescribeImage` (`api/uhost-api/describe_image.md`).

use serde::Serialize;

use crate::models::image::{Image, Listing};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ImageList {
    total_count: u64,
    image_set: Vec<ImageRow>,
}

impl ImageList {
    pub(crate) fn new(total_count: u64, images: Vec<Image>, with_prices: bool) -> Self {
        let rows = images.into_iter().map(|image| ImageRow::new(image, with_prices));
        Self { total_count, image_set: rows.collect() }
    }
}

/// A row in the order of the documentation. Fields of the market exist on market images only,
/// prices only when they were asked for, and the fields that the printed example does not have are
/// absent from old images too.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ImageRow {
    zone: &'static str,
    image_id: String,
    image_name: String,
    os_type: &'static str,
    os_name: &'static str,
    image_type: &'static str,
    features: &'static [&'static str],
    #[serde(flatten)]
    listing: Option<ListingFields>,
    state: &'static str,
    image_description: String,
    create_time: i64,
    image_size: u32,
    #[serde(rename = "MinimalCPU")]
    minimal_cpu: &'static str,
    #[serde(flatten)]
    added_later: Option<AddedFields>,
    tag: &'static str,
    data_snapshot_ids: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price_set: Option<Vec<PriceRow>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ListingFields {
    func_type: &'static str,
    integrated_software: &'static str,
    vendor: &'static str,
    links: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct AddedFields {
    maintain_eol: &'static str,
    #[serde(rename = "SupportedGPUTypes")]
    supported_gpu_types: &'static [&'static str],
    scene_categories: &'static [&'static str],
    primary_software: &'static str,
}

/// Prices in yuan with two decimals.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct PriceRow {
    charge_type: &'static str,
    price: f64,
    original_price: f64,
}

impl ImageRow {
    fn new(image: Image, with_prices: bool) -> Self {
        let price_set = with_prices.then(|| image.listing.as_ref().map_or_else(Vec::new, prices));
        let added_later = (!image.is_old).then(|| AddedFields::new(&image));
        let listing = image.listing.as_ref();
        Self {
            zone: image.zone,
            image_id: image.id,
            image_name: image.name,
            os_type: image.os_type,
            os_name: image.os_name,
            image_type: image.image_type.name(),
            features: image.features,
            listing: listing.map(ListingFields::new),
            added_later,
            state: image.state.name(),
            image_description: image.description,
            create_time: image.created,
            image_size: image.size_gb,
            minimal_cpu: image.minimal_cpu,
            tag: image.tag,
            data_snapshot_ids: image.snapshot_ids,
            price_set,
        }
    }
}

impl AddedFields {
    fn new(image: &Image) -> Self {
        let listing = image.listing.as_ref();
        Self {
            maintain_eol: image.end_of_life,
            supported_gpu_types: listing.map_or(&[], |listing| listing.gpus),
            scene_categories: listing.map_or(&[], |listing| listing.scenes),
            primary_software: listing.map_or("", |listing| listing.primary_software),
        }
    }
}

impl ListingFields {
    fn new(listing: &Listing) -> Self {
        Self {
            func_type: listing.func_type,
            integrated_software: listing.software,
            vendor: listing.vendor,
            links: listing.link,
        }
    }
}

/// By the month, by the year at ten months' price, and by the hour.
fn prices(listing: &Listing) -> Vec<PriceRow> {
    let month = listing.month_fen;
    let row = |charge_type, price, original| PriceRow {
        charge_type,
        price: yuan(price),
        original_price: yuan(original),
    };
    vec![
        row("Month", month, month),
        row("Year", month * 10, month * 12),
        row("Dynamic", month.div_ceil(400), month.div_ceil(400)),
    ]
}

fn yuan(fen: u32) -> f64 {
    f64::from(fen) / 100.0
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::models::image::{ImageType, State};

    fn image() -> Image {
        Image {
            zone: "cn-bj2-05",
            id: "uimage-abc123".into(),
            name: "CentOS 7.4 64位".into(),
            os_type: "Linux",
            os_name: "CentOS 7.4 64位",
            image_type: ImageType::Base,
            features: &["NetEnhnced"],
            listing: None,
            state: State::Available,
            description: "".into(),
            created: 1_500_000_000,
            size_gb: 20,
            minimal_cpu: "Broadwell",
            end_of_life: "2024/06/30",
            tag: "Default",
            snapshot_ids: vec![],
            is_old: false,
        }
    }

    fn listing() -> Listing {
        Listing {
            func_type: "gpu",
            software: "CUDA 12.4",
            vendor: "UCloud",
            link: "https://example.com",
            gpus: &["4090"],
            scenes: &["Featured"],
            primary_software: "CUDA",
            month_fen: 1999,
        }
    }

    #[track_caller]
    fn check(image: Image, with_prices: bool, expected: &Value) {
        assert_eq!(&serde_json::to_value(ImageRow::new(image, with_prices)).unwrap(), expected);
    }

    fn plain() -> Value {
        json!({
            "Zone": "cn-bj2-05", "ImageId": "uimage-abc123", "ImageName": "CentOS 7.4 64位",
            "OsType": "Linux", "OsName": "CentOS 7.4 64位", "ImageType": "Base",
            "Features": ["NetEnhnced"], "State": "Available", "ImageDescription": "",
            "CreateTime": 1_500_000_000, "ImageSize": 20, "MinimalCPU": "Broadwell",
            "MaintainEol": "2024/06/30", "SupportedGPUTypes": [], "SceneCategories": [],
            "PrimarySoftware": "", "Tag": "Default", "DataSnapshotIds": [],
        })
    }

    #[test]
    fn a_standard_image_as_on_the_wire() {
        check(image(), false, &plain());
        let mut priced = plain();
        priced["PriceSet"] = json!([]);
        check(image(), true, &priced);
    }

    #[test]
    fn an_old_image_has_fewer_fields() {
        let mut expected = plain();
        for field in ["MaintainEol", "SupportedGPUTypes", "SceneCategories", "PrimarySoftware"] {
            expected.as_object_mut().unwrap().remove(field);
        }
        expected["OsType"] = "CentOS".into();
        check(Image { is_old: true, os_type: "CentOS", ..image() }, false, &expected);
    }

    #[test]
    fn a_market_image_has_more_fields() {
        let mut expected = plain();
        let more = json!({
            "ImageType": "Business", "FuncType": "gpu", "IntegratedSoftware": "CUDA 12.4",
            "Vendor": "UCloud", "Links": "https://example.com", "SupportedGPUTypes": ["4090"],
            "SceneCategories": ["Featured"], "PrimarySoftware": "CUDA",
            "PriceSet": [
                {"ChargeType": "Month", "Price": 19.99, "OriginalPrice": 19.99},
                {"ChargeType": "Year", "Price": 199.9, "OriginalPrice": 239.88},
                {"ChargeType": "Dynamic", "Price": 0.05, "OriginalPrice": 0.05},
            ],
        });
        expected.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let image = Image { image_type: ImageType::Business, listing: Some(listing()), ..image() };
        check(image, true, &expected);
    }
}
