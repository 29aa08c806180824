//! What of a link could not be used.

use crate::ui::prelude::*;

use super::{
    icon::{Icon, IconView},
    live::{text, when},
};
use crate::{
    state::{t, use_store},
    words,
};

/// Names the parts of the link that were left out.
#[component]
pub fn Notices() -> impl IntoView {
    let notices = use_store().notices();
    let keys = move || notices.with(|it| it.iter().map(|it| it.key).collect::<Vec<_>>().join(", "));
    let dismiss = move |_| notices.set(Vec::new());
    when(
        move || notices.with(|it| !it.is_empty()),
        move || {
            view! {
                <div class="notice notice--warn" role="alert" data-testid="link-notice">
                    <IconView icon=Icon::Warning />
                    <p class="notice__text">{t(words::DAMAGED_LINK)} " " <code>{text(keys)}</code></p>
                    <button class="button button--quiet" on:click=heard(dismiss)>{t(words::DISMISS)}</button>
                </div>
            }
            .into_any()
        },
    )
}
