//! Pictures of every state of the page: `cargo xtask screenshots` runs it with all that it needs.
//!
//! `PICTURES` is the folder that they go into; with `PICTURES_ALL` set, each state is shown on each screen, in each theme and language.

#![allow(clippy::print_stdout, reason = "somebody waits for it")]
#![expect(dead_code, reason = "journeys do and see much more")]

#[path = "../../tests/journeys/acts.rs"]
mod acts;
#[path = "../../tests/journeys/browser.rs"]
mod browser;
#[path = "../../tests/journeys/folder.rs"]
mod folder;
#[path = "../../tests/journeys/looks.rs"]
mod looks;
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

/// What a state is shown in where not everything is wanted: between them they have both screens, themes and languages.
const FEW: &[Look] = &[Look(DESKTOP, "light", "en"), Look(PHONE, "dark", "zh")];

/// What the README shows besides.
const MORE: &[(&str, Look)] = &[("community", Look(DESKTOP, "dark", "zh"))];

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
    for screen in [DESKTOP, PHONE] {
        for behind in Behind::FEW.iter().chain([&Behind::MANY]) {
            take(*behind, screen, all, &folder).await;
        }
    }
}

/// Pictures of all states of a site on a screen.
async fn take(behind: Behind, screen: Screen, all: bool, folder: &Path) {
    let site = behind.open().await;
    let page = site.visit("").await;
    page.stand_still_on(screen).await;
    for state in states::behind(behind).filter(|it| screen.has(it.on)) {
        let looks: Vec<_> = looks(screen).filter(|it| all || is_chosen(state, *it)).collect();
        if looks.is_empty() {
            continue;
        }
        state.arrive(&page, &site).await;
        for Look(_, theme, lang) in looks {
            page.speak(lang).await;
            page.prefer(theme).await;
            let name = format!("{}-{}-{theme}-{lang}.webp", state.name, screen.name);
            fs::write(folder.join(&name), picture(&page).await).unwrap();
            println!("{name}");
        }
    }
}

fn looks(screen: Screen) -> impl Iterator<Item = Look> {
    LANGS.into_iter().flat_map(move |lang| THEMES.map(|theme| Look(screen, theme, lang)))
}

fn is_chosen(state: &State, look: Look) -> bool {
    FEW.contains(&look) || MORE.contains(&(state.name, look))
}

async fn picture(page: &Page) -> Vec<u8> {
    let form = json!({ "format": "webp", "quality": QUALITY });
    let taken = page.devtools("Page.captureScreenshot", form).await;
    BASE64_STANDARD.decode(taken["data"].as_str().unwrap()).unwrap()
}
