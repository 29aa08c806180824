//! The search box: takes the whole query language, and says what of a query could not be read.

mod examples;
mod mistakes;
mod typing;

use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::{
    icon::{Icon, IconView},
    live::{attr, text},
};
use crate::{
    browser::{self, Listener},
    state::{Store, t, use_store},
    words,
};
use examples::Examples;
use mistakes::{Mirror, Sentence};
use typing::Typing;

/// The id of the input, which `/` leads to.
const INPUT: &str = "search";

/// The box, and below it what is wrong with what stands there.
#[component]
pub(super) fn SearchBox() -> impl IntoView {
    let store = use_store();
    let typing = Typing::new();
    listen(store, typing);
    view! {
        <form
            class="search"
            role="search"
            on:submit=super::prelude::heard(move |event: web_sys::SubmitEvent| {
                event.prevent_default();
                typing.rest();
            })
        >
            <div class="search__field">
                <IconView icon=Icon::Search />
                <Input store typing />
                <Mirror store typing />
                <kbd class="search__key" aria-hidden="true">"/"</kbd>
            </div>
            <Examples />
        </form>
        <Sentence store typing />
    }
}

#[component]
fn Input(
    /// The store.
    store: Store,
    /// What the reader is doing here.
    typing: Typing,
) -> impl IntoView {
    let query = move || store.view().with(|it| it.query.clone());
    let is_wrong = move || !typing.problems(store).is_empty();
    view! {
        <input
            id=INPUT
            type="search"
            class="search__input"
            placeholder=t(words::SEARCH_HINT)
            aria-label=t(words::SEARCH)
            aria-describedby=attr(move || is_wrong().then(|| mistakes::SENTENCE.to_owned()))
            aria-invalid=attr(move || is_wrong().then(|| "true".to_owned()))
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            prop:value=text(query)
        />
    }
}

/// What is heard of the input, by one listener for all: those of a view are compiled once an event.
const EVENTS: [&str; 6] =
    ["input", "compositionstart", "compositionend", "keydown", "scroll", "blur"];

/// Listens from the moment on that the input stands in the document.
fn listen(store: Store, typing: Typing) {
    let listeners = StoredValue::new_local(Vec::new());
    browser::follow(move || {
        let Some(input) = input() else { return };
        let on_input = EVENTS.map(|name| {
            Listener::new(&input, name, move |event| {
                target(&event).iter().for_each(|it| heard(store, typing, &event, it));
            })
        });
        listeners.set_value(on_input.into());
        // Of the caret only the document tells.
        let moved = move |_| self::input().iter().for_each(|it| typing.moved(it));
        listeners.update_value(|it| it.push(Listener::new(&document(), "selectionchange", moved)));
    });
    on_cleanup(move || listeners.set_value(Vec::new()));
}

fn heard(store: Store, typing: Typing, event: &Event, input: &HtmlInputElement) {
    match event.type_().as_str() {
        "compositionstart" => typing.composing.set(true),
        // Some browsers tell of the last input before this and some behind it: searched for twice, a text is found once.
        "compositionend" => {
            typing.composing.set(false);
            search(store, typing, input);
        }
        "input" if !typing.composing.get_untracked() => search(store, typing, input),
        "keydown" => empty_on_escape(store, event),
        "scroll" => typing.moved(input),
        "blur" => typing.rest(),
        _ => {}
    }
}

fn search(store: Store, typing: Typing, input: &HtmlInputElement) {
    typing.went_on(input);
    store.edit_query(input.value());
}

/// Not every browser empties a search box by itself.
fn empty_on_escape(store: Store, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    let is_empty = store.view().with_untracked(|it| it.query.is_empty());
    if key.key() == "Escape" && !key.is_composing() && !is_empty {
        event.prevent_default();
        store.edit_query(String::new());
    }
}

/// Brings the reader to the box, behind what stands there.
fn focus() {
    if let Some(input) = input() {
        let _ = input.focus();
        let end = input.value().encode_utf16().count();
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        let _ = input.set_selection_range(end, end);
    }
}

fn input() -> Option<HtmlInputElement> {
    browser::element(INPUT)?.dyn_into().ok()
}

fn target(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
