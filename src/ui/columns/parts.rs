//! What the panels are made of.

use view::ViewState;
use wasm_bindgen::JsCast;

use crate::{
    browser,
    state::{Prefs, Store, t},
    ui::{
        icon::{Icon, IconView},
        live::{Live, attr},
        prelude::*,
    },
    words,
};

/// A button with an icon.
pub(super) struct Act {
    pub(super) id: Option<String>,
    pub(super) class: &'static str,
    pub(super) icon: Icon,
    pub(super) name: Live<String>,
    /// Whether it is pressed in, for what is on or off.
    pub(super) pressed: Option<bool>,
    /// Whether there is nothing to do.
    pub(super) is_idle: bool,
    /// Words beside the icon.
    pub(super) words: AnyView,
    pub(super) press: Box<dyn Fn()>,
}

impl Act {
    pub(super) fn view(self) -> AnyView {
        let Self { id, class, icon, name, pressed, is_idle, words, press } = self;
        // Words of its own name a button well enough; an icon is named by its title, for the pointer and for who listens.
        let name = move || Some(name()).filter(|it| !it.is_empty());
        let press = move |_| {
            if !is_idle {
                press();
            }
        };
        view! {
            <button
                type="button"
                id=id
                class=class
                title=attr(name)
                aria-pressed=pressed.map(|it| it.to_string())
                aria-disabled=is_idle.then_some("true")
                on:click=heard(press)
            >
                <IconView icon />
                {words}
            </button>
        }
        .into_any()
    }
}

/// The id of the button that closes a panel, which is there whenever one is open.
const CLOSE: &str = "columns-close";

/// The head of a panel: what it is, what can be taken back, and the way out.
pub(super) fn head(title: view::Text, beside: AnyView) -> AnyView {
    let lang = expect_context::<Prefs>().lang;
    let panels = expect_context::<super::Panels>();
    let close = Act {
        id: Some(CLOSE.to_owned()),
        class: "button button--bare columns__close",
        icon: Icon::Close,
        name: Box::new(move || words::CLOSE.get(lang.get()).to_owned()),
        pressed: None,
        is_idle: false,
        words: ().into_any(),
        press: Box::new(move || panels.close()),
    };
    view! {
        <header class="columns__head">
            <h2 class="columns__title">{t(title)}</h2>
            {beside}
            {close.view()}
        </header>
    }
    .into_any()
}

/// A word that says what the buttons do with a column, in the reader's language.
pub(in crate::ui) fn named(what: view::Text, column: &'static view::Column) -> Live<String> {
    let lang = expect_context::<Prefs>().lang;
    Box::new(move || words::about(what, column.label, lang.get()))
}

/// Changes the view, and keeps the keyboard on what it is on, by its id: what shows the columns is made anew when they change.
pub(super) fn change(store: Store, change: impl FnOnce(&mut ViewState) + 'static) {
    let focus = document().active_element().map(|it| it.id()).unwrap_or_default();
    let change: Box<dyn FnOnce(&mut ViewState)> = Box::new(change);
    store.choose(change);
    focus_later(focus);
}

/// Brings the keyboard to an element of that id once it is there.
pub(super) fn focus_later(id: String) {
    browser::before_next_frame(move || {
        let other = [CLOSE, LIST].into_iter().find_map(browser::element);
        let element = browser::element(&id).or(other);
        let is_there = document().active_element() == element.clone().map(JsCast::unchecked_into);
        if let Some(element) = element.filter(|_| !is_there) {
            let _ = element.focus();
        }
    });
}

/// An id made of what it does and to which column.
pub(in crate::ui) fn id(act: &str, column: &view::Column) -> String {
    [act, "-", column.key].concat()
}
