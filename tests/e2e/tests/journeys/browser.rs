//! A browser that knows nothing of any visit before, driven over WebDriver.
//!
//! To start one takes longer than most journeys do, so a browser waits for the next journey when one has ended, and then forgets what it has
//! seen. It is ended when nobody uses one any more: a test program has no moment of its own at which it could.

use std::sync::{Mutex, MutexGuard, PoisonError};

use fantoccini::{
    Client,
    wd::{TimeoutConfiguration, WebDriverCompatibleCommand},
};
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::driver::Driven;

/// A browser in use.
pub(crate) struct Browser {
    pub(crate) client: Client,
    /// There until this is dropped.
    driven: Option<Driven>,
    // Behind the browser, which is then among those that wait.
    _use: Use,
}

impl Browser {
    pub(crate) async fn start() -> Self {
        let (its_use, waiting) = Use::begin();
        let is_used = waiting.is_some();
        let driven = match waiting {
            Some(it) => it,
            None => Driven::start().await,
        };
        let it = Self { client: driven.client().await, driven: Some(driven), _use: its_use };
        if is_used {
            it.forget().await;
        }
        it
    }

    /// Goes on in a new tab, with nothing kept of the others: no history, no files, no storage, no settings of a screen.
    async fn forget(&self) {
        let (client, old) = (&self.client, self.client.windows().await.unwrap());
        if let Ok(address) = client.current_url().await {
            let origin = address.origin().ascii_serialization();
            let all = json!({ "origin": origin, "storageTypes": "all" });
            self.devtools("Storage.clearDataForOrigin", all).await;
        }
        let tab = client.new_window(true).await.unwrap().handle;
        for window in old {
            client.switch_to_window(window).await.unwrap();
            client.close_window().await.unwrap();
        }
        client.switch_to_window(tab).await.unwrap();
        // A tab that was opened by another one does not have the keyboard.
        self.devtools("Page.bringToFront", json!({})).await;
        self.devtools("Network.clearBrowserCache", json!({})).await;
        self.devtools("Network.clearBrowserCookies", json!({})).await;
        client.release_actions().await.unwrap();
        client.update_timeouts(TimeoutConfiguration::default()).await.unwrap();
        drop(self.console().await);
    }

    /// What the console got since this was asked last, each entry with its level in front.
    pub(crate) async fn console(&self) -> Vec<String> {
        let entries = self.client.issue_cmd(ReadConsole).await.unwrap();
        let part = |entry: &Value, name| entry[name].as_str().unwrap_or_default().to_owned();
        let entries = entries.as_array().unwrap().iter();
        entries.map(|it| format!("{} {}", part(it, "level"), part(it, "message"))).collect()
    }

    /// The errors among them: exceptions, violated policies, files that are missing.
    pub(crate) async fn console_errors(&self) -> Vec<String> {
        errors_in(self.console().await)
    }

    /// Has a screen of so many pixels from now on. A window cannot be as narrow as a phone.
    pub(crate) async fn screen(&self, width: u32, height: u32) {
        let params =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", params).await;
    }

    /// Tells the browser what only its developer tools can, and returns what they say.
    pub(crate) async fn devtools(&self, cmd: &str, params: Value) -> Value {
        self.client.issue_cmd(DevTools(json!({ "cmd": cmd, "params": params }))).await.unwrap()
    }
}

/// A browser that a failed journey leaves in whatever state is not used again.
impl Drop for Browser {
    fn drop(&mut self) {
        let driven = self.driven.take();
        if !std::thread::panicking() {
            stock().waiting.extend(driven);
        }
    }
}

/// The browsers of this program.
struct Stock {
    /// How many are in use.
    in_use: usize,
    waiting: Vec<Driven>,
}

static STOCK: Mutex<Stock> = Mutex::new(Stock { in_use: 0, waiting: Vec::new() });

fn stock() -> MutexGuard<'static, Stock> {
    STOCK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// As long as there is one, browsers may wait.
struct Use;

impl Use {
    /// Begins one, with a browser that waits for it if there is any.
    fn begin() -> (Self, Option<Driven>) {
        let mut stock = stock();
        stock.in_use += 1;
        (Self, stock.waiting.pop())
    }
}

impl Drop for Use {
    fn drop(&mut self) {
        let mut stock = stock();
        stock.in_use -= 1;
        let ended = if stock.in_use == 0 { std::mem::take(&mut stock.waiting) } else { Vec::new() };
        // To end a browser takes a while, for which no other journey waits.
        drop(stock);
        drop(ended);
    }
}

/// The errors among the entries of a console.
pub(crate) fn errors_in(entries: Vec<String>) -> Vec<String> {
    entries.into_iter().filter(|it| it.starts_with("SEVERE")).collect()
}

/// Takes the entries of the console that have not been taken yet.
#[derive(Debug)]
struct ReadConsole;

impl WebDriverCompatibleCommand for ReadConsole {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        let body: Value = json!({ "type": "browser" });
        (http::Method::POST, Some(body.to_string()))
    }
}

/// A command of the developer tools.
#[derive(Debug)]
struct DevTools(Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.0.to_string()))
    }
}
