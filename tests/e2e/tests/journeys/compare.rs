//! Rows chosen and compared: by keyboard, by touch, with a mouse, and by a link.

use crate::{
    acts::keys,
    by_touch::{FINGER, on_a_phone, tap},
    looks::PHONE,
    mouse::Mouse,
    page::Page,
    seen::{Row, Seen},
    site::Site,
    states::COMPARE_ROW,
};

const DIFFERENCES: &str = "[data-testid=differences-only]";

#[tokio::test]
async fn rows_are_chosen_and_compared_by_keyboard() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let start = page.wholly_loaded().await;
    let [first, second, third] = [0, 1, 2].map(|it| start.rows[it].id.clone());
    page.press_key("c").await;
    says(&page, "Choose at least two rows").await;

    page.focus("grid").await;
    for key in [keys::DOWN, "x"] {
        page.press_key(key).await;
    }
    says(&page, &format!("Chosen: {}, 1 of 10", start.rows[0].title)).await;
    page.shows("a chosen row", |it| it.chosen == [first.as_str()]).await;
    for key in [keys::DOWN, keys::DOWN, &shifted("x")] {
        page.press_key(key).await;
    }
    let three = [first.as_str(), &second, &third];
    let seen = page.shows("three chosen rows", |it| it.chosen == three).await;
    assert_eq!(seen.choice.as_deref(), Some("3 of 10 chosen"));
    assert_eq!(seen.visible_indices(), start.visible_indices(), "nothing has moved");
    page.press_key("z").await;
    page.shows("the first alone", |it| it.chosen == [first.as_str()]).await;
    page.press_key(&shifted("x")).await;
    page.shows("three again", |it| it.chosen == three).await;
    page.press_key(&shifted("x")).await;
    page.shows("the last taken out, as by a click", |it| it.chosen == three[..2]).await;
    page.press_key("z").await;
    page.shows("three once more", |it| it.chosen == three).await;

    page.press_key("c").await;
    let seen = page.shows("a comparison", |it| it.comparison.is_some()).await;
    assert_eq!(seen.focus.as_deref(), Some("compare-rows"), "its arrows scroll");
    let differences = seen.comparison.unwrap();
    assert_eq!(differences.title, "Compare 3 images");
    assert_eq!(differences.names, start.titles()[..3]);
    for field in differences.fields.keys() {
        assert!(!differences.is_same(field), "{field}: {differences:#?}");
    }
    page.find(DIFFERENCES).await.click().await.unwrap();
    let all = shown_fields(&page, |len| len > differences.fields.len()).await;
    assert!(all.fields.keys().any(|it| all.is_same(it)), "{all:#?}");
    let sizes = start.rows.iter().take(3).map(|it| it.cells["size"].clone());
    assert_eq!(all.fields["size"], sizes.collect::<Vec<_>>(), "as the table has them");
    let count = all.fields.keys().filter(|it| !all.is_same(it)).count();
    let said = format!("{count} fields differ, {} are the same", all.fields.len() - count);
    assert_eq!(all.said, Some(said));

    page.press_key(keys::ESCAPE).await;
    let seen = page.shows("no comparison", |it| it.comparison.is_none()).await;
    assert_eq!(seen.focus.as_deref(), Some("grid"), "the keyboard is back");
    assert_eq!(seen.chosen, three);
    page.press_key("z").await;
    page.shows("the comparison again", |it| it.comparison.is_some()).await;
    page.press_key("z").await;
    page.shows("the way out of it", |it| !it.dialog && it.chosen == three).await;
    page.press_key("z").await;
    page.shows("what was before", |it| it.chosen == three[..1]).await;
    for _ in 0..2 {
        page.press_key(&shifted("z")).await;
    }
    page.shows("the comparison once more", |it| it.comparison.is_some()).await;
    page.back().await;
    page.shows("the list", |it| it.comparison.is_none() && it.chosen == three).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn no_more_rows_are_chosen_than_can_be_compared() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let start = page.wholly_loaded().await;
    page.focus("grid").await;
    page.press_key("x").await;
    says(&page, "Go to a row first").await;
    for key in [keys::DOWN, "x"].into_iter().chain([keys::DOWN; 12]) {
        page.press_key(key).await;
    }
    page.shows("a row further down", |it| it.active == Some(14)).await;
    page.press_key(&shifted("x")).await;
    says(&page, "10 chosen, which is as many as can be compared. The rest of these 13 rows").await;
    let seen = page.shows("ten chosen rows", |it| it.chosen.len() == 10).await;
    assert_eq!(seen.chosen, start.visible_ids()[..10]);
    page.press_key("x").await;
    says(&page, "At most 10 rows can be compared").await;
    page.search_for("xc").await;
    let seen = page.look().await;
    assert_eq!((seen.choice.as_deref(), seen.dialog), (Some("10 chosen, the most"), false));
    page.press("[data-testid=chosen]", "Clear").await;
    page.shows("nothing chosen", |it| it.choice.is_none() && !it.address.contains("compare")).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_link_shows_the_same_comparison_to_others() {
    let (site, rows) = with_rows().await;
    let link =
        format!("?v=1&compare={}&compare=hk/gone&compare={}&show=compare", rows[0].id, rows[2].id);
    let other = site.visit(&link).await;
    let seen = other.shows("the comparison", |it| it.settled && has_names(it, 2)).await;
    let comparison = seen.comparison.unwrap();
    assert_eq!(comparison.names, [rows[0].title.as_str(), &rows[2].title]);
    assert_eq!(comparison.absent, ["hk/gone"], "what is not there is named");
    assert_eq!(seen.notice, None);

    other.find("[data-testid=compare-absent] button").await.click().await.unwrap();
    let gone = |it: &Seen| it.comparison.as_ref().is_some_and(|it| it.absent.is_empty());
    let seen = other.shows("only what is there", gone).await;
    assert_eq!(seen.focus.as_deref(), Some("compare-rows"));
    for left in [1, 0] {
        other.find("#compare thead [data-testid=take-out]").await.click().await.unwrap();
        other.shows("a row fewer", |it| has_names(it, left) || it.choice.is_none()).await;
    }
    let seen = other.shows("the list", |it| !it.dialog).await;
    assert_eq!(seen.focus.as_deref(), Some("grid"));
    assert!(!seen.address.contains("compare"), "{}", seen.address);
    other.has_a_quiet_console().await;
}

#[tokio::test]
async fn rows_are_chosen_and_compared_by_touch() {
    let site = Site::sample().await;
    let page = on_a_phone(&site, "?v=1&q=ubuntu").await;
    let rows = page.loaded().await.rows;
    for row in &rows[..2] {
        tap(&page, &format!("[role=row][data-row-id='{}']", row.id), FINGER).await;
        page.shows("its detail", |it| it.detail.as_ref().is_some_and(|it| it.title == row.title))
            .await;
        tap(&page, ".detail__compare label", FINGER).await;
        page.find(&format!("{COMPARE_ROW}:checked")).await;
        tap(&page, "#close-detail", FINGER).await;
        page.shows("the list", |it| it.detail.is_none() && it.chosen.contains(&row.id)).await;
    }
    assert_eq!(page.width().await, PHONE.width, "nothing is wider than the screen");
    tap(&page, ".chosen__show", FINGER).await;
    let seen = page.shows("the comparison", |it| has_names(it, 2)).await;
    assert_eq!(seen.comparison.unwrap().names, [rows[0].title.as_str(), &rows[1].title]);
    tap(&page, "#compare thead a", FINGER).await;
    let shown = |it: &Seen| it.detail.as_ref().is_some_and(|it| it.title == rows[0].title);
    page.shows("the row's detail", |it| shown(it) && !it.dialog).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn a_click_with_shift_chooses_as_in_other_lists() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let start = page.wholly_loaded().await;
    let ids = start.visible_ids();
    page.shift_click(&name(ids[1])).await;
    page.shows("one row", |it| it.chosen == ids[1..2]).await;
    page.shift_click(&name(ids[3])).await;
    page.shows("all up to there", |it| it.chosen == ids[1..4]).await;
    page.shift_click(&name(ids[3])).await;
    let seen = page.shows("the others", |it| it.chosen == ids[1..3]).await;
    assert!(seen.detail.is_none(), "it opens nothing");
    assert_eq!(page.client().windows().await.unwrap().len(), 1, "and no window");
    let selected = "return getSelection().toString()";
    assert_eq!(page.run::<String>(selected, vec![]).await, "", "and selects no text");
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn the_keyboard_goes_on_where_a_comparison_was_left() {
    let (site, rows) = with_rows().await;
    let link = format!("?v=1&item={0}&compare={0}&compare={1}", rows[0].id, rows[1].id);
    let page = site.visit(&link).await;
    page.find("[data-testid=compare-all]").await.click().await.unwrap();
    page.shows("the comparison", |it| has_names(it, 2)).await;
    page.find("#compare thead th:nth-child(3) a").await.click().await.unwrap();
    let is_other = |it: &Seen| it.detail.as_ref().is_some_and(|it| it.title == rows[1].title);
    let in_list = |it: &Seen| !it.dialog && it.focus.as_deref() == Some("grid");
    page.shows("the other row", |it| is_other(it) && in_list(it)).await;
    page.press_key(keys::ESCAPE).await;
    page.shows("no detail", |it| it.detail.is_none()).await;

    let other = site.visit(&[&link, "&show=compare"].concat()).await;
    other.shows("the comparison", |it| has_names(it, 2)).await;
    other.press("#compare", "Close").await;
    other.shows("the list", in_list).await;
    other.press_key(keys::ESCAPE).await;
    other.shows("no detail either", |it| it.detail.is_none()).await;
    page.has_a_quiet_console().await;
    other.has_a_quiet_console().await;
}

#[tokio::test]
async fn only_a_click_beside_a_comparison_closes_it() {
    let (site, rows) = with_rows().await;
    let link = format!("?v=1&compare={}&compare={}&show=compare", rows[0].id, rows[1].id);
    let page = site.visit(&link).await;
    page.shows("the comparison", |it| it.settled && has_names(it, 2)).await;
    let [value, gap, beside]: [[f64; 2]; 3] = page.run(PLACES, vec![]).await;
    for places in [[value, beside], [gap, gap]] {
        drag(&page, places).await;
        let shown = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";
        page.client().execute_async(shown, vec![]).await.unwrap();
        assert!(page.look().await.comparison.is_some(), "{places:?}");
    }
    drag(&page, [beside, beside]).await;
    page.shows("no comparison", |it| !it.dialog).await;
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn an_open_row_is_chosen_though_it_is_not_found() {
    let (site, rows) = with_rows().await;
    let (found, open) = (&rows[0], &rows[1]);
    let id = found.id.split('/').next_back().unwrap();
    let link = format!("?v=1&q={id}&item={}&compare={}", open.id, found.id);
    let page = site.visit(&link).await;
    let seen = page.wholly_loaded().await;
    assert_eq!(seen.visible_ids(), [found.id.as_str()]);
    page.press_key(&shifted("x")).await;
    says(&page, &format!("Chosen: {}, 2 of 10", open.title)).await;
    page.has_a_quiet_console().await;
}

/// A place on a value, one in a gap that only the dialog itself fills, and one beside it.
const PLACES: &str = "const box = (it) => document.querySelector(it).getBoundingClientRect();
    const [dialog, rows, value] = ['#compare', '#compare-rows', '#compare tr[data-differs=true] td'].map(box);
    const y = value.top + 4;
    if (document.elementFromPoint(rows.left - 1, y)?.id !== 'compare') throw new Error('no gap');
    return [[value.left + 20, y], [rows.left - 1, y], [dialog.left - 8, y]];";

/// Presses the mouse at one place and lets it go at another.
async fn drag(page: &Page, [from, to]: [[f64; 2]; 2]) {
    for (act, at) in [(Mouse::Presses, from), (Mouse::Drags, to), (Mouse::Releases, to)] {
        page.mouse(act, at).await;
    }
}

/// A site, and the first rows that it shows.
async fn with_rows() -> (Site, Vec<Row>) {
    let site = Site::sample().await;
    let rows = site.visit("").await.loaded().await.rows;
    (site, rows)
}

async fn says(page: &Page, text: &str) {
    let what = format!("that {text}");
    page.shows(&what, |it| it.said.as_ref().is_some_and(|it| it.starts_with(text))).await;
}

async fn shown_fields(page: &Page, holds: impl Fn(usize) -> bool) -> crate::seen::Comparison {
    let holds = |it: &Seen| it.comparison.as_ref().is_some_and(|it| holds(it.fields.len()));
    page.shows("other fields", holds).await.comparison.unwrap()
}

fn has_names(seen: &Seen, len: usize) -> bool {
    seen.comparison.as_ref().is_some_and(|it| it.names.len() == len)
}

fn shifted(key: &str) -> String {
    format!("{}{key}", keys::SHIFT)
}

fn name(id: &str) -> String {
    format!("[data-row-id='{id}'] a")
}
