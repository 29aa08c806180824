//! Elements: found, and told what to be.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement};

/// The element of that id.
pub fn element(id: &str) -> Option<HtmlElement> {
    element_as(id)
}

/// The element of that id, if it is of that kind.
pub fn element_as<T: JsCast>(id: &str) -> Option<T> {
    window().document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// What an event happened to, if it is of that kind.
pub fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// Gives the keyboard to the element of that id, if there is one.
pub fn focus(id: &str) {
    if let Some(it) = element(id) {
        let _ = it.focus();
    }
}

/// Gives the keyboard to an element, and says whether it is one that can have it.
pub fn focus_on(element: Option<Element>) -> bool {
    let element: Option<HtmlElement> = element.and_then(|it| it.dyn_into().ok());
    element.is_some_and(|it| it.focus().is_ok())
}

/// Sets an attribute, or takes it away.
pub fn set(element: &Element, name: &str, value: Option<&str>) {
    // It cannot fail: the names are names.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Opens the dialog of that id or closes it, unless it is so already. The browser keeps the keyboard inside of an open one, and brings it back.
pub fn show_dialog(id: &str, is_open: bool) {
    let Some(dialog) = element_as::<HtmlDialogElement>(id) else { return };
    match (is_open, dialog.open()) {
        (true, false) => drop(dialog.show_modal()),
        (false, true) => dialog.close(),
        _ => {}
    }
}

/// A length in whole pixels, as styles have it: half ones would only blur the text.
#[expect(clippy::cast_possible_truncation, reason = "no content is taller than 16 million pixels")]
pub fn pixels(length: f64) -> String {
    [&(length.round() as i32).to_string(), "px"].concat()
}
