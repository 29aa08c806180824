//! What is loaded after the first view: when it comes, and what happens if it does not.

use std::fs;

use crate::{folder::Folder, site::Site};

const FAILED: &str = "dialog[open] [data-testid=later-failed]";

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
    let folder = Folder::with_page();
    rename(&folder, "later-", "away-");
    let site = Site::sample_beside(&folder).await;
    let page = site.visit("").await;
    page.loaded().await;
    page.has("#facets .deferred").await;

    rename(&folder, "away-", "later-");
    page.focus("search").await;
    page.press_key("type:").await;
    page.shows("the values", |it| it.offers.len() > 1).await;
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
