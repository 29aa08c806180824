//! `DescribeImage`: the images of one region, a page at a time.

#[cfg(test)]
mod tests;

use super::{Call, page::Page};
use crate::{
    models::{
        image::{FuncType, ImageType, OsType},
        population::RegionImages,
    },
    refusal::Refusal,
    serializers::image::ImageList,
};

/// The service documents no maximum, and this page is larger than any client's. It keeps one
/// careless request from filling the memory.
const LONGEST_PAGE: u64 = 10_000;

/// Answers `DescribeImage`.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    call.check_project()?;
    let images = call.region_images()?;
    let filter = Filter::read(call, images)?;
    let page = Page::read(call.params, LONGEST_PAGE)?;
    let with_prices = call.params.count("PriceSet")?.unwrap_or(0) != 0;
    let (total, rows) =
        if filter.takes_all() { page_of_all(page, images) } else { page_of(page, &filter, images) };
    let rows = rows.into_iter().filter_map(|row| images.image(row)).collect();
    call.answer(&ImageList::new(total, rows, with_prices))
}

/// The page of all rows: costs what the page costs, however many rows there are.
fn page_of_all(page: Page, images: &RegionImages) -> (u64, Vec<u64>) {
    (images.len(), page.range(images.len()).collect())
}

/// The page of the rows that pass the filter: looks at every row, and builds none.
fn page_of(page: Page, filter: &Filter, images: &RegionImages) -> (u64, Vec<u64>) {
    let (mut total, mut rows) = (0, Vec::new());
    for row in (0..images.len()).filter(|&row| filter.takes(images, row)) {
        if page.holds(total) {
            rows.push(row);
        }
        total += 1;
    }
    (total, rows)
}

/// The filters that are set. Values of one filter are alternatives; all filters must hold.
#[derive(Debug, Default)]
struct Filter {
    zone: Option<&'static str>,
    image_type: Option<ImageType>,
    os_type: Option<OsType>,
    func_types: Vec<FuncType>,
    ids: Vec<String>,
    tag: Option<String>,
}

impl Filter {
    fn read(call: &Call<'_>, images: &RegionImages) -> Result<Self, Refusal> {
        let params = call.params;
        let mut ids = params.list("ImageIds");
        ids.extend(params.text("ImageId"));
        Ok(Self {
            zone: call.zone_of(images.region)?,
            image_type: params.choice("ImageType", ImageType::parse)?,
            os_type: params.choice("OsType", OsType::parse)?,
            // Values that are not known are ignored in silence; only here the service does so.
            func_types: params.list("FuncType").iter().filter_map(|v| FuncType::parse(v)).collect(),
            ids,
            tag: params.text("Tag"),
        })
    }

    fn takes_all(&self) -> bool {
        matches!(self, Self { zone: None, image_type: None, os_type: None, tag: None, func_types, ids }
            if func_types.is_empty() && ids.is_empty())
    }

    /// Images of the whole region can be used in each of its zones, so every zone takes them.
    fn takes(&self, images: &RegionImages, row: u64) -> bool {
        let Some(slot) = images.slot(row) else { return false };
        self.zone.is_none_or(|zone| slot.zone == zone || slot.zone.is_empty())
            && self.image_type.is_none_or(|wanted| slot.image_type() == wanted)
            && self.os_type.is_none_or(|wanted| slot.system.os_type == wanted)
            && (self.func_types.is_empty()
                || slot.func_type().is_some_and(|found| self.func_types.contains(&found)))
            && self.tag.as_deref().is_none_or(|wanted| images.tag(row) == wanted)
            && (self.ids.is_empty() || self.ids.contains(&images.id(row)))
    }
}
