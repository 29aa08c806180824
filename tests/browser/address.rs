//! The address follows what is looked at.

use catalog::Direction::Ascending;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{History, window};

use crate::{
    images::{Dice, images},
    page::{open_page, until},
};

/// Asked by going back, which is what entries are for; the length of a history stops growing at some fifty entries.
#[wasm_bindgen_test]
async fn typing_makes_no_entry_in_the_history_and_a_choice_makes_one() {
    let page = open_page(&images(9, &mut Dice::new(4))).await;
    history().replace_state_with_url(&JsValue::NULL, "", Some(START)).unwrap();
    history().push_state(&JsValue::NULL, "").unwrap();

    page.search_for("ubuntu 1");
    until("what was typed in the address", || address() == "?v=1&q=ubuntu+1").await;
    history().back().unwrap();
    until("the entry before the one typed in", || is_at_start() && address().is_empty()).await;
    until("its rows", || page.row_count() == "10").await;

    page.sort_by("name", Ascending).await;
    until("the choice in the address", || address() == "?v=1&sort=name").await;
    history().back().unwrap();
    until("the entry before the choice", || is_at_start() && address().is_empty()).await;
    until("its order", || page.made_from().1 == "created:desc").await;
}

/// Marks the entry that going back should lead to. By its address: its state is where the page keeps what it needs to come back.
const START: &str = "#start";

fn is_at_start() -> bool {
    window().unwrap().location().hash().unwrap() == START
}

fn address() -> String {
    window().unwrap().location().search().unwrap()
}

fn history() -> History {
    window().unwrap().history().unwrap()
}
