//! What is loaded after the first view: when it comes, and what happens if it does not.

use std::fs;

use crate::{acts::keys, folder::Folder, page::Page, site::Site};

const FAILED: &str = "dialog[open] [data-testid=later-failed]";
const LOST: &str = "This part of the page could not be loaded";

#[tokio::test]
async fn a_part_that_cannot_be_loaded_says_so_and_can_be_tried_again() {
    let folder = Folder::with_page();
    rename(&folder, "later-", "away-");
    let site = Site::beside(&folder).await;
    let page = site.visit("?q=cuda").await;
    page.press("header", "Connect").await;
    page.find(FAILED).await;
    page.press(FAILED, "Try again").await;
    page.find(FAILED).await;

    rename(&folder, "away-", "later-");
    page.press(FAILED, "Try again").await;
    page.find("dialog[open] input[name=way]").await;
    let seen = page.look().await;
    assert!(seen.address.contains("q=cuda"), "nothing is lost: {seen:#?}");
    // It is there for every other part as well.
    page.press("dialog", "Close").await;
    page.find("[data-testid=regions]").await;
}

#[tokio::test]
async fn a_detail_in_a_link_comes_with_its_file() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let opened = page.open_first().await;
    page.goto("about:blank").await;
    page.goto(&opened.address).await;
    page.find("[data-testid=detail] .detail__id ~ *").await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn what_was_typed_before_the_file_came_is_completed_once_it_has() {
    let (folder, _site, page) = without_file().await;

    rename(&folder, "away-", "later-");
    page.focus("search").await;
    page.press_key("type:").await;
    page.shows("the values", |it| it.offers.len() > 1).await;
}

#[tokio::test]
async fn what_escape_gave_up_before_the_file_came_is_not_offered() {
    let (folder, _site, page) = without_file().await;

    rename(&folder, "away-", "later-");
    page.focus("search").await;
    page.press_key(&[keys::DOWN, keys::ESCAPE].concat()).await;
    let seen = page.wholly_loaded().await;
    assert!(seen.offers.is_empty(), "{seen:#?}");
}

#[tokio::test]
async fn a_key_pressed_before_the_file_came_chooses_its_row_once_it_has() {
    let (folder, _site, page) = without_file().await;
    let start = page.look().await;
    page.focus("grid").await;
    page.press_key(&[keys::DOWN, "x"].concat()).await;
    page.shows("that it cannot be", |it| it.said.as_ref().is_some_and(|it| it.starts_with(LOST)))
        .await;

    rename(&folder, "away-", "later-");
    page.press_key(&["x", keys::DOWN].concat()).await;
    page.shows("the row that was meant", |it| it.chosen == [start.rows[0].id.as_str()]).await;
}

#[tokio::test]
async fn whoever_tries_again_in_the_facets_keeps_the_keyboard_there() {
    let (folder, _site, page) = without_file().await;
    rename(&folder, "away-", "later-");
    page.press("#facets", "Try again").await;
    let seen = page.wholly_loaded().await;
    assert_eq!(seen.focus.as_deref(), Some("facets"));
}

/// The page with its first rows, which has been refused the later file.
async fn without_file() -> (Folder, Site, Page) {
    let folder = Folder::with_page();
    rename(&folder, "later-", "away-");
    let site = Site::sample_beside(&folder).await;
    let page = site.visit("").await;
    page.loaded().await;
    page.has("#facets .deferred").await;
    (folder, site, page)
}

/// Renames the later file and those that are it compressed.
fn rename(folder: &Folder, from: &str, to: &str) {
    let files = fs::read_dir(folder.join("")).unwrap().map(|it| it.unwrap().file_name());
    let names: Vec<String> = files.map(|it| it.into_string().unwrap()).collect();
    let concerned: Vec<_> = names.iter().filter(|it| it.starts_with(from)).collect();
    assert!(!concerned.is_empty(), "the built page is taken apart: {names:?}");
    for name in concerned {
        fs::rename(folder.join(name), folder.join(&name.replace(from, to))).unwrap();
    }
}
