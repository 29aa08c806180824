//! Lists that stop: the others stay, and trying again goes on where they stopped.

use std::collections::BTreeSet;

use ucloud_api::Code;

use crate::{page::Page, site::Site};

/// Without permission: a code that never heals by itself, so that the page does not ask again.
const FORBIDDEN: &str = "region=hk,action=DescribeImage,code=299";

#[tokio::test]
async fn a_failing_region_leaves_the_others_there() {
    let site = Site::signing(40).await;
    site.trouble(&[FORBIDDEN]);
    let page = site.visit("").await;
    let seen = page.loaded().await;
    assert_eq!(seen.count, Some(2 * 40), "{seen:#?}");
    assert!(!seen.is_sample, "what a service behind the gateway says is not made up: {seen:#?}");
    let [failure] = seen.failures.as_slice() else { panic!("one region failed: {seen:#?}") };
    for part in ["Hong Kong", "hk", Code::of(299).advice.en, "299"] {
        assert!(failure.contains(part), "{part:?} should be in {failure:?}");
    }

    site.trouble(&[]);
    page.press("[data-testid=failures] [data-place=hk]", "Try again").await;
    let seen = page.shows("no failure", |it| it.settled && it.failures.is_empty()).await;
    assert_eq!(seen.count, Some(3 * 40), "{seen:#?}");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_region_that_stops_half_way_goes_on_from_there() {
    let site = Site::signing(250).await;
    // The first page is under way while the trouble for the second is prepared.
    site.trouble(&["region=hk,latency=1s,times=1"]);
    let page = site.visit("?region=hk,sg&limit=100").await;
    site.is_asked_for("hk").await;
    site.trouble(&[FORBIDDEN]);
    let seen = page.shows("a failure", |it| it.settled && !it.failures.is_empty()).await;
    assert_eq!(seen.count, Some(250 + 100), "the first page of hk stays: {seen:#?}");

    site.trouble(&[]);
    page.press("[data-testid=failures] [data-place=hk]", "Try again").await;
    let seen = page.shows("no failure", |it| it.settled && it.failures.is_empty()).await;
    assert_eq!(seen.count, Some(2 * 250), "{seen:#?}");
    assert_eq!(all_ids(&page, 2 * 250).await.len(), 2 * 250, "some rows are there twice");
    assert_eq!(site.times_asked_for("hk"), 4, "three pages, and the one that failed");
    page.has_a_quiet_console().await;
}

/// The ids of all rows, seen by scrolling through them.
async fn all_ids(page: &Page, rows: u32) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    // Ten rows a step: less than are in view.
    let steps = rows / 10;
    for step in 0..=steps {
        let seen = page.scroll_to(f64::from(step) / f64::from(steps)).await;
        assert!(seen.rows.len() > 10, "too few rows are in view: {seen:#?}");
        ids.extend(seen.rows.into_iter().map(|it| it.id));
    }
    ids
}
