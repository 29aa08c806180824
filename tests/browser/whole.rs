//! A short list is painted whole, in its order, for the browser's own search and for paper; a long one is not.

use catalog::Direction::{Ascending, Descending};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    images::{Dice, Image, found, images},
    page::{Page, comes_true, open_page, until},
};

const ROWS: &str = "[role=row][data-row-id]:not([hidden])";
const CARDS: &str = "[role=gridcell][data-row-id]";

#[wasm_bindgen_test]
async fn every_row_of_a_short_list_is_painted() {
    let images = images(130, &mut Dice::new(11));
    let page = open_page(&images).await;
    holds(&page, &found(&images, "", "created", Descending), "at first").await;
    page.scroll_to(1.0);
    holds(&page, &found(&images, "", "created", Descending), "scrolled to the end").await;
    for text in ["ubuntu", "ubuntu 1", "nobody", ""] {
        page.search_for(text);
        holds(&page, &found(&images, text, "created", Descending), text).await;
    }
    page.sort_by("name", Ascending).await;
    holds(&page, &found(&images, "", "name", Ascending), "by name").await;
}

/// The active row is named wherever it stands: it is in the document.
#[wasm_bindgen_test]
async fn the_active_row_of_a_short_list_is_always_named() {
    let images = images(90, &mut Dice::new(12));
    let page = open_page(&images).await;
    let rows = found(&images, "", "created", Descending);
    holds(&page, &rows, "at first").await;
    page.press("Home");
    page.scroll_to(1.0);
    until("the first row as the active one", || page.active() == Some(rows[0].key())).await;
    page.press("End");
    until("the last row as the active one", || page.active() == Some(rows[89].key())).await;
}

#[wasm_bindgen_test]
async fn every_card_of_a_short_list_is_painted() {
    let images = images(60, &mut Dice::new(13));
    let page = open_page(&images).await;
    page.change_layout().await;
    for text in ["", "ubuntu", ""] {
        page.search_for(text);
        let expected: Vec<_> =
            found(&images, text, "created", Descending).iter().map(|it| it.key()).collect();
        let _ = comes_true(|| keys(&page, CARDS) == expected).await;
        assert_eq!(keys(&page, CARDS), expected, "{text:?}");
    }
}

/// It is the catalog that is long, not the result.
#[wasm_bindgen_test]
async fn a_narrow_result_of_a_long_list_is_not_painted_whole() {
    let images = images(301, &mut Dice::new(14));
    let page = open_page(&images).await;
    page.search_for("ubuntu");
    until("the result", || page.made_from().0 == "ubuntu").await;
    let result = found(&images, "ubuntu", "created", Descending).len();
    assert!(result > 30, "{result} rows fit into one view");
    assert!(keys(&page, ROWS).len() < 15, "{:?}", keys(&page, ROWS));
}

async fn holds(page: &Page, rows: &[&Image], case: &str) {
    let expected: Vec<_> =
        (2..).zip(rows).map(|(index, it): (u32, _)| (index.to_string(), it.key())).collect();
    let painted = || {
        let index = |it: &web_sys::HtmlElement| it.get_attribute("aria-rowindex").unwrap();
        let rows = page.all(ROWS).into_iter();
        rows.map(|it| (index(&it), it.get_attribute("data-row-id").unwrap())).collect::<Vec<_>>()
    };
    let _ = comes_true(|| painted() == expected).await;
    assert_eq!(painted(), expected, "{case}");
}

fn keys(page: &Page, selector: &str) -> Vec<String> {
    page.all(selector).iter().filter_map(|it| it.get_attribute("data-row-id")).collect()
}
