//! What stands in place of rows when there are none.

use leptos::prelude::*;
use view::{Text, ViewState};

use super::live::{memo, part, text};
use crate::{
    app::Open,
    browser,
    session::Failure,
    state::{Access, Prefs, Store, t, use_store},
    words,
};

/// Why there are no rows.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Why {
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
}

/// Says why there are no rows, and what to do.
#[component]
pub fn Placeholder() -> impl IntoView {
    let store = use_store();
    let why = memo(move || {
        let (shown, all) = store.results().with(|it| (it.rows.len(), it.out_of));
        let load = Load { settled: store.is_settled(), failed: store.summary().failed > 0 };
        store.access().with(|access| store.view().with(|view| why(access, view, load, shown, all)))
    });
    part(move || why.get().map(|why| view! { <Explanation why /> }).into_any())
}

/// What the load has to do with it.
#[derive(Debug, Clone, Copy)]
struct Load {
    /// Whether nothing more will come.
    settled: bool,
    /// Whether some list stopped.
    failed: bool,
}

fn why(access: &Access, view: &ViewState, load: Load, shown: usize, all: u32) -> Option<Why> {
    match access {
        Access::Needed => return Some(Why::NotConnected),
        Access::Unavailable(failure) => return Some(Why::NoGateway(failure.clone())),
        Access::Asking => return None,
        Access::ByGateway | Access::ByKeyPair => {}
    }
    match (shown, all) {
        (1.., _) => None,
        _ if view.regions.is_empty() && !view.catalog.regions.is_empty() => Some(Why::NoRegion),
        _ if !load.settled => None,
        (0, 1..) => Some(Why::NoMatch),
        _ if load.failed => Some(Why::AllFailed),
        _ => Some(Why::Empty),
    }
}

impl Why {
    fn title(&self) -> Text {
        match self {
            Self::NotConnected => words::CONNECT_FIRST,
            Self::NoGateway(_) => words::NOT_CONNECTED,
            Self::NoRegion => words::NO_REGIONS,
            Self::AllFailed => words::ALL_FAILED,
            Self::Empty => words::NO_ROWS,
            Self::NoMatch => words::NOTHING_FOUND,
        }
    }

    fn hint(&self) -> Option<Text> {
        match self {
            Self::NotConnected => Some(words::CONNECT_FIRST_HINT),
            Self::NoRegion => Some(words::NO_REGIONS_HINT),
            Self::Empty => Some(words::NO_ROWS_HINT),
            Self::NoMatch => Some(words::NOTHING_FOUND_HINT),
            Self::NoGateway(_) | Self::AllFailed => None,
        }
    }
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
        move || match (&why, why.hint()) {
            (Why::NoGateway(failure), _) => failure.sentence(lang.get()),
            (_, hint) => hint.map(|it| it.get(lang.get()).to_owned()).unwrap_or_default(),
        }
    };
    view! {
        <div class="placeholder" data-testid="placeholder">
            <h2 class="placeholder__title">{t(why.title())}</h2>
            <p class="placeholder__hint">{text(hint)}</p>
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
    let button = |label: Text, act: Callback<()>| {
        view! {
            <button class="button button--primary" on:click=move |_| act.run(())>{t(label)}</button>
        }
    };
    match why {
        Why::NotConnected => {
            Some(button(words::CONNECT, Callback::new(move |()| open.connect.set(true))))
        }
        Why::NoGateway(_) => {
            let ask = move |()| browser::spawn(store.ask_gateway());
            Some(button(words::RETRY, Callback::new(ask)))
        }
        Why::NoMatch => Some(button(
            words::CLEAR_SEARCH,
            Callback::new(move |()| store.edit_query(String::new())),
        )),
        Why::NoRegion | Why::AllFailed | Why::Empty => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_why_there_is_nothing() {
        let view = ViewState::default();
        let nowhere = ViewState { regions: Vec::new(), ..view.clone() };
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
        ] {
            assert_eq!(
                why(access, view, load, shown, all),
                expected,
                "{access:?} {load:?} {shown} {all}"
            );
        }
    }
}
