//! Completion in the search box: by keyboard, by pointer, and never in the way.

use crate::{acts::keys, page::Page, site::Site};

#[tokio::test]
async fn a_field_and_its_value_are_completed_by_keyboard() {
    let (_site, page) = in_search().await;
    page.press_key("ubuntu -typ").await;
    let seen = page.shows("the field", |it| it.offers.iter().any(|it| it == "Type type:")).await;
    assert_eq!(seen.offer, None, "nothing is chosen by itself");
    page.press_key(keys::DOWN).await;
    page.shows("it chosen", |it| it.offer.as_deref() == Some("Type type:")).await;
    page.press_key(keys::ENTER).await;
    let seen = page.shows("its values", |it| it.offers.len() > 1 && it.offer.is_none()).await;
    assert_eq!(seen.search_box.as_deref(), Some("ubuntu -type:"));
    let last = seen.offers.last().unwrap().clone();
    page.press_key(keys::UP).await;
    page.shows("the last one chosen", |it| it.offer.as_ref() == Some(&last)).await;
    page.press_key(keys::TAB).await;
    let seen = page.shows("no list", |it| it.offers.is_empty()).await;
    assert!(seen.search_box.as_ref().unwrap().len() > "ubuntu -type:".len(), "{seen:#?}");
    assert_eq!((seen.focus.as_deref(), seen.mistake), (Some("search"), None));
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn offers_say_how_many_rows_they_lead_to() {
    let (_site, page) = in_search().await;
    page.press_key("type:").await;
    let seen = page.shows("values", |it| it.offers.len() > 1).await;
    for offer in seen.offers {
        let count = offer.rsplit(' ').next().unwrap().replace(',', "").parse::<usize>().unwrap();
        page.search_for("").await;
        page.press_key("type:").await;
        page.shows(&offer, |it| it.offers.contains(&offer)).await;
        press_offer(&page, &offer).await;
        let what = format!("the rows of {offer}");
        let seen = page.shows(&what, |it| it.offers.is_empty() && it.count == Some(count)).await;
        assert_eq!(seen.focus.as_deref(), Some("search"), "the pointer takes the focus nowhere");
    }
    page.has_a_quiet_console().await;
}

async fn press_offer(page: &Page, words: &str) {
    let center = "const all = [...document.querySelectorAll('#search-offers [role=option]')];
        const text = (it) => it.textContent.replace(/\\s+/g, ' ').trim();
        const box = all.find((it) => text(it) === arguments[0]).getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];";
    page.press_at(page.run(center, vec![words.into()]).await).await;
}

#[tokio::test]
async fn enter_and_escape_are_the_reader_s_own() {
    let (_site, page) = in_search().await;
    page.press_key("nam").await;
    page.shows("offers", |it| !it.offers.is_empty()).await;
    page.press_key(keys::ENTER).await;
    let seen = page.shows("what was typed", |it| it.offers.is_empty()).await;
    assert_eq!(seen.search_box.as_deref(), Some("nam"), "Enter takes nothing that was not chosen");
    page.press_key(keys::DOWN).await;
    page.shows("an offer chosen", |it| it.offer.is_some()).await;
    page.press_key(keys::ESCAPE).await;
    let seen = page.shows("no offers", |it| it.offers.is_empty()).await;
    assert_eq!(seen.search_box.as_deref(), Some("nam"), "the first Escape closes the list alone");
    page.press_key(keys::ESCAPE).await;
    page.shows("an empty box", |it| it.search_box.as_deref() == Some("")).await;
    page.press_key(keys::DOWN).await;
    page.shows("the fields, since they were asked for", |it| it.offers.len() > 3).await;
    page.has_a_quiet_console().await;
}

/// Or it would lie over what is pressed next, and take the press.
#[tokio::test]
async fn a_list_goes_in_the_frame_in_which_the_box_becomes_empty() {
    let (_site, page) = in_search().await;
    page.press_key("nam").await;
    page.shows("offers", |it| !it.offers.is_empty()).await;
    let empty = "const [done] = arguments;
        const box = document.getElementById('search');
        box.value = '';
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        requestAnimationFrame(() => done(document.getElementById('search-offers') === null));";
    let is_gone = page.client().execute_async(empty, vec![]).await.unwrap();
    assert_eq!(is_gone, true);
    page.shows("all rows", |it| it.settled && it.search_box.as_deref() == Some("")).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn an_input_method_keeps_its_keys() {
    let (_site, page) = in_search().await;
    page.press_key("type:").await;
    page.shows("offers", |it| !it.offers.is_empty()).await;
    page.compose("biao").await;
    page.shows("none while composing", |it| it.offers.is_empty()).await;
    page.press_key(keys::DOWN).await;
    assert!(page.look().await.offers.is_empty());
    page.commit("标准").await;
    let seen = page.shows("those of the word", |it| it.offers.len() == 1).await;
    assert!(seen.offers[0].starts_with("Standard"), "{seen:#?}");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn an_example_behind_a_comparison_is_its_end() {
    let (_site, page) = in_search().await;
    page.press_key("size:>").await;
    page.shows("examples", |it| it.offers == ["20 example", "20GB example"]).await;
    page.press_key(&[keys::UP, keys::ENTER].concat()).await;
    let seen = page.shows("no list", |it| it.offers.is_empty()).await;
    assert_eq!((seen.search_box.as_deref(), seen.mistake), (Some("size:>20GB"), None));
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn offers_fit_a_phone() {
    let site = Site::sample().await;
    let page = site.visit("?region=hk").await;
    page.loaded().await;
    page.on_a_phone().await;
    page.focus("search").await;
    page.press_key("name:").await;
    page.shows("offers", |it| it.offers.len() > 1).await;
    // The keyboard of a phone takes the lower two fifths of its screen.
    let look = "const list = document.querySelector('#search-offers');
        const box = list.getBoundingClientRect();
        return [box.left, innerWidth - box.right, innerHeight * 0.6 - box.bottom, innerWidth - document.documentElement.scrollWidth];";
    let room: [f64; 4] = page.run(look, vec![]).await;
    assert!(room.iter().all(|it| *it >= 0.0), "left, right, below and beside the page: {room:?}");
    page.has_a_quiet_console().await;
}

/// A page with its rows, and with the keyboard in its search box.
async fn in_search() -> (Site, Page) {
    let site = Site::sample().await;
    let page = site.visit("?region=hk").await;
    page.loaded().await;
    page.focus("search").await;
    (site, page)
}
