//! Table and cards: two ways to lay out the same rows.

use crate::site::Site;

#[tokio::test]
async fn another_layout_keeps_everything_and_asks_for_nothing() {
    let site = Site::sample().await;
    let page = site.visit("?c=uhost&q=ubuntu&sort=name").await;
    page.loaded().await;
    let table = page.open_first().await;
    let asked = site.watch.count();

    page.press(".toolbar", "Cards").await;
    let cards = page.shows("cards", |it| it.layout.as_deref() == Some("cards")).await;
    assert!(cards.address.contains("view=cards"), "{}", cards.address);
    assert!(cards.is_filled, "{cards:#?}");
    let both = cards.rows.len().min(table.rows.len());
    assert_eq!(cards.titles()[..both], table.titles()[..both], "the same rows in the same order");
    assert_eq!((cards.count, &cards.sort), (table.count, &table.sort));
    assert_eq!((&cards.query, &cards.search_box), (&table.query, &table.search_box));
    assert_eq!(cards.detail, table.detail);

    // The cards are as searchable as the table is.
    let found = page.search_for("ubuntu 22").await;
    assert!(found.count > Some(0) && found.count < table.count, "{found:#?}");
    page.search_for("ubuntu").await;

    page.press(".toolbar", "Table").await;
    let again = page.shows("the table", |it| it.layout.as_deref() == Some("table")).await;
    assert_eq!((again.rows, again.count, again.detail), (table.rows, table.count, table.detail));
    assert_eq!((again.sorted, again.address), (table.sorted, table.address));
    page.back().await;
    page.shows("the cards", |it| it.layout.as_deref() == Some("cards")).await;
    assert_eq!(site.watch.count(), asked, "{:#?}", site.watch);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn cards_scroll_to_the_last_one_and_leave_nothing_blank() {
    let site = Site::sample_of(2000).await;
    let page = site.visit("?c=uhost&region=hk&view=cards&limit=1000").await;
    let seen = page.shows("all rows", |it| it.settled && it.count == Some(2000)).await;
    assert!(seen.row_count.is_some_and(|lines| lines > 100 && lines < 2000), "{seen:#?}");
    for part in [0.0, 0.3, 0.5, 0.9, 1.0] {
        let seen = page.scroll_to(part).await;
        assert!(seen.is_filled, "a part of the view is blank at {part}: {seen:#?}");
        assert!(seen.titles().iter().all(|it| !it.is_empty()), "{seen:#?}");
        let indices = seen.visible_indices();
        assert!(indices.is_sorted_by(|a, b| a + 1 == *b), "one after the other: {indices:?}");
    }
    let last = page.scroll_to(1.0).await;
    assert_eq!(last.visible_indices().last(), Some(&2001), "{last:#?}");
    page.has_a_quiet_console().await;
}
