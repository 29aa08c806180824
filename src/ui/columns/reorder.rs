//! Moving a column by dragging its header, or its line in the panel.

use std::cell::Cell;

use view::{Column, Side, ViewState};
use web_sys::{Element, PointerEvent};

use super::gesture::{Gesture, Phase, capture};
use crate::{browser, state::Store, ui::prelude::*};

/// How far a pointer must go to mean a drag and no click, in pixels.
const THRESHOLD: u32 = 6;

/// Along which way columns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Axis {
    /// As headers, from the left to the right.
    Across,
    /// As lines of a list.
    Down,
}

/// Dragging, and whether the last press became a drag: the click that ends one means nothing else.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Reorder {
    store: Store,
    gesture: Gesture,
    axis: Axis,
    has_moved: StoredValue<bool>,
}

impl Reorder {
    pub(in crate::ui) fn new(store: Store, axis: Axis) -> Self {
        Self { store, gesture: Gesture::new(), axis, has_moved: StoredValue::new(false) }
    }

    /// Whether the press before this click was a drag.
    pub(in crate::ui) fn was_drag(self) -> bool {
        self.has_moved.get_value()
    }

    /// Gives up the drag that is under way, and says whether there was one.
    pub(in crate::ui) fn cancel(self) -> bool {
        self.gesture.cancel()
    }

    /// Follows a press on something that stands for a column, among its siblings that stand for the others.
    pub(in crate::ui) fn press(self, event: &PointerEvent, column: &'static Column) {
        self.has_moved.set_value(false);
        let target = browser::target::<Element>(event);
        let held = target.and_then(|it| it.closest(&selector(column)).ok()?);
        let Some((held, among)) = held.and_then(|it| Some((it.clone(), it.parent_element()?)))
        else {
            return;
        };
        let from = (event.client_x(), event.client_y());
        let (goal, pointer) = (Cell::new(None), event.pointer_id());
        let told = move |phase| match phase {
            Phase::At(x, y) => {
                let far = x.abs_diff(from.0).max(y.abs_diff(from.1));
                if !self.has_moved.get_value() && far >= THRESHOLD {
                    self.has_moved.set_value(true);
                    capture(&held, pointer);
                }
                if self.has_moved.get_value() {
                    let view = self.store.view().get_untracked();
                    goal.set(self.point_at(&view, &held, &among, [x, y]));
                }
            }
            Phase::Done | Phase::Cancelled => {
                unmark(&held, &among);
                // Behind the click that may end it.
                browser::after_next_frame(move || {
                    self.has_moved.try_set_value(false);
                });
                if let Some((other, side)) = goal.get().filter(|_| phase == Phase::Done) {
                    self.store.choose(|view| view.move_column(column, side, other));
                }
            }
        };
        self.gesture.start(event, told);
    }

    /// Marks where the column would go, and says where that is.
    fn point_at(
        self,
        view: &ViewState,
        held: &Element,
        among: &Element,
        at: [i32; 2],
    ) -> Option<(&'static Column, Side)> {
        unmark(held, among);
        browser::set(held, "data-held", Some("true"));
        let columns = view.shown_columns();
        let mut child = among.first_element_child();
        while let Some(it) = child {
            if let Some(side) = self.side(&it, at) {
                let key = it.get_attribute("data-column")?;
                let other = columns.iter().copied().find(|it| it.key == key)?;
                let drop = if side == Side::Before { "before" } else { "after" };
                browser::set(&it, "data-drop", Some(drop));
                return Some((other, side));
            }
            child = it.next_element_sibling();
        }
        None
    }

    /// The side of an element that a point lies on, if it lies on it.
    fn side(self, element: &Element, at: [i32; 2]) -> Option<Side> {
        let rect = element.get_bounding_client_rect();
        let (at, start, end) = match self.axis {
            Axis::Across => (f64::from(at[0]), rect.left(), rect.right()),
            Axis::Down => (f64::from(at[1]), rect.top(), rect.bottom()),
        };
        let is_on = at >= start && at < end;
        is_on.then_some(if at < f64::midpoint(start, end) { Side::Before } else { Side::After })
    }
}

fn selector(column: &Column) -> String {
    ["[data-column=", column.key, "]"].concat()
}

fn unmark(held: &Element, among: &Element) {
    browser::set(held, "data-held", None);
    if let Ok(Some(marked)) = among.query_selector("[data-drop]") {
        browser::set(&marked, "data-drop", None);
    }
}
