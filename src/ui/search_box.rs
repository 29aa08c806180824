//! The search box: takes the whole query language, completes it, and says what of a query could not be read.

pub(super) mod completion;
pub(super) mod examples;
mod mistakes;
mod offer;
mod typing;

use crate::ui::prelude::*;
use std::ops::Range;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::{
    icon::{Icon, IconView},
    live::{attr, flag, text},
};
use crate::{
    browser::{self, Listener},
    state::{Store, t, use_store},
    words,
};
use completion::{Completion, Offers};
use examples::Examples;
use mistakes::Mirror;

pub(super) use mistakes::Sentence;
pub use typing::Typing;

/// The id of the input, which `/` leads to.
pub(super) const INPUT: &str = "search";

/// The box.
#[component]
pub(super) fn SearchBox() -> impl IntoView {
    let store = use_store();
    let typing = expect_context::<Typing>();
    let completion = Completion::new(store, typing);
    listen(store, typing, completion);
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
                <Input store typing completion />
                <Mirror store typing />
                <kbd class="search__key" aria-hidden="true">"/"</kbd>
            </div>
            <Examples />
            <Offers completion />
        </form>
    }
}

#[component]
fn Input(
    /// The store.
    store: Store,
    /// What the reader is doing here.
    typing: Typing,
    /// What is offered to be written.
    completion: Completion,
) -> impl IntoView {
    let query = move || store.view().with(|it| it.query.clone());
    let is_wrong = move || typing.problems.with(|it| !it.is_empty());
    let is_open = move || completion.is_open();
    view! {
        <input
            id=INPUT
            type="search"
            class="search__input"
            placeholder=t(words::SEARCH_HINT)
            role="combobox"
            aria-label=t(words::SEARCH)
            aria-autocomplete="list"
            aria-expanded=flag(is_open)
            aria-controls=attr(move || is_open().then(|| completion::LIST.to_owned()))
            aria-activedescendant=attr(move || completion.chosen_id())
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
const EVENTS: [&str; 7] =
    ["input", "compositionstart", "compositionend", "keydown", "scroll", "blur", "pointerdown"];

/// Listens from the moment on that the input stands in the document.
fn listen(store: Store, typing: Typing, completion: Completion) {
    let listeners = StoredValue::new_local(Vec::new());
    browser::follow(move || {
        let Some(input) = input() else { return };
        let on_input = EVENTS.map(|name| {
            Listener::new(&input, name, move |event| {
                browser::target(&event)
                    .iter()
                    .for_each(|it| heard(completion, store, typing, &event, it));
            })
        });
        listeners.set_value(on_input.into());
        // Of the caret only the document tells.
        let moved = move |_| self::input().iter().for_each(|it| typing.moved(it));
        listeners.update_value(|it| it.push(Listener::new(&document(), "selectionchange", moved)));
    });
    on_cleanup(move || listeners.set_value(Vec::new()));
}

fn heard(
    completion: Completion,
    store: Store,
    typing: Typing,
    event: &Event,
    input: &HtmlInputElement,
) {
    match event.type_().as_str() {
        "compositionstart" => {
            typing.composing.set(true);
            completion.close();
        }
        // Some browsers tell of the last input before this and some behind it: searched for twice, a text is found once.
        "compositionend" => {
            typing.composing.set(false);
            search(completion, store, typing, input);
        }
        "input" if !typing.composing.get_untracked() || composes_all() => {
            search(completion, store, typing, input);
        }
        "keydown" => press(completion, store, event, input),
        "scroll" => typing.moved(input),
        "blur" => {
            typing.rest();
            completion.close();
        }
        "pointerdown" => completion.close(),
        _ => {}
    }
}

/// Keyboards of phones compose every word, and end it only when the next one begins: to wait for that would be to search for nothing.
fn composes_all() -> bool {
    browser::matches("(pointer: coarse)")
}

fn search(completion: Completion, store: Store, typing: Typing, input: &HtmlInputElement) {
    typing.went_on(input);
    store.edit_query(input.value());
    completion.typed(input);
}

/// Keys of an input method are its own: Enter takes its word, Escape gives it up.
fn press(completion: Completion, store: Store, event: &Event, input: &HtmlInputElement) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|it| !it.is_composing()) else {
        return;
    };
    if completion.on_key(key, input) {
        event.prevent_default();
    } else if key.key() == "Escape" && store.view().with_untracked(|it| !it.query.is_empty()) {
        // Not every browser empties a search box by itself.
        event.prevent_default();
        store.edit_query(String::new());
    }
}

/// Brings the reader to the box, behind what stands there.
pub(super) fn focus() {
    select(usize::MAX..usize::MAX);
}

/// Brings the reader to a part of what stands in the box.
pub(super) fn select(part: Range<usize>) {
    if let Some(input) = input() {
        let _ = input.focus();
        let text = input.value();
        let [start, end] = [part.start, part.end].map(|it| browser::units_before(&text, it));
        let _ = input.set_selection_range(start, end);
    }
}

fn input() -> Option<HtmlInputElement> {
    browser::element_as(INPUT)
}
