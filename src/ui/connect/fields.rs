//! The fields of each way, and where its requests go.

use crate::ui::prelude::*;
use ucloud_api::Product;
use view::Text;

use super::{
    entered::{
        ADDRESS, COMPSHARE_PRIVATE_KEY, COMPSHARE_PUBLIC_KEY, ENDPOINT_TOKEN, PRIVATE_KEY,
        PUBLIC_KEY, REMEMBER, SECURITY_TOKEN, kept_address,
    },
    way::Way,
};
use crate::{
    session::{Gateway, probe},
    state::{Prefs, t, use_store},
    ui::live::text,
    words,
};

/// What a way asks for.
#[component]
pub(super) fn Fields(
    /// Which one.
    way: Way,
) -> impl IntoView {
    match way {
        Way::Gateway => ().into_any(),
        Way::KeyPair => view! { <KeyFields /> }.into_any(),
        Way::Endpoint => view! { <EndpointFields /> }.into_any(),
    }
}

#[component]
fn KeyFields() -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let asks = move || {
        let product = Product::CompShare;
        words::test_asks(&[(product, probe(product))], lang.get())
    };
    view! {
        <div class="connect__fields">
            <Input label=words::PUBLIC_KEY name=PUBLIC_KEY kind="text" />
            <Input label=words::PRIVATE_KEY name=PRIVATE_KEY kind="password" />
            <details class="connect__more" data-more="temporary">
                <summary>{t(words::TEMPORARY_KEY)}</summary>
                <Input label=words::SECURITY_TOKEN name=SECURITY_TOKEN kind="password" />
            </details>
            <details class="connect__more" data-more="compshare">
                <summary>{t(words::COMPSHARE_KEYS)}</summary>
                <p class="hint">{t(words::COMPSHARE_KEYS_NOTE)} " " {text(asks)}</p>
                <Input label=words::COMPSHARE_PUBLIC_KEY name=COMPSHARE_PUBLIC_KEY kind="text" />
                <Input label=words::COMPSHARE_PRIVATE_KEY name=COMPSHARE_PRIVATE_KEY kind="password" />
            </details>
        </div>
    }
}

#[component]
fn EndpointFields() -> impl IntoView {
    let kept = kept_address();
    let is_kept = kept.is_some();
    view! {
        <div class="connect__fields">
            <Input label=words::ENDPOINT_ADDRESS name=ADDRESS kind="url" value=kept.unwrap_or_default() />
            <label class="check">
                <input type="checkbox" id=REMEMBER name=REMEMBER checked=is_kept />
                {t(words::REMEMBER_ADDRESS)}
            </label>
            <Input label=words::ENDPOINT_ACCESS name=ENDPOINT_TOKEN kind="password" />
        </div>
    }
}

/// A field with its label. What is typed into it stays its own: no signal carries it.
#[component]
pub(super) fn Input(
    /// What it is called.
    label: Text,
    /// Its name and id.
    name: &'static str,
    /// The type of the input.
    kind: &'static str,
    /// What it holds at first.
    #[prop(optional)]
    value: String,
) -> impl IntoView {
    // An address is checked when it is used, with words in the reader's language; the browser would speak its own.
    let (kind, mode) = if kind == "url" { ("text", Some("url")) } else { (kind, None) };
    view! {
        <label class="field">
            <span class="field__label">{t(label)}</span>
            <input
                id=name class="input" type=kind name=name inputmode=mode prop:value=value
                autocomplete="off" autocapitalize="off" spellcheck="false"
            />
        </label>
    }
}

/// Where requests go, and what may keep their answers away.
#[component]
pub(super) fn Routing(
    /// The way that is chosen.
    way: RwSignal<Way>,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let route = move || {
        let lang = lang.get();
        store.gateway().with(|gateway| match gateway {
            _ if way.get() == Way::Gateway => String::new(),
            None => words::DIRECTLY.get(lang).to_owned(),
            Some(it) if it.is_demo() => words::WITHIN_GATEWAY.get(lang).to_owned(),
            Some(it) => through(it, lang),
        })
    };
    view! { <p class="hint connect__part" data-testid="connect-route">{text(route)}</p> }
}

fn through(gateway: &Gateway, lang: view::Lang) -> String {
    let mut hosts = gateway.hosts.clone();
    hosts.dedup();
    let end = if lang == view::Lang::En { "." } else { "。" };
    format!("{} {}{end}", words::THROUGH_GATEWAY.get(lang), hosts.join(", "))
}
