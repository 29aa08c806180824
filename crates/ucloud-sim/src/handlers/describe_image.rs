//! `DescribeImage`: the images of one region, a page at a time.

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::{handlers::tests::call, models::world::World};

    fn ask(world: &World, query: &str) -> (u64, Vec<Value>) {
        let answer = call(world, &format!("Action=DescribeImage&{query}")).unwrap();
        (answer["TotalCount"].as_u64().unwrap(), answer["ImageSet"].as_array().unwrap().clone())
    }

    fn ids(rows: &[Value]) -> Vec<String> {
        rows.iter().map(|row| row["ImageId"].as_str().unwrap().to_owned()).collect()
    }

    /// All rows, collected in pages as a client does: on by the rows received, until a page is empty.
    fn by_pages(world: &World, query: &str, limit: usize) -> Vec<Value> {
        let mut rows = Vec::new();
        loop {
            let page = format!("{query}&Limit={limit}&Offset={}", rows.len());
            let (total, page) = ask(world, &page);
            assert!(page.len() <= limit, "{} rows in a page of {limit}", page.len());
            if page.is_empty() {
                assert_eq!(rows.len() as u64, total);
                return rows;
            }
            rows.extend(page);
        }
    }

    #[test]
    fn pages_are_the_whole_without_repeats() {
        for world in [World::new(1, None), World::new(9, Some(257))] {
            for query in
                ["Region=hk", "Region=hk&OsType=Linux", "Region=hk&Zone=hk-03&ImageType=Base"]
            {
                let (total, whole) = ask(&world, &format!("{query}&Limit=10000"));
                assert_eq!(whole.len() as u64, total);
                assert_eq!(ids(&whole).into_iter().collect::<BTreeSet<_>>().len(), whole.len());
                for limit in [1, 7, 20, 100, 256, 257, 1000] {
                    assert_eq!(by_pages(&world, query, limit), whole, "{query} by {limit}");
                }
            }
        }
    }

    #[test]
    fn defaults_and_edges_of_a_page() {
        let world = World::new(1, Some(15_000));
        let check = |page: &str, rows: usize| {
            let (total, page_rows) = ask(&world, &format!("Region=sg&{page}"));
            assert_eq!((total, page_rows.len()), (15_000, rows), "{page}");
        };
        check("", 20);
        check("Limit=0", 0);
        check("Limit=3", 3);
        check("Offset=14990", 10);
        check("Offset=15000", 0);
        check("Offset=18446744073709551615&Limit=18446744073709551615", 0);
        check("Limit=20000", 10_000);
    }

    #[track_caller]
    fn check_filter(filter: &str, naive: impl Fn(&Value) -> bool) {
        for world in [World::new(1, None), World::new(1, Some(1_000))] {
            let (_, all) = ask(&world, "Region=cn-bj2&Limit=10000");
            let expected: Vec<_> = all.into_iter().filter(|row| naive(row)).collect();
            assert!(!expected.is_empty(), "{filter} shows nothing");
            let (total, found) = ask(&world, &format!("Region=cn-bj2&Limit=10000&{filter}"));
            assert_eq!(total as usize, expected.len(), "{filter}");
            assert_eq!(found, expected, "{filter}");
        }
    }

    #[test]
    fn filters_do_what_a_look_at_each_row_does() {
        check_filter("ImageType=Base", |row| row["ImageType"] == "Base");
        check_filter("ImageType=Business", |row| row["ImageType"] == "Business");
        check_filter("ImageType=Custom", |row| row["ImageType"] == "Custom");
        check_filter("OsType=Linux", |row| row["OsType"] == "Linux");
        check_filter("OsType=Windows&ImageType=Base", |row| {
            row["OsType"] == "Windows" && row["ImageType"] == "Base"
        });
        check_filter("Zone=cn-bj2-05", |row| row["Zone"] == "cn-bj2-05" || row["Zone"] == "");
        check_filter("FuncType=gpu", |row| row["FuncType"] == "gpu");
        check_filter("FuncType.0=gpu&FuncType.1=app", |row| {
            row["FuncType"] == "gpu" || row["FuncType"] == "app"
        });
        check_filter("FuncType=nonsense", |_| true);
        check_filter("Tag=Default", |row| row["Tag"] == "Default");
        check_filter("OsType=", |_| true);
    }

    #[test]
    fn images_are_found_by_id() {
        let world = World::new(1, Some(500));
        let (_, all) = ask(&world, "Region=hk&Limit=500");
        let ids = ids(&all);
        let (total, one) = ask(&world, &format!("Region=hk&ImageId={}", ids[321]));
        assert_eq!((total, &one[0]), (1, &all[321]));
        let query = format!("Region=hk&ImageIds.0={}&ImageIds.1={}", ids[400], ids[3]);
        let (total, two) = ask(&world, &query);
        assert_eq!((total, two), (2, vec![all[3].clone(), all[400].clone()]));
        assert_eq!(ask(&world, &format!("Region=sg&ImageId={}", ids[321])).0, 0);
    }

    #[test]
    fn prices_only_when_asked() {
        let world = World::new(1, None);
        let (_, plain) = ask(&world, "Region=hk&ImageType=Business&Limit=100");
        assert!(plain.iter().all(|row| row.get("PriceSet").is_none()));
        assert_eq!(ask(&world, "Region=hk&ImageType=Business&Limit=100&PriceSet=0").1, plain);
        let (_, priced) = ask(&world, "Region=hk&ImageType=Business&Limit=100&PriceSet=1");
        assert!(priced.iter().all(|row| row["PriceSet"].is_array()));
        assert!(priced.iter().any(|row| row["PriceSet"][0]["Price"].as_f64() > Some(0.0)));
    }
}
