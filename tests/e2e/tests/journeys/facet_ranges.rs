//! Facets of numbers and days: their range by bar, by text and by keyboard.

use serde_json::{Value, json};

use crate::{
    acts::keys,
    facets::{RAIL, asked, counted, sum},
    page::Page,
    seen::Seen,
    site::Site,
};

#[tokio::test]
async fn a_bar_asks_for_its_range() {
    let (_site, page) = with_sizes().await;
    let bar = ".facet__bar[data-facet=size]";
    page.has(bar).await;
    // The fullest one, by what it says of itself: `32 GB to 63 GB: 40 of 738`.
    let fullest = "const rows = (it) => Number(it.ariaLabel.match(/: ([\\d,]+)/)[1].replaceAll(',', ''));
        const bar = [...document.querySelectorAll(arguments[0])].reduce((a, b) => (rows(b) > rows(a) ? b : a));
        bar.click();
        return rows(bar);";
    let count: usize = page.run(fullest, vec![json!(bar)]).await;
    let what = "the rows of the bar";
    let seen = page.shows(what, |it| it.count == Some(count) && asks_for_size(it)).await;
    assert!(count > 0 && !seen.rows.is_empty(), "{seen:#?}");
    page.has(&format!("{bar}[aria-current=true]")).await;
    page.press(RAIL, "Clear Size").await;
    asked(&page, "").await;
    page.has_a_quiet_console().await;
}

fn asks_for_size(seen: &Seen) -> bool {
    seen.query.as_deref().is_some_and(|it| it.starts_with("size:"))
}

#[tokio::test]
async fn a_range_is_entered_as_text_and_a_mistake_changes_nothing() {
    let (_site, page) = with_sizes().await;
    page.type_into("[aria-label='Size from']", &format!("50GB{}", keys::ENTER)).await;
    let fifty = asked(&page, "size:50GB..").await;
    page.type_into("[aria-label='Size to']", &format!("much{}", keys::ENTER)).await;
    let wrong = page.find(&format!("{RAIL} [role=alert]")).await.text().await.unwrap();
    assert!(wrong.contains("much"), "{wrong}");
    page.has("[aria-label='Size to'][aria-invalid=true]").await;
    let seen = page.look().await;
    assert_eq!((&seen.query, seen.count), (&fifty.query, fifty.count));

    page.search_for("size:50GB.. gpu").await;
    counted(&page, "type", "other counts", |it| Some(sum(it)) < fifty.count).await;
    let still = page.find(&format!("{RAIL} [role=alert]")).await.text().await.unwrap();
    assert_eq!(still, wrong, "it is as wrong as before, whatever else is asked");
    page.type_into("[aria-label='Size to']", &format!("{}90", keys::CONTROL_A)).await;
    page.has("[aria-label='Size to'][aria-invalid=false]").await;
    let value = "return [document.querySelector(\"[aria-label='Size to']\").value,
        document.querySelectorAll('.facets [role=alert]').length];";
    assert_eq!(page.run::<Value>(value, vec![]).await, json!(["90", 0]));
    page.press_key(keys::ENTER).await;
    asked(&page, "size:50GB..90 gpu").await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn the_bars_are_one_stop_of_the_keyboard() {
    let (_site, page) = with_sizes().await;
    page.has(".facet__bar[data-facet=size]").await;
    let stops = "return document.querySelectorAll('.facet__bars a:not([tabindex=\"-1\"])').length";
    assert_eq!(page.run::<usize>(stops, vec![]).await, 1);
    page.run::<()>("document.querySelector('.facet__bar[tabindex=\"0\"]').focus()", vec![]).await;
    let focused = "const bars = [...document.querySelectorAll('.facet__bar')];
        return [bars.indexOf(document.activeElement), bars.length, document.activeElement.ariaLabel];";
    for (key, expected) in [(keys::RIGHT, 1), (keys::RIGHT, 2), (keys::LEFT, 1), (keys::HOME, 0)] {
        page.press_key(key).await;
        let (at, _, name): (usize, usize, String) = page.run(focused, vec![]).await;
        assert!(at == expected && name.contains(" to "), "{at}: {name}");
    }
    page.press_key(" ").await;
    let one = page.shows("the rows of a bar", asks_for_size).await;
    page.has(".facet__bar[aria-current=true]").await;
    page.press_key(&format!("{}{}", keys::SHIFT, keys::RIGHT)).await;
    let two =
        page.shows("the rows of two bars", |it| asks_for_size(it) && it.query != one.query).await;
    assert!(two.count >= one.count, "{:?} {:?}", two.query, one.query);
    page.has(".facet__bar[aria-current=true] + .facet__bar[aria-current=true]").await;
    page.has_a_quiet_console().await;
}

/// The page with its facet of sizes unfolded. The site stands as long as it is held.
async fn with_sizes() -> (Site, Page) {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    page.press(RAIL, "Size").await;
    (site, page)
}
