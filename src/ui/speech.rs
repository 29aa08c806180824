//! What screen readers are told while results change.

use crate::ui::prelude::*;
use gloo_timers::callback::Timeout;
use view::Lang;

use super::live::{memo, text};
use crate::{
    app::Open,
    browser::follow,
    state::{Prefs, use_store},
    words,
};

/// How long results must stay the same before they are spoken, in milliseconds. Speaking each key press would drown the rest.
const PAUSE: u32 = 700;

/// Speaks the count of results once it has settled, with their order if that is another one, and what is said of acts whose outcome may be out of sight.
#[component]
pub fn Speech() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let spoken = RwSignal::new(String::new());
    let pending = StoredValue::new_local(None::<Timeout>);
    let order = StoredValue::new(String::new());
    // Nothing else in the view is a reason to speak. Always in one language: another one is no other order.
    let order_in = move |lang| store.view().with(|it| words::sorted(&it.effective_sort(), lang));
    let sorted = memo(move || order_in(Lang::En));
    follow(move || {
        // What was about to be said is no longer so.
        pending.set_value(None);
        if !store.is_settled() {
            return;
        }
        let count = store.results().with(|it| it.rows.len());
        let mut text = words::spoken(store.catalog(), count, lang.get());
        let (sort, ordered) = (sorted.get(), untrack(|| order_in(lang.get())));
        let speak = Timeout::new(PAUSE, move || {
            // Of the order once it is another one: the rows of a search are in the one of before.
            let last = order.try_update_value(|it| std::mem::replace(it, sort.clone()));
            if last.is_some_and(|it| !it.is_empty() && it != sort) {
                text = [&ordered, " ", &text].concat();
            }
            spoken.try_set(text);
        });
        pending.set_value(Some(speak));
    });
    let said = expect_context::<Open>().said;
    view! {
        <div class="visually-hidden" role="status">{text(move || spoken.get())}</div>
        <div class="visually-hidden" role="status" data-testid="said">{text(move || said.get())}</div>
    }
}
