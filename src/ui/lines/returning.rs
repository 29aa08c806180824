//! Back and Forward lead to where the reader stood: the list is scrolled as far as it was, and the keyboard is on the same row.

use leptos::prelude::*;

use super::Lines;
use crate::{
    browser::{before_next_frame, follow},
    state::{Place, focus_again},
};

impl Lines {
    /// Tells where the reader stands, and goes back to where they stood once rows enough are there.
    pub(super) fn follow_place(self) {
        follow(move || {
            let top = self.viewport.with(|it| it.scroll_top);
            self.store.stand(whole(top), self.active.get());
        });
        follow(move || {
            let Some(place) = self.store.wanted_place() else { return };
            if self.reaches(place.top) || self.store.is_settled() {
                // By then the scroller is as tall as its lines, and has gone to the top for rows that are new to it.
                before_next_frame(move || self.stand_at(&place));
            }
        });
    }

    /// Whether there are rows enough to be scrolled so far.
    pub(super) fn reaches(self, top: i32) -> bool {
        let needed = f64::from(top) + self.viewport.with(|it| it.height);
        self.window.with(|it| it.content_height >= needed) && self.count.get() > 0
    }

    fn stand_at(self, place: &Place) {
        // A frame later the reader may be elsewhere, or the list be gone.
        if untrack(|| self.store.wanted_place()).as_ref() != Some(place)
            || self.count.try_get_untracked().is_none()
        {
            return;
        }
        self.scroll_to(f64::from(place.top));
        self.active.set(untrack(|| self.store.find(&place.active)));
        focus_again(&place.focus);
        self.store.arrived_at_place();
    }
}

#[expect(clippy::cast_possible_truncation, reason = "scroll positions end at 16 million")]
fn whole(top: f64) -> i32 {
    top as i32
}
