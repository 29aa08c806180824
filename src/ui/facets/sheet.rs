//! The facets over the list, where there is no room for both.

use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::{
    clear_all,
    parts::{Button, button},
    sections,
};
use crate::{
    browser,
    state::{Prefs, t, use_store},
    ui::{
        icon::{Icon, IconView},
        live::{attr, text, when},
    },
    words,
};

/// The sheet. Its parts are there only while it is open.
pub(super) fn sheet() -> AnyView {
    let shown = use_store().rail().shown;
    browser::follow(move || {
        let shown = shown.get();
        let Some(dialog) = dialog() else { return };
        match (shown, dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            id="facets"
            class="sheet"
            aria-labelledby="facets-title"
            data-testid="facets"
            on:close=heard(move |_| shown.set(false))
        >
            {when(move || shown.get(), content)}
        </dialog>
    }
    .into_any()
}

fn dialog() -> Option<HtmlDialogElement> {
    browser::element("facets")?.dyn_into().ok()
}

fn content() -> AnyView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let shown = store.rail().shown;
    let rows = move || {
        let count = store.results().with(|it| it.rows.len());
        words::show_rows(store.catalog(), count, lang.get())
    };
    view! {
        <header class="facets__head">
            <h2 class="facets__title" id="facets-title">{t(words::FACETS)}</h2>
            {clear_all()}
            {close_button(shown)}
        </header>
        <div class="sheet__body">{sections()}</div>
        <footer class="sheet__foot">
            {button("button button--primary sheet__show", text(rows), move || shown.set(false))}
        </footer>
    }
    .into_any()
}

fn close_button(shown: RwSignal<bool>) -> AnyView {
    let lang = expect_context::<Prefs>().lang;
    let name = attr(move || Some(words::CLOSE.get(lang.get()).to_owned()));
    let content = view! { <IconView icon=Icon::Close /> }.into_any();
    let press = Box::new(move || shown.set(false));
    Button { id: None, class: "button button--bare", name, content, press }.view()
}
