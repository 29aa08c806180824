//! What can be done in the rail, and what becomes of a view by it.

use crate::ui::prelude::*;
use view::ViewState;

use super::{line::What, spread};
use crate::{
    browser,
    state::{Facet, Look, Store},
};

/// What is done, most of it with the facet at a place among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// Takes away what is asked of all of them.
    ClearAll,
    /// Goes to the list.
    Skip,
    /// Closes the sheet.
    Close,
    /// Asks again for the file that was not to be had.
    Again,
    /// Folds it, or unfolds it.
    Fold(usize),
    /// Takes away what is asked of it.
    Clear(usize),
    /// Wants rows of a line, or no longer.
    Choose(usize, What),
    /// Excludes rows of a line, or no longer.
    Exclude(usize, What),
    /// Wants the range of a bar, or no longer.
    Bar(usize, usize),
    /// Lists more values.
    More(usize),
    /// Lists as many as at first.
    Fewer(usize),
    /// Looks for a value.
    Find(usize),
    /// Bounds its range, from above if that is true.
    Bound(usize, bool),
}

/// How many values more are shown at a time.
const STEP: usize = 20;

impl Act {
    /// Whether it is done by a link: what a click on it means is then partly the browser's to say.
    pub(super) fn is_link(&self) -> bool {
        matches!(self, Self::Choose(..) | Self::Bar(..))
    }

    /// What it makes of a view; most acts leave it alone.
    pub(super) fn change(&self, view: &mut ViewState, facets: &[Facet]) {
        if let Self::ClearAll = self {
            return facets.iter().for_each(|it| view.clear_facet(it.column));
        }
        let Some(facet) = self.place().and_then(|it| facets.get(it)) else { return };
        match self {
            Self::Clear(_) => view.clear_facet(facet.column),
            Self::Choose(_, what) => what.toggle(view, facet.column),
            Self::Exclude(_, what) => what.exclude(view, facet.column),
            Self::Bar(_, bar) => spread::toggle(view, facet, *bar),
            _ => {}
        }
    }

    /// Does it.
    pub(super) fn perform(&self, store: Store) {
        let rail = store.rail();
        match self {
            Self::Skip => browser::focus("grid"),
            Self::Close => rail.shown.set(false),
            Self::Fold(place) => store.fold_facet(*place),
            Self::Find(_) | Self::Bound(..) | Self::Again => {}
            _ => {
                self.note(store);
                change(store, &|view, facets| self.change(view, facets));
            }
        }
    }

    /// Keeps what the rail must know of it later.
    fn note(&self, store: Store) {
        let Some(place) = self.place() else { return browser::focus("facets") };
        store.look_at_facet(place, &mut |look: &mut Look| match self {
            Self::Clear(_) => look.drafts = [None, None],
            Self::Choose(_, What::Value(it)) | Self::Exclude(_, What::Value(it)) => look.keep(it),
            Self::Bar(_, bar) => (look.bar, look.anchor) = (*bar, *bar),
            Self::More(_) => look.more += STEP,
            Self::Fewer(_) => look.more = 0,
            _ => {}
        });
        if let Self::Clear(_) = self {
            // The button is gone as soon as it has done its work; its neighbour is not.
            let mut id = String::new();
            store.rail().with_facets(&mut |it| id = it.get(place).map(fold_id).unwrap_or_default());
            browser::focus(&id);
        }
    }

    fn place(&self) -> Option<usize> {
        match self {
            Self::ClearAll | Self::Skip | Self::Close | Self::Again => None,
            Self::Fold(place)
            | Self::Clear(place)
            | Self::Choose(place, _)
            | Self::Exclude(place, _)
            | Self::Bar(place, _)
            | Self::More(place)
            | Self::Fewer(place)
            | Self::Find(place)
            | Self::Bound(place, _) => Some(*place),
        }
    }
}

/// Changes the view in the light of the facets.
pub(super) fn change(store: Store, change: &dyn Fn(&mut ViewState, &[Facet])) {
    let mut view = store.view().get_untracked();
    store.rail().with_facets(&mut |facets| change(&mut view, facets));
    store.choose(|it| *it = view);
}

/// The id of the button that folds a facet.
pub(super) fn fold_id(facet: &Facet) -> String {
    ["fold-", facet.column.key].concat()
}
