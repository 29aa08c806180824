//! Which line stands in which slot, and where.
//!
//! While the scroller moves, a line stays in its slot: the slot that leaves at one end takes the line that enters at the other, so that a step
//! costs one line and not all of them. Once it rests, the slots are put in the order of their lines again, which is the order that a screen reader
//! reads.

use catalog::Window;
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
        let line = self.turned(slot, self.window.get());
        (line < self.count.get()).then_some(line)
    }

    /// What decides which line stands in which slot: it changes with a step of a line, not with one of a pixel.
    pub(in crate::ui) fn painted(self) -> [usize; 3] {
        [self.window.get().first, self.origin.get(), self.slots.get()]
    }

    /// Where a slot stands among the others, as a style.
    pub(in crate::ui) fn place_of(self, slot: usize) -> String {
        let line = self.turned(slot, self.window.get());
        let lines = count(line) - count(self.origin.get());
        down(lines * self.viewport.with(|it| it.row_height))
    }

    /// Where the slots stand in the view, as a style.
    pub(in crate::ui) fn shift(self) -> String {
        let window = self.window.get();
        let lines = count(self.origin.get()) - count(window.first);
        down(lines * self.viewport.with(|it| it.row_height) - window.shift)
    }

    fn turned(self, slot: usize, window: Window) -> usize {
        turned(slot, window.first, self.origin.get(), self.slots.get())
    }
}

/// How long the scroller must stand still for its slots to be put in order, in milliseconds: longer than between two turns of a wheel.
const REST: u32 = 150;

/// Beyond so many lines from where the slots were in order, they are put in order while scrolling: browsers place by numbers that are not exact
/// far out.
const FAR: usize = 5_000;

/// The line that a slot shows: of those in view, the one that is a whole number of turns away from the slot's own.
fn turned(slot: usize, first: usize, origin: usize, slots: usize) -> usize {
    let slots = slots.max(1);
    first + (origin % slots + slot + slots - first % slots) % slots
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer lines than 2^53")]
fn count(lines: usize) -> f64 {
    lines as f64
}

/// Whole pixels: half ones would only blur the text.
#[expect(clippy::cast_possible_truncation, reason = "no content is taller than 16 million pixels")]
fn down(pixels: f64) -> String {
    format!("translateY({}px)", pixels.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_in_its_slot_while_it_is_in_view() {
        let shown = |first| (0..4).map(|slot| turned(slot, first, 10, 4)).collect::<Vec<_>>();
        assert_eq!(shown(10), [10, 11, 12, 13]);
        assert_eq!(shown(11), [14, 11, 12, 13]);
        assert_eq!(shown(13), [14, 15, 16, 13]);
        assert_eq!(shown(14), [14, 15, 16, 17]);
        assert_eq!(shown(9), [10, 11, 12, 9]);
        assert_eq!(shown(0), [2, 3, 0, 1]);
        assert_eq!(turned(0, 5, 0, 0), 5);
    }
}
