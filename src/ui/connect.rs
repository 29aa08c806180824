//! Connecting: the sample, the gateway, or a key pair.

use leptos::prelude::*;
use ucloud_api::KeyPair;
use view::Text;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};

use super::{
    icon::{Icon, IconView},
    live::{flag, part, text, when},
};
use crate::{
    app::Open,
    browser,
    session::{Failure, Gateway},
    state::{Access, Prefs, t, use_store},
    words,
};

/// The dialog of the ways to connect.
#[component]
pub fn ConnectDialog() -> impl IntoView {
    let open = expect_context::<Open>().connect;
    browser::follow(move || {
        let open = open.get();
        let Some(dialog) = dialog() else { return };
        match (open, dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let closed = move |_| {
        open.set(false);
        // A key that was typed and not used has no business in a page that nobody looks at.
        if let Some(private) = input(PRIVATE_KEY) {
            private.set_value("");
        }
    };
    view! {
        <dialog id="connect" class="connect" aria-labelledby="connect-title" on:close=closed>
            <header class="connect__head">
                <h2 id="connect-title">{t(words::CONNECT)}</h2>
                <button type="button" class="button button--bare" aria-label=t(words::CLOSE) on:click=move |_| open.set(false)>
                    <IconView icon=Icon::Close />
                </button>
            </header>
            <GatewayWay />
            <KeyPairWay />
        </dialog>
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    browser::element("connect")?.dyn_into().ok()
}

/// The gateway signs: with an account's key, or for its sample data.
#[component]
fn GatewayWay() -> impl IntoView {
    let store = use_store();
    let open = expect_context::<Open>().connect;
    let gateway = move || store.gateway().get().filter(Gateway::signs);
    let used = move || store.access().with(|it| *it == Access::ByGateway);
    let use_it = move |_| {
        store.use_gateway();
        open.set(false);
    };
    let words = |gateway: &Gateway| {
        if gateway.is_demo() {
            (words::CONNECT_SAMPLE, words::CONNECT_SAMPLE_NOTE)
        } else {
            (words::CONNECT_GATEWAY, words::CONNECT_GATEWAY_NOTE)
        }
    };
    let way = move |(label, note): (Text, Text)| {
        view! {
            <section class="connect__way" data-used=flag(used)>
                <h3 class="connect__title">{t(label)}</h3>
                <p class="hint">{t(note)}</p>
                <div class="connect__acts">
                    <button type="button" class="button" on:click=use_it>{t(words::USE_THIS)}</button>
                </div>
            </section>
        }
    };
    part(move || gateway().map(|it| way(words(&it))).into_any())
}

/// What became of a try to connect.
#[derive(Clone, PartialEq)]
enum Outcome {
    NotTried,
    Trying,
    KeysMissing,
    Failed(Failure),
}

/// The page signs with a key pair that lives in its memory.
#[component]
fn KeyPairWay() -> impl IntoView {
    let store = use_store();
    let open = expect_context::<Open>().connect;
    let outcome = RwSignal::new(Outcome::NotTried);
    let connect = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if outcome.get_untracked() == Outcome::Trying {
            return;
        }
        let Some(key) = take_keys() else {
            return outcome.set(Outcome::KeysMissing);
        };
        outcome.set(Outcome::Trying);
        browser::spawn(async move {
            let tried = store.use_key_pair(key, move || open.get_untracked()).await;
            // After a refusal the public key stays: most often only the other one was wrong.
            if let (true, Some(public)) = (tried.is_ok(), input(PUBLIC_KEY)) {
                public.set_value("");
                open.set(false);
            }
            outcome.set(tried.map_or_else(Outcome::Failed, |()| Outcome::NotTried));
        });
    };
    let has_key = move || store.access().with(|it| *it == Access::ByKeyPair);
    let forget = when(has_key, move || {
        let forget = move |_| store.forget();
        view! { <button type="button" class="button" on:click=forget>{t(words::FORGET)}</button> }
            .into_any()
    });
    view! {
        <form class="connect__way" method="dialog" data-used=flag(has_key) on:submit=connect>
            <h3 class="connect__title">{t(words::CONNECT_KEY)}</h3>
            <p class="hint">{t(words::CONNECT_KEY_NOTE)}</p>
            <KeyInput label=words::PUBLIC_KEY name=PUBLIC_KEY kind="text" />
            <KeyInput label=words::PRIVATE_KEY name=PRIVATE_KEY kind="password" />
            <OutcomeLine outcome />
            <div class="connect__acts">
                {forget}
                <button type="submit" class="button button--primary" aria-disabled=flag(move || outcome.get() == Outcome::Trying)>
                    {t(words::TEST_AND_CONNECT)}
                </button>
            </div>
        </form>
    }
}

#[component]
fn KeyInput(
    /// What it is called.
    label: Text,
    /// Its name.
    name: &'static str,
    /// The type of the input.
    kind: &'static str,
) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field__label">{t(label)}</span>
            <input id=name class="input" type=kind name=name autocomplete="off" spellcheck="false" />
        </label>
    }
}

#[component]
fn OutcomeLine(
    /// What became of the last try.
    outcome: RwSignal<Outcome>,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let sentence = move || {
        let lang = lang.get();
        outcome.with(|it| match it {
            Outcome::NotTried => String::new(),
            Outcome::Trying => words::TESTING.get(lang).to_owned(),
            Outcome::KeysMissing => words::KEYS_NEEDED.get(lang).to_owned(),
            Outcome::Failed(failure) => failure.sentence(lang),
        })
    };
    let detail = move || {
        outcome.with(|it| match it {
            Outcome::Failed(failure) => failure.detail().unwrap_or_default(),
            _ => String::new(),
        })
    };
    let is_bad = move || outcome.with(|it| !matches!(it, Outcome::NotTried | Outcome::Trying));
    view! {
        <p class="connect__outcome" role="alert" data-bad=flag(is_bad) data-testid="connect-outcome">
            {text(sentence)} " " <span class="failures__detail">{text(detail)}</span>
        </p>
    }
}

const PUBLIC_KEY: &str = "public-key";
const PRIVATE_KEY: &str = "private-key";

/// Takes the keys out of their inputs. The private one does not stay there.
fn take_keys() -> Option<KeyPair> {
    let (public, private) = (input(PUBLIC_KEY)?, input(PRIVATE_KEY)?);
    let secret = zeroize::Zeroizing::new(private.value());
    let complete = !public.value().trim().is_empty() && !secret.trim().is_empty();
    complete.then(|| {
        private.set_value("");
        KeyPair::new(&public.value(), &secret)
    })
}

fn input(id: &str) -> Option<HtmlInputElement> {
    browser::element(id)?.dyn_into().ok()
}
