//! Since when the rows are what they are, and a way to load them once more.

use crate::ui::prelude::*;
use gloo_timers::callback::Interval;

use super::{
    icon::{Icon, IconView},
    live::{memo, part, text},
};
use crate::{
    app::Open,
    browser,
    state::{Prefs, use_store},
    words,
};

/// When the rows were loaded, as a button that loads them anew; while older ones stand, that they do.
#[component]
pub(super) fn Age() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let now = clock();
    let moment = move |it| words::moment(browser::local(it), browser::local(now.get()), lang.get());
    let at = memo(move || store.loaded_at().map(moment).unwrap_or_default());
    let is_older = memo(move || store.shows_older());
    let older = move || {
        let failed = store.summary().failed > 0;
        let said = text(move || words::older(&at.get(), failed, lang.get()));
        view! { <p class="status__older" data-testid="older">{said}</p> }.into_any()
    };
    let open = expect_context::<Open>();
    let refresh = move || {
        // The button goes, and comes back with another time.
        browser::focus(LIST);
        open.say(words::LOADING.get(lang.get_untracked()).to_owned());
        store.refresh();
    };
    let again = move || {
        let label = move || words::load_again(&at.get(), lang.get());
        view! {
            <button
                class="button button--quiet status__again"
                data-testid="refresh"
                aria-label=text(label)
                title=text(label)
                on:click=heard(move |_| refresh())
            >
                <IconView icon=Icon::Retry />
                <span>{text(move || at.get())}</span>
            </button>
        }
        .into_any()
    };
    part(move || match () {
        () if at.with(String::is_empty) => ().into_any(),
        () if is_older.get() => older(),
        () => again(),
    })
}

/// How often the clock is looked at, in milliseconds. One look at midnight would come late where the machine slept until then.
const OFTEN: u32 = 60_000;

/// The time, in Unix seconds, about a minute old at most.
fn clock() -> RwSignal<i64> {
    let now = RwSignal::new(browser::now());
    let tick = Interval::new(OFTEN, move || {
        now.try_set(browser::now());
    });
    let tick = StoredValue::new_local(Some(tick));
    on_cleanup(move || tick.set_value(None));
    now
}
