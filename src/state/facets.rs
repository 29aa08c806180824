//! The facets beside the rows, counted behind the paint: the rows come first, and what stands beside them a frame later. Of few rows they are counted when
//! they are about to be painted, so that they are painted once; of many, when no key follows.

mod facet;
mod folds;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use view::Catalog;

use self::folds::Folds;
use super::{
    data::{MANY, Revision},
    results::Matches,
    store::Store,
};
use crate::browser;

pub use facet::{Counted, Draft, Facet, Look};

/// The facets of the view's catalog. A handle.
#[derive(Clone, Copy)]
pub struct Rail {
    /// Whether facets are on the screen: only then are they counted.
    pub shown: RwSignal<bool>,
    /// Raised whenever there is something else to show.
    changed: RwSignal<usize>,
    known: StoredValue<Known, LocalStorage>,
    waiting: StoredValue<Option<Timeout>, LocalStorage>,
}

/// What is known of the facets. It is no signal: whoever shows it waits for the next frame anyway.
#[derive(Default)]
struct Known {
    catalog: Option<&'static Catalog>,
    facets: Vec<Facet>,
    /// The rows that were counted.
    revision: Revision,
}

/// How many facets are unfolded before anybody has folded one.
const UNFOLDED: usize = 4;

/// Where the browser keeps which facets are unfolded.
const FOLDS: &str = "folds";

/// How long after the last change facets of many rows are counted, in milliseconds: when no key follows.
const PAUSE: u32 = 200;

impl Rail {
    pub(super) fn new() -> Self {
        Self {
            shown: RwSignal::new(false),
            changed: RwSignal::new(0),
            known: StoredValue::new_local(Known::default()),
            waiting: StoredValue::new_local(None),
        }
    }

    /// Follows whatever changes the facets.
    pub fn track(self) {
        self.changed.track();
    }

    /// How many rows of a load were there when they were last counted; none as long as the counts are those of the load before.
    #[must_use]
    pub fn counted_rows(self, generation: u32) -> u32 {
        let counted = self.known.with_value(|it| it.revision);
        if counted.generation == generation { counted.len } else { 0 }
    }

    /// Whether counts are those of rows that are not shown any more.
    #[must_use]
    pub fn is_outdated(self) -> bool {
        self.known.with_value(|it| it.facets.iter().any(|it| it.is_outdated))
    }

    /// Reads the facets, in the order of the catalog.
    pub fn with_facets(self, read: &mut dyn FnMut(&[Facet])) {
        self.known.with_value(|it| read(&it.facets));
    }

    /// Looks at a facet in another way. Of what was counted only this facet's may have to be counted again.
    fn look(self, place: usize, look: &mut dyn FnMut(&mut Look)) {
        self.edit(place, &mut |it| {
            let before = (it.look.more, it.look.matching.clone());
            look(&mut it.look);
            it.is_outdated |= before != (it.look.more, it.look.matching.clone());
        });
    }

    fn edit(self, place: usize, edit: &mut dyn FnMut(&mut Facet)) {
        self.known.update_value(|it| {
            if let Some(facet) = it.facets.get_mut(place) {
                edit(facet);
            }
        });
        self.changed.update(|it| *it += 1);
    }

    /// Begins with the facets of a catalog, unless they are there. `asked` are those that the view asks about, which are better seen.
    fn turn_to(self, catalog: &'static Catalog, asks: impl Fn(&'static view::Column) -> bool) {
        if self.known.with_value(|it| it.catalog == Some(catalog)) {
            return;
        }
        let folds = kept_folds();
        let columns = catalog.facets.iter().filter_map(|key| catalog.column(key));
        let facets = columns.enumerate().map(|(place, column)| {
            let at_first = place < UNFOLDED || asks(column);
            Facet::new(column, folds.is_open(catalog.id, column.key).unwrap_or(at_first))
        });
        let facets = facets.collect();
        self.known.set_value(Known { catalog: Some(catalog), facets, ..Known::default() });
    }
}

fn kept_folds() -> Folds {
    Folds::parse(&browser::stored(FOLDS).unwrap_or_default())
}

impl Store {
    /// Has the facets counted whenever the rows change. A count that is under way for rows that are not shown any more is given up.
    pub fn follow_facets(self) {
        browser::follow(move || {
            self.results.matches.with(|_| ());
            let rail = self.rail;
            rail.shown.track();
            let asks = |column| self.view.with_untracked(|it| it.asks_about(column));
            rail.turn_to(self.catalog(), asks);
            let outdate = |it: &mut Facet| it.is_outdated = true;
            rail.known.update_value(|it| it.facets.iter_mut().for_each(outdate));
            self.count_in(PAUSE);
        });
    }

    /// Counts what is outdated before it is painted, unless there are so many rows that this would take longer than a frame.
    pub fn count_facets(self) {
        let matches = self.results.matches.try_get_untracked();
        let few = matches.filter(|it| it.revision.len < MANY && self.rail.shown.get_untracked());
        if let Some(matches) = few {
            while self.count_next(&matches) {}
            self.rail.known.update_value(|it| it.revision = matches.revision);
        }
    }

    /// Folds or unfolds a facet, for later visits too. What was looked for in it goes with its inputs.
    pub fn fold_facet(self, place: usize) {
        let mut folds = kept_folds();
        let catalog = untrack(|| self.catalog()).id;
        self.rail.edit(place, &mut |it| {
            it.is_open = !it.is_open;
            it.look = Look::default();
            it.is_outdated = true;
            folds.note(catalog, it.column.key, it.is_open);
        });
        browser::store(FOLDS, folds.print());
        self.count_in(0);
    }

    /// Looks at a facet in another way.
    pub fn look_at_facet(self, place: usize, look: &mut dyn FnMut(&mut Look)) {
        self.rail.look(place, look);
        self.count_in(0);
    }

    /// Counts what is outdated of many rows, unless nobody sees it. Few are counted when they are painted.
    fn count_in(self, pause: u32) {
        // What is being counted may be of no use any more.
        self.rail.waiting.set_value(None);
        if !self.rail.shown.get_untracked() || self.revision.get_untracked().len < MANY {
            return;
        }
        let count = move || {
            if let Some(matches) = self.results.matches.try_get_untracked() {
                self.count_one(&matches);
            }
        };
        self.rail.waiting.set_value(Some(Timeout::new(pause, count)));
    }

    /// Counts the facets that need it one at a time, so that a key does not wait for all of them.
    fn count_one(self, matches: &Matches) {
        if self.count_next(matches) {
            return self.count_in(0);
        }
        self.rail.known.update_value(|it| it.revision = matches.revision);
        self.rail.changed.update(|it| *it += 1);
    }

    /// Whether there was one to count.
    fn count_next(self, matches: &Matches) -> bool {
        let view = self.view.get_untracked();
        let count = |known: &mut Known| {
            let facet = known.facets.iter_mut().find(|it| it.is_outdated)?;
            let place = view.catalog.place(facet.column.key)?;
            self.data.try_update_value(|data| {
                facet.count(data, place, &matches.found, matches.revision, &view);
            })
        };
        self.rail.known.try_update_value(count).flatten().is_some()
    }
}

#[cfg(test)]
mod tests {
    use view::catalogs;

    use super::*;

    #[test]
    fn only_the_facet_that_is_searched_is_counted_again() {
        let owner = Owner::new();
        owner.set();
        let rail = Rail::new();
        let counted = |key: &str| {
            let mut facet = Facet::new(catalogs::first().column(key).unwrap(), true);
            facet.is_outdated = false;
            facet
        };
        let facets = vec![counted("type"), counted("os")];
        rail.known.set_value(Known { facets, ..Known::default() });
        let outdated = || {
            let mut all = Vec::new();
            rail.with_facets(&mut |it| all = it.iter().map(|it| it.is_outdated).collect());
            all
        };
        rail.look(1, &mut |it| it.keep("Ubuntu"));
        assert_eq!(
            outdated(),
            [false, false],
            "a value that was chosen changes no count of its own"
        );
        rail.look(1, &mut |it| it.matching = "ubuntu".to_owned());
        assert_eq!(outdated(), [false, true]);
        rail.look(0, &mut |it| it.more += 1);
        rail.look(9, &mut |it| it.more += 1);
        assert_eq!(outdated(), [true, true]);
    }
}
