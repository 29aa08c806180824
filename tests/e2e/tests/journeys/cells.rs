//! Cells: a short list is found in whole by the browser's own search, and an id is copied where it stands.

use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::{
    acts::keys,
    mouse::Mouse,
    page::{PATIENCE, PAUSE, Page},
    site::Site,
};

/// What makes it a short list.
const SHORT: u64 = 40;
const LIST: &str = "grid";
/// What lies over a cell.
const TIP: &str = ".tip:not([hidden])";

#[tokio::test]
async fn the_browser_finds_every_row_of_a_short_list() {
    let site = Site::sample_of(SHORT).await;
    let page = site.visit("?region=hk").await;
    page.has(".lines__all[data-whole=true]").await;
    let seen = page.loaded().await;
    assert!(seen.rows.len() < seen.count.unwrap(), "all rows are in view without scrolling");
    let all = "return [...document.querySelectorAll('[data-row-id]:not([hidden]) [data-cell=id]')].map((it) => it.textContent)";
    let ids = page.run::<Vec<String>>(all, vec![]).await;
    assert_eq!(Some(ids.len()), seen.count, "rows that are painted");
    let find = "return window.find(arguments[0]) && String(getSelection())";
    let found = page.run::<String>(find, vec![json!(ids.last())]).await;
    assert_eq!(Some(&found), ids.last());
    let row =
        "return Number(getSelection().anchorNode.parentElement.closest('[role=row]').ariaRowIndex)";
    assert_eq!(Some(page.run::<usize>(row, vec![]).await), seen.row_count);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn an_id_is_copied_where_it_stands() {
    let site = Site::sample_of(SHORT).await;
    let page = site.visit("?region=hk&cols=name,id,size").await;
    let seen = page.loaded().await;
    let ids = seen.visible("id");

    reveal(&page, "[aria-rowindex='3'] [data-cell=id]").await;
    page.find(&format!("{TIP} button")).await.click().await.unwrap();
    page.has(".tip [data-outcome=good]").await;
    assert_eq!(page.clipboard().await, ids[1]);
    assert!(page.look().await.detail.is_none(), "the button opens nothing");

    page.focus("grid").await;
    page.press_key(keys::DOWN).await;
    page.press_key(keys::DOWN).await;
    page.press_key(keys::DOWN).await;
    page.shows("the third row as the active one", |it| it.active == Some(4)).await;
    page.has(&format!("{TIP} button")).await;
    page.press_key(&format!("{}{}", keys::SHIFT, keys::TAB)).await;
    page.press_key(keys::ENTER).await;
    page.has(".tip [data-outcome=good]").await;
    assert_eq!(page.clipboard().await, ids[2]);

    page.focus("grid").await;
    page.press_key(keys::UP).await;
    page.press_key("y").await;
    page.shows("what was copied", |it| it.said.as_ref().is_some_and(|it| it.contains(ids[1])))
        .await;
    assert_eq!(page.clipboard().await, ids[1]);
    page.has_a_quiet_console().await;
}

/// A long name loses its middle: both its ends are in view.
#[tokio::test]
async fn both_ends_of_a_long_id_are_in_view() {
    let site = Site::sample().await;
    let page = site.visit("?c=community&view=table&cols=name,id&width=id:160").await;
    page.loaded().await;
    let look = "const cell = document.querySelector('[data-row-id]:not([hidden]) [data-cell=id]');
        const edge = cell.getBoundingClientRect();
        const end = cell.querySelector('.grid__end').getBoundingClientRect();
        const dots = cell.querySelector('.grid__cut').getBoundingClientRect();
        return [end.right - edge.right, end.left - dots.right, edge.width - end.width];";
    let [beyond, between, room] = page.run::<[f64; 3]>(look, vec![]).await;
    assert!(
        beyond.abs() <= 0.5,
        "nothing of the start shows behind the end, which ends {beyond} from its cell's edge"
    );
    assert!(between.abs() <= 1.5, "{between} pixels are between the end and what stands before it");
    assert!(room > 40.0, "{room} pixels are left for the start");
    page.has_a_quiet_console().await;
}

/// A text is cut when it has no room, to the pixel, and then by more than a letter: no half of one ends at an edge.
#[tokio::test]
async fn a_text_that_fits_is_whole() {
    let site = Site::sample().await;
    let page = site.visit("?c=community&view=table&cols=name,id&width=id:400").await;
    page.loaded().await;
    let [text, dots] = page.run::<[f64; 2]>(CUT, vec![]).await;
    assert_eq!(dots, 0.0);
    // With the padding on both sides.
    for (room, is_cut) in [(text + 17.0, false), (text + 15.0, true)] {
        let look = "const [room, done] = arguments;
            const grid = document.getElementById('grid');
            grid.style.setProperty('--columns', `280px ${room}px`);
            requestAnimationFrame(() => done((() => { CUT })()));";
        let look = look.replace("CUT", CUT);
        let seen = page.client().execute_async(&look, vec![json!(room)]).await.unwrap();
        let [_, dots]: [f64; 2] = serde_json::from_value(seen).unwrap();
        let is_right = if is_cut { dots > 13.0 } else { dots == 0.0 };
        assert!(is_right, "{dots} pixels cover a text of {text} in {room}");
    }
    page.has_a_quiet_console().await;
}

/// How wide the first id is, and what covers its middle.
const CUT: &str = "const cell = document.querySelector('[data-row-id]:not([hidden]) [data-cell=id]');
    const text = document.createRange();
    text.setStart(cell.firstElementChild, 0);
    text.setEnd(cell.querySelector('.grid__end').firstChild, cell.querySelector('.grid__end').firstChild.length);
    return [text.getBoundingClientRect().width, cell.querySelector('.grid__cut').getBoundingClientRect().width];";

/// What a cell reveals goes with Escape, and nothing else does.
#[tokio::test]
async fn escape_takes_away_what_lies_over_a_cell_and_nothing_else() {
    let site = Site::sample_of(SHORT).await;
    let page = site.visit("?region=hk&cols=name,id,size&width=id:90&q=hk").await;
    page.loaded().await;
    page.open_first().await;
    let id = "[aria-rowindex='3'] [data-cell=id]";
    let stands =
        "const [it, search] = [arguments[0], '#search'].map((it) => document.querySelector(it));
        return [it !== null, search.value];";
    for from in ["search", LIST] {
        page.focus(from).await;
        // What the row under the keyboard reveals is taken away by the pointer.
        page.mouse(Mouse::Moves, middle(&page, "[data-testid=detail] h2").await).await;
        reveal(&page, id).await;
        page.press_key(keys::ESCAPE).await;
        let seen = page.run::<(bool, String)>(stands, vec![json!(TIP)]).await;
        assert_eq!(seen, (false, "hk".to_owned()));
        let seen = page.look().await;
        assert!(seen.detail.is_some() && seen.focus.as_deref() == Some(from), "{seen:#?}");
    }
    page.press_key(keys::ESCAPE).await;
    page.shows("no detail", |it| it.detail.is_none()).await;
    page.has_a_quiet_console().await;
}

/// The keyboard or new rows take away what the pointer had revealed. It need not leave its cell to see that again.
#[tokio::test]
async fn a_pointer_that_moves_on_in_its_cell_reveals_it_again() {
    let site = Site::sample_of(SHORT).await;
    let page = site.visit("?region=hk&cols=name,features,size,type&width=features:90").await;
    page.loaded().await;
    page.focus(LIST).await;
    let cell = "[aria-rowindex='3'] [data-cell=features]";
    reveal(&page, cell).await;
    page.press_key(keys::DOWN).await;
    page.has(&format!("body:not(:has({TIP}))")).await;
    reveal(&page, cell).await;
    page.has_a_quiet_console().await;
}

/// Whoever sees little of the screen at once follows a long text with the pointer.
#[tokio::test]
async fn the_pointer_goes_along_what_lies_over_a_cell() {
    let site = Site::sample_of(SHORT).await;
    let page = site.visit("?region=hk&cols=name,features,size,type&width=features:90").await;
    let seen = page.loaded().await;
    reveal(&page, "[aria-rowindex='3'] [data-cell=features]").await;
    let [right, bottom] = last_corner(&page, TIP).await;
    let inside = [right - 4.0, bottom - 4.0];
    page.mouse(Mouse::Moves, inside).await;
    page.press_at(inside).await;
    let opened = page.shows("the row that it is of", |it| it.detail.is_some()).await;
    assert_eq!(opened.open.as_deref(), Some(seen.rows[1].id.as_str()), "{opened:#?}");
    page.has_a_quiet_console().await;
}

async fn last_corner(page: &Page, selector: &str) -> [f64; 2] {
    page.has(selector).await;
    let corner = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [box.right, box.bottom];";
    page.run(corner, vec![json!(selector)]).await
}

/// Has a cell reveal what it does not show in full. The pointer never quite rests: what reveals may come after it, or the rows once more.
async fn reveal(page: &Page, selector: &str) {
    let end = Instant::now() + PATIENCE;
    let is_there = "return document.querySelector(arguments[0]) !== null";
    for step in 0.. {
        let [x, y] = middle(page, selector).await;
        page.mouse(Mouse::Moves, [x + f64::from(step % 2), y]).await;
        if page.run::<bool>(is_there, vec![json!(TIP)]).await {
            return;
        }
        assert!(Instant::now() < end, "{selector} reveals nothing");
        sleep(PAUSE).await;
    }
}

async fn middle(page: &Page, selector: &str) -> [f64; 2] {
    page.has(selector).await;
    let middle = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];";
    page.run(middle, vec![json!(selector)]).await
}
