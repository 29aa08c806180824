//! How long a page takes from an act of a person to the end of the frame that shows what came of it.
//!
//! Acts are trusted events, which the browser's developer tools send; `probe.js` in the page tells the times. Whatever has `#search`, a
//! grid with rows and a status can be timed, so that two pages can be compared in one run.

use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, sleep_until};

use crate::browser::Browser;

/// What stands in each page that is timed.
const PROBE: &str = include_str!("probe.js");

/// How long a page may take for anything.
const PATIENCE: Duration = Duration::from_secs(180);

/// A page in a browser of its own.
pub(crate) struct Timing {
    browser: Browser,
}

/// Times of one act, in ms since its event.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Took {
    /// To the last change of the rows: the work.
    pub(crate) dom: f64,
    /// To the end of the frame that paints it: what a person waits for.
    pub(crate) frame: f64,
}

/// Bytes.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Memory {
    /// Scripts and documents; nothing where the page is not isolated from other origins.
    pub(crate) page: Option<f64>,
    /// WebAssembly. It only grows, so this is also the most that there ever was.
    pub(crate) modules: f64,
}

impl Timing {
    /// Opens a page, and says how many ms after its navigation the first rows were painted.
    pub(crate) async fn open(address: &str) -> (Self, f64) {
        let it = Self { browser: Browser::start().await };
        let patience = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None);
        it.browser.client.update_timeouts(patience).await.unwrap();
        let screen =
            json!({ "width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        it.browser.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        let probe = json!({ "source": PROBE });
        it.browser.devtools("Page.addScriptToEvaluateOnNewDocument", probe).await;
        it.browser.client.goto(address).await.unwrap();
        let loaded = it.ask("probe.loaded").await;
        (it, loaded)
    }

    /// Waits until so many rows are there, where a page loads more after its first.
    pub(crate) async fn counts(&self, rows: u32) {
        self.comes_to(&format!("probe.count() === {rows}")).await;
    }

    /// Waits for an element.
    pub(crate) async fn has(&self, selector: &str) {
        self.comes_to(&format!("Boolean(probe.middle({}))", json!(selector))).await;
    }

    /// Types a text into the search box, a key at a time, each key after the one before has been answered, and empties the box.
    pub(crate) async fn type_text(&self, text: &str) -> Vec<Took> {
        self.run("document.querySelector('#search').focus()").await;
        let (mut typed, mut took) = (String::new(), Vec::new());
        for letter in text.chars() {
            typed.push(letter);
            took.push(self.key(&letter.to_string(), &typed).await);
        }
        self.clear().await;
        took
    }

    /// Clicks an element, and waits until the status has that attribute.
    pub(crate) async fn click(&self, selector: &str, name: &str, value: &str) -> Took {
        self.press(selector).await;
        self.settled(name, value).await
    }

    /// Clicks an element.
    pub(crate) async fn press(&self, selector: &str) {
        let middle = self.middle(selector).await;
        let at = middle.unwrap_or_else(|| panic!("the page should have {selector}"));
        self.mouse("mouseMoved", &at, json!({})).await;
        self.run("probe.arm('click')").await;
        let button = json!({ "button": "left", "clickCount": 1 });
        self.mouse("mousePressed", &at, button.clone()).await;
        self.mouse("mouseReleased", &at, button).await;
    }

    /// Turns the wheel over the rows for three seconds, and returns the gaps between frames, in ms.
    pub(crate) async fn scroll(&self) -> Vec<f64> {
        const STEP: Duration = Duration::from_millis(16);
        let at = self.middle("[role=grid]").await.expect("a page that is timed has a grid");
        self.mouse("mouseMoved", &at, json!({})).await;
        self.run("window.gaps = probe.frames(3000)").await;
        let (start, mut next) = (Instant::now(), Instant::now());
        while start.elapsed() < Duration::from_secs(3) {
            self.mouse("mouseWheel", &at, json!({ "deltaX": 0, "deltaY": 300 })).await;
            next = (next + STEP).max(Instant::now());
            sleep_until(next).await;
        }
        self.ask("gaps").await
    }

    /// What the page holds once what it has dropped is gone.
    pub(crate) async fn memory(&self) -> Memory {
        self.browser.devtools("HeapProfiler.collectGarbage", json!({})).await;
        self.ask("probe.memory()").await
    }

    async fn key(&self, letter: &str, typed: &str) -> Took {
        self.run("probe.arm('keydown')").await;
        let down = json!({ "type": "keyDown", "key": letter, "text": letter });
        self.browser.devtools("Input.dispatchKeyEvent", down).await;
        let up = json!({ "type": "keyUp", "key": letter });
        self.browser.devtools("Input.dispatchKeyEvent", up).await;
        self.settled("q", typed).await
    }

    async fn clear(&self) {
        self.run("document.querySelector('#search').select(); probe.arm('keydown')").await;
        let delete = json!({
            "type": "rawKeyDown", "key": "Delete", "windowsVirtualKeyCode": 46, "commands": ["deleteForward"],
        });
        self.browser.devtools("Input.dispatchKeyEvent", delete).await;
        self.settled("q", "").await;
    }

    async fn mouse(&self, kind: &str, at: &Value, more: Value) {
        let mut event = json!({ "type": kind, "x": at["x"], "y": at["y"] });
        let Value::Object(more) = more else { return };
        event.as_object_mut().unwrap().extend(more);
        self.browser.devtools("Input.dispatchMouseEvent", event).await;
    }

    async fn settled(&self, name: &str, value: &str) -> Took {
        self.ask(&format!("probe.settled({}, {})", json!(name), json!(value))).await
    }

    async fn comes_to(&self, expression: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.ask::<bool>(expression).await {
            assert!(Instant::now() < end, "the page should come to this: {expression}");
            sleep(Duration::from_millis(100)).await;
        }
    }

    async fn middle(&self, selector: &str) -> Option<Value> {
        self.ask(&format!("probe.middle({})", json!(selector))).await
    }

    async fn run(&self, script: &str) {
        self.browser.client.execute(script, vec![]).await.unwrap();
    }

    /// What an expression comes to, at last.
    async fn ask<T: DeserializeOwned>(&self, expression: &str) -> T {
        let script = format!(
            "const [done] = arguments;
             Promise.resolve({expression}).then((it) => done([it ?? null, '']), (it) => done([null, String(it)]))"
        );
        let asked = self.browser.client.execute_async(&script, vec![]).await;
        let answer = asked.unwrap_or_else(|error| panic!("{expression}: {error}"));
        let (value, error): (Value, String) = serde_json::from_value(answer).unwrap();
        assert!(error.is_empty(), "{expression}: {error}");
        serde_json::from_value(value).unwrap()
    }
}
