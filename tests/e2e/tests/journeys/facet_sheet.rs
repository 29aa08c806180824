//! The facets as a sheet on a phone, and as the rail that the reader hides.

use crate::{
    acts::keys,
    facets::{RAIL, asked, choose, values},
    looks::PHONE,
    page::Page,
    site::Site,
};

#[tokio::test]
async fn on_a_phone_facets_are_a_sheet() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.on_a_screen_of(PHONE.width, PHONE.height).await;
    page.reload().await;
    let whole = page.loaded().await;
    assert!(!whole.dialog, "it is closed at first");
    page.press(".toolbar", "Filters").await;
    let first = values(&page, "type").await.remove(0);
    choose(&page, "type", &first.value).await;
    let seen = asked(&page, &format!("type:{}", first.value)).await;
    assert!(seen.dialog, "a choice leaves it open: there may be more to choose");
    assert_eq!(page.width().await, PHONE.width, "nothing is wider than the screen");
    stays_in_the_sheet(&page).await;
    page.press_key(keys::ESCAPE).await;
    page.shows("no sheet", |it| !it.dialog).await;
    let button = "return document.activeElement.matches('.toolbar [aria-expanded=false]')";
    assert!(page.run::<bool>(button, vec![]).await, "the focus is back where it came from");
    page.press_key(keys::ENTER).await;
    values(&page, "type").await;
    page.press(RAIL, &format!("Show {} images", first.count.unwrap())).await;
    let seen = page.shows("the rows", |it| !it.dialog && it.count == first.count).await;
    assert!(!seen.rows.is_empty());
    page.has_a_quiet_console().await;
}

/// Tab goes round in the sheet. From its last place it leads to the browser's own buttons, where the page has no focus, and from there back to its
/// first.
async fn stays_in_the_sheet(page: &Page) {
    const PLACES: usize = 40;
    let mut inside = 0;
    for _ in 0..PLACES {
        page.press_key(keys::TAB).await;
        let place = "const it = document.activeElement;
            return it === document.body ? 'browser' : it.closest('dialog') ? 'sheet' : it.outerHTML;";
        let place: String = page.run(place, vec![]).await;
        inside += usize::from(place == "sheet");
        assert!(["sheet", "browser"].contains(&place.as_str()), "the focus is behind it: {place}");
    }
    // The sheet has more places than half of these, so that the way round leads out of it once at most.
    assert!(inside + 1 >= PLACES, "the focus was in the sheet {inside} times of {PLACES}");
}

#[tokio::test]
async fn the_rail_stays_as_the_reader_left_it() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    values(&page, "type").await;
    page.press(".toolbar", "Filters").await;
    page.shows("no facets", |it| it.values.is_empty()).await;
    page.reload().await;
    let seen = page.loaded().await;
    assert!(seen.values.is_empty(), "a later visit has none either: {:#?}", seen.values);
    page.press(".toolbar", "Filters").await;
    values(&page, "type").await;
}
