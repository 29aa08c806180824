//! What the first view does not need. It is compiled into a file of its own, which comes once the first rows are there.
//!
//! [`Part`] and [`built`] are the whole table: a new part is a line in each, and a component that nothing else reaches into. Whatever
//! only [`built`] leads to leaves the page's main file, down to functions of the engine and texts. A file for each part would cost
//! more than it saves: what two parts share would come with both or need a file again, and all of it is fetched anyway.
//!
//! A page that was not taken apart (a test, `cargo build`) has everything, and shows its parts at once.

use catalog::RowId;
use futures_util::FutureExt;

use super::{
    chooser,
    connect::ConnectForm,
    detail::SheetBody,
    failures::{FailureList, Stopped},
    live::part,
    no_match::NoMatch,
    parameters::ParametersPanel,
    regions,
    search_box::examples::ExamplesSheet,
};
use crate::{
    browser,
    later::later,
    state::{Store, t},
    ui::prelude::*,
    words,
};

/// A part that is not of the first view, with what it is made from.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// The names to choose of a level.
    Chooser(chooser::Draft),
    /// The ways to connect.
    Connect,
    /// What can be written into the search box.
    Examples,
    /// The lists that stopped.
    Failures(Memo<Vec<Stopped>>),
    /// Ways on from a search that found nothing.
    NoMatch,
    /// The form of parameters.
    Parameters,
    /// The regions to choose.
    Regions(regions::Draft),
    /// The detail of a row, below its head.
    Sheet(RowId),
}

impl Part {
    /// Whether it stands there folded from the first view on. Such a part does not hurry the file.
    fn is_folded(self) -> bool {
        matches!(self, Self::Chooser(_) | Self::Parameters | Self::Regions(_))
    }
}

/// Shows a part as soon as its file is there; what is around it does not wait. If the file cannot be had, says so and offers to try again.
pub(super) fn deferred(it: Part) -> AnyView {
    let later = expect_context::<Later>();
    if !it.is_folded() {
        later.fetch();
    }
    let show = move || match later.0.get() {
        Stage::There => ready(it),
        Stage::Failed => failed(later),
        Stage::Wanted | Stage::Coming => {
            view! { <p class="hint" role="status">{t(words::LOADING)}</p> }.into_any()
        }
    };
    part(show).into_any()
}

fn failed(later: Later) -> AnyView {
    view! {
        <div class="deferred" role="alert" data-testid="later-failed">
            <p>{t(words::LATER_FAILED)}</p>
            <button type="button" class="button" on:click=heard(move |_| later.fetch())>{t(words::RETRY)}</button>
        </div>
    }
    .into_any()
}

later! {
    fetch: fetched;
    fn built(part: Part) -> AnyView {
        match part {
            Part::Chooser(draft) => view! { <chooser::ChooserPanel draft /> }.into_any(),
            Part::Connect => view! { <ConnectForm /> }.into_any(),
            Part::Examples => view! { <ExamplesSheet /> }.into_any(),
            Part::Failures(failed) => view! { <FailureList failed /> }.into_any(),
            Part::NoMatch => view! { <NoMatch /> }.into_any(),
            Part::Parameters => view! { <ParametersPanel /> }.into_any(),
            Part::Regions(draft) => view! { <regions::RegionsPanel draft /> }.into_any(),
            Part::Sheet(row) => view! { <SheetBody row /> }.into_any(),
        }
    }
}

/// Builds a part whose file is there. The call is ready at once then, so that it runs in the reactive scope of its caller.
fn ready(part: Part) -> AnyView {
    built(part).now_or_never().and_then(Result::ok).unwrap_or_else(|| ().into_any())
}

/// Where the file of the parts stands. A handle, which the page provides.
#[derive(Clone, Copy)]
pub struct Later(RwSignal<Stage>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nobody has asked for it.
    Wanted,
    Coming,
    There,
    Failed,
}

impl Later {
    /// The file, to be fetched when nothing of the first view is waited for any more, or sooner if a part is wanted.
    #[must_use]
    pub fn of(store: Store) -> Self {
        let later =
            Self(RwSignal::new(if cfg!(feature = "split") { Stage::Wanted } else { Stage::There }));
        browser::follow(move || {
            if store.results().with(|it| it.out_of > 0) || store.is_settled() {
                browser::when_idle(move || later.fetch());
            }
        });
        later
    }

    /// Once, however often it is asked for; but again after a failure.
    fn fetch(self) {
        let missing = |it: &Stage| matches!(it, Stage::Wanted | Stage::Failed);
        if !self.0.with_untracked(missing) {
            return;
        }
        self.0.set(Stage::Coming);
        browser::spawn(async move {
            let stage = if fetched().await.is_ok() { Stage::There } else { Stage::Failed };
            // The page may have gone meanwhile.
            self.0.try_set(stage);
        });
    }
}
