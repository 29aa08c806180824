//! What comes from the service is text, whatever it looks like.

use js_sys::Reflect;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::window;

use crate::{
    images::{Dice, Image, images},
    page::{open_page, until},
};

const HOSTILE: &str = r#"<img src=x onerror="window.injected = true">"#;

#[wasm_bindgen_test]
async fn a_name_that_is_html_is_shown_as_text() {
    let dice = &mut Dice::new(3);
    let mut images = images(9, dice);
    images[4] = Image { name: HOSTILE.to_owned(), ..images[4].clone() };
    let page = open_page(&images).await;
    page.search_for("onerror");
    until("the one name", || page.visible_names() == [HOSTILE]).await;
    // The detail shows the name again, and the answer that it came in.
    page.click("[data-row-id]:not([hidden]) a");
    let in_detail =
        || page.all("[data-testid=detail] h2").iter().any(|it| it.inner_text() == HOSTILE);
    until("its detail", in_detail).await;
    assert!(page.all("img").is_empty(), "the name became an element");
    assert!(Reflect::get(&window().unwrap(), &"injected".into()).unwrap().is_undefined());
}
