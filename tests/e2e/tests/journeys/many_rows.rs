//! A hundred thousand rows.

use catalog::{Cell, Table};
use view::{Rows, catalogs};

use crate::{acts::keys, folder::Folder, seen::Seen, site::Site};

const ROWS: usize = 100_000;

#[tokio::test]
async fn a_hundred_thousand_rows_scroll_without_a_blank_one() {
    let folder = Folder::with_page();
    put_rows(&folder);
    let site = Site::beside(&folder).await;
    let page = site.visit("?open=many.rows").await;
    let seen = page.shows("all rows", |it| it.settled && it.count == Some(ROWS)).await;
    assert_eq!(seen.row_count, Some(ROWS + 1));
    // There and back again: a jump up is not a jump down.
    for part in (0..=10).chain((0..10).rev()) {
        shows_the_rows_of_its_place(&page.scroll_to(f64::from(part) / 10.0).await);
    }
    reaches_the_last_row(&page.scroll_to(1.0).await);

    page.scroll_to(0.5).await;
    page.focus("grid").await;
    page.press_key(keys::END).await;
    reaches_the_last_row(&page.shows("the last row", |it| it.active == Some(ROWS + 1)).await);
    page.has_a_quiet_console().await;
}

/// Rows from a file: a service that is not optimised would take most of the time for its answers, and what a page of them costs is no matter of how many
/// were there before.
fn put_rows(folder: &Folder) {
    let catalog = catalogs::first();
    let mut table = Table::new(catalog.schema());
    for row in 0..ROWS {
        let (id, name) = (format!("uimage-{row}"), format!("Image {row}"));
        let cells = catalog.columns.iter().map(|it| match it.key {
            "id" => Cell::Text(&id),
            "name" => Cell::Text(&name),
            _ => Cell::Missing,
        });
        table.push(&cells.collect::<Vec<_>>(), "{}");
    }
    let rows = Rows::from_table(catalog, table);
    let about = sample::about_simulated(&rows, "");
    sample::save(&rows, &about, &folder.join("many.rows")).unwrap();
}

#[track_caller]
fn reaches_the_last_row(seen: &Seen) {
    shows_the_rows_of_its_place(seen);
    assert_eq!(seen.rows.last().map(|it| it.index), Some(ROWS + 1), "{seen:#?}");
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
