//! Cells: a short list is found in whole by the browser's own search, and an id is copied where it stands.

use serde_json::json;

use crate::{acts::keys, page::Page, site::Site};

/// What makes it a short list.
const SHORT: u64 = 40;

#[tokio::test]
async fn the_browser_finds_every_row_of_a_short_list() {
    let site = Site::sample_of(SHORT).await;
    let page = site.visit("?region=hk").await;
    page.has(".lines__all[data-whole=true]").await;
    let seen = page.loaded().await;
    assert!(seen.rows.len() < seen.count.unwrap(), "all rows are in view without scrolling");
    let all = "return [...document.querySelectorAll('[data-row-id]:not([hidden]) [data-cell=id]')].map((it) => it.textContent)";
    let ids = page.run::<Vec<String>>(all, vec![]).await;
    assert_eq!(Some(ids.len()), seen.count, "rows that are painted");
    let find = "return window.find(arguments[0]) && String(getSelection())";
    let found = page.run::<String>(find, vec![json!(ids.last())]).await;
    assert_eq!(Some(&found), ids.last());
    let row =
        "return Number(getSelection().anchorNode.parentElement.closest('[role=row]').ariaRowIndex)";
    assert_eq!(Some(page.run::<usize>(row, vec![]).await), seen.row_count);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn an_id_is_copied_where_it_stands() {
    let site = Site::sample_of(SHORT).await;
    let page = site.visit("?region=hk&cols=name,id,size").await;
    let seen = page.loaded().await;
    let ids = seen.visible("id");

    point_at(&page, "[aria-rowindex='3'] [data-cell=id]").await;
    page.find(".tip:not([hidden]) button").await.click().await.unwrap();
    page.has(".tip [data-outcome=good]").await;
    assert_eq!(page.clipboard().await, ids[1]);
    assert!(page.look().await.detail.is_none(), "the button opens nothing");

    page.focus("grid").await;
    page.press_key(keys::DOWN).await;
    page.press_key(keys::DOWN).await;
    page.press_key(keys::DOWN).await;
    page.shows("the third row as the active one", |it| it.active == Some(4)).await;
    page.has(".tip:not([hidden]) button").await;
    page.press_key(&format!("{}{}", keys::SHIFT, keys::TAB)).await;
    page.press_key(keys::ENTER).await;
    page.has(".tip [data-outcome=good]").await;
    assert_eq!(page.clipboard().await, ids[2]);

    page.focus("grid").await;
    page.press_key(keys::UP).await;
    page.press_key("y").await;
    page.shows("what was copied", |it| it.said.as_ref().is_some_and(|it| it.contains(ids[1])))
        .await;
    assert_eq!(page.clipboard().await, ids[1]);
    page.has_a_quiet_console().await;
}

/// A long name loses its middle: both its ends are in view.
#[tokio::test]
async fn both_ends_of_a_long_id_are_in_view() {
    let site = Site::sample().await;
    let page = site.visit("?c=community&view=table&cols=name,id&width=id:160").await;
    page.loaded().await;
    let look = "const cell = document.querySelector('[data-row-id]:not([hidden]) [data-cell=id]');
        const edge = cell.getBoundingClientRect();
        const end = cell.querySelector('.grid__end').getBoundingClientRect();
        const dots = cell.querySelector('.grid__cut').getBoundingClientRect();
        return [end.right - edge.right, end.left - dots.right, edge.width - end.width];";
    let [beyond, between, room] = page.run::<[f64; 3]>(look, vec![]).await;
    assert!(beyond <= 0.5, "the end leaves its cell by {beyond}");
    assert!(between.abs() <= 1.5, "{between} pixels are between the end and what stands before it");
    assert!(room > 40.0, "{room} pixels are left for the start");
    page.has_a_quiet_console().await;
}

/// Moves the pointer to the middle of an element.
async fn point_at(page: &Page, selector: &str) {
    page.has(selector).await;
    let middle = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];";
    let [x, y] = page.run::<[f64; 2]>(middle, vec![json!(selector)]).await;
    page.devtools("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y }))
        .await;
}
