//! Several lists that stop: trying all of them again is one load, and no burst.

use crate::site::Site;

/// How many requests the page may have under way.
const AT_ONCE: usize = 4;

#[tokio::test]
async fn trying_all_again_asks_for_a_few_at_a_time() {
    let site = Site::signing(250).await;
    site.trouble(&["action=DescribeImage,code=299"]);
    let regions = ["cn-bj2", "cn-sh2", "cn-gd", "hk", "sg", "us-ca", "tw-tp", "jpn-tky"];
    let page = site.visit(&format!("?region={}&limit=100", regions.join(","))).await;
    let seen = page
        .shows("that every list stopped", |it| it.settled && it.failures.len() == regions.len())
        .await;
    assert!(seen.rows.is_empty(), "{seen:#?}");

    // Slow enough for as many to meet as ever will.
    site.trouble(&["action=DescribeImage,latency=100ms"]);
    let before = site.watch.asked("DescribeImage").len();
    site.watch.take_most();
    page.press("[data-testid=failures]", "Try all again").await;
    let what = "all rows";
    let seen = page.shows(what, |it| it.settled && it.count == Some(regions.len() * 250)).await;
    assert!(seen.failures.is_empty(), "{seen:#?}");
    assert_eq!(site.watch.take_most(), AT_ONCE, "as many at once as a load may, and no more");
    let asked = site.watch.asked("DescribeImage").len() - before;
    assert_eq!(asked, regions.len() * 3, "three pages each, none of them twice");
    page.has_a_quiet_console().await;
}
