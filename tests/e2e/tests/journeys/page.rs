//! The page as a person uses it.

use std::time::Duration;

use fantoccini::{Client, Locator, elements::Element};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::{
    browser::Browser,
    seen::{LOOK, Seen},
};

/// How long the page may take for anything. Far more than it needs: a loaded machine is no mistake of the page.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Keys that type nothing, as WebDriver names them.
pub(crate) mod keys {
    pub(crate) const CONTROL_A: &str = "\u{e009}a\u{e000}";
    pub(crate) const DELETE: &str = "\u{e017}";
    pub(crate) const DOWN: &str = "\u{e015}";
    pub(crate) const END: &str = "\u{e010}";
    pub(crate) const ENTER: &str = "\u{e007}";
    pub(crate) const ESCAPE: &str = "\u{e00c}";
    pub(crate) const TAB: &str = "\u{e004}";
    pub(crate) const UP: &str = "\u{e013}";
}

/// A tab with the page.
pub(crate) struct Page {
    browser: Browser,
}

/// Looking.
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

    /// Runs a script in the page.
    pub(crate) async fn run<T>(&self, script: &str, arguments: Vec<Value>) -> T
    where
        T: for<'de> serde::Deserialize<'de>,
    {
        let value = self.client().execute(script, arguments).await.unwrap();
        serde_json::from_value(value).unwrap()
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
}

/// Acting.
impl Page {
    /// Puts a text into the search box and waits until the rows are those that match.
    pub(crate) async fn search_for(&self, text: &str) -> Seen {
        let search = self.find("input[type=search]").await;
        let keys = format!("{}{}{text}", keys::CONTROL_A, keys::DELETE);
        search.send_keys(&keys).await.unwrap();
        let what = format!("the results of {text:?}");
        self.shows(&what, |it| it.query.as_deref() == Some(text)).await
    }

    /// Presses the header of a column, and waits until the rows have the order.
    pub(crate) async fn sort_by(&self, column: &str, sort: &str) -> Seen {
        let header = self.find(&format!("[role=columnheader][data-column={column}] a")).await;
        header.click().await.unwrap();
        let what = format!("the order {sort}");
        self.shows(&what, |it| it.sort.as_deref() == Some(sort)).await
    }

    /// Presses the first row, and waits for its detail.
    pub(crate) async fn open_first(&self) -> Seen {
        self.find("[role=row][aria-rowindex='2'] [role=gridcell]").await.click().await.unwrap();
        self.shows("a detail with its raw JSON", |it| {
            it.detail.as_ref().is_some_and(|detail| detail.raw.is_some())
        })
        .await
    }

    /// Presses the button with this label inside of the first element that the selector finds.
    pub(crate) async fn press(&self, within: &str, label: &str) {
        let path = format!(
            ".//*[self::button or self::summary][normalize-space()='{label}' or @aria-label='{label}']"
        );
        let button = self.find(within).await.find(Locator::XPath(&path)).await;
        let button = button.unwrap_or_else(|error| panic!("no {label:?} in {within}: {error}"));
        button.click().await.unwrap();
    }

    /// Presses `Copy link` and returns what it put into the clipboard.
    pub(crate) async fn copy_link(&self) -> String {
        self.press(".toolbar", "Copy link").await;
        let copied = "[data-outcome=good]";
        self.client().wait().at_most(PATIENCE).for_element(Locator::Css(copied)).await.unwrap();
        let read =
            "navigator.clipboard.readText().then(arguments[0], (it) => arguments[0](`${it}`))";
        let text = self.client().execute_async(read, vec![]).await.unwrap();
        text.as_str().unwrap().to_owned()
    }

    /// Types into the field of that name.
    pub(crate) async fn fill(&self, name: &str, text: &str) {
        let field = self.find(&format!("[name='{name}']")).await;
        field.send_keys(&format!("{}{text}", keys::CONTROL_A)).await.unwrap();
    }

    pub(crate) async fn choose(&self, name: &str, value: &str) {
        self.find(&format!("select[name='{name}']")).await.select_by_value(value).await.unwrap();
    }

    pub(crate) async fn tick(&self, name: &str) {
        self.find(&format!("input[type=checkbox][name='{name}']")).await.click().await.unwrap();
    }

    /// Unfolds a menu.
    pub(crate) async fn unfold(&self, menu: &str) {
        self.find(&format!("{menu} > summary")).await.click().await.unwrap();
    }

    pub(crate) async fn focus(&self, id: &str) {
        let focus = "document.getElementById(arguments[0]).focus()";
        self.run::<()>(focus, vec![json!(id)]).await;
    }

    /// Sends keys to whatever has the focus.
    pub(crate) async fn press_key(&self, key: &str) {
        self.client().active_element().await.unwrap().send_keys(key).await.unwrap();
    }

    pub(crate) async fn back(&self) {
        self.client().back().await.unwrap();
    }

    pub(crate) async fn reload(&self) {
        self.client().refresh().await.unwrap();
    }

    fn client(&self) -> &Client {
        &self.browser.client
    }

    /// Waits for an element.
    async fn find(&self, selector: &str) -> Element {
        let found =
            self.client().wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        match found {
            Ok(element) => element,
            Err(_) => self.give_up(selector, &self.look().await).await,
        }
    }
}
