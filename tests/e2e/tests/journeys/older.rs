//! Rows that were loaded before stand until all of them have come anew.

use fantoccini::Locator;
use serde_json::json;

use crate::{
    page::{PATIENCE, Page},
    seen::Seen,
    site::Site,
};

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

/// An hour of the page is over in a moment, and a day when it is told so.
const CLOCK: &str = "const [real, every] = [Date.now, setInterval]; let days = 0; \
    window.nextDay = () => days++; Date.now = () => real() + days * 86400000; \
    window.setInterval = (act, ms) => every(act, ms / 3600);";

#[tokio::test]
async fn the_time_of_another_day_has_its_day() {
    let site = Site::signing(250).await;
    let page = Page::open("about:blank").await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": CLOCK })).await;
    page.goto(&format!("{}?region=hk,sg", site.address)).await;
    page.loaded().await;
    let said = "return document.querySelector('[data-testid=refresh]').textContent.trim()";
    page.has("[data-testid=refresh]").await;
    let said: String = page.run(said, vec![]).await;
    // Midnight may have been in between.
    let today = said.split(" on ").next().unwrap();
    page.run::<()>("nextDay()", vec![]).await;
    let days =
        format!("//*[@data-testid='refresh'][starts-with(normalize-space(), '{today} on ')]");
    page.client().wait().at_most(PATIENCE).for_element(Locator::XPath(&days)).await.unwrap();
    page.has_a_quiet_console().await;
}
