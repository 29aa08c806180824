//! The store: signals, and the methods that change them.

use std::rc::Rc;

use catalog::{Help, RowId};
use leptos::prelude::*;
use view::{Catalog, Column, Notice, Parsed, Related, Rows, ViewState};

use super::{
    access::Access,
    data::{Data, Revision},
    facets::Rail,
    place::Places,
    results::{Asked, Ordered, Results, results},
    shelf::Shelf,
    undo::Steps,
};
use crate::{
    browser,
    load::{Load, Progress},
    session::{Connection, Gateway, Sample},
};

/// Everything that the page knows. A handle: copies are the same store.
#[derive(Clone, Copy)]
pub struct Store {
    pub(super) view: RwSignal<ViewState>,
    act: StoredValue<Act>,
    /// The view before a choice that came right after typing.
    typed: StoredValue<Option<ViewState>>,
    notices: RwSignal<Vec<Notice>>,
    pub(super) access: RwSignal<Access>,
    pub(super) gateway: RwSignal<Option<Gateway>>,
    pub(super) connection: StoredValue<Option<Connection>, LocalStorage>,
    pub(super) sample: StoredValue<Option<Rc<Sample>>, LocalStorage>,
    pub(super) data: StoredValue<Data, LocalStorage>,
    pub(super) revision: RwSignal<Revision>,
    pub(super) publishing: StoredValue<bool>,
    pub(super) shelf: Shelf,
    pub(super) progress: RwSignal<Progress>,
    pub(super) loading: StoredValue<Option<Load>, LocalStorage>,
    pub(super) results: Results,
    pub(super) rail: Rail,
    pub(super) steps: Steps,
    pub(super) places: Places,
    catalog: Memo<&'static Catalog>,
    columns: Memo<Vec<&'static Column>>,
}

/// How the view came to be what it is, for the history: typing replaces, choices are steps of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// It came from the address.
    Arrived,
    /// Letters were typed.
    Typed,
    /// Something was chosen.
    Chose,
    /// It came from the address and could not be quite what that said: the file is one of another catalog.
    Mended,
}

/// The store of the page.
#[must_use]
pub fn use_store() -> Store {
    expect_context()
}

impl Store {
    /// A store with the default view and nothing loaded.
    #[must_use]
    pub fn new() -> Self {
        let view = RwSignal::new(ViewState::default());
        let revision = RwSignal::new(Revision::default());
        let data = StoredValue::new_local(Data::new(view.with_untracked(|it| it.catalog)));
        Self {
            view,
            act: StoredValue::new(Act::Arrived),
            typed: StoredValue::new(None),
            notices: RwSignal::default(),
            access: RwSignal::default(),
            gateway: RwSignal::default(),
            connection: StoredValue::new_local(None),
            sample: StoredValue::new_local(None),
            data,
            revision,
            publishing: StoredValue::new(false),
            shelf: Shelf::new(),
            progress: RwSignal::default(),
            loading: StoredValue::new_local(None),
            results: results(view, revision, data, browser::now),
            rail: Rail::new(),
            steps: Steps::new(),
            places: Places::new(),
            catalog: Memo::new(move |_| view.with(|it| it.catalog)),
            columns: Memo::new(move |_| view.with(ViewState::shown_columns)),
        }
    }

    /// The view.
    #[must_use]
    pub fn view(self) -> ReadSignal<ViewState> {
        self.view.read_only()
    }

    /// The view's catalog.
    #[must_use]
    pub fn catalog(self) -> &'static Catalog {
        self.catalog.get()
    }

    /// The columns that the table shows, for its header and its rows alike.
    #[must_use]
    pub fn columns(self) -> Memo<Vec<&'static Column>> {
        self.columns
    }

    /// How the view came to be what it is.
    #[must_use]
    pub fn last_act(self) -> Act {
        self.act.get_value()
    }

    /// What had been typed when something was chosen, for the history; once.
    #[must_use]
    pub fn take_typed(self) -> Option<ViewState> {
        self.typed.try_update_value(Option::take).flatten()
    }

    /// Takes over a view from the address.
    pub fn arrive(self, parsed: Parsed) {
        self.notices.set(parsed.notices);
        self.change(Act::Arrived, |view| *view = parsed.view);
    }

    /// Searches for a text.
    pub fn edit_query(self, text: String) {
        self.change(Act::Typed, |view| view.query = text);
    }

    /// Sorts by a column, as a click on its header does.
    pub fn cycle_sort(self, column: &'static Column) {
        self.change(Act::Chose, |view| view.cycle_sort(column));
    }

    /// Sorts by a column besides those that rows are sorted by, as a click on its header with Shift does.
    pub fn add_sort(self, column: &'static Column) {
        self.change(Act::Chose, |view| view.add_sort(column));
    }

    /// Opens a row's detail.
    pub fn open(self, key: String) {
        self.change(Act::Chose, |view| view.item = Some(key));
    }

    /// Closes the detail.
    pub fn close(self) {
        self.change(Act::Chose, |view| view.item = None);
    }

    /// Changes the view by a choice: a step of its own in the history.
    pub fn choose(self, choice: impl FnOnce(&mut ViewState)) {
        self.change(Act::Chose, choice);
    }

    /// What there is to say about the link that was read or copied last.
    #[must_use]
    pub fn notices(self) -> RwSignal<Vec<Notice>> {
        self.notices
    }

    /// Changes the view, tells who follows it if it is another one, and loads if other rows are needed.
    fn change(self, act: Act, change: impl FnOnce(&mut ViewState)) {
        let before = self.view.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return;
        }
        self.show(before.clone(), after, act);
        self.view.with_untracked(|after| self.steps.note(&before, after, act));
    }

    /// Shows another view.
    pub(super) fn show(self, before: ViewState, mut after: ViewState, act: Act) {
        let asked = after.catalog;
        let same_scope = self.keeps_file(&before, &mut after) || after.same_scope(&before);
        let act = if after.catalog == asked { act } else { Act::Mended };
        if after == before {
            return;
        }
        if act == Act::Chose && self.last_act() == Act::Typed {
            self.typed.set_value(Some(before));
        }
        match act {
            Act::Chose => self.leave_place(),
            Act::Typed | Act::Arrived | Act::Mended => self.arrived_at_place(),
        }
        self.act.set_value(act);
        self.view.set(after);
        if !same_scope {
            self.load();
        }
    }

    /// The rows in view's order.
    #[must_use]
    pub fn results(self) -> Memo<Ordered> {
        self.results.ordered
    }

    /// The query, read.
    #[must_use]
    pub fn asked(self) -> Memo<Asked> {
        self.results.asked
    }

    /// The facets beside the rows.
    #[must_use]
    pub fn rail(self) -> Rail {
        self.rail
    }

    /// What would lead to rows where the query finds none.
    #[must_use]
    pub fn help(self) -> Help {
        self.results
            .matches
            .with(|it| self.data.try_with_value(|data| it.help(data)))
            .unwrap_or_default()
    }

    /// Reads the rows that have arrived; nothing while they are being changed.
    pub fn with_rows<T>(self, read: impl FnOnce(&Rows) -> T) -> Option<T> {
        self.data.try_with_value(|data| read(&data.rows))
    }

    /// The row of a key, among the published ones.
    #[must_use]
    pub fn find(self, key: &str) -> Option<RowId> {
        let published = self.revision.get().len;
        self.with_rows(|rows| rows.find(key)).flatten().filter(|it| it.0 < published)
    }

    /// The published rows of a group that a row belongs to, without the row itself.
    #[must_use]
    pub fn related(self, row: RowId, related: &Related) -> Vec<RowId> {
        let published = self.revision.get().len;
        self.with_rows(|rows| rows.related(row, related, published)).unwrap_or_default()
    }
}

impl Default for Store {
    fn default() -> Self {
        Self::new()
    }
}
