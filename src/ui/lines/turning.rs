//! Which line stands in which slot, and where.
//!
//! While the scroller moves, a line stays in its slot: the slot that leaves at one end takes the line that enters at the other, so that a step
//! costs one line and not all of them. Once it rests, the slots are put in the order of their lines again, which is the order that a screen reader
//! reads.

use catalog::{RowId, Viewport};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::Lines;

impl Lines {
    /// Takes note of where the scroller stands: all else is as it was.
    pub(in crate::ui) fn scrolled(self) {
        let Some(element) = self.scroller.get_untracked() else { return };
        let scroll_top = f64::from(element.scroll_top());
        if self.viewport.with_untracked(|it| it.scroll_top != scroll_top) {
            self.viewport.update(|it| it.scroll_top = scroll_top);
        }
        let (first, origin) = (self.window.get_untracked().first, self.origin.get_untracked());
        if first.abs_diff(origin) > FAR {
            self.rest();
        } else if first != origin {
            self.resting.set_value(Some(Timeout::new(REST, move || self.rest())));
        }
    }

    /// Puts the slots in the order of their lines.
    pub(in crate::ui) fn rest(self) {
        if let Some(window) = self.window.try_get_untracked() {
            self.resting.set_value(None);
            self.origin.maybe_update(|it| std::mem::replace(it, window.first) != window.first);
        }
    }

    /// The line that a slot shows, if there are so many. One slot more is filled than is in view: it would otherwise come and go with each step.
    pub(in crate::ui) fn line(self, slot: usize) -> Option<usize> {
        let line = self.turn.get().line(slot);
        (line < self.count.get()).then_some(line)
    }

    /// Where a slot stands among the others, as a style.
    pub(in crate::ui) fn place_of(self, slot: usize) -> String {
        let turn = self.turn.get();
        down(turn.top(turn.line(slot)))
    }

    /// Where the slots stand in the view, as a style.
    pub(in crate::ui) fn shift(self) -> String {
        if self.whole.is_painted.get() {
            return down(0);
        }
        let window = self.window.get();
        let lines = count(self.origin.get()) - count(window.first);
        down(whole(lines * self.viewport.with(|it| it.row_height) - window.shift))
    }
}

/// Which line stands in which slot, and where: it changes with a step of a line, not with one of a pixel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::ui) struct Turn {
    pub(super) first: usize,
    pub(super) origin: usize,
    pub(super) slots: usize,
    pub(super) line_height: f64,
}

impl Turn {
    /// How many slots there are.
    pub(in crate::ui) fn slots(self) -> usize {
        self.slots
    }

    /// The line of a slot: of those in view, the one that is a whole number of turns away from the slot's own.
    pub(in crate::ui) fn line(self, slot: usize) -> usize {
        let slots = self.slots.max(1);
        self.first + (self.origin % slots + slot + slots - self.first % slots) % slots
    }

    /// Where a line stands among the others, in pixels.
    pub(in crate::ui) fn top(self, line: usize) -> i64 {
        whole((count(line) - count(self.origin)) * self.line_height)
    }
}

/// How long the scroller must stand still for its slots to be put in order, in milliseconds: longer than between two turns of a wheel.
const REST: u32 = 150;

/// Beyond so many lines from where the slots were in order, they are put in order while scrolling: browsers place by numbers that are not exact
/// far out.
const FAR: usize = 5_000;

#[expect(clippy::cast_precision_loss, reason = "there are fewer lines than 2^53")]
fn count(lines: usize) -> f64 {
    lines as f64
}

/// Whole pixels: half ones would only blur the text.
#[expect(clippy::cast_possible_truncation, reason = "no content is taller than 16 million pixels")]
fn whole(pixels: f64) -> i64 {
    pixels.round() as i64
}

/// A place so many pixels down, as a style.
pub(in crate::ui) fn down(pixels: i64) -> String {
    ["translateY(", &pixels.to_string(), "px)"].concat()
}

/// The id of a row's element.
pub(in crate::ui) fn row_id(row: RowId) -> String {
    ["row-", &row.0.to_string()].concat()
}

/// As many lines as can be in view at once: one more than fit, since the first and the last may be cut. At least one, so that there
/// is something to measure.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a screen holds few lines"
)]
pub(super) fn slots(viewport: Viewport) -> usize {
    if viewport.row_height <= 0.0 {
        return 1;
    }
    (viewport.height / viewport.row_height).ceil() as usize + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_in_its_slot_while_it_is_in_view() {
        let turn = |first, slots| Turn { first, origin: 10, slots, line_height: 36.0 };
        let shown = |first| (0..4).map(|slot| turn(first, 4).line(slot)).collect::<Vec<_>>();
        assert_eq!(shown(10), [10, 11, 12, 13]);
        assert_eq!(shown(11), [14, 11, 12, 13]);
        assert_eq!(shown(13), [14, 15, 16, 13]);
        assert_eq!(shown(14), [14, 15, 16, 17]);
        assert_eq!(shown(9), [10, 11, 12, 9]);
        assert_eq!(shown(0), [2, 3, 0, 1]);
        assert_eq!(turn(5, 0).line(0), 5);
        assert_eq!((turn(12, 4).top(13), turn(0, 4).top(9)), (108, -36));
    }
}
