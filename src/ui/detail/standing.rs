//! How it stands with what is asked for one row.

use crate::ui::prelude::*;

use crate::{
    load::Stage,
    session::Failure,
    state::{Errand, Prefs, t},
    ui::{
        icon::{Icon, IconView},
        live::{part, text},
    },
    words,
};

/// Says that it is on its way, or why it is not there, with a way on. Nothing once it is there.
#[component]
pub(super) fn Standing(
    /// What was asked for.
    errand: Errand,
) -> impl IntoView {
    part(move || match errand.stage().get() {
        Stage::Done => ().into_any(),
        Stage::Waiting | Stage::Running => {
            view! { <p class="hint detail__loading" role="status">{t(words::LOADING)}</p> }
                .into_any()
        }
        Stage::Failed(failure) => view! { <Failed errand failure /> }.into_any(),
    })
}

#[component]
fn Failed(
    /// What was asked for.
    errand: Errand,
    /// Why it is not there.
    failure: Failure,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let detail = failure.detail().map(|it| view! { <p class="detail__reason">{it}</p> });
    view! {
        <div class="notice notice--bad detail__failed" role="alert">
            <p>{text(move || failure.sentence(lang.get()))}</p>
            {detail}
            <button class="button" on:click=heard(move |_| errand.retry())>
                <IconView icon=Icon::Retry />
                {t(words::RETRY)}
            </button>
        </div>
    }
}
