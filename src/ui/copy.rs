//! The button that copies.

use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;
use view::Text;

use super::{
    icon::{Icon, IconView},
    live::{attr, text},
};
use crate::{browser, state::Prefs, words};

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
    /// Its id, if others press it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What it copies.
    copies: Box<dyn Fn() -> String>,
) -> impl IntoView {
    let outcome = RwSignal::new(None::<bool>);
    let forget = StoredValue::new_local(None::<Timeout>);
    let copy = move |event: web_sys::MouseEvent| {
        event.stop_propagation();
        let text = copies();
        browser::spawn(async move {
            outcome.try_set(Some(browser::copy(text).await));
            forget.try_set_value(Some(Timeout::new(SHOWN, move || {
                outcome.try_set(None);
            })));
        });
    };
    let lang = expect_context::<Prefs>().lang;
    let words = move || {
        let words = match outcome.get() {
            None => label,
            Some(true) => words::COPIED,
            Some(false) => words::NOT_COPIED,
        };
        words.get(lang.get()).to_owned()
    };
    let hint = move || bare.then(words);
    let mark =
        move || outcome.get().map(|it| if it { "good".to_owned() } else { "bad".to_owned() });
    view! {
        <button
            id=id
            class=if bare { "button button--bare" } else { "button" }
            on:click=heard(copy)
            title=attr(hint)
            data-outcome=attr(mark)
        >
            <IconView icon=icon />
            {(!bare).then_some(view! { <span aria-live="polite">{text(words)}</span> })}
        </button>
    }
}
