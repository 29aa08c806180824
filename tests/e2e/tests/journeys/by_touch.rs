//! The whole job by touch alone, on a phone of 390 by 844 pixels: real touches, and a text from its keyboard.

use std::time::Duration;

use fantoccini::actions::{InputSource, PointerAction, TouchActions};
use serde::Deserialize;
use serde_json::json;

use crate::{
    acts::keys,
    page::Page,
    site::Site,
    whole_job::{
        CHOICES, KEYS, WORD, chosen, counted, first_is_open, is_the_same_view, link_of,
        sorted_by_both, word_is_found,
    },
};

/// What a finger needs, in pixels.
pub(crate) const FINGER: f64 = 44.0;

/// Nothing is farther away than this.
const MOST_SWIPES: usize = 20;

const FILTERS: &str = ".toolbar > [aria-expanded]";
const COPY_LINK: &str = ".toolbar > button:last-child";

#[tokio::test]
async fn the_whole_job_is_done_by_touch() {
    let site = Site::sample().await;
    let page = on_a_phone(&site, "").await;
    let whole = page.loaded().await;

    tap(&page, "#search", FINGER).await;
    page.shows("the search box in focus", |it| it.focus.as_deref() == Some("search")).await;
    page.commit(WORD).await;
    let mut seen = word_is_found(&page, &whole).await;
    // What is offered lies over the rest until the keyboard is told that this is all.
    page.press_key(keys::ENTER).await;
    page.shows("no offers", |it| it.offers.is_empty()).await;
    tap(&page, FILTERS, FINGER).await;
    for (number, choice) in (1..).zip(CHOICES) {
        let before = counted(&page, &seen).await;
        tap(&page, &link_of(choice), FINGER).await;
        seen = chosen(&page, &before, number).await;
    }
    tap(&page, ".sheet__show", FINGER).await;
    page.shows("the rows", |it| !it.dialog && it.count == seen.count && !it.rows.is_empty()).await;

    let [first, second] = KEYS.map(|it| format!("[role=columnheader][data-column={it}] a"));
    tap(&page, &first, FINGER).await;
    page.shows("the first key", |it| it.sort.as_deref() == Some("size:asc")).await;
    let menu = second.replace(" a", " .grid__more");
    tap(&page, &menu, FINGER).await;
    page.shows("the menu", |it| it.dialog).await;
    let entries =
        "return [...document.querySelectorAll('#columns button')].map((it) => it.textContent)";
    let entries: Vec<String> = page.run(entries, vec![]).await;
    let also = entries.iter().position(|it| it == "Sort by this too").unwrap();
    tap(&page, &format!("#columns button:nth-of-type({})", also + 1), FINGER).await;
    let list = sorted_by_both(&page, &seen).await;

    tap(&page, &format!("[role=row][data-row-id='{}']", list.rows[0].id), FINGER).await;
    first_is_open(&page, &list).await;
    tap(&page, ".detail__id button", FINGER).await;
    page.has(".detail__id [data-outcome=good]").await;
    assert_eq!(page.clipboard().await, list.rows[0].cells["id"]);
    tap(&page, "[data-testid=detail] [aria-label=Close]", FINGER).await;
    page.shows("the list", |it| it.detail.is_none()).await;

    tap(&page, COPY_LINK, FINGER).await;
    page.has(&format!("{COPY_LINK}[data-outcome=good]")).await;
    let mine = page.look().await;
    let link = page.clipboard().await;
    assert_eq!(link, mine.address);
    let other = on_a_phone(&site, link.split_at(site.address.len()).1).await;
    is_the_same_view(&other.loaded().await, &mine);
    page.has_a_quiet_console().await;
}

/// Opens the page in a browser that has never been here, on a phone from the start.
pub(crate) async fn on_a_phone(site: &Site, query: &str) -> Page {
    let page = Page::open("about:blank").await;
    page.on_a_phone().await;
    page.goto(&format!("{}{query}", site.address)).await;
    page
}

/// What a finger finds of an element.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    /// The middle of what can be touched.
    at: [f64; 2],
    /// How wide and how tall that is.
    size: [f64; 2],
    /// What to swipe, and how far, to see more of it; nothing if as much as there can be is seen.
    from: [f64; 2],
    by: [f64; 2],
}

/// Touches what the selector finds, where it is not covered by anything, once it was swiped to.
pub(crate) async fn tap(page: &Page, selector: &str, least: f64) {
    page.has(selector).await;
    for _ in 0..MOST_SWIPES {
        let target: Target = page
            .client()
            .execute_async(TARGET, vec![json!(selector)])
            .await
            .map(|it| serde_json::from_value(it).unwrap())
            .unwrap();
        if target.by == [0.0, 0.0] {
            let [width, height] = target.size;
            assert!(width >= least && height >= FINGER, "{selector} is too small: {target:?}");
            return touch(page, target.at, &[]).await;
        }
        let part = target.by.map(|it| it / STEPS as f64);
        touch(page, target.from, &[part; STEPS]).await;
    }
    panic!("no swipe leads to {selector}");
}

/// A swipe in so many steps: the first tells the browser only that it is none of a tap.
const STEPS: usize = 8;

/// Puts a finger there, moves it, and lifts it.
async fn touch(page: &Page, [x, y]: [f64; 2], moves: &[[f64; 2]]) {
    let at = PointerAction::MoveTo { duration: None, x, y };
    let pace = (!moves.is_empty()).then_some(Duration::from_millis(20));
    let moves = moves.iter().map(|[x, y]| PointerAction::MoveBy { duration: pace, x: *x, y: *y });
    let finger =
        TouchActions::new("finger".to_owned()).then(at).then(PointerAction::Down { button: 0 });
    let finger = moves.fold(finger, InputSource::then).then(PointerAction::Up { button: 0 });
    page.client().perform_actions(finger).await.unwrap();
}

/// Looks once nothing scrolls any more. What lies outside of a box that scrolls is swiped to; what lies below something else is not touched there.
const TARGET: &str = "const [selector, done] = arguments;
    const it = document.querySelector(selector);
    const isHit = (x, y) => {
      const at = document.elementFromPoint(x, y);
      return at !== null && it.contains(at);
    };
    // The longest run of places in a row that touch it, as its start and its length.
    const run = (from, to, isHit) => {
      let best = [0, 0];
      for (let at = from, start = from; at <= to; at += 1) {
        if (!isHit(at)) start = at + 1;
        else if (at + 1 - start > best[1]) best = [start, at + 1 - start];
      }
      return best;
    };
    const clamp = (length, most) => Math.max(-most, Math.min(most, length));
    // How far to swipe in the box around it which scrolls that way and does not show it.
    const swipe = (start, end, size, overflow, scrolled) => {
      const own = it.getBoundingClientRect();
      for (let box = it.parentElement; box; box = box.parentElement) {
        const rect = box.getBoundingClientRect();
        const scrolls = box[scrolled] > box[size] && ['auto', 'scroll'].includes(getComputedStyle(box)[overflow]);
        const [low, high] = [Math.max(rect[start], 0), Math.min(rect[end], start === 'left' ? innerWidth : innerHeight)];
        if (!scrolls || (own[start] >= low - 1 && own[end] <= high + 1) || own[end] - own[start] > high - low) continue;
        const way = own[end] > high ? high - own[end] - 1 : low - own[start] + 1;
        return [box, clamp(way < 0 ? way - 24 : way + 24, (high - low) * 0.6)];
      }
      return [null, 0];
    };
    const look = () => {
      const own = it.getBoundingClientRect();
      const [across, x] = swipe('left', 'right', 'clientWidth', 'overflowX', 'scrollWidth');
      const [down, y] = across ? [null, 0] : swipe('top', 'bottom', 'clientHeight', 'overflowY', 'scrollHeight');
      const box = (across ?? down)?.getBoundingClientRect();
      const middle = (low, high, most) => (Math.max(low, 0) + Math.min(high, most)) / 2;
      const from = box ? [middle(box.left, box.right, innerWidth) - x / 2, middle(box.top, box.bottom, innerHeight) - y / 2] : [0, 0];
      const row = middle(own.top, own.bottom, innerHeight);
      const [left, width] = run(Math.max(0, Math.floor(own.left) - 30), Math.min(innerWidth, own.right + 30), (x) => isHit(x, row));
      const column = left + width / 2;
      const [top, height] = run(Math.max(0, Math.floor(own.top) - 30), Math.min(innerHeight, own.bottom + 30), (y) => isHit(column, y));
      return { at: [Math.round(column), Math.round(top + height / 2)], size: [width, height], from: from.map(Math.round), by: [x, y] };
    };
    const rest = (before) => requestAnimationFrame(() => requestAnimationFrame(() => {
      const now = look();
      if (JSON.stringify(now) === before) done(now);
      else rest(JSON.stringify(now));
    }));
    rest('');";
