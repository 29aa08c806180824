//! Loading: the view's lists, walked through into the table.

use std::rc::Rc;

use leptos::prelude::*;
use ucloud_api::{Pager, Params, Span};
use view::ViewState;

use super::{
    access::Access,
    data::{Data, Revision},
    store::Store,
};
use crate::{
    browser,
    load::{Load, Progress, Sink, Stage, Summary},
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
        !asking
            && self.summary().is_settled()
            && self.with_rows(|rows| rows.table().len()) == Some(published)
    }

    /// Loads the view's rows anew. What runs is aborted, what had arrived makes room.
    pub fn load(self) {
        self.loads.set_value(Vec::new());
        let view = self.view.get_untracked();
        let pager =
            Pager::from(view.catalog.start(&view.values), view.catalog.page_size(&view.values));
        let connected = self.connection.with_value(Option::is_some);
        let targets = if connected { view::plan(&view) } else { Vec::new() };
        let places = 0..targets.len();
        self.data.set_value(Data::new(view.catalog));
        self.progress.set(Progress::new(targets, pager));
        self.revision.update(|it| *it = Revision { generation: it.generation + 1, len: 0 });
        self.walk(places);
    }

    /// Goes on with lists that stopped, each from where it stopped.
    pub fn retry(self, places: impl IntoIterator<Item = usize>) {
        self.walk(places);
    }

    fn walk(self, places: impl IntoIterator<Item = usize>) {
        let generation = self.revision.with_untracked(|it| it.generation);
        let sink = Rc::new(Lists { store: self, generation, view: self.view.get_untracked() });
        let load = self.connection.with_value(|it| Some(Load::start(it.as_ref()?, &sink, places)));
        self.loads.update_value(|loads| loads.extend(load));
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
            if let Some(len) = self.with_rows(|rows| rows.table().len()) {
                self.revision.maybe_update(|it| std::mem::replace(&mut it.len, len) != len);
            }
        });
    }
}

/// The lists of one load. Answers to an earlier load are not taken: its walks are aborted, and the generation makes sure.
struct Lists {
    store: Store,
    generation: u32,
    view: ViewState,
}

impl Lists {
    fn is_current(&self) -> bool {
        self.store.revision.with_untracked(|it| it.generation) == self.generation
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
        (self.view.catalog.request)(&target.unwrap_or_default(), &self.view.values, span)
    }

    fn answered(&self, place: usize, body: &str) -> Result<(), Failure> {
        let Some(mut progress) =
            Some(self.store.progress.get_untracked()).filter(|_| self.is_current())
        else {
            return Ok(());
        };
        let Some(list) = progress.0.get_mut(place) else { return Ok(()) };
        let append =
            |data: &mut Data| (self.view.catalog.append)(&mut data.rows, &list.target, body);
        let received =
            self.store.data.try_update_value(append).unwrap_or_else(|| Ok(Default::default()))?;
        list.pager.received(received.elements, received.total);
        list.received += received.elements;
        list.total = received.total.or(list.total);
        list.problems += received.problems.len();
        self.store.progress.set(progress);
        self.store.publish_if_grown();
        Ok(())
    }

    fn stands(&self, place: usize, stage: Stage) {
        if self.is_current() {
            self.store.progress.update(|it| {
                if let Some(list) = it.0.get_mut(place) {
                    list.stage = stage;
                }
            });
            self.store.publish();
        }
    }
}
