//! Back, Forward and a reload lead to where the reader stood.

use crate::{acts::keys, page::Page, seen::Seen, site::Site};

#[tokio::test]
async fn back_and_a_reload_lead_to_the_same_rows_and_the_same_row() {
    let site = Site::sample().await;
    let page = site.visit("?limit=1000").await;
    page.loaded().await;
    let left = stand_half_way(&page).await;

    page.go_to("Docker buckets").await;
    page.back().await;
    let what = "the same rows, and the same one active";
    let is_same = |it: &Seen| {
        it.settled && it.visible_ids() == left.visible_ids() && it.active == left.active
    };
    page.shows(what, is_same).await;
    page.reload().await;
    page.shows(what, is_same).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn another_search_begins_at_the_top_and_back_does_not() {
    let site = Site::sample().await;
    let page = site.visit("?limit=1000").await;
    page.loaded().await;
    let left = page.scroll_to(0.7).await;
    page.sort_by("size", "size:asc").await;
    page.shows("its top", |it| it.scroll_top == 0.0).await;
    page.scroll_to(0.3).await;
    page.back().await;
    page.shows("the rows that were left", |it| it.visible_ids() == left.visible_ids()).await;
    page.has_a_quiet_console().await;
}

/// The table that had the focus is gone meanwhile.
#[tokio::test]
async fn back_gives_the_keyboard_to_what_had_it() {
    let site = Site::sample().await;
    let page = site.visit("?limit=1000").await;
    page.loaded().await;
    let left = stand_half_way(&page).await;
    page.press_key("v").await;
    let cards = page.shows("cards", |it| it.layout.as_deref() == Some("cards")).await;
    assert_eq!(cards.focus.as_deref(), Some("grid"), "the list keeps the keyboard");
    page.back().await;
    let is_same = |it: &Seen| it.visible_ids() == left.visible_ids() && it.active == left.active;
    let seen = page.shows("the table as it was", is_same).await;
    assert_eq!(seen.focus.as_deref(), Some("grid"));
    page.has_a_quiet_console().await;
}

/// Scrolls, and goes to a row by keyboard.
async fn stand_half_way(page: &Page) -> Seen {
    page.scroll_to(0.5).await;
    page.focus("grid").await;
    page.press_key(keys::DOWN).await;
    page.press_key(keys::DOWN).await;
    let seen = page.shows("an active row", |it| it.active.is_some()).await;
    assert!(seen.scroll_top > 1000.0, "{seen:#?}");
    seen
}
