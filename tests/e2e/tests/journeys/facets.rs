//! Facets: values chosen, excluded and looked for, and what a link and going back make of them. Ranges are in `facet_ranges`, the sheet of a phone
//! in `facet_sheet`.

use crate::{
    page::Page,
    seen::{FacetValue, Seen},
    site::Site,
};

pub(crate) const RAIL: &str = "[data-testid=facets]";

#[tokio::test]
async fn values_are_chosen_one_by_one_and_together() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let whole = page.loaded().await;
    let types = values(&page, "type").await;
    assert!(types.len() > 2, "{types:#?}");
    assert_eq!(sum(&types), whole.count.unwrap());
    let [first, second, ..] = types.as_slice() else { panic!("{types:#?}") };

    choose(&page, "type", &first.value).await;
    let query = format!("type:{}", first.value);
    let seen = asked(&page, &query).await;
    assert_eq!(seen.count, first.count);
    assert_eq!(seen.search_box.as_deref(), Some(query.as_str()));
    counted(&page, "state", "what is left", |it| Some(sum(it)) == first.count).await;
    let counts = |all: &[FacetValue]| all.iter().map(|it| it.count).collect::<Vec<_>>();
    let own = values(&page, "type").await;
    assert_eq!(counts(&own), counts(&types), "a facet's own values count as if none were chosen");

    choose(&page, "type", &second.value).await;
    let seen = asked(&page, &format!("{query},{}", second.value)).await;
    assert_eq!(seen.count, Some(sum(&types[..2])), "either of them");
    page.back().await;
    assert_eq!(asked(&page, &query).await.count, first.count);
    page.back().await;
    assert_eq!(asked(&page, "").await.count, whole.count);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn values_are_excluded_and_cleared() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let whole = page.loaded().await;
    let first = values(&page, "type").await.remove(0);
    exclude(&page, "type", &first.value).await;
    let seen = asked(&page, &format!("-type:{}", first.value)).await;
    assert_eq!(seen.count, Some(whole.count.unwrap() - first.count.unwrap()));
    chosen(&page, "type", &first.value, Some("excluded")).await;

    page.search_for(&format!("gpu -type:{}", first.value)).await;
    page.press(RAIL, "Clear Type").await;
    asked(&page, "gpu").await;
    chosen(&page, "type", &first.value, None).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn what_is_folded_stays_so_in_its_catalog() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    values(&page, "type").await;
    page.press(RAIL, "Type").await;
    let none = |it: &[FacetValue]| it.is_empty();
    counted(&page, "type", "no values", none).await;
    // A query that asks about it does not unfold what the reader has folded, wherever the page begins.
    page.search_for("type:Base").await;
    page.go_to("Light server images").await;
    page.go_to("VM images").await;
    counted(&page, "type", "no values yet", none).await;
    counted(&page, "os", "others", |it| !it.is_empty()).await;
    page.reload().await;
    page.loaded().await;
    counted(&page, "os", "others", |it| !it.is_empty()).await;
    counted(&page, "type", "no values still", none).await;
    page.press(RAIL, "Type").await;
    values(&page, "type").await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn what_is_looked_for_goes_with_its_input() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let all = values(&page, "os").await;
    let find = format!("{RAIL} [aria-label='Find in System']");
    for leave in ["fold", "switch"] {
        page.type_into(&find, "no such system").await;
        page.find(&format!("{RAIL} .facet__hint")).await;
        if leave == "fold" {
            page.press(RAIL, "System").await;
            page.press(RAIL, "System").await;
        } else {
            page.go_to("Light server images").await;
            page.go_to("VM images").await;
        }
        let again = counted(&page, "os", "all values", |it| !it.is_empty()).await;
        assert_eq!(again, all, "{leave}");
    }
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_search_changes_counts_and_no_elements() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let whole = page.loaded().await;
    values(&page, "type").await;
    page.run::<()>(
        "document.querySelectorAll('.facets *').forEach((it) => (it.isOld = true))",
        vec![],
    )
    .await;
    let found = page.search_for("ubuntu").await;
    assert!(found.count < whole.count);
    counted(&page, "type", "what was found", |it| Some(sum(it)) == found.count).await;
    let new = "return [...document.querySelectorAll('.facets *')].filter((it) => !it.isOld).length";
    assert_eq!(page.run::<usize>(new, vec![]).await, 0);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn rows_without_a_value_are_found() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    page.press(RAIL, "End of life").await;
    let line = format!("{RAIL} [aria-labelledby=facet-eol] a.facet__value");
    page.find(&line).await.click().await.unwrap();
    let seen = asked(&page, "missing:eol").await;
    assert!(seen.count > Some(0), "{seen:#?}");
    assert!(seen.visible("eol").iter().all(|it| *it == "—"), "{seen:#?}");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_link_of_a_value_shows_the_same_elsewhere() {
    let site = Site::sample().await;
    let page = site.visit("?region=hk&q=ubuntu").await;
    page.loaded().await;
    let first = values(&page, "type").await.into_iter().find(|it| it.count > Some(0));
    let first = first.unwrap();
    let other = site.visit(&first.href).await;
    let seen = other.loaded().await;
    assert_eq!(seen.count, first.count, "{first:#?}");
    assert_eq!(seen.query, Some(format!("ubuntu type:{}", first.value)));
    chosen(&other, "type", &first.value, Some("included")).await;
}

#[tokio::test]
async fn many_values_are_looked_for() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    page.loaded().await;
    let few = values(&page, "os").await.len();
    page.type_into(&format!("{RAIL} [aria-label='Find in System']"), "rocky").await;
    let is_rocky = |it: &FacetValue| it.value.starts_with("Rocky");
    let found = counted(&page, "os", "those that match", |it| it.iter().all(is_rocky)).await;
    assert!(!found.is_empty() && found.len() <= few, "{found:#?}");
    choose(&page, "os", &found[0].value).await;
    let seen = asked(&page, &format!("os:=\"{}\"", found[0].value)).await;
    assert_eq!(seen.count, found[0].count);
    page.has_a_quiet_console().await;
}

/// The values that a facet lists, once it lists some.
pub(crate) async fn values(page: &Page, facet: &str) -> Vec<FacetValue> {
    counted(page, facet, "some values", |it| !it.is_empty()).await
}

/// The values that a facet lists, once they are as they should be: they are counted after the rows are painted.
pub(crate) async fn counted(
    page: &Page,
    facet: &str,
    what: &str,
    holds: impl Fn(&[FacetValue]) -> bool,
) -> Vec<FacetValue> {
    let what = format!("{what} of {facet}");
    let seen = page.shows(&what, |it| it.settled && holds(&it.values_of(facet))).await;
    seen.values_of(facet)
}

/// Waits until the rows are those of a query.
pub(crate) async fn asked(page: &Page, query: &str) -> Seen {
    page.shows(&format!("the rows of {query:?}"), |it| it.query.as_deref() == Some(query)).await
}

pub(crate) async fn choose(page: &Page, facet: &str, value: &str) {
    page.find(&selector(facet, value)).await.click().await.unwrap();
}

async fn exclude(page: &Page, facet: &str, value: &str) {
    let button = format!("{} + button", selector(facet, value));
    page.find(&button).await.click().await.unwrap();
}

fn selector(facet: &str, value: &str) -> String {
    format!("a[data-facet='{facet}'][data-value='{value}']")
}

/// Waits until a value is shown as chosen, excluded or neither.
async fn chosen(page: &Page, facet: &str, value: &str, choice: Option<&str>) {
    let is_so = |it: &FacetValue| it.value == value && it.choice.as_deref() == choice;
    counted(page, facet, &format!("{choice:?} for {value}"), |it| it.iter().any(is_so)).await;
}

pub(crate) fn sum(values: &[FacetValue]) -> usize {
    values.iter().filter_map(|it| it.count).sum()
}
