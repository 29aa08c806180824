//! The row as the service wrote it.

use crate::ui::prelude::*;
use catalog::RowId;
use leptos::html;
use view::Lang;

use super::finder::Finder;
use crate::{
    state::{Prefs, t, use_store},
    ui::{copy::CopyButton, icon::Icon, live::text},
    words,
};

/// The row's JSON, spread over lines, with a search in it.
#[component]
pub(super) fn RawJson(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let raw = store.with_rows(|rows| view::indented(&rows.table().raw(row))).unwrap_or_default();
    let copied = raw.clone();
    let code = NodeRef::<html::Code>::new();
    view! {
        <details class="detail__raw">
            <summary class="detail__heading"><h3>{t(words::RAW_JSON)}</h3></summary>
            <div class="detail__tools">
                <FindInJson code />
                <CopyButton label=words::RAW_JSON icon=Icon::Copy copies=Box::new(move || copied.clone()) />
            </div>
            <pre class="detail__json" tabindex="0"><code node_ref=code>{raw}</code></pre>
        </details>
    }
}

/// The search: Enter goes on to the next place, with Shift to the one before.
#[component]
fn FindInJson(
    /// The element with the JSON.
    code: NodeRef<html::Code>,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let finder = StoredValue::new_local(Finder::new());
    let at = RwSignal::new(None::<(usize, usize)>);
    let find = move |event: web_sys::Event| {
        let word = event_target_value(&event);
        let place =
            finder.try_update_value(|it| it.find(&code.get_untracked()?.first_child()?, &word));
        at.set(place.flatten());
    };
    let step = move |event: web_sys::KeyboardEvent| {
        // With Escape browsers empty it. Only an empty one leaves the key to the detail.
        if event.key() == "Escape" && !event_target_value(&event).is_empty() {
            event.stop_propagation();
        }
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            at.set(finder.try_update_value(|it| it.step(event.shift_key())).flatten());
        }
    };
    let standing = move || at.get().map_or_else(String::new, |it| said(it, lang.get()));
    view! {
        <input
            class="input detail__find"
            type="search"
            autocomplete="off"
            spellcheck="false"
            aria-label=t(words::FIND_IN_JSON)
            placeholder=t(words::FIND_IN_JSON)
            on:input=heard(find)
            on:keydown=heard(step)
        />
        <span class="aside" aria-live="polite">{text(standing)}</span>
    }
}

fn said((place, len): (usize, usize), lang: Lang) -> String {
    if len == 0 {
        words::NOT_IN_JSON.get(lang).to_owned()
    } else {
        words::place_of(place, len, lang)
    }
}
