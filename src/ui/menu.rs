//! A button that unfolds a panel.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::icon::{Icon, IconView};
use crate::browser::Listener;

/// A panel below a button. It folds with Escape, and with a press outside of it.
///
/// `details` carries the roles and the keyboard; the popover API would be less code, but needs a newer browser than the rest
/// of the page.
#[component]
pub(super) fn Menu(
    /// The icon in front.
    icon: Icon,
    /// The button's words.
    #[prop(into)]
    label: Signal<String>,
    /// How many choices are in force; 0 shows nothing.
    #[prop(into)]
    count: Signal<usize>,
    /// Told when it unfolds (`true`) and folds.
    #[prop(optional)]
    toggled: Option<Callback<bool>>,
    /// The panel.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<html::Details>::new();
    let fold = move || {
        if let Some(root) = root.get_untracked() {
            root.set_open(false);
        }
    };
    let outside = move |event: web_sys::Event| {
        let pressed = event.target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        if root.get_untracked().is_some_and(|root| root.open() && !root.contains(pressed.as_ref()))
        {
            fold();
        }
    };
    let listener = StoredValue::new_local(Some(Listener::new(&document(), "pointerdown", outside)));
    on_cleanup(move || listener.set_value(None));
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            fold();
            focus_button(root);
        }
    };
    let on_toggle = move |_| {
        if let (Some(toggled), Some(root)) = (toggled, root.get_untracked()) {
            toggled.run(root.open());
        }
    };
    view! {
        <details class="menu" node_ref=root on:keydown=on_key on:toggle=on_toggle>
            <summary class="button">
                <IconView icon=icon />
                <span class="menu__label">{move || label.get()}</span>
                <Show when=move || { count.get() > 0 }>
                    <span class="menu__count">{move || count.get()}</span>
                </Show>
                <IconView icon=Icon::More />
            </summary>
            <div class="menu__panel">{children()}</div>
        </details>
    }
}

fn focus_button(root: NodeRef<html::Details>) {
    let button = root.get_untracked().and_then(|it| it.query_selector("summary").ok()?);
    if let Some(button) = button.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
