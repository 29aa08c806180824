//! The button that says where the rows come from, and leads to connecting.

use crate::ui::prelude::*;

use super::{
    icon::{Icon, IconView},
    live::{text, when},
};
use crate::{
    app::Open,
    state::{Access, Prefs, t, use_store},
    words,
};

/// Says who signs, marks sample data as such, and opens the connect dialog.
#[component]
pub(super) fn ConnectionButton() -> impl IntoView {
    let store = use_store();
    let open = expect_context::<Open>();
    let lang = expect_context::<Prefs>().lang;
    let is_sample = move || store.is_sample();
    let sample = when(is_sample, || {
        view! {
            <span class="connection__sample" title=t(words::SAMPLE_TITLE) data-testid="sample-mark">
                <IconView icon=Icon::Warning />
                {t(words::SAMPLE)}
            </span>
        }
        .into_any()
    });
    let state = move || {
        let text = store.access().with(|it| match it {
            _ if store.opens_file() => Some(words::FROM_FILE),
            Access::ByGateway if is_sample() => None,
            Access::ByGateway => Some(words::BY_GATEWAY),
            Access::ByKeyPair => Some(words::BY_KEY_PAIR),
            Access::ByEndpoint => Some(words::BY_ENDPOINT),
            Access::Needed | Access::Unavailable(_) => Some(words::NOT_CONNECTED),
            Access::Asking | Access::BySample => None,
        });
        text.map(|it| it.get(lang.get()).to_owned()).unwrap_or_default()
    };
    view! {
        <div class="connection">
            {sample}
            <span class="connection__state" data-testid="connection-state">{text(state)}</span>
            <button class="button button--primary" on:click=heard(move |_| open.connect.set(true))>
                <IconView icon=Icon::Key />
                <span class="connection__word">{t(words::CONNECT)}</span>
            </button>
        </div>
    }
}
