//! Links: what they restore, what they survive, and how the address follows the page.

use crate::site::Site;

#[tokio::test]
async fn a_link_restores_search_order_and_regions() {
    let site = Site::sample().await;
    let page = site.visit("?v=1&q=centos&sort=size:desc,name&region=hk,sg").await;
    let seen = page.loaded().await;
    assert_eq!(seen.search_box.as_deref(), Some("centos"));
    assert_eq!(seen.query.as_deref(), Some("centos"));
    assert_eq!(seen.sort.as_deref(), Some("size:desc,name:asc"));
    assert_eq!(seen.order, ["size 1", "name 2"]);
    assert_eq!(seen.sorted, ["size descending"], "the one that decides first");
    assert!(seen.visible("region").iter().all(|it| ["hk", "sg"].contains(it)), "{seen:#?}");
    assert!(seen.title.starts_with("centos"), "{seen:#?}");
    assert_eq!(seen.notice, None);
    let regions = ["cn-bj2", "cn-sh2", "hk", "sg"].map(|it| site.times_asked_for(it) > 0);
    assert_eq!(regions, [false, false, true, true], "only what the link names is loaded");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_link_in_chinese_is_restored_as_it_was_typed() {
    let site = Site::sample().await;
    let page = site.visit("?v=1&q=标准镜像&sort=created:desc").await;
    let seen = page.loaded().await;
    assert_eq!(seen.search_box.as_deref(), Some("标准镜像"));
    assert_eq!(seen.query.as_deref(), Some("标准镜像"));
    assert_eq!(seen.sorted, ["created descending"]);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_damaged_link_says_so_and_shows_rows() {
    let site = Site::sample().await;
    let page = site.visit("?sort=nope&type=Frozen&region=%3Cscript%3E&q=ubuntu").await;
    let seen = page.loaded().await;
    let notice = seen.notice.as_deref().unwrap_or_default();
    for key in ["sort", "type", "region"] {
        assert!(notice.contains(key), "{key} should be named: {seen:#?}");
    }
    assert!(!notice.contains("Frozen") && !notice.contains("script"), "{notice}");
    assert_eq!(seen.query.as_deref(), Some("ubuntu"), "the rest of the link holds");
    page.press("[data-testid=link-notice]", "Dismiss").await;
    page.shows("no notice", |it| it.notice.is_none()).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn typing_makes_no_history() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let before = page.loaded().await;
    page.search_for("ubuntu server").await;
    let what = "the search in its address";
    let seen = page.shows(what, |it| it.address.ends_with("?v=1&q=ubuntu+server")).await;
    assert_eq!(seen.history, before.history, "going back should leave the page, not undo letters");
    page.search_for("").await;
    let seen = page.shows("its first address", |it| it.address == before.address).await;
    assert_eq!((seen.history, seen.count), (before.history, before.count));
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_choice_right_after_typing_loses_nothing() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    // In one breath, so that the address cannot follow the letters before the choice is made.
    let type_and_sort = "const search = document.querySelector('input[type=search]');
        search.value = 'ubuntu';
        search.dispatchEvent(new InputEvent('input', { bubbles: true }));
        document.querySelector('[role=columnheader][data-column=name] a').click();";
    page.run::<()>(type_and_sort, vec![]).await;
    let what = "what was typed and chosen";
    page.shows(what, |it| it.address.ends_with("?v=1&q=ubuntu&sort=name")).await;
    page.back().await;
    let seen = page.shows("the first order", |it| it.sort.as_deref() == Some("created:desc")).await;
    assert_eq!(seen.search_box.as_deref(), Some("ubuntu"), "going back undoes the choice alone");
    page.has_a_quiet_console().await;
}
