//! Rows that were loaded before: shown at once when the reader comes back to them, while they are loaded anew behind.

use leptos::prelude::*;
use view::ViewState;

use super::{
    data::{Data, Revision},
    store::Store,
};
use crate::browser;

/// So many rows are kept of catalogs that are not shown, which is some 50 MB at most. What exceeds it is loaded anew.
const ROWS: u32 = 100_000;

/// What is known of the rows that are shown, of those that will take their place, and of those shown before. A handle.
#[derive(Clone, Copy)]
pub(super) struct Shelf {
    /// When the rows that are shown had all come, in Unix seconds; nothing before that.
    at: RwSignal<Option<i64>>,
    /// The view that they were loaded for.
    view: StoredValue<Option<ViewState>>,
    /// What arrives while older rows are shown.
    fresh: StoredValue<Option<Data>, LocalStorage>,
    /// Complete loads that are not shown, the one left last at the end.
    kept: StoredValue<Vec<Kept>, LocalStorage>,
}

struct Kept {
    view: ViewState,
    data: Data,
    at: i64,
}

impl Shelf {
    pub(super) fn new() -> Self {
        Self {
            at: RwSignal::new(None),
            view: StoredValue::new(None),
            fresh: StoredValue::new_local(None),
            kept: StoredValue::new_local(Vec::new()),
        }
    }
}

impl Store {
    /// When the rows that are shown had all come, in Unix seconds; nothing before that. While [`Store::summary`] is not complete they
    /// are older ones, and others are on their way to take their place.
    #[must_use]
    pub fn loaded_at(self) -> Option<i64> {
        self.shelf.at.get()
    }

    /// Whether rows stand that will be, or could not be, loaded anew.
    #[must_use]
    pub fn shows_older(self) -> bool {
        self.loaded_at().is_some() && !self.summary().is_complete()
    }

    /// Tells the rows of one load from those of another, whose rows may have the same numbers.
    #[must_use]
    pub fn generation(self) -> u32 {
        self.revision.get().generation
    }

    /// Loads the same rows once more. Those that are there stay until all have come.
    pub fn refresh(self) {
        self.return_to(self.place());
        self.load();
    }

    /// Forgets all rows: they were another reader's.
    pub(super) fn clear_shelf(self) {
        self.shelf.at.set(None);
        self.shelf.kept.set_value(Vec::new());
    }

    /// Makes room for the rows of a view, which may have been loaded before, and keeps those that are there.
    pub(super) fn turn_to(self, view: &ViewState) {
        let kept = match self.put_away() {
            Some(it) if it.view.same_scope(view) => Some(it),
            shown => self
                .shelf
                .kept
                .try_update_value(|it| {
                    shown.into_iter().for_each(|shown| put(it, shown, ROWS));
                    take(it, view)
                })
                .flatten(),
        };
        let (data, at) =
            kept.map_or_else(|| (Data::new(view.catalog), None), |it| (it.data, Some(it.at)));
        self.shelf.fresh.set_value(at.map(|_| Data::new(view.catalog)));
        self.shelf.at.set(at);
        self.shelf.view.set_value(Some(view.clone()));
        self.exchange(data);
    }

    /// Takes away the rows that are shown, if all had come.
    fn put_away(self) -> Option<Kept> {
        let (at, view) = (self.shelf.at.get_untracked()?, self.shelf.view.get_value()?);
        let empty = Data::new(view.catalog);
        let data = self.data.try_update_value(|it| std::mem::replace(it, empty))?;
        Some(Kept { view, data, at })
    }

    /// Changes the rows that arrive: those that are shown, or those that will take their place.
    pub(super) fn with_arriving<T>(self, mut change: impl FnMut(&mut Data) -> T) -> Option<T> {
        let fresh = self.shelf.fresh.try_update_value(|it| it.as_mut().map(&mut change));
        fresh.flatten().or_else(|| self.data.try_update_value(change))
    }

    /// Whether all rows have come and have yet to take the place of older ones.
    pub(super) fn is_about_to_exchange(self) -> bool {
        self.summary().is_complete() && self.shelf.fresh.with_value(Option::is_some)
    }

    /// Takes note that all rows have come, if they have, and shows them where older ones stand. Where a list stopped, those stay: they are
    /// whole.
    pub(super) fn finish(self) {
        let summary = untrack(|| self.summary());
        let is_file = self.view.with_untracked(|it| it.open.is_some());
        if !summary.is_complete() || summary.lists == 0 || is_file {
            return;
        }
        if let Some(fresh) = self.shelf.fresh.try_update_value(Option::take).flatten() {
            self.return_to(self.place());
            self.exchange(fresh);
        }
        self.shelf.at.set(Some(browser::now()));
    }

    fn exchange(self, data: Data) {
        let len = data.rows.table().len();
        self.data.set_value(data);
        self.revision.update(|it| *it = Revision { generation: it.generation + 1, len });
    }
}

/// Keeps a load, and lets go of the ones left longest ago as far as there is no room for them.
fn put(shelf: &mut Vec<Kept>, kept: Kept, room: u32) {
    shelf.push(kept);
    let mut rows = 0;
    let fits = shelf.iter().rev().take_while(|it| {
        rows += it.data.rows.table().len();
        rows <= room
    });
    let surplus = shelf.len() - fits.count();
    shelf.drain(..surplus);
}

fn take(shelf: &mut Vec<Kept>, view: &ViewState) -> Option<Kept> {
    let place = shelf.iter().position(|it| it.view.same_scope(view))?;
    Some(shelf.remove(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(link: &str, rows: u32) -> Kept {
        let view = view::parse(link).view;
        let mut data = Data::new(view.catalog);
        let row = |number| format!(r#"{{"ImageId":"uimage-{number}"}}"#);
        let rows: Vec<_> = (0..rows).map(row).collect();
        let body = format!(r#"{{"RetCode":0,"ImageSet":[{}]}}"#, rows.join(","));
        (view.catalog.append)(&mut data.rows, &view::Target::default(), &body).unwrap();
        Kept { view, data, at: 1 }
    }

    #[test]
    fn a_load_is_found_by_what_was_asked_for() {
        let mut shelf = Vec::new();
        put(&mut shelf, kept("region=hk", 1), 9);
        put(&mut shelf, kept("region=cn-bj2", 2), 9);
        assert!(take(&mut shelf, &view::parse("region=cn-sh2").view).is_none());
        let found = take(&mut shelf, &view::parse("region=hk&q=other&sort=name").view).unwrap();
        assert_eq!(found.data.rows.table().len(), 1);
        assert_eq!(shelf.len(), 1, "it is shown now, and nobody else's");
    }

    #[test]
    fn the_oldest_make_room() {
        let mut shelf = Vec::new();
        for (link, rows) in [("region=hk", 4), ("region=cn-bj2", 5), ("region=cn-sh2", 3)] {
            put(&mut shelf, kept(link, rows), 9);
        }
        let rows: Vec<_> = shelf.iter().map(|it| it.data.rows.table().len()).collect();
        assert_eq!(rows, [5, 3]);
        put(&mut shelf, kept("region=us-ca", 10), 9);
        assert!(shelf.is_empty(), "too large for the shelf by itself");
    }
}
