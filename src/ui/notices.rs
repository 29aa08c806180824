//! What of a link could not be used.

use leptos::prelude::*;

use super::icon::{Icon, IconView};
use crate::{
    state::{t, use_store},
    words,
};

/// Names the parts of the link that were left out.
#[component]
pub fn Notices() -> impl IntoView {
    let notices = use_store().notices();
    let keys = move || notices.with(|it| it.iter().map(|it| it.key).collect::<Vec<_>>().join(", "));
    view! {
        <Show when=move || notices.with(|it| !it.is_empty())>
            <div class="notice notice--warn" role="alert" data-testid="link-notice">
                <IconView icon=Icon::Warning />
                <p class="notice__text">{t(words::DAMAGED_LINK)} " " <code>{keys}</code></p>
                <button type="button" class="button button--quiet" on:click=move |_| notices.set(Vec::new())>
                    {t(words::DISMISS)}
                </button>
            </div>
        </Show>
    }
}
