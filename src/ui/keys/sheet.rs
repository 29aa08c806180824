//! The sheet of all keys.

use crate::ui::prelude::*;
use view::Text;
use web_sys::Element;

use super::{Place, SHORTCUTS};
use crate::{
    app::Open,
    browser,
    state::t,
    ui::{
        deferred::{Part, deferred},
        icon::{Icon, IconView},
        live::when,
    },
    words,
};

/// The sheet. The browser keeps the focus inside of a modal dialog, and gives it back where it was.
#[component]
pub fn KeysSheet() -> impl IntoView {
    let open = expect_context::<Open>().keys;
    browser::follow(move || browser::show_dialog("keys", open.get()));
    // Only what lies around the sheet is the dialog itself.
    let on_backdrop = move |event: web_sys::MouseEvent| {
        if browser::target::<Element>(&event).is_some_and(|it| it.id() == "keys") {
            open.set(false);
        }
    };
    view! {
        <dialog
            id="keys"
            class="keys"
            aria-labelledby="keys-title"
            on:click=heard(on_backdrop)
            on:close=heard(move |_| open.set(false))
        >
            {when(move || open.get(), || deferred(Part::Keys))}
        </dialog>
    }
}

/// What the sheet shows.
pub(in crate::ui) fn content() -> AnyView {
    let open = expect_context::<Open>().keys;
    let places = [
        (Place::Anywhere, words::KEYS_ANYWHERE),
        (Place::List, words::KEYS_IN_LIST),
        (Place::Search, words::KEYS_IN_SEARCH),
    ];
    view! {
        <header class="keys__head">
            <h2 id="keys-title">{t(words::KEYS)}</h2>
            <button type="button" class="button button--bare" aria-label=t(words::CLOSE) on:click=heard(move |_| open.set(false))>
                <IconView icon=Icon::Close />
            </button>
        </header>
        <div class="keys__places" data-testid="keys">
            {places.map(|(place, title)| keys_of(place, title)).collect_view()}
        </div>
    }
    .into_any()
}

fn keys_of(place: Place, title: Text) -> AnyView {
    let is_mac = browser::is_mac();
    let shortcuts = SHORTCUTS.iter().filter(|it| it.place == place);
    let line = |it: &'static super::Shortcut| {
        let ways = it.keys.iter().map(|it| caps(it, is_mac)).collect_view();
        view! { <div class="keys__line"><dt>{t(it.says)}</dt><dd class="keys__ways">{ways}</dd></div> }
            .into_any()
    };
    view! {
        <section class="keys__place">
            <h3 class="keys__title">{t(title)}</h3>
            <dl class="keys__lines">{shortcuts.map(line).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// The caps of the keys that are pressed together.
fn caps(name: &str, is_mac: bool) -> AnyView {
    let caps = name.split('+').map(|it| {
        let cap = cap(it, is_mac);
        view! { <kbd class="keys__cap">{cap}</kbd> }.into_any()
    });
    view! { <span class="keys__way">{caps.collect_view()}</span> }.into_any()
}

/// What stands on a key.
fn cap(key: &str, is_mac: bool) -> String {
    let cap = match key {
        "Mod" if is_mac => "⌘",
        "Mod" => "Ctrl",
        "Shift" if is_mac => "⇧",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "Escape" => "Esc",
        "PageUp" => "Page Up",
        "PageDown" => "Page Down",
        _ if key.len() == 1 => return key.to_ascii_uppercase(),
        _ => key,
    };
    cap.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn caps_are_what_stands_on_the_keys() {
        let check = |name: &str, other: &str, mac: &str| {
            let caps =
                |is_mac| name.split('+').map(|it| cap(it, is_mac)).collect::<Vec<_>>().join(" ");
            assert_eq!((caps(false).as_str(), caps(true).as_str()), (other, mac));
        };
        check("z", "Z", "Z");
        check("Mod+Shift+z", "Ctrl Shift Z", "⌘ ⇧ Z");
        check("?", "?", "?");
        check("ArrowDown", "↓", "↓");
        check("Enter", "Enter", "Enter");
    }
}
