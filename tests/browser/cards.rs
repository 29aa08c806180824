//! The cards paint the table's rows in the table's order, and the keyboard moves among them in two dimensions.

use catalog::Direction::{Ascending, Descending};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    images::{Dice, Image, found, images},
    page::{Page, comes_true, next_frame, open_page, until},
};

#[wasm_bindgen_test]
async fn painted_cards_are_the_rows_in_view() {
    let images = images(300, &mut Dice::new(3));
    let page = open_cards(&images).await;
    assert!(page.columns() > 1, "800 pixels should hold cards beside each other");
    for part in [0.0, 0.13, 0.5, 0.91, 1.0, 0.2] {
        page.scroll_to(part);
        paints(&page, &found(&images, "", "created", Descending), &format!("at {part}")).await;
    }
}

#[wasm_bindgen_test]
async fn cards_follow_a_search_from_its_start() {
    let images = images(200, &mut Dice::new(4));
    let page = open_cards(&images).await;
    for text in ["ubuntu", "ubuntu 1", "nobody", "", "uimage-7", "hk"] {
        page.scroll_to(1.0);
        next_frame().await;
        page.search_for(text);
        until(text, || page.made_from().0 == text).await;
        paints(&page, &found(&images, text, "created", Descending), text).await;
    }
}

#[wasm_bindgen_test]
async fn another_layout_shows_the_same_rows_and_asks_for_none() {
    let images = images(90, &mut Dice::new(5));
    let page = open_page(&images).await;
    page.sort_by("name", Ascending).await;
    let rows = found(&images, "", "name", Ascending);
    let (asked, made_from) = (page.service.asked(), page.made_from());
    page.change_layout().await;
    paints(&page, &rows, "cards").await;
    page.change_layout().await;
    until("the table again", || page.painted() == page.in_view(&rows)).await;
    assert_eq!((page.service.asked(), page.made_from()), (asked, made_from));
}

#[wasm_bindgen_test]
async fn keys_move_among_lines_and_cards() {
    let images = images(100, &mut Dice::new(6));
    let page = open_cards(&images).await;
    let rows = found(&images, "", "created", Descending);
    let (columns, last) = (page.columns() as usize, rows.len() - 1);
    for (key, expected) in [
        ("ArrowDown", 0),
        ("ArrowRight", 1),
        ("ArrowDown", columns + 1),
        ("j", columns + 2),
        ("k", columns + 1),
        ("ArrowLeft", columns),
        ("ArrowUp", 0),
        ("ArrowUp", 0),
        ("End", last),
        ("ArrowRight", last),
        ("ArrowUp", last - columns),
        ("Home", 0),
    ] {
        page.press(key);
        let expected = Some(rows[expected].key());
        until(&format!("the card that {key} leads to"), || page.active() == expected).await;
    }
}

#[wasm_bindgen_test]
async fn enter_opens_the_active_card_and_escape_closes_it() {
    let images = images(20, &mut Dice::new(7));
    let page = open_cards(&images).await;
    let opened = || page.all("[role=gridcell][aria-current]");
    page.press("ArrowDown");
    page.press("Enter");
    until("the first card as the open one", || opened().len() == 1).await;
    let first = found(&images, "", "created", Descending)[0].key();
    assert_eq!(opened()[0].get_attribute("data-row-id"), Some(first));
    page.press("Escape");
    until("no open card", || opened().is_empty()).await;
}

async fn open_cards(images: &[Image]) -> Page {
    let page = open_page(images).await;
    page.change_layout().await;
    until("cards", || !page.painted_cards().is_empty()).await;
    page
}

async fn paints(page: &Page, rows: &[&Image], case: &str) {
    // How it went is asked below, for the sake of the message.
    let _ = comes_true(|| page.painted_cards() == page.cards_in_view(rows)).await;
    assert_eq!(page.painted_cards(), page.cards_in_view(rows), "{case}");
}
