//! The whole job by keyboard alone: real keys, and no pointer.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
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

/// More places than these lie between no two that the job leads to one after the other.
const MOST_TABS: usize = 20;

const TAB: &[char] = &['\u{e004}'];
const BACK_TAB: &[char] = &[keys::SHIFT, '\u{e004}'];
const ENTER: &[char] = &['\u{e007}'];
const SHIFT_ENTER: &[char] = &[keys::SHIFT, '\u{e007}'];
const DOWN: &[char] = &['\u{e015}'];

#[tokio::test]
async fn the_whole_job_is_done_by_keyboard() {
    let site = Site::sample().await;
    let page = site.visit("").await;
    let whole = page.wholly_loaded().await;

    press(&page, &['/']).await;
    page.shows("the search box in focus", |it| it.focus.as_deref() == Some("search")).await;
    for letter in WORD.chars() {
        press(&page, &[letter]).await;
    }
    let mut seen = word_is_found(&page, &whole).await;
    for (number, choice) in (1..).zip(CHOICES) {
        let before = counted(&page, &seen).await;
        go(&page, TAB, &link_of(choice)).await;
        press(&page, ENTER).await;
        seen = chosen(&page, &before, number).await;
    }

    press(&page, &['j']).await;
    page.shows("the first row", |it| it.active == Some(2) && it.focus.as_deref() == Some("grid"))
        .await;
    let [first, second] = KEYS.map(|it| format!("[role=columnheader][data-column={it}] a"));
    go(&page, TAB, &first).await;
    press(&page, ENTER).await;
    page.shows("the first key", |it| it.sort.as_deref() == Some("size:asc")).await;
    go(&page, BACK_TAB, &second).await;
    press(&page, SHIFT_ENTER).await;
    let list = sorted_by_both(&page, &seen).await;

    go(&page, BACK_TAB, "#grid").await;
    press(&page, DOWN).await;
    page.shows("the first row", |it| it.active == Some(2)).await;
    press(&page, ENTER).await;
    first_is_open(&page, &list).await;
    press(&page, &['y']).await;
    let id = &list.rows[0].cells["id"];
    page.shows("that it is copied", |it| it.said == Some(format!("Copied: {id}"))).await;
    assert_eq!(page.clipboard().await, *id);

    press(&page, &['/']).await;
    go(&page, TAB, ".toolbar > button:last-child").await;
    press(&page, ENTER).await;
    page.has(".toolbar > [data-outcome=good]").await;
    let mine = page.look().await;
    let link = page.clipboard().await;
    assert_eq!(link, mine.address);
    let other = site.visit(link.split_at(site.address.len()).1).await;
    let theirs = other.shows("the same", |it| it.settled && it.has_whole_detail()).await;
    is_the_same_view(&theirs, &mine);
    page.has_a_quiet_console().await;
}

/// Presses keys together: the last while the others are held.
async fn press(page: &Page, keys: &[char]) {
    let held = keys.iter().map(|value| KeyAction::Down { value: *value });
    let released = keys.iter().rev().map(|value| KeyAction::Up { value: *value });
    let keys = held.chain(released).fold(KeyActions::new("keys".to_owned()), InputSource::then);
    page.client().perform_actions(keys).await.unwrap();
}

/// Goes from place to place until the one that the selector finds has the focus, and is seen to have it.
async fn go(page: &Page, step: &[char], selector: &str) {
    for _ in 0..MOST_TABS {
        press(page, step).await;
        let at: Focus = page.run(FOCUS, vec![json!(selector)]).await;
        assert!(at.is_seen, "the focus is out of sight on {}, on the way to {selector}", at.name);
        if at.is_there {
            return;
        }
    }
    panic!("{MOST_TABS} steps do not lead to {selector}");
}

/// Where the keyboard is.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Focus {
    name: String,
    is_there: bool,
    is_seen: bool,
}

/// Something has the focus, shows that, lies on the screen and below nothing else. Of the list, which is large, its start is looked at.
const FOCUS: &str = "const it = document.activeElement;
    const box = it.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2);
    return {
      name: it.outerHTML.slice(0, 200),
      isThere: it.matches(arguments[0]),
      isSeen: it !== document.body && it.matches(':focus-visible') && at !== null && it.contains(at),
    };";
