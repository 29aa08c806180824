//! What the first view does not need. It is compiled into a file of its own, which comes once the first rows are there.
//!
//! [`Part`] and [`built`] are the whole table: a new part is a line in each, and a component that nothing else reaches into. Whatever
//! only [`tools`] leads to leaves the page's main file, down to functions of the engine and texts. A file for each part would cost
//! more than it saves: what two parts share would come with both or need a file again, and all of it is fetched anyway.
//!
//! A page that was not taken apart (a test, `cargo build`) has everything, and shows its parts at once.

use catalog::{Completions, RowId};
use futures_util::FutureExt;

use super::{
    age::Age,
    cards::Cards,
    chips, chooser, columns, compare,
    connect::ConnectForm,
    detail::SheetBody,
    facets::{Node, Screen},
    failures::{FailureList, Stopped},
    keys::{self, Does, act::Hands},
    live::{memo, part},
    no_match::NoMatch,
    painting::Painting,
    parameters::ParametersPanel,
    placeholder::{self, Why},
    regions,
    reveal::Reveal,
    search_box::{
        completion::{self, Completion},
        examples::ExamplesSheet,
    },
    skeleton,
};
use crate::{
    browser,
    later::later,
    state::{Store, t, use_store},
    ui::prelude::*,
    words,
};

/// A part that is not of the first view, with what it is made from.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// When the rows were loaded.
    Age,
    /// The rows as cards.
    Cards,
    /// The terms of the query.
    Chips(Memo<usize>),
    /// The names to choose of a level.
    Chooser(chooser::Draft),
    /// How many rows are chosen to be compared, and what comes of it.
    Chosen,
    /// The columns and their order, in one of its faces.
    Columns(columns::Face),
    /// The ways to connect.
    Connect,
    /// What can be written into the search box.
    Examples,
    /// The keys of the page.
    Keys,
    /// What may be written next into the search box.
    Offers(StoredValue<Completion>),
    /// The lists that stopped.
    Failures(Memo<Vec<Stopped>>),
    /// Ways on from a search that found nothing.
    NoMatch,
    /// The form of parameters.
    Parameters,
    /// The regions to choose.
    Regions(regions::Draft),
    /// Why there are no rows, and what to do about it.
    Placeholder(Memo<Option<Why>>),
    /// What cells of the table do not show in full. The painting is many times as large as what the others hold.
    Reveal(StoredValue<Painting>),
    /// The detail of a row, below its head.
    Sheet(RowId),
}

impl Part {
    /// Whether it does not hurry the file: it is folded, or nobody misses it.
    fn can_wait(self) -> bool {
        self.is_silent() || matches!(self, Self::Chooser(_) | Self::Parameters | Self::Regions(_))
    }

    /// Whether nobody misses it while it is not there. Of a file that cannot be had, others tell.
    fn is_silent(self) -> bool {
        matches!(self, Self::Age | Self::Chosen | Self::Reveal(_))
    }

    /// What holds its place while it comes.
    fn holds_place(self) -> AnyView {
        match self {
            Self::Cards => skeleton::cards(),
            it if it.is_silent() => ().into_any(),
            _ => view! { <p class="hint" role="status">{t(words::LOADING)}</p> }.into_any(),
        }
    }
}

/// Shows a part as soon as its file is there; what is around it does not wait. If the file cannot be had, says so and offers to try again, unless the
/// part is one that nobody misses.
pub(super) fn deferred(it: Part) -> AnyView {
    let later = expect_context::<Later>();
    // A link that leads to a comparison leads to what is chosen.
    let is_linked =
        matches!(it, Part::Chosen) && use_store().view().with_untracked(|it| it.comparing);
    if is_linked || !it.can_wait() {
        later.fetch();
    }
    let show = move || match (later.tools(), later.stage.get()) {
        (Some(tools), _) => (tools.build)(it),
        (None, Stage::Failed) if is_linked || !it.is_silent() => failed(later),
        (None, _) => it.holds_place(),
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

/// All that the first view reaches of the file. Once it is there these are plain calls, which run in the reactive scope of their caller.
#[derive(Clone, Copy)]
pub(super) struct Tools {
    build: fn(Part) -> AnyView,
    /// What the rail of facets should look like.
    pub(super) sketch: fn(Screen) -> Vec<Node>,
    /// What keys do that choose rows to be compared, with the key of the row that they mean.
    pub(super) choose: fn(Hands, Does, Option<String>),
    /// What may be written next into the search box.
    pub(super) complete: fn(Store, &str, usize) -> Option<Completions>,
}

later! {
    fn tools() -> Tools {
        Tools {
            build: built,
            sketch: Screen::nodes,
            choose: compare::choose,
            complete: Store::complete,
        }
    }
}

fn built(part: Part) -> AnyView {
    match part {
        Part::Age => view! { <Age /> }.into_any(),
        Part::Cards => view! { <Cards /> }.into_any(),
        Part::Chips(count) => chips::list(count),
        Part::Chooser(draft) => view! { <chooser::ChooserPanel draft /> }.into_any(),
        Part::Chosen => compare::chosen(),
        Part::Columns(face) => columns::content(face),
        Part::Connect => view! { <ConnectForm /> }.into_any(),
        Part::Examples => view! { <ExamplesSheet /> }.into_any(),
        Part::Failures(failed) => view! { <FailureList failed /> }.into_any(),
        Part::Keys => keys::sheet::content(),
        Part::NoMatch => view! { <NoMatch /> }.into_any(),
        Part::Offers(completion) => completion::lines(completion),
        Part::Parameters => view! { <ParametersPanel /> }.into_any(),
        Part::Placeholder(why) => placeholder::explained(why),
        Part::Regions(draft) => view! { <regions::RegionsPanel draft /> }.into_any(),
        Part::Reveal(painting) => view! { <Reveal painting=painting.get_value() /> }.into_any(),
        Part::Sheet(row) => view! { <SheetBody row /> }.into_any(),
    }
}

/// Where the file of the parts stands. A handle, which the page provides.
#[derive(Clone, Copy)]
pub struct Later {
    stage: RwSignal<Stage>,
    tools: StoredValue<Option<Tools>>,
}

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
        let later = Self { stage: RwSignal::new(Stage::Wanted), tools: StoredValue::new(None) };
        // A page that was not taken apart has it already. In one that was, this call would fetch it.
        if !cfg!(feature = "split")
            && let Some(Ok(tools)) = tools().now_or_never()
        {
            later.has(tools);
        }
        let is_time = memo(move || store.results().with(|it| it.out_of > 0) || store.is_settled());
        browser::follow(move || {
            if is_time.get() {
                browser::when_idle(move || later.fetch_if(|it| it == Stage::Wanted));
            }
        });
        later
    }

    /// What the file has, as soon as it is there.
    pub(super) fn tools(self) -> Option<Tools> {
        self.stage.track();
        self.tools.try_get_value().flatten()
    }

    /// Whether it could not be had.
    pub(super) fn has_failed(self) -> bool {
        self.stage.get() == Stage::Failed
    }

    /// Once, however often it is asked for; but again after a failure.
    pub(super) fn fetch(self) {
        self.fetch_if(|it| matches!(it, Stage::Wanted | Stage::Failed));
    }

    fn fetch_if(self, is_wanted: fn(Stage) -> bool) {
        // The page may have gone meanwhile.
        if !self.stage.try_get_untracked().is_some_and(is_wanted) {
            return;
        }
        self.stage.set(Stage::Coming);
        browser::spawn(async move {
            match tools().await {
                Ok(tools) => self.has(tools),
                Err(_) => drop(self.stage.try_set(Stage::Failed)),
            }
        });
    }

    fn has(self, tools: Tools) {
        self.tools.try_set_value(Some(tools));
        self.stage.try_set(Stage::There);
    }
}
