//! The whole way by keyboard.

use crate::{acts::keys, site::Site};

/// More than there are places between the search box and the table.
const MOST_TABS: usize = 20;

#[tokio::test]
async fn a_sheet_tells_all_keys() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    page.focus("grid").await;
    page.press_key("?").await;
    page.shows("the sheet", |it| it.dialog).await;
    let lines = "return [...document.querySelectorAll('#keys dt')].map((it) => it.textContent)";
    let lines = page.run::<Vec<String>>(lines, vec![]).await;
    assert!(lines.len() > 10 && lines.contains(&"Undo".to_owned()), "{lines:?}");
    let is_inside = "return document.querySelector('#keys').contains(document.activeElement)";
    assert!(page.run::<bool>(is_inside, vec![]).await);
    page.press_key("v").await;
    let seen = page.look().await;
    assert_eq!(seen.layout.as_deref(), Some("table"), "over the sheet other keys do nothing");
    page.press_key(keys::ESCAPE).await;
    let seen = page.shows("no sheet", |it| !it.dialog).await;
    assert_eq!(seen.focus.as_deref(), Some("grid"), "the keyboard is back");
    page.press_key("v").await;
    page.shows("cards", |it| it.layout.as_deref() == Some("cards")).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_key_copies_the_link_to_the_view() {
    let site = Site::sample().await;
    let page = site.visit("?v=1&q=ubuntu&sort=size").await;
    let seen = page.loaded().await;
    page.focus("grid").await;
    page.press_key(&format!("{}y", keys::SHIFT)).await;
    page.has(".toolbar > [data-outcome=good]").await;
    assert_eq!(page.clipboard().await, seen.address);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn keys_mean_nothing_while_typing_and_the_same_on_every_keyboard() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    page.search_for("v?jz").await;
    let seen = page.look().await;
    assert_eq!((seen.layout.as_deref(), seen.dialog), (Some("table"), false));
    page.search_for("").await;
    for (key, code) in [("？", "Slash"), ("о", "KeyJ")] {
        page.run::<()>("document.activeElement.blur()", vec![]).await;
        let press = "const [key, code] = arguments;
            const init = { key, code, bubbles: true, cancelable: true };
            document.body.dispatchEvent(new KeyboardEvent('keydown', init));";
        page.run::<()>(press, vec![key.into(), code.into()]).await;
        if key == "？" {
            page.shows("the sheet", |it| it.dialog).await;
            page.press_key("?").await;
            page.shows("no sheet", |it| !it.dialog).await;
        }
    }
    let seen = page.shows("the first row", |it| it.active == Some(2)).await;
    assert_eq!(seen.focus.as_deref(), Some("grid"), "j leads to the list from anywhere");
    page.has_a_quiet_console().await;
}

/// Where the bar has no room for everything, the search box gives way last.
#[tokio::test]
async fn the_search_box_has_room_at_every_width() {
    let site = Site::sample().await;
    let page = site.visit("?c=docker").await;
    page.loaded().await;
    let look = "const box = document.querySelector('#search').getBoundingClientRect();
        return [box.width, document.documentElement.scrollWidth];";
    for width in (320..=1440).step_by(40) {
        page.on_a_screen_of(width, 844).await;
        let [room, page_width] = page.run::<[f64; 2]>(look, vec![]).await;
        assert!(room >= 280.0, "{room} pixels of {width}");
        assert!(page_width <= f64::from(width), "the page is wider than {width}");
    }
    page.has_a_quiet_console().await;
}

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
