//! Connecting: the ways as a list of choices, one of them open at a time.

mod attempt;
mod entered;
mod fields;
mod trials;
mod way;

use crate::ui::prelude::*;

use self::{
    attempt::Attempt,
    entered::GATEWAY_TOKEN,
    fields::{Fields, Input, Routing},
    trials::{Outcome, OutcomeView},
    way::Way,
};
use super::{
    deferred::{Part, deferred},
    icon::{Icon, IconView},
    live::{flag, live, part, text, when},
};
use crate::{
    app::Open,
    browser,
    session::{Gateway, probe},
    state::{Prefs, t, use_store},
    words,
};

/// The dialog. What is in it is made anew each time it opens, so that nothing that was typed outlives it.
#[component]
pub fn ConnectDialog() -> impl IntoView {
    let open = expect_context::<Open>().connect;
    browser::follow(move || browser::show_dialog("connect", open.get()));
    let form = when(move || open.get(), || deferred(Part::Connect));
    view! {
        <dialog id="connect" class="connect" aria-labelledby="connect-title" on:close=heard(move |_| open.set(false))>
            <header class="connect__head">
                <h2 id="connect-title">{t(words::CONNECT)}</h2>
                <button type="button" class="button button--bare" aria-label=t(words::CLOSE) on:click=heard(move |_| open.set(false))>
                    <IconView icon=Icon::Close />
                </button>
            </header>
            {form}
        </dialog>
    }
}

/// The ways, and what all of them share.
#[component]
pub(super) fn ConnectForm() -> impl IntoView {
    let store = use_store();
    let attempt = Attempt::new(store, expect_context::<Open>().connect);
    on_cleanup(move || attempt.call_off());
    browser::before_next_frame(|| entered::focus_on("#connect input:checked"));
    let ways = move || {
        let signs = store.gateway().with(|it| it.as_ref().is_some_and(Gateway::signs));
        let gateway = signs.then_some(Way::Gateway);
        let ways = gateway.into_iter().chain([Way::KeyPair, Way::Endpoint]);
        ways.map(|way| view! { <WayCard way attempt /> }).collect_view().into_any()
    };
    let wants_token =
        move || store.gateway().with(|it| it.as_ref().is_some_and(|it| it.wants_token));
    let token = when(wants_token, || {
        view! { <div class="connect__part"><Input label=words::GATEWAY_ACCESS name=GATEWAY_TOKEN kind="password" /></div> }
            .into_any()
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        attempt.begin();
    };
    view! {
        <form class="connect__form" on:submit=heard(submit)>
            <div class="connect__ways" role="radiogroup" aria-labelledby="connect-title">{part(ways)}</div>
            {token}
            <Routing way=attempt.way />
            <Probe attempt />
            <OutcomeView outcome=attempt.outcome />
            <Acts attempt />
        </form>
    }
}

/// A way: a radio button with its words, and its fields while it is chosen.
#[component]
fn WayCard(
    /// Which one.
    way: Way,
    /// The try that it is chosen for.
    attempt: Attempt,
) -> impl IntoView {
    let store = attempt.store;
    let lang = expect_context::<Prefs>().lang;
    let chosen = move || attempt.way.get() == way;
    let (label, note) = untrack(|| way.words(store));
    let used = when(
        move || store.access().with(|it| Way::of(it) == Some(way)),
        || view! { <span class="connect__used">{t(words::IN_USE)}</span> }.into_any(),
    );
    let account = move || {
        let account = store.gateway().with(|it| it.as_ref().and_then(|it| it.account.clone()));
        let account = account.filter(|_| way == Way::Gateway);
        account.map(|it| format!("{} {it}", words::ACCOUNT.get(lang.get()))).unwrap_or_default()
    };
    let fields = when(chosen, move || view! { <Fields way /> }.into_any());
    let id = way.id();
    view! {
        <section class="connect__way" data-way=id data-chosen=flag(chosen)>
            <label class="connect__choice">
                <input type="radio" name="way" value=id prop:checked=live(chosen) on:change=heard(move |_| attempt.choose(way)) aria-describedby=format!("way-{id}") />
                <span class="connect__title">{t(label)}</span>
                {used}
            </label>
            <p class="hint connect__note" id=format!("way-{id}")>{t(note)} " " {text(account)}</p>
            {fields}
        </section>
    }
}

/// What the test will ask, by the names of its calls.
#[component]
fn Probe(
    /// The try that it belongs to.
    attempt: Attempt,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let asks = move || {
        let asked = attempt.asked().into_iter().map(|it| (it, probe(it)));
        words::test_asks(&asked.collect::<Vec<_>>(), lang.get())
    };
    view! { <p class="hint connect__part" data-testid="connect-probe">{text(asks)}</p> }
}

#[component]
fn Acts(
    /// What they act on.
    attempt: Attempt,
) -> impl IntoView {
    let store = attempt.store;
    let act = move |_| {
        attempt.call_off();
        store.disconnect();
    };
    let disconnect = when(
        move || store.can_disconnect(),
        move || {
            view! { <button type="button" class="button" on:click=heard(act)>{t(words::FORGET)}</button> }
                .into_any()
        },
    );
    let busy = move || attempt.outcome.with(|it| *it == Outcome::Trying);
    view! {
        <div class="connect__acts connect__part">
            {disconnect}
            <button type="submit" class="button button--primary" aria-disabled=flag(busy)>
                {t(words::TEST_AND_CONNECT)}
            </button>
        </div>
    }
}
