//! The sample data: there at once, searched, sorted, opened, shared.

use crate::{page::Page, seen::Seen, site::Site};

#[tokio::test]
async fn the_sample_is_there_at_once_and_marked() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let seen = page.loaded().await;
    assert!(seen.is_sample, "sample data must be marked as such: {seen:#?}");
    assert!(seen.count > Some(100), "{seen:#?}");
    assert_eq!(seen.row_count, seen.count.map(|it| it + 1), "rows and header: {seen:#?}");
    assert!(seen.is_filled && seen.placeholder.is_none(), "{seen:#?}");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_link_shows_the_same_view_to_somebody_else() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let mine = arranged(&page).await;
    let link = page.copy_link().await;
    assert_eq!(link, mine.address, "what is copied is what the address bar says");

    let query = link.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
    let other = site.visit(&query).await;
    let what = "the open detail";
    let theirs = other.shows(what, |it| it.settled && it.detail.is_some()).await;
    assert_eq!(theirs.count, mine.count, "{theirs:#?}");
    assert_eq!(theirs.rows, mine.rows);
    assert_eq!(theirs.detail, mine.detail);
    assert_eq!(theirs.sorted, mine.sorted);
    assert_eq!((theirs.search_box, theirs.address), (mine.search_box, mine.address));
    page.has_a_quiet_console().await;
    other.has_a_quiet_console().await;
}

/// Searches, sorts both ways, and opens the first row; each step shows what it should.
async fn arranged(page: &Page) -> Seen {
    let whole = page.loaded().await;
    let found = page.search_for("ubuntu").await;
    assert!(found.count > Some(0) && found.count < whole.count, "{found:#?}");
    assert_eq!(found.row_count, found.count.map(|it| it + 1), "{found:#?}");
    for row in &found.rows {
        let text = row.cells.values().any(|it| it.to_lowercase().contains("ubuntu"));
        assert!(text, "a row that was found should show why: {row:#?}");
    }

    let rising = page.sort_by("name", "name:asc").await;
    assert_eq!(rising.sorted, ["name ascending"]);
    assert!(rising.visible_names().is_sorted_by_key(|it| natural(it)), "{rising:#?}");
    let falling = page.sort_by("name", "name:desc").await;
    assert_eq!(falling.sorted, ["name descending"]);
    assert!(
        falling.visible_names().iter().rev().is_sorted_by_key(|it| natural(it)),
        "{falling:#?}"
    );
    assert_eq!(falling.count, found.count, "sorting loses no row");

    let opened = page.open_first().await;
    let (row, detail) = (&opened.rows[0], opened.detail.as_ref().unwrap());
    let id = &row.cells["id"];
    assert!(detail.text.contains(id), "the detail names the id {id}: {detail:#?}");
    assert!(
        detail.raw.as_ref().is_some_and(|it| it.contains(id)),
        "and so does its JSON: {detail:#?}"
    );
    assert_eq!(detail.title, row.cells["name"]);
    opened
}

#[tokio::test]
async fn back_undoes_one_choice_after_another() {
    let site = Site::sample().await;
    let page = site.visit("?q=centos").await;
    let start = page.loaded().await;
    let sorted = page.sort_by("name", "name:asc").await;
    let opened = page.open_first().await;
    page.press("[data-testid=detail]", "Close").await;
    let closed = page.shows("no detail", |it| it.detail.is_none()).await;
    assert_eq!(closed.address, sorted.address);

    page.back().await;
    let seen = page.shows("the detail again", |it| it.detail == opened.detail).await;
    assert_eq!(seen.address, opened.address);
    page.back().await;
    let seen = page.shows("no detail", |it| it.detail.is_none()).await;
    assert_eq!((seen.sorted, seen.rows), (sorted.sorted, sorted.rows));
    page.back().await;
    let seen = page.shows("the first order", |it| it.sort == start.sort).await;
    assert_eq!((seen.search_box, seen.rows), (start.search_box, start.rows));
    page.has_a_quiet_console().await;
}

/// A key in whose order numbers inside of names count as numbers, whatever the case of the letters.
pub(crate) fn natural(name: &str) -> Vec<(String, u64)> {
    // Chinese stands behind everything else, by pinyin: its order the journey `painted` compares with that of the engine.
    if name.starts_with(|it: char| ('一'..='龥').contains(&it)) {
        return vec![(char::MAX.to_string(), 0)];
    }
    let (name, mut key) = (name.to_lowercase(), Vec::new());
    let mut rest = name.as_str();
    while !rest.is_empty() {
        let digits = rest.find(|it: char| it.is_ascii_digit()).unwrap_or(rest.len());
        let (words, tail) = rest.split_at(digits);
        let end = tail.find(|it: char| !it.is_ascii_digit()).unwrap_or(tail.len());
        key.push((words.to_owned(), tail[..end].parse().unwrap_or(0)));
        rest = &tail[end..];
    }
    key
}
