//! The whole job: an image is found by three facets and a word, sorted by two keys and opened, its id is copied and the view is shared. It is
//! done twice, by keyboard alone (`by_keyboard`) and by touch alone (`by_touch`); what is seen at each step is the same, and stands here.

use crate::{
    facets::sum,
    page::Page,
    sample::natural,
    seen::{Row, Seen},
};

pub(crate) const WORD: &str = "ubuntu";

/// The values that are chosen, each by its facet and as it is on the wire.
pub(crate) const CHOICES: [(&str, &str); 3] =
    [("family", "Linux"), ("type", "Base"), ("state", "Available")];

/// The keys of the order, the one that decides first in front.
pub(crate) const KEYS: [&str; 2] = ["size", "name"];

/// What a value's link is found by.
pub(crate) fn link_of((facet, value): (&str, &str)) -> String {
    format!("a[data-facet='{facet}'][data-value='{value}']")
}

/// Waits until rows hold the word.
pub(crate) async fn word_is_found(page: &Page, whole: &Seen) -> Seen {
    let seen = page.shows("rows with the word", |it| it.query.as_deref() == Some(WORD)).await;
    assert!(seen.count > Some(0) && seen.count < whole.count, "{seen:#?}");
    for row in &seen.rows {
        assert!(row.text.to_lowercase().contains(WORD), "{row:?} should show why it was found");
    }
    seen
}

/// Waits until the facets are counted for the rows that are there: the values of one that each row has are as many as these.
pub(crate) async fn counted(page: &Page, rows: &Seen) -> Seen {
    let sum = |it: &Seen| sum(&it.values_of("state"));
    page.shows("their counts", |it| it.count == rows.count && Some(sum(it)) == rows.count).await
}

/// Waits until so many of the values are chosen, and the rows are as many as the last of them had promised.
pub(crate) async fn chosen(page: &Page, before: &Seen, number: usize) -> Seen {
    let last = CHOICES[number - 1];
    let promised = before.values_of(last.0).into_iter().find(|it| it.value == last.1).unwrap();
    let terms = CHOICES[..number].iter().map(|(facet, value)| format!(" {facet}:{value}"));
    let query = format!("{WORD}{}", terms.collect::<String>());
    let is_shown = |it: &Seen| {
        CHOICES[..number].iter().all(|(facet, value)| {
            let values = it.values_of(facet);
            let own = values.iter().find(|it| it.value == *value);
            own.is_some_and(|it| it.choice.as_deref() == Some("included"))
        })
    };
    let seen =
        page.shows(&query, |it| it.query.as_deref() == Some(query.as_str()) && is_shown(it)).await;
    assert_eq!(seen.count, promised.count, "{last:?}: {seen:#?}");
    assert_eq!(seen.search_box.as_deref(), Some(query.as_str()));
    seen
}

/// Waits until the rows are in the order of both keys.
pub(crate) async fn sorted_by_both(page: &Page, found: &Seen) -> Seen {
    let seen = page.shows("both keys", |it| it.sort.as_deref() == Some("size:asc,name:asc")).await;
    assert_eq!(seen.order, ["size 1", "name 2"], "the places stand in the headers");
    assert_eq!(seen.sorted, ["size ascending"], "the one that decides first");
    assert_eq!(seen.count, found.count, "sorting loses no row");
    let size = |it: &str| it.trim_end_matches(" GB").parse::<u32>().unwrap();
    let keys = |it: &Row| (size(&it.cells["size"]), natural(&it.cells["name"]));
    assert!(seen.rows.is_sorted_by_key(keys), "{seen:#?}");
    seen
}

/// Waits until the first row is open.
pub(crate) async fn first_is_open(page: &Page, list: &Seen) -> Seen {
    let seen = page.shows("a whole detail", Seen::has_whole_detail).await;
    let (first, detail) = (&list.rows[0], seen.detail.as_ref().unwrap());
    assert_eq!(detail.title, first.title);
    assert!(detail.text.contains(&first.cells["id"]), "it says the id: {detail:#?}");
    assert_eq!(seen.open.as_deref(), Some(first.id.as_str()));
    seen
}

/// What a fresh browser shows of a link is what this one shows.
pub(crate) fn is_the_same_view(theirs: &Seen, mine: &Seen) {
    assert_eq!(theirs.address, mine.address);
    assert_eq!((&theirs.query, &theirs.sort), (&mine.query, &mine.sort));
    assert_eq!((theirs.count, &theirs.order), (mine.count, &mine.order));
    assert_eq!(theirs.rows, mine.rows);
    assert_eq!(theirs.detail, mine.detail);
}
