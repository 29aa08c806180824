//! Sorting by several columns.

use std::cmp::Reverse;

use fantoccini::Locator;

use crate::{
    acts::keys,
    page::{PATIENCE, Page},
    seen::Seen,
    site::Site,
};

#[tokio::test]
async fn shift_sorts_by_one_column_more() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let start = page.loaded().await;
    assert_eq!(start.order, [""; 0], "one column needs no number");
    page.sort_by("type", "type:asc").await;

    page.shift_click(&header("size")).await;
    let seen = page.shows("two keys", |it| it.sort.as_deref() == Some("type:asc,size:asc")).await;
    assert_eq!(seen.order, ["type 1", "size 2"]);
    assert_eq!(seen.sorted, ["type ascending"], "the one that decides first");
    assert!(sizes_in_types(&seen).is_sorted(), "{seen:#?}");
    assert!(seen.address.ends_with("sort=type,size"), "{seen:#?}");
    let title = page.find(&header("size")).await.attr("title").await.unwrap().unwrap();
    assert!(title.starts_with("Sorted by Type ascending, then Size ascending."), "{title}");

    shift_enter(&page, "size").await;
    let seen =
        page.shows("the other way", |it| it.sort.as_deref() == Some("type:asc,size:desc")).await;
    let falling: Vec<_> =
        sizes_in_types(&seen).into_iter().map(|(it, size)| (it, Reverse(size))).collect();
    assert!(falling.is_sorted(), "{seen:#?}");
    shift_enter(&page, "size").await;
    let seen = page.shows("one key", |it| it.sort.as_deref() == Some("type:asc")).await;
    assert_eq!(seen.order, [""; 0]);

    page.back().await;
    page.shows("two keys again", |it| it.sort.as_deref() == Some("type:asc,size:desc")).await;
    page.sort_by("name", "name:asc").await;
    let windows = page.client().windows().await.unwrap().len();
    assert_eq!(windows, 1, "a click with Shift opens no window");
    page.has_a_quiet_console().await;
}

/// Whoever cannot see the rows move is told that they have.
#[tokio::test]
async fn another_order_is_spoken() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    is_spoken(&page, "738 images found").await;
    page.sort_by("name", "name:asc").await;
    is_spoken(&page, "Sorted by Name ascending. 738 images found").await;
    let seen = page.search_for("ubuntu").await;
    is_spoken(&page, &format!("{} images found", seen.count.unwrap())).await;
    page.press("header", "切换到中文").await;
    is_spoken(&page, &format!("找到 {} 个镜像", seen.count.unwrap())).await;
}

async fn is_spoken(page: &Page, text: &str) {
    let path = format!("//*[@role='status'][.='{text}']");
    page.client().wait().at_most(PATIENCE).for_element(Locator::XPath(&path)).await.unwrap();
}

/// The types of the rows in view with their sizes in GB.
fn sizes_in_types(seen: &Seen) -> Vec<(String, u32)> {
    let rows = seen.rows.iter().map(|it| &it.cells);
    let size = |it: &str| it.trim_end_matches(" GB").parse().unwrap();
    rows.map(|it| (it["type"].clone(), size(&it["size"]))).collect()
}

/// Presses Enter with Shift on a header.
async fn shift_enter(page: &Page, column: &str) {
    let keys = format!("{}{}", keys::SHIFT, keys::ENTER);
    page.type_into(&header(column), &keys).await;
}

fn header(column: &str) -> String {
    format!("[role=columnheader][data-column={column}] a")
}
