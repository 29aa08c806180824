//! Another density: rows become closer or wider, and the first one in view stays the first.

use leptos::prelude::*;

use super::Lines;
use crate::{
    browser::{before_next_frame, follow},
    state::Prefs,
};

impl Lines {
    /// Measures again when the reader has chosen another density.
    pub(in crate::ui) fn follow_density(self) {
        let density = expect_context::<Prefs>().density;
        follow(move || {
            density.get();
            self.measure_density();
        });
    }

    fn measure_density(self) {
        let before = self.viewport.with_untracked(|it| it.row_height);
        let first = self.window.get_untracked().first * self.columns.get_untracked();
        self.measure();
        if before > 0.0 && self.viewport.with_untracked(|it| it.row_height) != before {
            // Only then has the scroller the height that the new lines take. From the end it comes to stand at the top.
            before_next_frame(move || {
                self.reveal(self.count.try_get_untracked().map_or(0, |it| it.saturating_sub(1)));
                self.reveal(first);
            });
        }
    }
}
