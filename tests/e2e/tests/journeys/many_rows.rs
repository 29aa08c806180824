//! A hundred thousand rows.

use crate::{acts::keys, folder::Folder, seen::Seen, site::Site};

const ROWS: u32 = 100_000;
/// With the header.
const LINES: usize = ROWS as usize + 1;

#[tokio::test]
async fn a_hundred_thousand_rows_scroll_without_a_blank_one() {
    let folder = Folder::with_page();
    // From a file: what a page of an answer costs is no matter of how many were there before, and a hundred thousand rows of answers take their time.
    sample::save_simulated("uhost", ROWS, &folder.join("many.rows")).await.unwrap();
    let site = Site::beside(&folder).await;
    let page = site.visit("?open=many.rows").await;
    let seen = page.shows("all rows", |it| it.settled && it.count == Some(ROWS as usize)).await;
    assert_eq!(seen.row_count, Some(LINES));
    // There and back again: a jump up is not a jump down.
    for part in (0..=10).chain((0..10).rev()) {
        shows_the_rows_of_its_place(&page.scroll_to(f64::from(part) / 10.0).await);
    }
    reaches_the_last_row(&page.scroll_to(1.0).await);

    page.scroll_to(0.5).await;
    page.focus("grid").await;
    page.press_key(keys::END).await;
    reaches_the_last_row(&page.shows("the last row", |it| it.active == Some(LINES)).await);
    page.has_a_quiet_console().await;
}

#[track_caller]
fn reaches_the_last_row(seen: &Seen) {
    shows_the_rows_of_its_place(seen);
    assert_eq!(seen.rows.last().map(|it| it.index), Some(LINES), "{seen:#?}");
}

/// The rows in view are those of the scroll position, one after the other, each with its name.
#[track_caller]
fn shows_the_rows_of_its_place(seen: &Seen) {
    assert!(seen.is_filled, "a part of the view is blank: {seen:#?}");
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a list"
    )]
    let first = (seen.scroll_top / seen.row_height) as usize + 2;
    let expected: Vec<_> = (first..).take(seen.rows.len()).collect();
    assert_eq!(seen.visible_indices(), expected, "{seen:#?}");
    let is_named = |name: &&str| !name.is_empty() && *name != "—";
    assert!(seen.visible_names().iter().all(is_named), "{seen:#?}");
}
