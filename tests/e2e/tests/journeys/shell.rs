//! What is seen and typed while the program is on its way, and when it does not arrive.

use serde_json::json;

use crate::{page::Page, site::Site};

/// Holds the program back until it is let go.
const HOLD: &str = "const real = WebAssembly.instantiateStreaming; \
    const held = new Promise((go) => { window.letGo = go; }); \
    WebAssembly.instantiateStreaming = (...all) => held.then(() => real(...all));";

/// What the part of the page below an element says in its head and its search box, and whether that has the keyboard, with the caret.
const SAID: &str = "const shown = (it) => it.checkVisibility(); \
    const all = (what) => [...document.querySelectorAll(arguments[0] + ' ' + what)].filter(shown); \
    const [title] = all('h1'), [box] = all('input[type=search]'); \
    const caret = document.activeElement === box ? box.selectionStart : -1; \
    return [title.textContent, box.placeholder, box.value, String(caret)];";

#[tokio::test]
async fn what_is_typed_before_the_program_has_come_is_searched_for() {
    let site = Site::sample().await;
    let page = held_back().await;
    page.goto(&format!("{}?q=cuda", site.address)).await;
    let shell = said(&page, "#shell").await;
    assert_eq!(shell[2], "cuda", "the link's query stands there: {shell:?}");
    page.type_into("#shell input[lang=en]", " size:>1").await;
    page.run::<()>("letGo()", vec![]).await;

    let asked = Some("cuda size:>1");
    page.shows("what was typed", |it| it.settled && it.query.as_deref() == asked).await;
    page.shows("a link to it", |it| it.address.contains("size")).await;
    let app = said(&page, "#app").await;
    assert_eq!(app, ["Image Catalog for UCloud", shell[1].as_str(), "cuda size:>1", "12"]);
    page.has_a_quiet_console().await;
}

#[tokio::test]
async fn the_shell_looks_and_speaks_as_the_page_will() {
    let site = Site::sample().await;
    let page = held_back().await;
    page.goto(&site.address).await;
    let keep = "localStorage.setItem('lang', 'zh-CN'); localStorage.setItem('theme', 'dark');";
    page.run::<()>(keep, vec![]).await;
    page.goto(&site.address).await;
    let look = "const root = document.documentElement; return [root.lang, root.dataset.theme];";
    let before: [String; 2] = page.run(look, vec![]).await;
    assert_eq!(before, ["zh-CN", "dark"]);
    let shell = said(&page, "#shell").await;
    page.run::<()>("letGo()", vec![]).await;
    page.loaded().await;
    assert_eq!(page.run::<[String; 2]>(look, vec![]).await, before);
    assert_eq!(said(&page, "#app").await, shell);
}

/// What stands for the rows: rows, or as many cards as the program puts there, or nothing yet.
const TO_COME: &str = "const shown = (it) => [...document.querySelectorAll('#shell ' + it)].filter((it) => it.checkVisibility()).length; \
    return [shown('.rows-to-come'), shown('.blank')];";

#[tokio::test]
async fn the_shell_promises_what_the_link_opens() {
    let site = Site::sample().await;
    let page = held_back().await;
    for (link, expected) in [
        ("", [1, 0]),
        ("?v=1&c=community", [0, 15]),
        ("?v=1&c=community&view=table", [1, 0]),
        ("?v=1&view=cards", [0, 0]),
        ("?v=1&c=docker&view=piles", [1, 0]),
    ] {
        page.goto(&format!("{}{link}", site.address)).await;
        assert_eq!(page.run::<[u32; 2]>(TO_COME, vec![]).await, expected, "{link}");
    }
}

#[tokio::test]
async fn the_shell_heeds_the_key_that_it_shows() {
    let site = Site::sample().await;
    let page = held_back().await;
    page.goto(&site.address).await;
    page.has("#shell kbd:not([hidden])").await;
    page.press_key("/").await;
    page.press_key("cuda/12").await;
    assert_eq!(said(&page, "#shell").await[2..], ["cuda/12", "7"]);
}

/// What the program builds with, and the scripts before it do not.
const BREAK: &str = "Node.prototype.insertBefore = () => { throw new Error('broken'); };";

#[tokio::test]
async fn a_program_that_cannot_build_the_page_says_so() {
    let site = Site::sample().await;
    let page = prepared(BREAK).await;
    page.goto(&site.address).await;
    page.has("#app:not([inert]) [role=alert]").await;
    let shells = "return document.querySelectorAll('#shell').length";
    assert_eq!(page.run::<u32>(shells, vec![]).await, 0);
}

/// A tab in which programs wait.
async fn held_back() -> Page {
    prepared(HOLD).await
}

/// A tab in which a script runs before those of each page.
async fn prepared(script: &str) -> Page {
    let page = Page::open("about:blank").await;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    page
}

async fn said(page: &Page, part: &str) -> [String; 4] {
    page.run(SAID, vec![json!(part)]).await
}
