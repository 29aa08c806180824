//! What a state is looked at with: a screen, a theme and a language.

use serde_json::json;

use crate::{mouse::Mouse, page::Page, states::On};

/// A screen, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Screen {
    pub(crate) name: &'static str,
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Device pixels for each of them: a picture of a phone is looked at closely.
    scale: u32,
    is_phone: bool,
}

pub(crate) const DESKTOP: Screen =
    Screen { name: "desktop", width: 1440, height: 900, scale: 1, is_phone: false };
pub(crate) const PHONE: Screen =
    Screen { name: "phone", width: 390, height: 844, scale: 2, is_phone: true };

pub(crate) const THEMES: [&str; 2] = ["light", "dark"];
pub(crate) const LANGS: [&str; 2] = ["en", "zh"];

/// Noon of 15 November 2026, two weeks after the newest sample row: what the page counts from when it says how long ago something
/// was. In milliseconds since 1970.
const NOW: u64 = 1_794_744_000_000;

impl Screen {
    pub(crate) fn has(self, on: On) -> bool {
        match on {
            On::Every => true,
            On::Wide => !self.is_phone,
            On::Narrow => self.is_phone,
        }
    }
}

impl Page {
    /// Shows whatever comes on that screen, without movement, on always the same day.
    pub(crate) async fn stand_still_on(&self, screen: Screen) {
        let Screen { width, height, scale, is_phone, .. } = screen;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": is_phone });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        let clock = format!("Date.now = () => {NOW};");
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": clock })).await;
        self.prefer(THEMES[0]).await;
    }

    /// Takes the pointer off whatever it has pressed.
    pub(crate) async fn rest(&self) {
        self.mouse(Mouse::Moves, [0.0, 0.0]).await;
    }

    /// Has a system with that theme, on which nothing moves.
    pub(crate) async fn prefer(&self, theme: &str) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        // Even a transition that takes no time begins with the colour from before.
        let settle = "const [done] = arguments;
            const transitions = () => document.getAnimations().filter((it) => it instanceof CSSTransition);
            const ended = () => Promise.allSettled(transitions().map((it) => it.finished));
            requestAnimationFrame(() => requestAnimationFrame(() => ended().then(() => done())));";
        self.client().execute_async(settle, vec![]).await.unwrap();
    }

    /// Goes over to that language, whatever is open now: behind a dialog no person could.
    pub(crate) async fn speak(&self, lang: &str) {
        let press = "const button = document.querySelector('.top-bar button[lang]');
            if (button.lang.startsWith(arguments[0])) button.click();";
        self.run::<()>(press, vec![json!(lang)]).await;
        self.shows(lang, |it| it.lang.starts_with(lang)).await;
    }
}
