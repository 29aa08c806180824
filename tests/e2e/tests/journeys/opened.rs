//! Rows from a file beside the page: no account, no request, and everything else as always.

use std::fs;

use crate::{folder::Folder, page::Page, seen::Seen, site::Site};

const FROM_FILE: &str = "Rows from a file";

#[tokio::test]
async fn a_file_is_opened_by_its_link_without_any_request() {
    let folder = Folder::with_page();
    fs::create_dir_all(folder.join("data")).unwrap();
    sample::save_simulated("uhost", 500, &folder.join("data/images.rows")).await.unwrap();
    let site = Site::beside(&folder).await;
    let page = site.visit("?open=data/images.rows&sort=name").await;
    let seen = page.loaded().await;
    assert_eq!(seen.count, Some(500), "{seen:#?}");
    assert_eq!(seen.sort.as_deref(), Some("name:asc"), "{seen:#?}");
    assert_eq!(seen.connection.as_deref(), Some(FROM_FILE), "{seen:#?}");
    assert!(seen.is_sample && seen.failures.is_empty() && seen.is_filled, "{seen:#?}");

    let found = page.search_for("ubuntu").await;
    assert!((1..500).contains(&found.count.unwrap()), "{found:#?}");
    assert!(found.rows.iter().all(|it| it.text.to_lowercase().contains("ubuntu")), "{found:#?}");
    page.open_first().await;
    assert_eq!(site.watch.count(), 0, "nothing is asked of the service");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn the_view_follows_the_file_to_its_catalog_and_leaves_it_again() {
    let folder = Folder::with_page();
    sample::save_simulated("community", 30, &folder.join("images.rows")).await.unwrap();
    let site = Site::beside(&folder).await;
    let page = site.visit("?open=images.rows").await;
    let seen = page.loaded().await;
    assert_eq!(seen.catalog.as_deref(), Some("Community images"), "{seen:#?}");
    assert_eq!(seen.count, Some(30), "{seen:#?}");

    page.follow("nav", "VM images").await;
    let what = "that one must connect first";
    let seen = page.shows(what, |it| it.placeholder.is_some() && it.count == Some(0)).await;
    assert_eq!(seen.connection.as_deref(), Some("Not connected"), "{seen:#?}");
    page.back().await;
    page.shows("the file again", |it| it.settled && it.count == Some(30)).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_file_that_is_loaded_is_not_fetched_again() {
    let folder = Folder::with_page();
    sample::save_simulated("community", 30, &folder.join("images.rows")).await.unwrap();
    let site = Site::beside(&folder).await;
    let page = site.visit("?open=images.rows").await;
    let what = "the catalog of the file in the address";
    let seen = page.shows(what, |it| it.settled && it.address.contains("c=community")).await;
    assert_eq!((seen.count, seen.history), (Some(30), 2), "one entry beside the blank one");

    page.search_for("a").await;
    page.open_first().await;
    page.back().await;
    page.shows("the search", |it| it.detail.is_none() && it.query.as_deref() == Some("a")).await;
    // A link that was written by hand, in the same tab.
    let by_hand = "history.pushState(null, '', '?open=images.rows&q=b');
        dispatchEvent(new PopStateEvent('popstate'));";
    page.run::<()>(by_hand, vec![]).await;
    let named = |it: &Seen| it.query.as_deref() == Some("b") && it.address.contains("c=community");
    let seen = page.shows("the rows of the link", named).await;
    assert!(seen.settled && seen.catalog.as_deref() == Some("Community images"), "{seen:#?}");
    let fetches = "return performance.getEntriesByType('resource')
        .filter((it) => it.name.endsWith('.rows')).length;";
    assert_eq!(page.run::<usize>(fetches, vec![]).await, 1);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_damaged_file_says_so_and_can_be_tried_again() {
    let folder = Folder::with_page();
    let path = folder.join("images.rows");
    sample::save_simulated("uhost", 100, &path).await.unwrap();
    let whole = fs::read(&path).unwrap();
    let site = Site::beside(&folder).await;
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let page = site.visit("?open=images.rows").await;
    stops(&page, "damaged or incomplete").await;
    for (bytes, words) in
        [(&b"<!doctype html>"[..], "not a file of rows"), (b"ImgRows\x09", "newer version")]
    {
        fs::write(&path, bytes).unwrap();
        try_again(&page).await;
        stops(&page, words).await;
    }

    fs::write(&path, &whole).unwrap();
    try_again(&page).await;
    let seen = page.loaded().await;
    assert_eq!((seen.count, seen.failures.len()), (Some(100), 0), "{seen:#?}");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_file_that_is_not_there_is_named() {
    let site = Site::relaying(40).await;
    let page = site.visit("?open=no/such.rows").await;
    let seen = stops(&page, "There is no such file").await;
    assert!(seen.failures[0].contains("no/such.rows"), "{seen:#?}");
}

#[tokio::test]
async fn a_path_that_leads_elsewhere_is_not_opened() {
    let site = Site::sample().await;
    for path in [
        "//127.0.0.1:9/x.rows",
        "%2f%2f127.0.0.1:9/x.rows",
        "https://127.0.0.1:9/x.rows",
        "../x.rows",
    ] {
        let page = site.visit(&format!("?open={path}")).await;
        let seen = page.loaded().await;
        let notice = seen.notice.as_deref().unwrap_or_default();
        assert!(notice.contains("open") && !notice.contains("127"), "{path}: {seen:#?}");
        page.has_a_quiet_console().await;
    }
}

async fn stops(page: &Page, words: &str) -> Seen {
    let stopped = |it: &Seen| it.settled && it.failures.iter().any(|it| it.contains(words));
    page.shows(words, stopped).await
}

async fn try_again(page: &Page) {
    page.press("[data-testid=failures]", "Try again").await;
}
