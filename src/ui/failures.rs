//! The lists that stopped, each with its reason and a way on.

use crate::ui::prelude::*;
use view::{Lang, Region, Target};

use super::{
    copy::CopyButton,
    deferred::{Part, deferred},
    icon::{Icon, IconView},
    live::{Live, memo, part, text, when},
};
use crate::{
    session::Failure,
    state::{Prefs, t, use_store},
    words::{self, Left},
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

/// The heading, and a line for each. Those of one reason stand together below it.
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
    let line = |(stopped, is_first)| view! { <FailureLine stopped is_first /> };
    part(move || by_reason(failed.get()).into_iter().map(line).collect_view().into_any())
}

/// The lists of each reason, in the order in which the reasons came, and whether a list is the first of its reason. Reasons are few,
/// so looking for one in all of them beats the code of a sort.
fn by_reason(mut failed: Vec<Stopped>) -> Vec<(Stopped, bool)> {
    let mut lines = Vec::new();
    while let Some(reason) = failed.first().map(|it| it.2.sentence(Lang::En)) {
        let same = |it: &mut Stopped| it.2.sentence(Lang::En) == reason;
        let alike: Vec<_> = failed.extract_if(.., same).collect();
        lines.extend(alike.into_iter().enumerate().map(|(place, it)| (it, place == 0)));
    }
    lines
}

/// How many stopped, and a way to try all of them again.
#[component]
fn FailuresHead(
    /// The lists that stopped.
    failed: Memo<Vec<Stopped>>,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let heading = text(move || {
        if store.opens_file() {
            return words::FILE_FAILED.get(lang.get()).to_owned();
        }
        let left = match store.summary().received {
            _ if store.shows_older() => Left::Older,
            0 => Left::Nothing,
            _ => Left::Part,
        };
        words::failed_lists(failed.with(Vec::len), left, lang.get())
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
    /// The list.
    stopped: Stopped,
    /// Whether it is the first of its reason, and says it.
    is_first: bool,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let (place, target, failure) = stopped;
    let detail = failure.detail().map(|detail| view! { <FailureDetail detail /> });
    let id = target.place();
    let place_id = id.clone();
    let region = target.stamp("Region").and_then(Region::find).map(|it| it.name);
    let name = move || region.map(|it| it.get(lang.get()).to_owned()).unwrap_or_default();
    view! {
        <li class="failures__item" data-place=id>
            {is_first.then(|| view! { <p class="failures__why">{text(move || failure.sentence(lang.get()))}</p> })}
            <span class="failures__place">
                {text(name)} " " <code>{place_id}</code>
            </span>
            <div class="failures__more">{detail}</div>
            <button class="button" on:click=heard(move |_| store.retry([place]))>
                <IconView icon=Icon::Retry />
                {t(words::RETRY)}
            </button>
        </li>
    }
}

/// What to quote when asking for help, with a button that copies it. Folded, since few want to read it.
#[component]
pub(super) fn FailureDetail(
    /// The code, the service's own words and the request's id.
    detail: String,
) -> impl IntoView {
    let copied = detail.clone();
    view! {
        <details class="failures__detail">
            <summary>{t(words::DETAIL)}</summary>
            <code>{detail}</code>
            <CopyButton label=words::COPY_DETAIL icon=Icon::Copy bare=true copies=Box::new(move || copied.clone()) />
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_one_reason_stand_together() {
        let stopped = |place, failure| (place, Target::default(), failure);
        let failed = vec![
            stopped(0, Failure::TimedOut),
            stopped(1, Failure::NoGateway),
            stopped(2, Failure::TimedOut),
        ];
        let lines = by_reason(failed).into_iter().map(|((place, ..), is_first)| (place, is_first));
        assert_eq!(lines.collect::<Vec<_>>(), [(0, true), (2, false), (1, true)]);
    }
}
