//! How many rows there are of each value, counted behind the paint: the rows come first, and what stands beside them a frame later.

use std::sync::Arc;

use catalog::{Facet, FacetSpec, Histogram};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use view::{Column, FacetKind};

use super::{data::Revision, results::Matches, store::Store};
use crate::browser;

/// A facet with its counts.
#[derive(Debug, Clone, PartialEq)]
pub enum Counted {
    /// How many rows have each value.
    Values(Facet),
    /// How numbers or times are spread.
    Spread(Histogram),
}

/// What the reader has asked of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The key of its column.
    pub key: &'static str,
    /// How many values are shown at most.
    pub limit: usize,
    /// What values are searched for.
    pub matching: String,
}

/// The facets of the view's catalog, and what is looked at. A handle.
#[derive(Clone, Copy)]
pub struct Rail {
    /// Whether facets are on the screen: only then are they counted.
    pub shown: RwSignal<bool>,
    /// What differs from how facets are shown at first.
    looks: RwSignal<Vec<Look>>,
    counted: RwSignal<Arc<Vec<(&'static str, Counted)>>>,
    /// The rows that were counted.
    revision: RwSignal<Revision>,
    waiting: StoredValue<Option<Timeout>, LocalStorage>,
}

/// How many values a facet shows at first.
pub const FEW: usize = 8;

/// How many bins a histogram has at most: bars of a rail that is 248 pixels wide.
const BINS: usize = 16;

/// From so many rows on, a count takes longer than a frame.
const MANY: u32 = 20_000;

/// How long after rows have changed their facets are counted, in milliseconds: when they have been painted; of many rows, when no key follows.
const SOON: u32 = 20;
const PAUSE: u32 = 120;

/// A count that is under way.
struct Count {
    matches: Matches,
    counted: Vec<(&'static str, Counted)>,
}

impl Rail {
    pub(super) fn new() -> Self {
        Self {
            shown: RwSignal::new(false),
            looks: RwSignal::default(),
            counted: RwSignal::default(),
            revision: RwSignal::default(),
            waiting: StoredValue::new_local(None),
        }
    }

    /// How many rows of a load were there when they were last counted; none as long as the counts are those of the load before.
    #[must_use]
    pub fn counted_rows(self, generation: u32) -> u32 {
        let counted = self.revision.get();
        if counted.generation == generation { counted.len } else { 0 }
    }

    /// Reads the counts of a facet, once there are any.
    pub fn with_counted<T>(self, key: &str, read: impl FnOnce(&Counted) -> T) -> Option<T> {
        self.counted.with(|all| all.iter().find(|it| it.0 == key).map(|it| read(&it.1)))
    }

    /// How a facet is looked at.
    #[must_use]
    pub fn look(self, key: &'static str) -> Look {
        let known = self.looks.with(|all| all.iter().find(|it| it.key == key).cloned());
        known.unwrap_or(Look { key, limit: FEW, matching: String::new() })
    }

    /// Looks at a facet in another way.
    pub fn look_at(self, look: Look) {
        self.looks.update(|all| {
            all.retain(|it| it.key != look.key);
            all.push(look);
        });
    }
}

impl Store {
    /// Counts the facets whenever the rows change: once they have been painted, and of many rows only when no key follows. A count that is under way for
    /// rows that are not shown any more is given up.
    pub fn follow_facets(self) {
        browser::follow(move || {
            self.results.matches.with(|_| ());
            self.rail.looks.track();
            let catalog = self.catalog();
            // What is being counted is of no use any more.
            self.rail.waiting.set_value(None);
            if !self.rail.shown.get() || catalog.facets.is_empty() {
                return;
            }
            let pause = if self.revision.get_untracked().len < MANY { SOON } else { PAUSE };
            self.after(pause, move || {
                if let Some(matches) = self.results.matches.try_get_untracked() {
                    self.count_on(Count { matches, counted: Vec::new() });
                }
            });
        });
    }

    /// The facets of the view's catalog.
    pub fn facets(self) -> impl Iterator<Item = &'static Column> {
        let catalog = self.catalog();
        catalog.facets.iter().filter_map(|key| catalog.column(key))
    }

    fn after(self, pause: u32, call: impl FnOnce() + 'static) {
        self.rail.waiting.set_value(Some(Timeout::new(pause, call)));
    }

    /// Counts the next facets, of many rows one at a time, so that a key does not wait for all of them.
    fn count_on(self, mut count: Count) {
        if self
            .revision
            .try_get_untracked()
            .is_none_or(|it| it.generation != count.matches.revision.generation)
        {
            return;
        }
        let is_many = count.matches.revision.len >= MANY;
        let columns: Vec<_> = untrack(|| self.facets().skip(count.counted.len()).collect());
        for column in columns.iter().take(if is_many { 1 } else { columns.len() }) {
            let counted = self.count(column, &count.matches);
            count.counted.extend(counted.map(|it| (column.key, it)));
        }
        if is_many && columns.len() > 1 {
            self.after(0, move || self.count_on(count));
        } else {
            self.rail.counted.set(Arc::new(count.counted));
            self.rail.revision.set(count.matches.revision);
        }
    }

    fn count(self, column: &'static Column, matches: &Matches) -> Option<Counted> {
        let place = untrack(|| self.catalog()).place(column.key)?;
        let look = untrack(|| self.rail.look(column.key));
        self.data
            .try_update_value(|data| match column.facet() {
                FacetKind::Values => {
                    let spec =
                        FacetSpec { column: place, limit: look.limit, matching: look.matching };
                    data.facet(&matches.found, &spec).map(Counted::Values)
                }
                FacetKind::Histogram => {
                    Some(Counted::Spread(data.histogram(&matches.found, place, BINS)))
                }
            })
            .flatten()
    }
}
