//! The columns of the table: chosen, moved, given widths and kept in place, by mouse, by keyboard and with a thumb.

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use serde_json::json;

use crate::{acts::keys, looks::PHONE, page::Page, seen::Seen, site::Site};

const OWN: &str = "name state type os size created eol zone region id features";
const ALT: char = '\u{e00a}';

/// More than a menu has entries.
const MOST_ENTRIES: usize = 15;

#[tokio::test]
async fn columns_are_arranged_by_keyboard() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    shows(&page, OWN, "").await;

    choose(&page, "state", "Hide").await;
    shows(&page, &OWN.replace("state ", ""), "").await;
    choose(&page, "size", "Move left").await;
    let moved = "name type size os created eol zone region id features";
    let seen = shows(&page, moved, "").await;
    assert_eq!(seen.focus.as_deref(), Some("more-size"), "the keyboard is where it was");
    choose(&page, "size", "Pin").await;
    let pinned = "name size type os created eol zone region id features";
    shows(&page, pinned, "&pin=2").await;

    choose(&page, "type", "Resize with arrow keys").await;
    page.shows("the edge in focus", |it| it.focus.as_deref() == Some("grip-type")).await;
    page.press_key(keys::RIGHT).await;
    page.press_key(keys::RIGHT).await;
    shows(&page, pinned, "&width=type:140&pin=2").await;
    assert_eq!(width_of(&page, "type").await, 140);
    page.press_key(keys::HOME).await;
    shows(&page, pinned, "&width=type:56&pin=2").await;
    for address in ["&width=type:140&pin=2", "&width=type:130&pin=2", "&pin=2"] {
        page.back().await;
        shows(&page, pinned, address).await;
    }
    page.back().await;
    shows(&page, moved, "").await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn the_panel_shows_moves_and_takes_back() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    page.scroll_to(0.5).await;
    let before = page.look().await;
    page.press(".toolbar", "Columns").await;
    page.has("#columns[open]").await;
    page.find("#show-vendor").await.click().await.unwrap();
    let seen = shows(&page, &format!("{OWN} vendor"), "").await;
    assert_eq!(seen.scroll_top, before.scroll_top, "the rows stay where they are");

    page.focus("show-size").await;
    page.press_key(&format!("{ALT}{}", keys::UP)).await;
    let moved = format!("{} vendor", OWN.replace("os size", "size os"));
    let seen = shows(&page, &moved, "").await;
    assert_eq!(seen.focus.as_deref(), Some("show-size"), "it can be moved on");
    let said = page.find("#columns [role=status]:not(:empty)").await.prop("textContent").await;
    assert_eq!(said.unwrap().as_deref(), Some("Size, column 4 of 12"));

    drag(&page, "#columns [data-column=features] .columns__handle", [0.0, -40.0], false).await;
    shows(&page, &moved.replace("id features", "features id"), "").await;
    page.press("#columns", "Reset").await;
    let seen = shows(&page, OWN, "").await;
    assert!(!seen.address.contains("cols="), "{seen:#?}");
    page.press_key(keys::ESCAPE).await;
    page.has("#columns:not([open])").await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn headers_are_dragged_and_a_click_still_sorts() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let before = page.loaded().await;
    let size = "[role=columnheader][data-column=size] .grid__label";
    // Three columns to the left: over the state.
    drag(&page, size, [-430.0, 0.0], true).await;
    shows(&page, OWN, "").await;
    drag(&page, size, [-430.0, 0.0], false).await;
    let moved = "name size state type os created eol zone region id features";
    let seen = shows(&page, moved, "").await;
    assert_eq!(seen.sort, before.sort, "it was no click");
    page.sort_by("size", "size:asc").await;

    drag(&page, "#grip-state", [60.0, 0.0], true).await;
    assert_eq!(width_of(&page, "state").await, 120, "Escape takes a drag back");
    drag(&page, "#grip-state", [60.0, 0.0], false).await;
    let seen = shows(&page, moved, "&width=state:180").await;
    assert_eq!(width_of(&page, "state").await, 180);

    let elsewhere = site.visit(seen.address.split_at(seen.address.find('?').unwrap()).1).await;
    elsewhere.loaded().await;
    let there = shows(&elsewhere, moved, "&width=state:180").await;
    assert_eq!((there.visible_ids(), there.sort.clone()), (seen.visible_ids(), seen.sort.clone()));
    assert_eq!(width_of(&elsewhere, "state").await, 180);
    page.back().await;
    shows(&page, moved, "").await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn the_density_is_kept_and_leaves_fingers_their_room() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let first = page.scroll_to(0.5).await.rows[1].clone();
    page.press(".toolbar", "Columns").await;
    for (name, height) in [("Compact", 28.0), ("Roomy", 48.0), ("Compact", 28.0)] {
        page.press("#columns", name).await;
        let seen = page.shows(name, |it| it.row_height == height && it.is_filled).await;
        let ids: Vec<_> = seen.rows.iter().take(3).map(|it| it.id.as_str()).collect();
        assert!(ids.contains(&first.id.as_str()), "{ids:?} should have {first:?}");
        assert!(!seen.address.contains("compact"), "it belongs to the reader");
    }
    page.reload().await;
    page.shows("close rows", |it| it.settled && it.row_height == 28.0).await;
    page.on_a_phone().await;
    page.reload().await;
    page.shows("rows for fingers", |it| it.settled && it.row_height == 44.0).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_column_is_no_narrower_than_fingers_need() {
    let site = Site::sample().await;
    let page = site.visit("?width=type:60").await;
    page.on_a_phone().await;
    page.reload().await;
    page.loaded().await;
    page.has("#grip-type[aria-valuemin='104'][aria-valuenow='104']").await;
    page.focus("grip-os").await;
    page.press_key(keys::HOME).await;
    shows(&page, OWN, "width=type:60,os:104").await;
    assert_eq!(width_of(&page, "os").await, 104);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn cards_are_sorted_on_a_phone() {
    let site = Site::sample().await;
    let page = site.visit("?view=cards").await;
    page.on_a_phone().await;
    page.loaded().await;
    page.press(".toolbar", "Sort").await;
    page.find("#sort-add").await.select_by_value("size").await.unwrap();
    page.shows("two keys", |it| it.sort.as_deref() == Some("created:desc,size:asc")).await;
    page.press("#columns", "Descending").await;
    page.shows("the first turned", |it| it.sort.as_deref() == Some("created:asc,size:asc")).await;
    page.find("#drop-created").await.click().await.unwrap();
    page.shows("one key", |it| it.sort.as_deref() == Some("size:asc")).await;
    assert_eq!(page.width().await, PHONE.width);
    page.press_key(keys::ESCAPE).await;
    page.has("#columns:not([open])").await;
    page.has_a_quiet_console().await;
}

/// Waits for these columns, in the header and in each row alike, and for an address that ends that way.
async fn shows(page: &Page, columns: &str, end: &str) -> Seen {
    let seen = page
        .shows(columns, |it| it.headers.join(" ") == columns && it.address.ends_with(end))
        .await;
    for row in &seen.rows {
        let mut expected: Vec<_> = columns.split(' ').collect();
        expected.sort_unstable();
        let cells: Vec<_> = row.cells.keys().map(String::as_str).collect();
        assert_eq!(cells, expected, "{row:?}");
    }
    seen
}

/// Chooses an entry of a column's menu with keys alone.
async fn choose(page: &Page, column: &str, entry: &str) {
    page.focus(&format!("more-{column}")).await;
    page.press_key(keys::ENTER).await;
    page.has("#columns[open][data-face=menu] button:focus").await;
    for _ in 0..MOST_ENTRIES {
        let words: String = page.run("return document.activeElement.textContent", vec![]).await;
        if words == entry {
            return page.press_key(keys::ENTER).await;
        }
        page.press_key(keys::DOWN).await;
    }
    panic!("the menu of {column} has no {entry:?}");
}

async fn width_of(page: &Page, column: &str) -> i64 {
    let header = format!("[role=columnheader][data-column={column}]");
    let look =
        "return Math.round(document.querySelector(arguments[0]).getBoundingClientRect().width)";
    page.run(look, vec![json!(header)]).await
}

/// Drags an element with the real button, and gives it up with Escape before it is let go.
async fn drag(page: &Page, selector: &str, by: [f64; 2], gives_up: bool) {
    let element = page.find(selector).await;
    let to = PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 };
    let half = || PointerAction::MoveBy { duration: None, x: by[0] / 2.0, y: by[1] / 2.0 };
    let button = MOUSE_BUTTON_LEFT;
    let press = MouseActions::new("mouse".to_owned())
        .then(to)
        .then(PointerAction::Down { button })
        .then(half())
        .then(half());
    page.client().perform_actions(press).await.unwrap();
    if gives_up {
        let escape = keys::ESCAPE.chars().next().unwrap();
        let press = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value: escape })
            .then(KeyAction::Up { value: escape });
        page.client().perform_actions(press).await.unwrap();
    }
    let release = MouseActions::new("mouse".to_owned()).then(PointerAction::Up { button });
    page.client().perform_actions(release).await.unwrap();
}
