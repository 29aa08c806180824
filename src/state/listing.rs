//! The list inside a row: versions of an image, or its tags.

use std::{cell::RefCell, sync::Arc};

use catalog::{Bits, Direction, RowId};
use leptos::prelude::*;
use ucloud_api::{Error, Pager, Params, Span};
use view::{Catalog, Column, From, Received, Rows, Target, ViewState};

use super::{data::Data, inside::Errand, store::Store};
use crate::{
    load::{Sink, Stage},
    session::Failure,
};

/// The list inside a row. A handle: copies are the same list.
#[derive(Clone, Copy)]
pub struct Listing {
    /// How it is sorted: a view of its own, which is in no link.
    view: RwSignal<ViewState>,
    data: StoredValue<Data, LocalStorage>,
    /// How many of its rows have arrived, and how many there are by the service's word.
    arrived: RwSignal<(u32, Option<u64>)>,
    errand: Errand,
}

impl Store {
    /// The list inside a row, which begins to load if it does not come with the row; nothing if the row's catalog has none.
    #[must_use]
    pub fn listing(self, row: RowId) -> Option<Listing> {
        let inner = self.view.with_untracked(|it| it.catalog.inner.as_ref())?;
        let listing = Listing::new(inner.list);
        match inner.from {
            From::Row => listing.read(&self.with_rows(|it| it.table().raw(row))?),
            From::Request(stamps) => {
                listing.ask(self, self.stamped(Target::default(), stamps, row));
            }
        }
        Some(listing)
    }
}

impl Listing {
    fn new(list: &'static Catalog) -> Self {
        Self {
            view: RwSignal::new(ViewState::of(list)),
            data: StoredValue::new_local(Data::new(list)),
            arrived: RwSignal::default(),
            errand: Errand::new(),
        }
    }

    /// What it lists.
    #[must_use]
    pub fn catalog(self) -> &'static Catalog {
        self.view.with_untracked(|it| it.catalog)
    }

    /// The walk through it.
    #[must_use]
    pub fn errand(self) -> Errand {
        self.errand
    }

    /// How many of its rows have arrived, and how many there are if more are to come.
    #[must_use]
    pub fn count(self) -> (u32, Option<u64>) {
        let (len, total) = self.arrived.get();
        let is_done = self.errand.stage().with(|it| *it == Stage::Done);
        (len, total.filter(|it| *it > u64::from(len) && !is_done))
    }

    /// The direction of a column, if the list is sorted by it.
    #[must_use]
    pub fn direction(self, column: &Column) -> Option<Direction> {
        self.view.with(|it| it.direction(column))
    }

    /// Sorts by a column, as a click on its header does.
    pub fn cycle_sort(self, column: &'static Column) {
        self.view.update(|it| it.cycle_sort(column));
    }

    /// Its rows in order.
    #[must_use]
    pub fn rows(self) -> Memo<Arc<Vec<RowId>>> {
        Memo::new(move |_| {
            let rows = Bits::all(self.arrived.get().0 as usize);
            let keys = self.view.with(ViewState::sort_keys);
            self.data.try_update_value(|it| it.sort(&rows, &keys)).unwrap_or_default()
        })
    }

    /// Reads its rows.
    pub fn with_rows<T>(self, read: impl FnOnce(&Rows) -> T) -> Option<T> {
        self.data.try_with_value(|it| read(&it.rows))
    }

    /// Takes its rows out of the one that they came with.
    fn read(self, raw: &str) {
        // It was an answer once, so it cannot be refused any more.
        let _ = self.append(&Target::default(), raw);
        self.errand.stands(Stage::Done);
    }

    fn ask(self, store: Store, target: Target) {
        let size = self.view.with_untracked(|it| it.catalog.page_size(&it.values));
        let pager = RefCell::new(Pager::new(size));
        self.errand.begin(store, Walk { listing: self, target, pager });
    }

    fn append(self, target: &Target, body: &str) -> Result<Received, Error> {
        let append = self.catalog().append;
        let received = self.data.try_update_value(|it| append(&mut it.rows, target, body));
        let received = received.unwrap_or_else(|| Ok(Received::default()))?;
        if let Some(len) = self.with_rows(|rows| rows.table().len()) {
            self.arrived.try_update(|it| *it = (len, received.total.or(it.1)));
        }
        Ok(received)
    }
}

/// The walk through a list that has requests of its own.
struct Walk {
    listing: Listing,
    target: Target,
    pager: RefCell<Pager>,
}

impl Sink for Walk {
    fn next(&self, _: usize) -> Option<Span> {
        self.pager.borrow().next()
    }

    fn request(&self, _: usize, span: Span) -> Params {
        let request = |it: &ViewState| (it.catalog.request)(&self.target, &it.values, span);
        self.listing.view.with_untracked(request)
    }

    fn answered(&self, _: usize, body: &str) -> Result<(), Failure> {
        let received = self.listing.append(&self.target, body)?;
        self.pager.borrow_mut().received(received.elements, received.total);
        Ok(())
    }

    fn stands(&self, _: usize, stage: Stage) {
        self.listing.errand.stands(stage);
    }
}
