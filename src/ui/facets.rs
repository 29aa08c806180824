//! The facets: what the loaded rows have in common, to filter them by. Beside the list, or where that has no room, in a sheet over it.

mod act;
mod button;
mod entering;
mod line;
mod node;
mod paint;
mod rail;
mod range;
mod screen;
mod spread;
mod values;

use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

pub(super) use self::{
    button::{FacetsButton, toggle},
    node::Node,
    screen::Screen,
};

use super::live::{part, when};
use crate::{
    browser::{self, Listener},
    state::{Prefs, Store, t, use_store},
    words,
};

/// Where facets beside the list would leave it too little room. The styles of the sheet know the same width.
const NARROW: &str = "(max-width: 900px)";

/// The facets of the view's catalog.
#[component]
pub fn Facets() -> impl IntoView {
    let store = use_store();
    let is_narrow = RwSignal::new(browser::matches(NARROW));
    follow_width(store, is_narrow);
    store.follow_facets();
    let screen = Screen::new(store, is_narrow);
    let shown = store.rail().shown;
    let shell = move || match is_narrow.get() {
        true => sheet(screen),
        false => when(move || shown.get(), beside).into_any(),
    };
    view! {
        <div
            class="facets__place"
            on:click=heard(move |event| screen.press(&event))
            on:input=heard(move |event| screen.typed(&event))
            on:change=heard(move |event| screen.entered(&event))
            on:keydown=heard(move |event| screen.key(&event))
        >
            {part(shell)}
        </div>
    }
}

/// Whether the facets are a sheet. That is closed at first; beside the list, they are shown as the reader last had it.
fn follow_width(store: Store, is_narrow: RwSignal<bool>) {
    let prefs = expect_context::<Prefs>();
    browser::follow(move || {
        let shown = !is_narrow.get() && prefs.facets.get_untracked();
        store.rail().shown.set(shown);
    });
    let changed = move |_| is_narrow.set(browser::matches(NARROW));
    let listener = browser::media(NARROW).map(|it| Listener::new(&it, "change", changed));
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || listener.set_value(None));
}

fn beside() -> AnyView {
    view! {
        <aside
            id="facets"
            class="facets"
            tabindex="-1"
            aria-label=t(words::FACETS)
            data-testid="facets"
        ></aside>
    }
    .into_any()
}

/// The sheet. Its parts are there only while it is open. The browser keeps the focus inside, closes it by Escape and gives the focus back.
fn sheet(screen: Screen) -> AnyView {
    let shown = screen.store.rail().shown;
    browser::follow(move || {
        let shown = shown.get();
        if shown {
            screen.later.fetch();
        }
        let Some(dialog) = dialog() else { return };
        // Before it opens: the focus goes to the first thing in it.
        screen.paint();
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
            tabindex="-1"
            aria-labelledby="facets-title"
            data-testid="facets"
            on:close=heard(move |_| shown.set(false))
        ></dialog>
    }
    .into_any()
}

fn dialog() -> Option<HtmlDialogElement> {
    browser::element("facets")?.dyn_into().ok()
}
