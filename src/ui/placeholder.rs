//! What stands in place of rows when there are none.

use crate::ui::prelude::*;
use view::{Text, ViewState};

use super::{
    deferred::{Part, deferred},
    live::{memo, part, text, when},
    menu::unfold,
    regions,
    scope::Scope,
};
use crate::{
    app::Open,
    browser,
    load::Progress,
    session::Failure,
    state::{Access, Prefs, Store, t, use_store},
    words,
};

/// Why there are no rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Why {
    /// Nobody signs.
    NotConnected,
    /// There is no gateway.
    NoGateway(Failure),
    /// No region is chosen.
    NoRegion,
    /// Every list stopped before its first row.
    AllFailed,
    /// The lists are empty.
    Empty,
    /// There are rows, but none matches.
    NoMatch,
    /// The file holds no rows.
    FileEmpty,
}

/// Says why there are no rows, and what to do.
#[component]
pub fn Placeholder() -> impl IntoView {
    let store = use_store();
    let why = memo(move || {
        let (shown, all) = store.results().with(|it| (it.rows.len(), it.out_of));
        let summary = store.summary();
        let all_failed = summary.failed > 0 && summary.failed == summary.lists;
        let load = Load { settled: store.is_settled(), failed: all_failed };
        store.access().with(|access| store.view().with(|view| why(access, view, load, shown, all)))
    });
    when(move || why.with(Option::is_some), move || deferred(Part::Placeholder(why)))
}

/// What the load has to do with it.
#[derive(Debug, Clone, Copy)]
struct Load {
    /// Whether nothing more will come.
    settled: bool,
    /// Whether every list stopped.
    failed: bool,
}

fn why(access: &Access, view: &ViewState, load: Load, shown: usize, all: u32) -> Option<Why> {
    let of_file = view.open.is_some();
    match access {
        // A file needs nobody's leave.
        _ if of_file => {}
        Access::Needed => return Some(Why::NotConnected),
        Access::Unavailable(failure) => return Some(Why::NoGateway(failure.clone())),
        Access::Asking => return None,
        Access::ByGateway | Access::ByKeyPair | Access::ByEndpoint | Access::BySample => {}
    }
    match (shown, all) {
        (1.., _) => None,
        _ if !of_file && view.regions.is_empty() && !view.catalog.regions.is_empty() => {
            Some(Why::NoRegion)
        }
        _ if !load.settled => None,
        (0, 1..) => Some(Why::NoMatch),
        _ if load.failed => Some(Why::AllFailed),
        _ if of_file => Some(Why::FileEmpty),
        _ => Some(Why::Empty),
    }
}

impl Why {
    fn title(&self) -> Text {
        match self {
            Self::NotConnected => words::CONNECT_FIRST,
            Self::NoGateway(_) => words::CONNECT_FIRST,
            Self::NoRegion => words::NO_REGIONS,
            Self::AllFailed => words::ALL_FAILED,
            Self::Empty => words::NO_ROWS,
            Self::NoMatch => words::NOTHING_FOUND,
            Self::FileEmpty => words::FILE_EMPTY,
        }
    }

    fn hint(&self) -> Option<Text> {
        match self {
            Self::NotConnected => Some(words::CONNECT_FIRST_HINT),
            Self::NoRegion => Some(words::NO_REGIONS_HINT),
            Self::Empty => Some(words::NO_ROWS_HINT),
            Self::AllFailed => Some(words::ALL_FAILED_HINT),
            Self::NoGateway(_) | Self::NoMatch | Self::FileEmpty => None,
        }
    }
}

/// What is said, anew for each reason.
pub(super) fn explained(why: Memo<Option<Why>>) -> AnyView {
    part(move || why.get().map(|why| view! { <Explanation why /> }).into_any()).into_any()
}

#[component]
fn Explanation(
    /// Why there are no rows.
    why: Why,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let hint = {
        let why = why.clone();
        let wants_token =
            move || store.gateway().with(|it| it.as_ref().is_some_and(|it| it.wants_token));
        move || match (&why, why.hint()) {
            (Why::NoGateway(failure), _) => failure.sentence(lang.get()),
            (Why::NotConnected, _) if wants_token() => {
                words::CONNECT_TOKEN_HINT.get(lang.get()).to_owned()
            }
            (_, hint) => hint.map(|it| it.get(lang.get()).to_owned()).unwrap_or_default(),
        }
    };
    let asks = matches!(why, Why::NotConnected | Why::NoGateway(_));
    let scope = asks.then(|| view! { <Scope /> });
    view! {
        <div class="placeholder" data-testid="placeholder">
            <h2 class="placeholder__title">{t(why.title())}</h2>
            <p class="placeholder__hint">{text(hint)}</p>
            {scope}
            <WayOn why store />
        </div>
    }
}

#[component]
fn WayOn(
    /// Why there are no rows.
    why: Why,
    /// The store.
    store: Store,
) -> impl IntoView {
    let open = expect_context::<Open>();
    let connect = move || {
        view! {
            <button class="button button--primary" on:click=heard(move |_| open.connect.set(true))>{t(words::CONNECT)}</button>
        }
    };
    match why {
        Why::NotConnected => connect().into_any(),
        Why::NoGateway(_) => {
            let ask = move |_| browser::spawn(store.ask_gateway());
            view! {
                <div class="placeholder__acts">
                    {connect()}
                    <button class="button" on:click=heard(ask)>{t(words::RETRY)}</button>
                </div>
            }
            .into_any()
        }
        Why::NoMatch => {
            let clear = move |_| store.edit_query(String::new());
            view! {
                {deferred(Part::NoMatch)}
                <button class="button button--primary" on:click=heard(clear)>{t(words::CLEAR_SEARCH)}</button>
            }
            .into_any()
        }
        Why::NoRegion | Why::Empty if !store.catalog().regions.is_empty() => {
            view! {
                <button class="button button--primary" on:click=heard(|_| unfold(regions::MENU))>{t(words::CHOOSE_REGIONS)}</button>
            }
            .into_any()
        }
        Why::AllFailed => {
            let again = move |_| store.retry(store.progress().with_untracked(all_places));
            view! {
                <button class="button button--primary" on:click=heard(again)>{t(words::RETRY)}</button>
            }
            .into_any()
        }
        Why::NoRegion | Why::Empty | Why::FileEmpty => ().into_any(),
    }
}

fn all_places(it: &Progress) -> std::ops::Range<usize> {
    0..it.0.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_why_there_is_nothing() {
        let view = ViewState::default();
        let nowhere = ViewState { regions: Vec::new(), ..view.clone() };
        let file = ViewState { open: Some("x.rows".into()), ..nowhere.clone() };
        let running = Load { settled: false, failed: false };
        let failed = Load { settled: true, failed: true };
        let done = Load { settled: true, failed: false };
        let gateway = Access::ByGateway;
        for (access, view, load, shown, all, expected) in [
            (&Access::Needed, &view, running, 0, 0, Some(Why::NotConnected)),
            (&Access::Asking, &view, running, 0, 0, None),
            (&gateway, &view, running, 0, 0, None),
            (&gateway, &view, running, 5, 9, None),
            (&gateway, &view, running, 0, 9, None),
            (&gateway, &view, done, 0, 9, Some(Why::NoMatch)),
            (&gateway, &view, failed, 0, 0, Some(Why::AllFailed)),
            (&gateway, &view, done, 0, 0, Some(Why::Empty)),
            (&gateway, &nowhere, running, 0, 0, Some(Why::NoRegion)),
            (&Access::Needed, &file, running, 0, 0, None),
            (&Access::Asking, &file, done, 5, 9, None),
            (&Access::Needed, &file, done, 0, 9, Some(Why::NoMatch)),
            (&Access::Asking, &file, failed, 0, 0, Some(Why::AllFailed)),
            (&gateway, &file, done, 0, 0, Some(Why::FileEmpty)),
        ] {
            assert_eq!(
                why(access, view, load, shown, all),
                expected,
                "{access:?} {load:?} {shown} {all}"
            );
        }
    }
}
