//! The page as a whole.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    browser::{self, Listener},
    state::{Act, Prefs, Store, follow_address, t},
    ui::{
        ConnectDialog, Detail, Facets, Failures, Notices, Placeholder, ResultStatus, RowsView,
        Speech, Toolbar, TopBar,
    },
    words,
};

/// The page: bars above, the rows, and the detail beside them.
#[component]
pub fn App() -> impl IntoView {
    Prefs::provide();
    let store = Store::new();
    provide_context(store);
    provide_context(ui_state());
    follow_address(store);
    browser::spawn(store.ask_gateway());
    focus_search_on_slash();
    follow_title(store);
    view! {
        <TopBar />
        <Toolbar />
        <main class="page">
            <Facets />
            <section class="page__list" aria-label=t(words::GRID)>
                <Notices />
                <ResultStatus />
                <Failures />
                <Placeholder />
                <RowsView />
            </section>
            <Detail />
        </main>
        <ConnectDialog />
        <Speech />
    }
}

/// What is open on the page and belongs to no link.
#[derive(Clone, Copy)]
pub struct Open {
    /// Whether the connect dialog is open.
    pub connect: RwSignal<bool>,
}

fn ui_state() -> Open {
    Open { connect: RwSignal::new(false) }
}

/// Keeps the title, once typing pauses: a browser shows it outside the page, and takes its time for it.
fn follow_title(store: Store) {
    let waiting = StoredValue::new_local(None);
    browser::follow(move || {
        let title = title(store);
        let pause = if store.last_act() == Act::Typed { PAUSE } else { 0 };
        waiting.set_value(Some(Timeout::new(pause, move || document().set_title(&title))));
    });
}

/// How long typing must pause before the title follows, in milliseconds.
const PAUSE: u32 = 200;

/// The search text and the catalog, so that tabs and bookmarks can be told apart.
fn title(store: Store) -> String {
    let lang = expect_context::<Prefs>().lang.get();
    let (catalog, query) =
        store.view().with(|it| (it.catalog.title.get(lang), it.query.trim().to_owned()));
    let name = format!("{catalog} – {} {}", words::TITLE.get(lang), words::FOR_UCLOUD.get(lang));
    if query.is_empty() { name } else { format!("{query} – {name}") }
}

/// `/` goes to the search box, unless the reader is typing somewhere or composing a character.
fn focus_search_on_slash() {
    let listener = Listener::new(&window(), "keydown", |event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.key() == "/" && !chord && !event.is_composing() && !is_typing() {
            event.prevent_default();
            if let Some(input) = browser::element("search") {
                let _ = input.focus();
            }
        }
    });
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || listener.set_value(None));
}

fn is_typing() -> bool {
    let tag = document().active_element().map(|it| it.tag_name());
    tag.is_some_and(|it| ["INPUT", "TEXTAREA", "SELECT"].contains(&it.as_str()))
}
