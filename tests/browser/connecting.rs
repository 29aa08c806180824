//! The connect dialog: what is typed there does not stay, and closing it calls everything off.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, window};

use crate::{
    images::{Dice, Image, images},
    page::{Page, open_page, until},
    service::Mood,
};

const PUBLIC: &str = "made-up-public-key";
const PRIVATE: &str = "made-up-private-key";
const TOKEN: &str = "made-up-security-token";

#[wasm_bindgen_test]
async fn after_a_refusal_only_the_public_key_stays() {
    let page = open_page(&some()).await;
    page.service.becomes(Mood::Refusing);
    enter_keys(&page).await;
    until("a refusal", || outcome(&page).contains("RetCode 172")).await;
    let held: Vec<_> = fields(&page).into_iter().filter(|it| !it.1.is_empty()).collect();
    assert_eq!(held, [("public-key".to_owned(), PUBLIC.to_owned())]);
    assert!(outcome(&page).contains("request-7"), "{}", outcome(&page));
}

#[wasm_bindgen_test]
async fn a_dialog_that_closes_keeps_nothing_that_was_typed() {
    let page = open_page(&some()).await;
    open_dialog(&page).await;
    type_keys(&page);
    close_dialog(&page).await;
    open_dialog(&page).await;
    assert!(fields(&page).iter().all(|it| it.1.is_empty()), "{:?}", fields(&page));
}

#[wasm_bindgen_test]
async fn another_way_takes_away_what_was_typed_for_this_one() {
    let page = open_page(&some()).await;
    open_dialog(&page).await;
    type_keys(&page);
    page.click("[data-way=endpoint] input[type=radio]");
    until("the endpoint's fields", || !page.all("[name=endpoint-address]").is_empty()).await;
    page.click("[data-way=key-pair] input[type=radio]");
    until("the key's fields", || !page.all("[name=private-key]").is_empty()).await;
    assert!(fields(&page).iter().all(|it| it.1.is_empty()), "{:?}", fields(&page));
}

#[wasm_bindgen_test]
async fn closing_the_dialog_calls_the_test_off() {
    let page = open_page(&some()).await;
    page.service.becomes(Mood::Silent);
    let before = page.service.asked().len();
    enter_keys(&page).await;
    until("a signed request", || page.service.asked().len() == before + 1).await;
    close_dialog(&page).await;
    until("that the request is given up", || page.service.was_given_up()).await;
    open_dialog(&page).await;
    assert_eq!(outcome(&page), "", "a dialog that opens has not tried anything");
    assert_eq!(page.service.asked().len(), before + 1, "nothing may be loaded with that key");
    let way = page.all("[data-way=gateway] .connect__used").len();
    assert_eq!(way, 1, "the gateway still signs");
}

#[wasm_bindgen_test]
async fn half_a_pair_is_not_tried() {
    let page = open_page(&some()).await;
    let before = page.service.asked().len();
    open_dialog(&page).await;
    set(&page, "public-key", PUBLIC);
    page.click("#connect button[type=submit]");
    until("what is missing", || outcome(&page).contains("both keys")).await;
    let focused = window().unwrap().document().unwrap().active_element().unwrap();
    assert_eq!(focused.id(), "private-key");
    assert_eq!(page.service.asked().len(), before);
}

async fn open_dialog(page: &Page) {
    page.click(".connection .button");
    until("the dialog", || !page.all("#connect[open] form").is_empty()).await;
}

async fn close_dialog(page: &Page) {
    page.click(".connect__head .button");
    until("no dialog", || page.all("#connect[open]").is_empty()).await;
    until("an empty dialog", || page.all("#connect form").is_empty()).await;
}

async fn enter_keys(page: &Page) {
    open_dialog(page).await;
    type_keys(page);
    page.click("#connect button[type=submit]");
}

fn type_keys(page: &Page) {
    for (name, value) in
        [("public-key", PUBLIC), ("private-key", PRIVATE), ("security-token", TOKEN)]
    {
        set(page, name, value);
    }
}

fn set(page: &Page, name: &str, value: &str) {
    let field = page.all(&format!("[name={name}]"));
    field[0].unchecked_ref::<HtmlInputElement>().set_value(value);
}

/// The text fields of the dialog, with what they hold.
fn fields(page: &Page) -> Vec<(String, String)> {
    let inputs = page.all("#connect input:not([type=radio]):not([type=checkbox])");
    let field = |it: &web_sys::HtmlElement| {
        let it: &HtmlInputElement = it.unchecked_ref();
        (it.name(), it.value())
    };
    inputs.iter().map(field).collect()
}

fn outcome(page: &Page) -> String {
    let shown = page.all("[data-testid=connect-outcome]");
    shown.first().and_then(|it| it.text_content()).unwrap_or_default().trim().to_owned()
}

fn some() -> Vec<Image> {
    images(3, &mut Dice::new(1))
}
