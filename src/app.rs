//! The page as a whole.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::{
    browser,
    state::{Prefs, Store, follow_address, t},
    ui::{
        ColumnsDialog, ConnectDialog, Detail, Facets, Failures, KeysSheet, Later, Notices, Panels,
        Placeholder, ResultStatus, RowsView, Speech, Toolbar, TopBar, Typing, in_turn,
        listen_to_keys,
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
    provide_context(Typing::new(store));
    Panels::provide();
    provide_context(Later::of(store));
    follow_address(store);
    browser::spawn(store.ask_gateway());
    listen_to_keys();
    follow_title(store);
    view! {
        {in_turn(|| view! { <TopBar /> }.into_any())}
        <main>
            {in_turn(|| view! { <Toolbar /> }.into_any())}
            <div class="page">{in_turn(list)}</div>
        </main>
        {in_turn(dialogs)}
    }
}

/// The rows with what stands beside them and above.
fn list() -> AnyView {
    view! {
        <Facets />
        <section class="page__list" aria-label=t(words::GRID)>
            <Notices />
            <ResultStatus />
            <Failures />
            <Placeholder />
            {in_turn(|| view! { <RowsView /> }.into_any())}
        </section>
        <Detail />
    }
    .into_any()
}

/// What opens over the page, and what is only heard.
fn dialogs() -> AnyView {
    view! {
        <ConnectDialog />
        <ColumnsDialog />
        <KeysSheet />
        <Speech />
    }
    .into_any()
}

/// What is open on the page and belongs to no link.
#[derive(Clone, Copy)]
pub struct Open {
    /// Whether the connect dialog is open.
    pub connect: RwSignal<bool>,
    /// Whether the sheet of keys is.
    pub keys: RwSignal<bool>,
    /// What screen readers are told of an act whose outcome may be out of sight.
    pub said: RwSignal<String>,
}

impl Open {
    /// Says something, also if it is the same as before.
    pub fn say(self, text: String) {
        self.said.set(String::new());
        browser::after_next_frame(move || {
            self.said.try_set(text);
        });
    }
}

fn ui_state() -> Open {
    let [connect, keys] = [false, false].map(RwSignal::new);
    Open { connect, keys, said: RwSignal::new(String::new()) }
}

/// Keeps the title, once there is a pause: a browser shows it outside the page, and takes its time for it.
fn follow_title(store: Store) {
    let waiting = StoredValue::new_local(None);
    browser::follow(move || {
        let title = title(store);
        waiting.set_value(Some(Timeout::new(PAUSE, move || document().set_title(&title))));
    });
}

/// How long the view must stay the same before the title follows, in milliseconds.
const PAUSE: u32 = 200;

/// The search text and the catalog, so that tabs and bookmarks can be told apart.
fn title(store: Store) -> String {
    let lang = expect_context::<Prefs>().lang.get();
    let (catalog, query) =
        store.view().with(|it| (it.catalog.title.get(lang), it.query.trim().to_owned()));
    let name = format!("{catalog} – {} {}", words::TITLE.get(lang), words::FOR_UCLOUD.get(lang));
    if query.is_empty() { name } else { format!("{query} – {name}") }
}
