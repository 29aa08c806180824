//! Rows chosen by a click with Shift, as files are elsewhere. Of the browser it takes the new window; a new tab stays what Ctrl or ⌘ opens.

use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::choose;
use crate::{
    app::Open,
    browser::{self, listen},
    state::{Prefs, use_store},
    ui::link::is_shift_click,
};

/// Listens to clicks on rows and cards, whose own listeners let go of those with Shift.
pub(super) fn listen_to_clicks() {
    let (store, open) = (use_store(), expect_context::<Open>());
    let lang = expect_context::<Prefs>().lang;
    listen(&document(), "mousedown", |event| {
        if row(&event).is_some() {
            // Or all text from the last click to this one would be selected.
            event.prevent_default();
            browser::focus(LIST);
        }
    });
    listen(&document(), "click", move |event| {
        if let Some(key) = row(&event).and_then(|it| it.get_attribute(KEY)) {
            event.prevent_default();
            open.say(untrack(|| choose::choose_to(store, &key, lang.get())));
        }
    });
}

/// Where rows and cards have their keys.
const KEY: &str = "data-row-id";

/// The row or card that was clicked with Shift. A link inside of it that leads elsewhere is the browser's.
fn row(event: &Event) -> Option<Element> {
    let click = event.dyn_ref::<MouseEvent>().filter(|it| is_shift_click(it))?;
    let target = browser::target::<Element>(click)?;
    let row = target.closest(&["#", LIST, " [", KEY, "]"].concat()).ok()??;
    let is_drill = target.closest(".drill").is_ok_and(|it| it.is_some());
    (!is_drill).then_some(row)
}
