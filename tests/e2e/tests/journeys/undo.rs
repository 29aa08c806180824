//! Undo and redo of what changes the view.

use crate::{acts::keys, site::Site};

#[tokio::test]
async fn every_change_can_be_undone_and_redone() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let start = page.loaded().await;
    page.search_for("ubuntu").await;
    page.sort_by("name", "name:asc").await;
    page.focus("grid").await;
    page.press_key(keys::DOWN).await;
    page.press_key(keys::ENTER).await;
    page.shows("a detail", |it| it.detail.is_some()).await;

    page.press_key(keys::CONTROL_Z).await;
    let seen = page.shows("no detail", |it| it.detail.is_none()).await;
    assert_eq!(seen.sort.as_deref(), Some("name:asc"));
    page.shows("what was undone", |it| it.said.as_deref() == Some("Undone: details")).await;
    page.press_key("z").await;
    page.shows("the first order", |it| it.sort == start.sort).await;
    page.press(".toolbar", "Undo").await;
    let seen = page.shows("no search", |it| it.query.as_deref() == Some("")).await;
    assert_eq!((seen.search_box.as_deref(), seen.count), (Some(""), start.count));

    page.press(".toolbar", "Redo").await;
    page.shows("the search again", |it| it.query.as_deref() == Some("ubuntu")).await;
    page.focus("grid").await;
    page.press_key(keys::CONTROL_SHIFT_Z).await;
    page.shows("the order again", |it| it.sort.as_deref() == Some("name:asc")).await;
    page.press_key(keys::CONTROL_Y).await;
    page.shows("the detail again", |it| it.detail.is_some()).await;
    page.shows("what was done", |it| it.said.as_deref() == Some("Done again: details")).await;
    page.press_key(keys::CONTROL_Y).await;
    page.shows("that there is nothing left", |it| {
        it.said.as_deref() == Some("There is nothing to redo")
    })
    .await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn undo_is_a_step_of_the_browser_s_history_and_back_can_be_undone() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let start = page.loaded().await;
    let sorted = page.sort_by("name", "name:asc").await;
    page.focus("grid").await;
    page.press_key("z").await;
    let undone = page.shows("the first order", |it| it.sort == start.sort).await;
    assert_eq!(undone.history, sorted.history + 1);
    page.back().await;
    page.shows("what was undone", |it| it.sort.as_deref() == Some("name:asc")).await;
    page.focus("grid").await;
    page.press_key("z").await;
    page.shows("the first order again", |it| it.sort == start.sort).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn what_is_typed_is_the_box_s_own_to_undo() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    page.sort_by("name", "name:asc").await;
    page.search_for("zz").await;
    page.press_key("z").await;
    let seen = page.shows("a letter more", |it| it.query.as_deref() == Some("zzz")).await;
    assert_eq!(seen.sort.as_deref(), Some("name:asc"));
    page.has_a_quiet_console().await;
}
