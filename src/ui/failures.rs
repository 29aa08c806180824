//! The lists that stopped, each with its reason and a way on.

use leptos::prelude::*;
use view::{Region, Target};

use super::icon::{Icon, IconView};
use crate::{
    session::Failure,
    state::{Prefs, t, use_store},
    words,
};

/// One line a stopped list; the others stay usable.
#[component]
pub fn Failures() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let failed = Memo::new(move |_| {
        store.progress().with(|it| {
            it.failed()
                .map(|(place, target, failure)| (place, target.clone(), failure.clone()))
                .collect::<Vec<_>>()
        })
    });
    let retry_all =
        move |_| failed.with_untracked(|it| it.iter().for_each(|(place, ..)| store.retry(*place)));
    let lines = move || {
        let line = |(place, target, failure)| view! { <FailureLine place target failure /> };
        failed.get().into_iter().map(line).collect_view()
    };
    view! {
        <Show when=move || failed.with(|it| !it.is_empty())>
            <section class="notice notice--bad" role="alert" data-testid="failures">
                <div class="failures__head">
                    <IconView icon=Icon::Warning />
                    <p class="notice__text">{move || words::failed_lists(failed.with(Vec::len), lang.get())}</p>
                    <Show when=move || failed.with(|it| { it.len() > 1 })>
                        <button type="button" class="button" on:click=retry_all>{t(words::RETRY_ALL)}</button>
                    </Show>
                </div>
                <ul class="failures__list" role="list">{lines}</ul>
            </section>
        </Show>
    }
}

#[component]
fn FailureLine(
    /// The list's place in the load.
    place: usize,
    /// What it lists.
    target: Target,
    /// Why it stopped.
    failure: Failure,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let detail = failure.detail();
    let id = target.place().to_owned();
    let place_id = id.clone();
    let name = Region::find(&target.region).map(|it| it.name);
    view! {
        <li class="failures__item" data-place=id>
            <span class="failures__place">
                {move || name.map(|it| it.get(lang.get()))} " " <code>{place_id}</code>
            </span>
            <span class="failures__why">
                {move || failure.sentence(lang.get())} " " <span class="failures__detail">{detail}</span>
            </span>
            <button type="button" class="button" on:click=move |_| store.retry(place)>
                <IconView icon=Icon::Retry />
                {t(words::RETRY)}
            </button>
        </li>
    }
}
