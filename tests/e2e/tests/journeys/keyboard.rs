//! The whole way by keyboard.

use crate::{acts::keys, site::Site};

/// More than there are places between the search box and the table.
const MOST_TABS: usize = 20;

#[tokio::test]
async fn the_keyboard_reaches_everything() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let start = page.loaded().await;
    page.press_key("/").await;
    let seen =
        page.shows("the search box in focus", |it| it.focus.as_deref() == Some("search")).await;
    assert_eq!(seen.search_box.as_deref(), Some(""), "the key that leads there is not typed");

    let mut tabs = 0;
    loop {
        let focus = page.look().await.focus;
        assert!(tabs < MOST_TABS, "no Tab reaches the table: {focus:?}");
        match focus.as_deref() {
            Some("grid") => break,
            // There are more values to filter by than anybody wants to pass.
            Some("skip-facets") => page.press_key(keys::ENTER).await,
            _ => page.press_key(keys::TAB).await,
        }
        tabs += 1;
    }
    for (key, row) in [(keys::DOWN, 2), (keys::DOWN, 3), (keys::DOWN, 4), (keys::UP, 3)] {
        page.press_key(key).await;
        page.shows(&format!("row {row} as the active one"), |it| it.active == Some(row)).await;
    }

    page.press_key(keys::ENTER).await;
    let seen = page.shows("a detail", |it| it.detail.is_some()).await;
    assert_eq!(seen.detail.unwrap().title, start.rows[1].cells["name"]);
    page.press_key(keys::ESCAPE).await;
    let seen = page.shows("no detail", |it| it.detail.is_none()).await;
    assert_eq!(seen.focus.as_deref(), Some("grid"), "the keyboard is back on the list");
    assert_eq!(seen.active, Some(3), "and on the same row");
    page.has_a_quiet_console().await;
}
