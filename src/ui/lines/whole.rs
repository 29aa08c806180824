//! A short list is painted whole, so that the browser's own search finds every row of it, and paper holds them all.
//!
//! Lines that are out of view are made a few at a time, frame by frame: all at once would hold up the first view. They are written a
//! frame after those in view, so that a key is answered as fast as in a long list. That those in view are the first slots is no guess: whatever
//! shows other rows goes back to the top.

use catalog::Viewport;
use leptos::prelude::*;

use super::turning::slots;
use crate::{
    browser::{after_next_frame, follow},
    state::{Ordered, Store},
    ui::live::memo,
};

/// The most rows that are painted whole. It is about the loaded catalog and not about a result: with each key that a result shrinks or grows by,
/// elements would come and go.
const MOST: u32 = 300;

/// How many lines are made at a time. A card is as much work as some rows of the table, and they stand in fewer lines.
pub(in crate::ui) const STEP: usize = 4;

/// Whether and how far all lines are painted.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Whole {
    /// Whether there is a slot for each line.
    pub(in crate::ui) is_painted: Memo<bool>,
    /// How many slots there are for what is in view.
    pub(in crate::ui) first: Memo<usize>,
    /// How many slots there are in all.
    pub(in crate::ui) slots: Memo<usize>,
    /// How many there are for the rest.
    pub(in crate::ui) grown: RwSignal<usize>,
    /// The results as the rest shows them.
    late: RwSignal<Ordered>,
    store: Store,
}

impl Whole {
    pub(super) fn new(store: Store, columns: Memo<usize>, viewport: RwSignal<Viewport>) -> Self {
        let (grown, before) = (RwSignal::new(0), StoredValue::new(1));
        let first = memo(move || {
            // Once there are more than are in view, a window that changes its size changes nothing.
            if grown.get() == 0 {
                before.set_value(slots(viewport.get()));
            }
            before.get_value()
        });
        let slots = memo(move || first.get() + grown.get());
        let wanted = memo(move || {
            let out_of = store.results().with(|it| it.out_of);
            // While a list is loaded anew its rows of before are all there.
            let is_loaded = store.loaded_at().is_some() || store.is_settled();
            let is_short = (1..=MOST).contains(&out_of) && is_loaded;
            let is_laid_out = viewport.with(|it| it.height > 0.0);
            if is_short && is_laid_out { (out_of as usize).div_ceil(columns.get()) } else { 0 }
        });
        let is_painted = memo(move || (1..=slots.get()).contains(&wanted.get()));
        let it = Self { is_painted, first, slots, grown, late: RwSignal::default(), store };
        it.grow(wanted);
        it.follow_results();
        it
    }

    /// Reads the results that a slot shows.
    pub(in crate::ui) fn with_results<T>(
        self,
        of_rest: bool,
        read: impl FnOnce(&Ordered) -> T,
    ) -> T {
        if !of_rest {
            return self.store.results().with(read);
        }
        let generation = self.store.results().with_untracked(|it| it.generation);
        // Rows of another load may not even exist.
        let is_current = self.late.with(|it| it.generation == generation);
        if is_current { self.late.with(read) } else { read(&Ordered::default()) }
    }

    /// Whether a slot is one of those out of view.
    pub(in crate::ui) fn is_rest(self, slot: usize) -> bool {
        slot >= self.first.get_untracked()
    }

    /// Whether all slots show the same results.
    pub(in crate::ui) fn is_even(self) -> bool {
        let is_same = |late: &Ordered| self.store.results().with(|it| it == late);
        // While lines are made, those in view are what is looked at; marking all anew with each of them would take ever longer.
        (self.is_painted.get() || self.grown.get() == 0) && self.late.with(is_same)
    }

    fn grow(self, wanted: Memo<usize>) {
        follow(move || match wanted.get() {
            0 => self.grown.maybe_update(|it| std::mem::take(it) > 0),
            lines if self.slots.get() < lines => after_next_frame(move || self.step(wanted)),
            _ => {}
        });
    }

    /// A step, unless something else is shown by now.
    fn step(self, wanted: Memo<usize>) {
        let is_wanted =
            wanted.try_get_untracked().is_some_and(|it| self.slots.get_untracked() < it);
        if is_wanted {
            self.catch_up();
            self.grown.update(|it| *it += STEP);
        }
    }

    fn follow_results(self) {
        follow(move || {
            self.store.results().track();
            if self.grown.get_untracked() > 0 {
                after_next_frame(move || self.catch_up());
            }
        });
    }

    fn catch_up(self) {
        if let Some(now) = self.store.results().try_get_untracked() {
            self.late.try_maybe_update(|late| (std::mem::replace(late, now.clone()) != now, ()));
        }
    }
}
