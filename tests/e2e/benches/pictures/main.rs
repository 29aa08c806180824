//! Pictures of every state of the page: `cargo xtask screenshots` runs it with all that it needs.
//!
//! `PICTURES` is the folder that they go into. What is committed is chosen; with `PICTURES_ALL` set, each state is shown on each screen, in
//! each theme and language.

#![allow(clippy::print_stdout, reason = "somebody waits for it")]
#![expect(dead_code, reason = "journeys do and see much more")]

#[path = "../../tests/journeys/acts.rs"]
mod acts;
#[path = "../../tests/journeys/browser.rs"]
mod browser;
#[path = "../../tests/journeys/driver.rs"]
mod driver;
#[path = "../../tests/journeys/folder.rs"]
mod folder;
#[path = "../../tests/journeys/looks.rs"]
mod looks;
#[path = "../../tests/journeys/mouse.rs"]
mod mouse;
#[path = "../../tests/journeys/page.rs"]
mod page;
#[path = "../../tests/journeys/seen.rs"]
mod seen;
#[path = "../../tests/journeys/service.rs"]
mod service;
#[path = "../../tests/journeys/site.rs"]
mod site;
#[path = "../../tests/journeys/states.rs"]
mod states;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;

use looks::{DESKTOP, LANGS, PHONE, Screen, THEMES};
use page::Page;
use states::{Behind, State};

/// What is committed: each kind of state once, and between them both screens, themes and languages of each. More would weigh more than the rest
/// of the repository.
const CHOSEN: &[(&str, Look)] = &[
    ("first", Look(DESKTOP, "light", "en")),
    ("first", Look(PHONE, "dark", "zh")),
    ("loading", Look(PHONE, "light", "en")),
    ("partial", Look(DESKTOP, "dark", "en")),
    ("empty", Look(PHONE, "light", "zh")),
    ("mistake", Look(DESKTOP, "light", "en")),
    ("no-match", Look(DESKTOP, "light", "en")),
    ("all-failed", Look(DESKTOP, "light", "en")),
    ("one-row", Look(DESKTOP, "dark", "zh")),
    ("many", Look(DESKTOP, "light", "zh")),
    ("columns", Look(DESKTOP, "light", "en")),
    ("detail-versions", Look(DESKTOP, "light", "en")),
    ("uhost-cards", Look(DESKTOP, "light", "en")),
    ("community", Look(DESKTOP, "dark", "zh")),
    ("facets-sheet", Look(PHONE, "dark", "zh")),
    ("connect", Look(PHONE, "dark", "zh")),
];

/// Of 100, where WebP loses nothing. Pictures of text are then smaller than with a loss, and take 40 % of what PNG does.
const QUALITY: u32 = 100;

/// Screen, theme and language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look(Screen, &'static str, &'static str);

#[tokio::main]
async fn main() {
    let folder =
        PathBuf::from(env::var_os("PICTURES").expect("`cargo xtask screenshots` names a folder"));
    let all = env::var_os("PICTURES_ALL").is_some();
    fs::create_dir_all(&folder).unwrap();
    let mut count = 0;
    for screen in [DESKTOP, PHONE] {
        for behind in Behind::FEW.iter().chain([&Behind::MANY]) {
            count += take(*behind, screen, all, &folder).await;
        }
    }
    assert!(all || count == CHOSEN.len(), "what is chosen is no state, or not on that screen");
}

/// Pictures of the states of a site on a screen, and how many there were.
async fn take(behind: Behind, screen: Screen, all: bool, folder: &Path) -> usize {
    let wanted = |it: &&State| screen.has(it.on) && looks(it, screen, all).next().is_some();
    let states: Vec<_> = states::behind(behind).filter(wanted).collect();
    if states.is_empty() {
        return 0;
    }
    let (site, mut count) = (behind.open().await, 0);
    let page = site.visit("").await;
    page.stand_still_on(screen).await;
    for state in states {
        state.arrive(&page, &site).await;
        for Look(_, theme, lang) in looks(state, screen, all) {
            page.speak(lang).await;
            page.prefer(theme).await;
            let name = format!("{}-{}-{theme}-{lang}.webp", state.name, screen.name);
            fs::write(folder.join(&name), picture(&page).await).unwrap();
            println!("{name}");
            count += 1;
        }
    }
    count
}

/// What a state is shown in on a screen.
fn looks(state: &State, screen: Screen, all: bool) -> impl Iterator<Item = Look> {
    let looks =
        LANGS.into_iter().flat_map(move |lang| THEMES.map(|theme| Look(screen, theme, lang)));
    let name = state.name;
    looks.filter(move |it| all || CHOSEN.contains(&(name, *it)))
}

async fn picture(page: &Page) -> Vec<u8> {
    let form = json!({ "format": "webp", "quality": QUALITY });
    let taken = page.devtools("Page.captureScreenshot", form).await;
    BASE64_STANDARD.decode(taken["data"].as_str().unwrap()).unwrap()
}
