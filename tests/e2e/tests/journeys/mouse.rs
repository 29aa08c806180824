//! A mouse at places of the page, for what is no element of its own: an edge, a gap, what lies over something else.

use serde_json::json;

use crate::page::Page;

/// What it does, with its left button if with any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mouse {
    Moves,
    Presses,
    /// Moves while the button is down.
    Drags,
    Releases,
}

impl Page {
    /// Does that at a place, in pixels.
    pub(crate) async fn mouse(&self, act: Mouse, [x, y]: [f64; 2]) {
        let (kind, button, buttons) = match act {
            Mouse::Moves => ("mouseMoved", "none", 0),
            Mouse::Presses => ("mousePressed", "left", 1),
            Mouse::Drags => ("mouseMoved", "left", 1),
            Mouse::Releases => ("mouseReleased", "left", 0),
        };
        let clicks = u8::from(matches!(act, Mouse::Presses | Mouse::Releases));
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": clicks });
        self.devtools("Input.dispatchMouseEvent", event).await;
    }

    /// Presses a place, in pixels.
    pub(crate) async fn press_at(&self, at: [f64; 2]) {
        self.mouse(Mouse::Presses, at).await;
        self.mouse(Mouse::Releases, at).await;
    }
}
