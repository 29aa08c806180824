//! What is loaded: regions and the parameters of the request.

use crate::site::Site;

const REGIONS: &str = "details:has([data-testid=regions])";
const PARAMETERS: &str = "details:has([data-testid=parameters])";

#[tokio::test]
async fn other_regions_are_loaded_when_they_are_chosen() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let before = page.loaded().await;
    page.unfold(REGIONS).await;
    page.press(REGIONS, "None").await;
    page.tick("sg").await;
    assert_eq!(site.times_asked_for("sg"), 0, "nothing is loaded before the choice is made");
    page.press(REGIONS, "Load 1 region").await;
    let seen = page
        .shows("rows of Singapore", |it| {
            it.settled && !it.rows.is_empty() && it.visible("region").iter().all(|it| *it == "sg")
        })
        .await;
    assert!(seen.address.ends_with("?v=1&region=sg"), "{}", seen.address);
    assert!(seen.count > Some(0) && seen.count != before.count, "{seen:#?}");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_parameter_narrows_what_the_service_returns() {
    let site = Site::sample().await;
    let page = site.visit("?region=hk").await;
    let before = page.loaded().await;
    let asked = site.times_asked_for("hk");
    page.unfold(PARAMETERS).await;
    page.choose("type", "Custom").await;
    let seen = page
        .shows("custom images only", |it| {
            it.settled && !it.rows.is_empty() && it.visible("type").iter().all(|it| *it == "Custom")
        })
        .await;
    assert!(seen.count > Some(0) && seen.count < before.count, "{seen:#?}");
    assert!(seen.address.ends_with("?v=1&region=hk&type=Custom"), "{}", seen.address);
    assert!(site.times_asked_for("hk") > asked, "the service is asked anew");
    page.has_a_quiet_console().await;
}

/// What was ticked before must not come back when the menu folds: that would undo going back.
#[tokio::test]
async fn an_open_menu_follows_going_back() {
    let site = Site::sample().await;
    let page = site.visit("?region=hk").await;
    page.loaded().await;
    page.unfold(REGIONS).await;
    page.press(REGIONS, "None").await;
    page.tick("us-ca").await;
    page.press(REGIONS, "Load 1 region").await;
    page.shows("Los Angeles", |it| it.settled && it.address.ends_with("?v=1&region=us-ca")).await;
    page.unfold(REGIONS).await;
    page.tick("sg").await;
    page.back().await;
    page.shows("Hong Kong", |it| it.settled && it.address.ends_with("?region=hk")).await;
    page.press(REGIONS, "Load 1 region").await;
    let seen = page.loaded().await;
    assert!(seen.visible("region").iter().all(|it| *it == "hk"), "{seen:#?}");
    assert_eq!(site.times_asked_for("sg"), 0, "what was ticked before going back is forgotten");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn the_form_follows_going_back() {
    let site = Site::sample().await;
    let page = site.visit("?region=hk").await;
    page.loaded().await;
    page.unfold(PARAMETERS).await;
    page.choose("type", "Custom").await;
    page.shows("custom images", |it| it.settled && it.address.ends_with("&type=Custom")).await;
    page.back().await;
    page.shows("all types", |it| it.settled && it.address.ends_with("?region=hk")).await;
    let chosen: String =
        page.run("return document.querySelector('[name=type]').value", vec![]).await;
    assert_eq!(chosen, "");
    page.has_a_quiet_console().await;
}
