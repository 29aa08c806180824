//! What a person does on the page.

use fantoccini::{
    Locator,
    actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    error::CmdError,
};
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::{
    page::{PATIENCE, PAUSE, Page},
    seen::Seen,
};

/// Keys that type nothing, as WebDriver names them.
pub(crate) mod keys {
    pub(crate) const CONTROL_A: &str = "\u{e009}a\u{e000}";
    pub(crate) const CONTROL_SHIFT_Z: &str = "\u{e009}\u{e008}z\u{e000}";
    pub(crate) const CONTROL_Y: &str = "\u{e009}y\u{e000}";
    pub(crate) const CONTROL_Z: &str = "\u{e009}z\u{e000}";
    pub(crate) const DELETE: &str = "\u{e017}";
    pub(crate) const DOWN: &str = "\u{e015}";
    pub(crate) const END: &str = "\u{e010}";
    pub(crate) const ENTER: &str = "\u{e007}";
    pub(crate) const ESCAPE: &str = "\u{e00c}";
    pub(crate) const HOME: &str = "\u{e011}";
    pub(crate) const LEFT: &str = "\u{e012}";
    pub(crate) const RIGHT: &str = "\u{e014}";
    pub(crate) const SHIFT: char = '\u{e008}';
    pub(crate) const TAB: &str = "\u{e004}";
    pub(crate) const UP: &str = "\u{e013}";
}

impl Page {
    /// Puts a text into the search box and waits until the rows are those that match.
    pub(crate) async fn search_for(&self, text: &str) -> Seen {
        let search = self.find("#app:not([inert]) input[type=search]").await;
        let keys = format!("{}{}{text}", keys::CONTROL_A, keys::DELETE);
        search.send_keys(&keys).await.unwrap();
        let what = format!("the results of {text:?}");
        self.shows(&what, |it| it.query.as_deref() == Some(text)).await
    }

    /// Presses the header of a column, and waits until the rows have the order.
    pub(crate) async fn sort_by(&self, column: &str, sort: &str) -> Seen {
        let header = self.find(&format!("[role=columnheader][data-column={column}] a")).await;
        self.leave_search().await;
        header.click().await.unwrap();
        let what = format!("the order {sort}");
        self.shows(&what, |it| it.sort.as_deref() == Some(sort)).await
    }

    /// Goes to a catalog by its tab, and waits for its rows.
    pub(crate) async fn go_to(&self, catalog: &str) -> Seen {
        self.follow("nav", catalog).await;
        let what = format!("rows of {catalog}");
        self.shows(&what, |it| {
            it.catalog.as_deref() == Some(catalog) && it.settled && !it.rows.is_empty()
        })
        .await
    }

    /// Presses the name of the first row or card, and waits for its detail.
    pub(crate) async fn open_first(&self) -> Seen {
        self.leave_search().await;
        // As it is seen: the first of the elements may be a line further down, for a moment.
        let seen = self.shows("a row", |it| !it.rows.is_empty()).await;
        let id = seen.rows[0].id.replace('\\', r"\\").replace('"', r#"\""#);
        self.find(&format!("[data-row-id=\"{id}\"] a")).await.click().await.unwrap();
        self.shows("a whole detail", Seen::has_whole_detail).await
    }

    /// Presses the button with this label inside of the first element that the selector finds.
    pub(crate) async fn press(&self, within: &str, label: &str) {
        self.click(within, "self::button or self::summary", label).await;
    }

    /// Follows the link with these words.
    pub(crate) async fn follow(&self, within: &str, words: &str) {
        self.click(within, "self::a", words).await;
    }

    /// Presses the radio button or the box with this label.
    pub(crate) async fn pick(&self, within: &str, label: &str) {
        self.click(within, "self::label", label).await;
    }

    /// Clicks the first of these elements with this label, as soon as it is there. A title is one only where nothing else is.
    async fn click(&self, within: &str, elements: &str, label: &str) {
        let path = format!(
            ".//*[{elements}][normalize-space()='{label}' or @aria-label='{label}' or not(@aria-label) and @title='{label}']"
        );
        self.leave_search().await;
        let end = Instant::now() + PATIENCE;
        while let Err(error) = self.try_click(within, &path).await {
            // What follows the view may be made anew between a look and the click.
            let may_come = error.is_no_such_element() || error.is_stale_element_reference();
            assert!(may_come && Instant::now() < end, "no {label:?} in {within}: {error}");
            sleep(PAUSE).await;
        }
    }

    async fn try_click(&self, within: &str, path: &str) -> Result<(), CmdError> {
        self.find(within).await.find(Locator::XPath(path)).await?.click().await
    }

    /// Clicks with Shift, with the real key and the real button: what a browser does by itself on such a click is part of the question.
    pub(crate) async fn shift_click(&self, selector: &str) {
        let element = self.find(selector).await;
        let shift = |action: fn(char) -> KeyAction| {
            KeyActions::new("keys".to_owned()).then(action(keys::SHIFT))
        };
        let button = MOUSE_BUTTON_LEFT;
        let click = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        let client = self.client();
        client.perform_actions(shift(|value| KeyAction::Down { value })).await.unwrap();
        client.perform_actions(click).await.unwrap();
        client.perform_actions(shift(|value| KeyAction::Up { value })).await.unwrap();
    }

    /// Leaves the search box, whose suggestions would lie over what is pressed next. A person would press beside them.
    async fn leave_search(&self) {
        let leave = "if (document.activeElement?.id === 'search') document.activeElement.blur()";
        self.run::<()>(leave, vec![]).await;
    }

    /// Presses `Copy link` and returns what it put into the clipboard.
    pub(crate) async fn copy_link(&self) -> String {
        // For a moment after it was pressed it has another label.
        self.has(".toolbar > button:last-child:not([data-outcome])").await;
        self.press(".toolbar", "Copy link").await;
        let copied = ".toolbar > [data-outcome=good]";
        self.client().wait().at_most(PATIENCE).for_element(Locator::Css(copied)).await.unwrap();
        self.clipboard().await
    }

    /// What was copied last.
    pub(crate) async fn clipboard(&self) -> String {
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

    /// Waits for an element.
    pub(crate) async fn has(&self, selector: &str) {
        self.find(selector).await;
    }

    /// Types into the first element that the selector finds.
    pub(crate) async fn type_into(&self, selector: &str, keys: &str) {
        self.find(selector).await.send_keys(keys).await.unwrap();
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

    /// Goes to another address in the same tab.
    pub(crate) async fn goto(&self, address: &str) {
        self.client().goto(address).await.unwrap();
    }

    /// Goes back, once the page has written its entry. That waits for a frame and for a few ms behind it; this waits longer than the page does,
    /// which may ask for its frame only after this has asked for its own.
    pub(crate) async fn back(&self) {
        let written = "requestAnimationFrame(() => setTimeout(arguments[0], 50))";
        self.client().execute_async(written, Vec::new()).await.unwrap();
        self.client().back().await.unwrap();
    }

    pub(crate) async fn reload(&self) {
        self.client().refresh().await.unwrap();
    }
}
