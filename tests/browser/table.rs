//! The table paints what a search, a sort and a scroll position ask for.

use catalog::Direction::{self, Ascending, Descending};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    images::{Dice, Image, found, images},
    page::{Page, comes_true, next_frame, open_page, until},
};

#[wasm_bindgen_test]
async fn the_page_loads_and_paints_rows() {
    let images = images(130, &mut Dice::new(1));
    let page = open_page(&images).await;
    assert_eq!(page.row_count(), "131");
    paints(&page, &found(&images, "", "created", Descending), "the catalog's own order").await;
    assert!(page.service.asked().len() > 3, "a list should take several pages");
}

/// Guards against keyed lists, which paint wrong orders when membership and order change at once, and against rows that keep what they
/// showed before.
#[wasm_bindgen_test]
async fn painted_rows_are_those_of_a_naive_search_and_sort() {
    let mut dice = Dice::new(2);
    let images = images(300, &mut dice);
    let page = open_page(&images).await;
    for _ in 0..30 {
        let text = some_text(&images, &mut dice);
        let column = dice.pick(&["name", "size", "created", "zone", "region", "id"]);
        let direction = dice.pick(&[Ascending, Descending]);
        let part = dice.pick(&[0.0, 0.1, 0.37, 0.5, 0.93, 1.0]);
        let case = format!("{text:?} by {column} {direction:?} at {part}");
        look_for(&page, &text, column, direction).await;
        page.scroll_to(part);
        paints(&page, &found(&images, &text, column, direction), &case).await;
    }
}

/// Searches and sorts in one go, without waiting for the search to be shown.
async fn look_for(page: &Page, text: &str, column: &str, direction: Direction) {
    page.search_for(text);
    page.sort_by(column, direction).await;
    let order = if direction == Ascending { "asc" } else { "desc" };
    let made_from = (text.to_owned(), format!("{column}:{order}"));
    until(&format!("{made_from:?}"), || page.made_from() == made_from).await;
    // The table goes back to its start for other rows, which a scroll must not overtake.
    next_frame().await;
}

async fn paints(page: &Page, rows: &[&Image], case: &str) {
    // How it went is asked below, for the sake of the message.
    let _ = comes_true(|| page.painted() == page.in_view(rows)).await;
    assert_eq!(page.painted(), page.in_view(rows), "{case}");
    assert_eq!(page.row_count(), (rows.len() + 1).to_string(), "{case}");
}

/// A part of some name, a place, both, nothing, or what nobody is called.
fn some_text(images: &[Image], dice: &mut Dice) -> String {
    let image = &images[dice.below(images.len() as u32) as usize];
    let from = dice.below(image.name.len() as u32) as usize;
    let part = &image.name[from..];
    match dice.below(6) {
        0 => String::new(),
        1 => image.region.to_owned(),
        2 => format!("{part} {}", image.region),
        3 => "nobody".to_owned(),
        _ => part.to_owned(),
    }
}
