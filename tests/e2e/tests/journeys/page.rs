//! The page as a person sees it; `acts` has what they do.

use std::time::Duration;

use fantoccini::{Client, Locator, elements::Element};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::{
    browser::Browser,
    looks::PHONE,
    seen::{LOOK, Seen},
};

/// How long the page may take for anything. Far more than it needs: a loaded machine is no mistake of the page.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// How long to wait between two looks.
pub(crate) const PAUSE: Duration = Duration::from_millis(20);

/// A tab with the page.
pub(crate) struct Page {
    browser: Browser,
}

impl Page {
    pub(crate) async fn open(address: &str) -> Self {
        let page = Self { browser: Browser::start().await };
        page.client().goto(address).await.unwrap();
        page
    }

    /// What the page shows now.
    pub(crate) async fn look(&self) -> Seen {
        self.run(LOOK, vec![]).await
    }

    /// Waits until the page shows something, and says what it showed if it never does.
    ///
    /// It must show it in two frames: between two frames a page may be half-way from one state to the next.
    pub(crate) async fn shows(&self, what: &str, holds: impl Fn(&Seen) -> bool) -> Seen {
        let end = Instant::now() + PATIENCE;
        loop {
            let mut seen = self.look().await;
            if holds(&seen) {
                seen = self.look_after("", Value::Null).await;
                if holds(&seen) {
                    return seen;
                }
            }
            if Instant::now() > end {
                self.give_up(what, &seen).await;
            }
            sleep(PAUSE).await;
        }
    }

    /// Waits until everything that was asked for has arrived or failed, and some of it is shown.
    pub(crate) async fn loaded(&self) -> Seen {
        self.shows("rows after its load", |it| it.settled && !it.rows.is_empty()).await
    }

    /// Waits for the parts of the page that come after its rows too, as facets do once they are counted. Some keys are known only then.
    pub(crate) async fn wholly_loaded(&self) -> Seen {
        let is_there = |it: &Seen| it.settled && !it.rows.is_empty() && !it.values.is_empty();
        self.shows("counted rows", is_there).await
    }

    /// What the page shows in the first frame after a jump to a part of the list: 0 is its start, 1 its end.
    pub(crate) async fn scroll_to(&self, part: f64) -> Seen {
        let jump = "const grid = document.querySelector('[role=grid]');
            grid.scrollTop = argument * (grid.scrollHeight - grid.clientHeight);";
        self.look_after(jump, json!(part)).await
    }

    /// What the page shows in the first frame after an act.
    async fn look_after(&self, act: &str, argument: Value) -> Seen {
        let script = format!(
            "const [argument, done] = arguments;
             {act}
             requestAnimationFrame(() => done((() => {{ {LOOK} }})()));"
        );
        let seen = self.client().execute_async(&script, vec![argument]).await.unwrap();
        serde_json::from_value(seen).unwrap()
    }

    async fn give_up(&self, what: &str, seen: &Seen) -> ! {
        let errors = self.console_errors().await;
        panic!(
            "the page should show {what}, but shows {seen:#?}; errors in its console: {errors:#?}"
        )
    }

    /// Shows the page on a phone of that size.
    pub(crate) async fn on_a_screen_of(&self, width: u32, height: u32) {
        self.browser.screen(width, height).await;
    }

    /// Shows the page on a phone: the pointer is a finger.
    pub(crate) async fn on_a_phone(&self) {
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        self.on_a_screen_of(PHONE.width, PHONE.height).await;
    }

    /// How wide the page is, in pixels: wider than its screen if one has to scroll sideways.
    pub(crate) async fn width(&self) -> u32 {
        self.run("return document.documentElement.scrollWidth", vec![]).await
    }

    /// Tells the browser what only its developer tools can, and returns what they say.
    pub(crate) async fn devtools(&self, cmd: &str, params: Value) -> Value {
        self.browser.devtools(cmd, params).await
    }

    /// Has an input method show a text that it is still putting together.
    pub(crate) async fn compose(&self, text: &str) {
        let end = text.encode_utf16().count();
        let params = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        self.browser.devtools("Input.imeSetComposition", params).await;
    }

    /// Has it put another in its place, and be done.
    pub(crate) async fn commit(&self, text: &str) {
        self.browser.devtools("Input.insertText", json!({ "text": text })).await;
    }

    /// Runs a script in the page.
    pub(crate) async fn run<T>(&self, script: &str, arguments: Vec<Value>) -> T
    where
        T: for<'de> serde::Deserialize<'de>,
    {
        let value = self.client().execute(script, arguments).await.unwrap();
        serde_json::from_value(value).unwrap()
    }

    /// What the console got since this was asked last.
    pub(crate) async fn console(&self) -> Vec<String> {
        self.browser.console().await
    }

    /// What went wrong behind the scenes since this was asked last.
    pub(crate) async fn console_errors(&self) -> Vec<String> {
        self.browser.console_errors().await
    }

    /// Nothing went wrong behind the scenes either: no exception, no violated policy, no missing file.
    pub(crate) async fn has_a_quiet_console(&self) {
        let errors = self.console_errors().await;
        assert!(errors.is_empty(), "the console should have no error, but has {errors:#?}");
    }

    pub(crate) fn client(&self) -> &Client {
        &self.browser.client
    }

    /// Waits for an element.
    pub(crate) async fn find(&self, selector: &str) -> Element {
        let found =
            self.client().wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        match found {
            Ok(element) => element,
            Err(_) => self.give_up(selector, &self.look().await).await,
        }
    }
}
