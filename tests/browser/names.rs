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

/// A long id loses its middle to the eye alone: it is one text to the browser's search, a selection and a screen reader.
#[wasm_bindgen_test]
async fn a_text_that_keeps_its_end_is_still_one_text() {
    let mut images = images(9, &mut Dice::new(5));
    images[4] = Image { id: LONG.to_owned(), ..images[4].clone() };
    let page = open_page(&images).await;
    let ids = || page.all("[role=gridcell][data-cell=id]");
    let is_whole = || ids().iter().any(|it| it.text_content().as_deref() == Some(LONG));
    until("the whole id", is_whole).await;
    let cut = page.all("[data-cell=id][data-cut]");
    let ends: Vec<_> = cut.iter().map(|it| it.query_selector(".grid__end").unwrap()).collect();
    let end = ends[0].as_ref().and_then(|it| it.text_content());
    assert_eq!((cut.len(), end.as_deref()), (1, Some("7xgwsn7")), "short ids have no such end");
    page.search_for("c3-17xg");
    until("the long id alone", || page.visible_names().len() == 1 && is_whole()).await;
}

const LONG: &str = "compshareImage-a1b2c3-17xgwsn7";
