//! A button that unfolds a panel.

use crate::ui::prelude::*;
use view::Text;
use wasm_bindgen::JsCast;
use web_sys::HtmlDetailsElement;

use super::{
    icon::{Icon, IconView},
    live::{Live, text, when},
};
use crate::{
    browser::{self, Listener},
    state::Prefs,
};

/// A panel below a button. It folds with Escape, and with a press outside of it.
///
/// `details` carries the roles and the keyboard; the popover API would be less code, but needs a newer browser than the rest
/// of the page.
#[component]
pub(super) fn Menu(
    /// Its name on the page.
    id: &'static str,
    /// The icon in front.
    icon: Icon,
    /// The button's words.
    label: Text,
    /// How many choices are in force; 0 shows nothing.
    count: Memo<usize>,
    /// Told when it unfolds (`true`) and folds.
    #[prop(optional)]
    toggled: Option<Callback<bool>>,
    /// Told before it folds for Escape.
    #[prop(optional)]
    cancelled: Option<Callback<()>>,
    /// The panel.
    children: Children,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let fold = move || {
        if let Some(menu) = menu(id) {
            menu.set_open(false);
        }
    };
    provide_context(Fold(Callback::new(move |()| fold())));
    let outside = move |event: web_sys::Event| {
        let pressed = event.target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        if menu(id).is_some_and(|it| it.open() && !it.contains(pressed.as_ref())) {
            fold();
        }
    };
    let listener = StoredValue::new_local(Some(Listener::new(&document(), "pointerdown", outside)));
    on_cleanup(move || listener.set_value(None));
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            if let Some(cancelled) = cancelled {
                cancelled.run(());
            }
            fold();
            focus_button(id);
        }
    };
    let on_toggle = move |_| {
        if let (Some(toggled), Some(menu)) = (toggled, menu(id)) {
            toggled.run(menu.open());
        }
    };
    let chosen = when(
        move || count.get() > 0,
        move || {
            view! { <span class="menu__count">{text(move || count.get().to_string())}</span> }
                .into_any()
        },
    );
    view! {
        <details id=id class="menu" on:keydown=on_key on:toggle=on_toggle>
            <summary class="button">
                <IconView icon=icon />
                <span>{text(move || label.get(lang.get()).to_owned())}</span>
                {chosen}
                <IconView icon=Icon::More />
            </summary>
            <div class="menu__panel">{children()}</div>
        </details>
    }
}

/// Folds the menu that it stands in.
#[derive(Clone, Copy)]
struct Fold(Callback<()>);

/// The button in a menu's panel that ends it.
#[component]
pub(super) fn FoldButton(
    /// Its words.
    label: Live<String>,
) -> impl IntoView {
    let fold = use_context::<Fold>();
    let press = move |_| {
        if let Some(Fold(fold)) = fold {
            fold.run(());
        }
    };
    view! { <button class="button button--primary" on:click=press>{label}</button> }
}

fn menu(id: &str) -> Option<HtmlDetailsElement> {
    browser::element(id)?.dyn_into().ok()
}

fn focus_button(id: &str) {
    let button = menu(id).and_then(|it| it.query_selector("summary").ok()?);
    if let Some(button) = button.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
