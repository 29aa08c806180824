//! The button that copies.

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};
use view::Text;

use super::icon::{Icon, IconView};
use crate::{browser, state::t, words};

/// How long the outcome stays on the button, in milliseconds.
const SHOWN: u32 = 1600;

/// Copies a text when pressed and says how it went, on the button and to screen readers.
#[component]
pub(super) fn CopyButton(
    /// What it is called.
    label: Text,
    /// The icon in front.
    icon: Icon,
    /// Whether the icon stands alone; the label is then for screen readers and the pointer.
    #[prop(optional)]
    bare: bool,
    /// What it copies.
    text: impl Fn() -> String + 'static,
) -> impl IntoView {
    let outcome = RwSignal::new(None::<bool>);
    let forget = StoredValue::new_local(None::<Timeout>);
    let copy = move |event: web_sys::MouseEvent| {
        event.stop_propagation();
        let text = text();
        spawn_local(async move {
            outcome.try_set(Some(browser::copy(text).await));
            forget.try_set_value(Some(Timeout::new(SHOWN, move || {
                outcome.try_set(None);
            })));
        });
    };
    let (idle, copied, failed) = (t(label), t(words::COPIED), t(words::NOT_COPIED));
    let words = move || match outcome.get() {
        None => idle(),
        Some(true) => copied(),
        Some(false) => failed(),
    };
    view! {
        <button
            type="button"
            class=if bare { "button button--bare" } else { "button" }
            on:click=copy
            title=bare.then_some(words)
            aria-label=bare.then_some(words)
            data-outcome=move || outcome.get().map(|it| if it { "good" } else { "bad" })
        >
            <IconView icon=icon />
            {(!bare).then_some(view! { <span aria-live="polite">{words}</span> })}
        </button>
    }
}
