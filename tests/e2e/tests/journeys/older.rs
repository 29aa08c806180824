//! Rows that were loaded before stand until all of them have come anew.

use crate::{page::Page, seen::Seen, site::Site};

const ROWS: usize = 2 * 250;

async fn loaded(site: &Site) -> Page {
    let page = site.visit("?region=hk,sg").await;
    let seen = page.loaded().await;
    assert_eq!(seen.count, Some(ROWS), "{seen:#?}");
    page
}

#[tokio::test]
async fn coming_back_shows_what_was_there_while_it_is_loaded_anew() {
    let site = Site::signing(250).await;
    let page = loaded(&site).await;
    let left = page.scroll_to(0.5).await;
    page.go_to("Docker buckets").await;
    let before = site.times_asked_for("hk");
    // Long enough to be looked at, whatever else the machine does.
    site.trouble(&["action=DescribeImage,latency=3s,times=2"]);
    page.back().await;
    let stands = |it: &Seen| !it.settled && it.visible_ids() == left.visible_ids();
    page.shows("the rows that were left, before any has come", stands).await;
    page.has("[data-testid=older]").await;

    let seen = page.loaded().await;
    assert!(site.times_asked_for("hk") > before, "they are asked for all the same");
    assert_eq!((seen.count, seen.scroll_top), (Some(ROWS), left.scroll_top), "{seen:#?}");
    page.has("[data-testid=refresh]").await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn rows_stay_where_they_cannot_be_had_again() {
    let site = Site::signing(250).await;
    let page = loaded(&site).await;
    site.trouble(&["region=hk,action=DescribeImage,code=299"]);
    page.find("[data-testid=refresh]").await.click().await.unwrap();
    let seen = page.shows("a failure", |it| it.settled && !it.failures.is_empty()).await;
    assert_eq!(seen.count, Some(ROWS), "nothing is lost: {seen:#?}");
    page.has("[data-testid=older]").await;

    site.trouble(&[]);
    page.press("[data-testid=failures] [data-place=hk]", "Try again").await;
    let seen = page.shows("no failure", |it| it.settled && it.failures.is_empty()).await;
    assert_eq!(seen.count, Some(ROWS), "none is there twice: {seen:#?}");
    page.has("[data-testid=refresh]").await;
    page.has_a_quiet_console().await;
}
