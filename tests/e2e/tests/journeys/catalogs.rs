//! The five catalogs: each is searched, sorted, opened and shared.

use crate::{page::Page, seen::Seen, site::Site};

/// A catalog, and what to do in it.
struct Tour {
    catalog: &'static str,
    layout: &'static str,
    /// Some of its rows hold this, and others do not.
    query: &'static str,
    /// A column that it is not sorted by at first, and the order that a press on its header makes.
    column: &'static str,
    sort: &'static str,
}

#[rustfmt::skip]
const TOURS: [Tour; 5] = [
    Tour { catalog: "VM images", layout: "table", query: "ubuntu", column: "name", sort: "name:asc" },
    Tour { catalog: "Community images", layout: "cards", query: "comfyui", column: "name", sort: "name:asc" },
    Tour { catalog: "Docker images", layout: "table", query: "nginx", column: "name", sort: "name:asc" },
    Tour { catalog: "Docker buckets", layout: "table", query: "hk", column: "images", sort: "images:asc" },
    Tour { catalog: "UHub images", layout: "table", query: "nginx", column: "name", sort: "name:asc" },
];

#[tokio::test]
async fn each_catalog_is_searched_sorted_opened_and_shared() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let mut shared = Vec::new();
    for tour in &TOURS {
        let mine = arranged(&page, tour).await;
        let link = page.copy_link().await;
        assert_eq!(link, mine.address, "what is copied is what the address bar says");
        shared.push((tour, link, mine));
    }
    page.has_a_quiet_console().await;
    drop(page);

    let other = site.visit("").await;
    for (tour, link, mine) in &shared {
        other.goto(link).await;
        let what = format!("the open detail in {}", tour.catalog);
        let theirs = other.shows(&what, |it| it.settled && it.detail == mine.detail).await;
        assert_eq!((theirs.catalog.as_deref(), &theirs.rows), (Some(tour.catalog), &mine.rows));
        assert_eq!((theirs.count, &theirs.search_box), (mine.count, &mine.search_box));
        assert_eq!((&theirs.sorted, &theirs.layout), (&mine.sorted, &mine.layout));
        assert_eq!((&theirs.address, &theirs.notice), (link, &None));
    }
    other.has_a_quiet_console().await;
}

/// Goes there by its tab, searches, sorts by another column, and opens the first row; each step shows what it should.
async fn arranged(page: &Page, tour: &Tour) -> Seen {
    let whole = page.go_to(tour.catalog).await;
    assert_eq!(whole.layout.as_deref(), Some(tour.layout), "{whole:#?}");
    assert!(whole.is_filled && whole.failures.is_empty() && whole.is_sample, "{whole:#?}");
    if tour.layout == "cards" {
        page.press(".toolbar", "Table").await;
        page.shows("a table", |it| it.layout.as_deref() == Some("table")).await;
    }

    let found = page.search_for(tour.query).await;
    assert!(found.count > Some(0) && found.count < whole.count, "{} of {found:#?}", tour.query);
    let holds = |it: &crate::seen::Row| it.text.to_lowercase().contains(tour.query);
    assert!(found.rows.iter().any(holds), "a row that was found should show why: {found:#?}");

    let sorted = page.sort_by(tour.column, tour.sort).await;
    assert_eq!(sorted.sorted, [format!("{} ascending", tour.column)]);
    assert_eq!(sorted.count, found.count, "sorting loses no row");
    assert_ne!(sorted.visible_ids(), found.visible_ids(), "another order: {sorted:#?}");

    let opened = page.open_first().await;
    let (row, detail) = (&opened.rows[0], opened.detail.as_ref().unwrap());
    assert_eq!(detail.title, row.title, "{opened:#?}");
    opened
}

#[tokio::test]
async fn going_back_through_catalogs_restores_each_view() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let mut views = Vec::new();
    for tour in &TOURS {
        page.go_to(tour.catalog).await;
        page.search_for(tour.query).await;
        let what = "the search in the address";
        let query = format!("q={}", tour.query);
        views.push(page.shows(what, |it| it.address.ends_with(&query)).await);
    }
    views.pop();
    for view in views.iter().rev() {
        page.back().await;
        let what = format!("{:?} again", view.address);
        let seen = page
            .shows(&what, |it| it.address == view.address && it.settled && it.rows == view.rows)
            .await;
        assert_eq!((&seen.catalog, &seen.count), (&view.catalog, &view.count));
        assert_eq!((&seen.search_box, &seen.query), (&view.search_box, &view.query));
        assert_eq!((&seen.sort, &seen.layout), (&view.sort, &view.layout));
    }
    page.has_a_quiet_console().await;
}
