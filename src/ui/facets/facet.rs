//! A facet as its parts see it.
//!
//! What changes a view comes here as `&dyn Fn`: whatever is made of a changed view is then compiled once, and not once a change.

use crate::ui::prelude::*;
use view::{Column, Lang, ViewState};

use crate::{
    browser,
    state::{Counted, Look, Prefs, Store, href, use_store},
    ui::{link::is_plain_click, live::memo},
};

/// How many facets are unfolded before anybody has folded one.
const UNFOLDED: usize = 4;

/// A change of a view.
pub(super) type Change<'a> = &'a dyn Fn(&mut ViewState);

/// The view as facets show it: a frame behind the rows. Some hundred links follow it, and what is typed must not wait for them.
#[derive(Clone, Copy)]
pub(super) struct Behind {
    view: RwSignal<ViewState>,
    /// The facets that it asks about: a bit for each, the first one being the lowest.
    asked: Memo<usize>,
}

/// The keys of the facets that are not as they were at first, folded or unfolded.
#[derive(Clone, Copy, Default)]
pub(super) struct Folds(RwSignal<Vec<String>>);

/// A facet. A handle.
#[derive(Clone, Copy)]
pub(super) struct Facet {
    pub(super) store: Store,
    pub(super) column: &'static Column,
    pub(super) lang: RwSignal<Lang>,
    /// Its place among the facets.
    place: usize,
    behind: Behind,
}

impl Behind {
    pub(super) fn new(store: Store) -> Self {
        let shown = RwSignal::new(store.view().get_untracked());
        let waiting = StoredValue::new(false);
        browser::follow(move || {
            store.view().track();
            if waiting.get_value() {
                return;
            }
            waiting.set_value(true);
            browser::after_next_frame(move || {
                waiting.set_value(false);
                shown.set(store.view().get_untracked());
            });
        });
        let asked = memo(move || shown.with(asked));
        Self { view: shown, asked }
    }

    /// Whether the view asks about any facet.
    pub(super) fn asks(self) -> bool {
        self.asked.get() != 0
    }
}

fn asked(view: &ViewState) -> usize {
    let columns = view.catalog.facets.iter().map(|key| view.catalog.column(key));
    let asked = columns.map(|it| it.is_some_and(|it| view.asks_about(it)));
    asked.zip(0..usize::BITS).map(|(it, place)| usize::from(it) << place).sum()
}

impl Folds {
    fn is_changed(self, key: &str) -> bool {
        self.0.with(|all| all.iter().any(|it| it == key))
    }

    /// Folds or unfolds a facet.
    pub(super) fn change(self, key: &str) {
        self.0.update(|all| match all.iter().position(|it| it == key) {
            Some(place) => drop(all.remove(place)),
            None => all.push(key.to_owned()),
        });
    }
}

impl Facet {
    pub(super) fn new(column: &'static Column, place: usize) -> Self {
        let lang = expect_context::<Prefs>().lang;
        Self { store: use_store(), column, lang, place, behind: expect_context() }
    }

    /// Reads the view that the facet shows.
    pub(super) fn with_view<T>(self, read: impl FnOnce(&ViewState) -> T) -> T {
        self.behind.view.with(read)
    }

    /// Reads what was counted of it.
    pub(super) fn with_counted<T>(self, read: impl FnOnce(&Counted) -> T) -> Option<T> {
        self.store.rail().with_counted(self.column.key, read)
    }

    /// The facet's name.
    pub(super) fn label(self) -> &'static str {
        self.column.label.get(self.lang.get())
    }

    /// How the reader looks at it.
    pub(super) fn look(self) -> Look {
        self.store.rail().look(self.column.key)
    }

    /// Looks at it in another way.
    pub(super) fn look_at(self, look: Look) {
        self.store.rail().look_at(look);
    }

    /// Whether it is unfolded. At first those are that people use most, and those that the view asks about when they come on the screen.
    pub(super) fn unfolded(self, folds: Folds) -> Memo<bool> {
        let at_first = self.place < UNFOLDED || untrack(|| self.is_asked());
        memo(move || at_first != folds.is_changed(self.column.key))
    }

    /// Whether the view asks anything of it.
    pub(super) fn is_asked(self) -> bool {
        (self.behind.asked.get() >> self.place) & 1 == 1
    }

    /// The address of a changed view.
    pub(super) fn href(self, change: Change<'_>) -> String {
        let mut view = self.behind.view.get();
        change(&mut view);
        href(&view)
    }

    /// Changes the view.
    pub(super) fn choose(self, change: Change<'_>) {
        self.store.choose(change);
    }

    /// Follows a link in this tab, unless the click means something else to the browser.
    pub(super) fn follow(self, event: &web_sys::MouseEvent, change: Change<'_>) {
        if is_plain_click(event) {
            event.prevent_default();
            self.choose(change);
        }
    }
}
