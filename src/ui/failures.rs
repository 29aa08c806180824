//! The lists that stopped, each with its reason and a way on.

use crate::ui::prelude::*;
use view::{Region, Target};

use super::{
    copy::CopyButton,
    deferred::{Part, deferred},
    icon::{Icon, IconView},
    live::{Live, memo, part, text, when},
};
use crate::{
    session::Failure,
    state::{Prefs, t, use_store},
    words,
};

/// A list that stopped: its place, what it lists, and why.
pub(super) type Stopped = (usize, Target, Failure);

/// One line a stopped list; the others stay usable.
#[component]
pub fn Failures() -> impl IntoView {
    let store = use_store();
    let failed = memo(move || {
        store.progress().with(|it| {
            it.failed()
                .map(|(place, target, failure)| (place, target.clone(), failure.clone()))
                .collect::<Vec<Stopped>>()
        })
    });
    when(
        move || failed.with(|it| !it.is_empty()),
        move || {
            view! {
                <section class="notice notice--bad" role="alert" data-testid="failures">
                    {deferred(Part::Failures(failed))}
                </section>
            }
            .into_any()
        },
    )
}

/// The heading, and a line for each.
#[component]
pub(super) fn FailureList(
    /// The lists that stopped.
    failed: Memo<Vec<Stopped>>,
) -> impl IntoView {
    view! {
        <FailuresHead failed />
        <ul class="failures__list" role="list">{lines(failed)}</ul>
    }
}

fn lines(failed: Memo<Vec<Stopped>>) -> Live<AnyView> {
    let line = |(place, target, failure)| view! { <FailureLine place target failure /> };
    part(move || failed.get().into_iter().map(line).collect_view().into_any())
}

/// How many stopped, and a way to try all of them again.
#[component]
fn FailuresHead(
    /// The lists that stopped.
    failed: Memo<Vec<Stopped>>,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let heading = text(move || match store.opens_file() {
        true => words::FILE_FAILED.get(lang.get()).to_owned(),
        false => words::failed_lists(failed.with(Vec::len), lang.get()),
    });
    let retry_all =
        move |_| store.retry(failed.get_untracked().into_iter().map(|(place, ..)| place));
    let several = when(
        move || failed.with(|it| it.len() > 1),
        move || {
            view! { <button class="button" on:click=heard(retry_all)>{t(words::RETRY_ALL)}</button> }
                .into_any()
        },
    );
    view! {
        <div class="failures__head">
            <IconView icon=Icon::Warning />
            <p class="notice__text">{heading}</p>
            {several}
        </div>
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
    let detail = failure.detail().map(|detail| view! { <FailureDetail detail /> });
    let id = target.place();
    let place_id = id.clone();
    let region = target.stamp("Region").and_then(Region::find).map(|it| it.name);
    let name = move || region.map(|it| it.get(lang.get()).to_owned()).unwrap_or_default();
    view! {
        <li class="failures__item" data-place=id>
            <span class="failures__place">
                {text(name)} " " <code>{place_id}</code>
            </span>
            <span class="failures__why">
                {text(move || failure.sentence(lang.get()))} " " {detail}
            </span>
            <button class="button" on:click=heard(move |_| store.retry([place]))>
                <IconView icon=Icon::Retry />
                {t(words::RETRY)}
            </button>
        </li>
    }
}

/// What to quote when asking for help, with a button that copies it.
#[component]
pub(super) fn FailureDetail(
    /// The code, the service's own words and the request's id.
    detail: String,
) -> impl IntoView {
    let copied = detail.clone();
    view! {
        <span class="failures__detail">
            {detail}
            <CopyButton label=words::COPY_DETAIL icon=Icon::Copy bare=true copies=Box::new(move || copied.clone()) />
        </span>
    }
}
