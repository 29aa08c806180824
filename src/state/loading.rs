//! Loading: the view's lists, walked through into the table.

use leptos::prelude::*;
use ucloud_api::{Error, Pager, Params, Span};
use view::{Level, Name, Received, Target, ViewState};

use super::{access::Access, data::Data, store::Store};
use crate::{
    browser,
    load::{Load, Progress, Sink, Stage, Summary, TargetLoad},
    session::Failure,
};

/// Rows are shown again when a quarter has been added to them.
const GROWTH: u32 = 4;

impl Store {
    /// How the load stands, list by list.
    #[must_use]
    pub fn progress(self) -> ReadSignal<Progress> {
        self.progress.read_only()
    }

    /// The load in figures.
    #[must_use]
    pub fn summary(self) -> Summary {
        self.progress.with(Progress::summary)
    }

    /// Whether nothing more will come by itself, and all that came is shown.
    #[must_use]
    pub fn is_settled(self) -> bool {
        let published = self.revision.get().len;
        let asking = self.access.with(|it| *it == Access::Asking);
        (!asking || self.opens_file())
            && self.summary().is_settled()
            && !self.is_about_to_exchange()
            && self.with_rows(|rows| rows.table().len()) == Some(published)
    }

    /// Loads the view's rows anew. What runs is aborted. Rows that have been loaded for it before are shown until all have come; others make room.
    pub fn load(self) {
        self.loading.set_value(None);
        let view = self.view.get_untracked();
        self.progress.set(Progress::default());
        self.turn_to(&view);
        let generation = self.revision.with_untracked(|it| it.generation);
        if let Some(path) = view.open {
            return self.open_file(&path);
        }
        let targets = view::plan(&view);
        let lists = Lists { store: self, generation, view };
        let load = self.connection.with_value(|it| Some(Load::new(it.as_ref()?, lists.clone())));
        if load.is_some() {
            self.loading.set_value(load);
            lists.add(targets);
        }
    }

    /// The names of a level that the load has listed.
    #[must_use]
    pub fn listed_names(self, level: &'static Level) -> Vec<Name> {
        // The names change with the load, and the load with all of the view that matters here.
        let view = self.view.get_untracked();
        self.progress.with(|progress| {
            let lists = progress
                .0
                .iter()
                .filter(|it| it.target.level(&view).is_some_and(|it| std::ptr::eq(it, level)));
            lists.flat_map(|it| it.names.iter().cloned()).collect()
        })
    }

    /// Asks for the names of a level, beside the load.
    ///
    /// # Errors
    ///
    /// Why the list is not there. Nobody being connected is one reason.
    pub async fn list_names(self, level: &'static Level) -> Result<Vec<Name>, Failure> {
        let connection = self.connection.get_value().ok_or(Failure::NoGateway)?;
        let mut names = Vec::new();
        for finder in level.finders(&Target::default()) {
            let mut pager = Pager::new(NAMES);
            while let Some(span) = pager.next() {
                let found =
                    connection.call((level.request)(&finder, span)).await?.read(level.read)?;
                pager.received(found.elements, found.total);
                names.extend(found.names);
            }
        }
        Ok(names)
    }

    /// Goes on with lists that stopped, each from where it stopped. A file is fetched again.
    pub fn retry(self, places: impl IntoIterator<Item = usize>) {
        if self.view.with_untracked(|it| it.open.is_some()) {
            return self.load();
        }
        let again = self.progress.try_update(|it| it.again(places));
        self.walk(again.unwrap_or_default());
    }

    fn walk(self, places: impl IntoIterator<Item = usize>) {
        self.loading.with_value(|load| {
            if let Some(load) = load {
                load.add(places);
            }
        });
    }

    /// Shows what has arrived if it is worth the work: searching and sorting a long list anew for each of its pages would take longer
    /// than loading it.
    fn publish_if_grown(self) {
        let shown = self.revision.with_untracked(|it| it.len);
        if self.with_rows(|rows| rows.table().len()).is_some_and(|len| len - shown > shown / GROWTH)
        {
            self.publish();
        }
    }

    /// Shows what has arrived, at most once a frame.
    fn publish(self) {
        if self.publishing.get_value() {
            return;
        }
        self.publishing.set_value(true);
        browser::before_next_frame(move || {
            self.publishing.set_value(false);
            self.finish();
            if let Some(len) = self.with_rows(|rows| rows.table().len()) {
                self.revision.maybe_update(|it| std::mem::replace(&mut it.len, len) != len);
            }
        });
    }
}

/// How many names of a level one request asks for.
const NAMES: u64 = 100;

/// The lists of one load. Answers to an earlier load are not taken: its walks are aborted, and the generation makes sure.
#[derive(Clone)]
struct Lists {
    store: Store,
    generation: u32,
    view: ViewState,
}

impl Lists {
    fn is_current(&self) -> bool {
        self.store.revision.with_untracked(|it| it.generation) == self.generation
    }

    /// Walks through more lists.
    fn add(&self, targets: Vec<Target>) {
        let (catalog, values) = (self.view.catalog, &self.view.values);
        let rows = Pager::from(catalog.start(values), catalog.page_size(values));
        let (finders, lists): (Vec<_>, Vec<_>) =
            targets.into_iter().partition(|it| it.level(&self.view).is_some());
        let mut places = 0..0;
        self.store.progress.update(|it| {
            let first = it.add(finders, Pager::new(NAMES)).start;
            places = first..it.add(lists, rows).end;
        });
        self.store.walk(places);
    }

    /// Takes an answer, and gives back the lists that it leads to.
    fn take(&self, list: &mut TargetLoad, body: &str) -> Result<Vec<Target>, Error> {
        match list.target.level(&self.view) {
            Some(level) => self.take_names(list, level, body),
            None => self.take_rows(list, body).map(|()| Vec::new()),
        }
    }

    /// Takes the rows of an answer.
    fn take_rows(&self, list: &mut TargetLoad, body: &str) -> Result<(), Error> {
        let append =
            |data: &mut Data| (self.view.catalog.append)(&mut data.rows, &list.target, body);
        let received = self.store.with_arriving(append);
        let received = received.unwrap_or_else(|| Ok(Received::default()))?;
        list.pager.received(received.elements, received.total);
        list.received += received.elements;
        list.total = received.total.or(list.total);
        list.problems += received.problems.len();
        Ok(())
    }

    /// Takes the names of an answer, and gives back the lists that they lead to.
    fn take_names(
        &self,
        list: &mut TargetLoad,
        level: &Level,
        body: &str,
    ) -> Result<Vec<Target>, Error> {
        let found = (level.read)(body)?;
        list.pager.received(found.elements, found.total);
        let ids: Vec<_> = found.names.iter().map(|it| it.id.clone()).collect();
        list.names.extend(found.names);
        Ok(view::found(&self.view, &list.target, &ids))
    }

    /// Once every list of names has come to its end, the names that the view wants and none of them has said.
    fn ask_for_the_rest(&self, place: usize) {
        let rest = self.store.progress.with_untracked(|progress| {
            let finders = progress.settled_finders(&self.view, place);
            let said =
                |name: &str| finders.iter().any(|it| it.names.iter().any(|it| it.id == name));
            let targets: Vec<_> = finders.iter().map(|it| &it.target).collect();
            view::unfound(&self.view, &targets, &said)
        });
        if !rest.is_empty() {
            self.add(rest);
        }
    }
}

impl Sink for Lists {
    fn next(&self, place: usize) -> Option<Span> {
        let next =
            self.store.progress.with_untracked(|it| it.0.get(place).and_then(|it| it.pager.next()));
        next.filter(|_| self.is_current())
    }

    fn request(&self, place: usize, span: Span) -> Params {
        let target =
            self.store.progress.with_untracked(|it| it.0.get(place).map(|it| it.target.clone()));
        let target = target.unwrap_or_default();
        match target.level(&self.view) {
            Some(level) => (level.request)(&target, span),
            None => (self.view.catalog.request)(&target, &self.view.values, span),
        }
    }

    fn answered(&self, place: usize, body: &str) -> Result<(), Failure> {
        if !self.is_current() {
            return Ok(());
        }
        // In place: there may be hundreds of lists, each with its names, and an answer changes one.
        let mut outcome = Ok(Vec::new());
        self.store.progress.update(|progress| {
            if let Some(list) = progress.0.get_mut(place) {
                outcome = self.take(list, body);
            }
        });
        let more = outcome?;
        if !more.is_empty() {
            self.add(more);
        }
        self.store.publish_if_grown();
        Ok(())
    }

    fn stands(&self, place: usize, stage: Stage) {
        if !self.is_current() {
            return;
        }
        let settled = stage.is_settled();
        self.store.progress.update(|it| {
            if let Some(list) = it.0.get_mut(place) {
                list.stage = stage;
            }
        });
        if settled {
            self.ask_for_the_rest(place);
            self.store.publish();
        }
    }
}
