//! What the table and the cards share: lines of rows in a scroller, and a keyboard that moves among them.
//!
//! Source: [grid pattern](https://www.w3.org/WAI/ARIA/apg/patterns/grid/). The scroller itself has the focus and names the
//! active row; what is painted are slots that change what they show and are never moved (a keyed list would paint wrong
//! orders when membership and order change at once).
//!
//! The slots stand in a box that sticks to the scroller's top, and only what they show follows the scroll position. A fast
//! scroll can therefore never run ahead of them and show nothing.

mod arriving;
mod density;
mod returning;
mod turning;
mod whole;

use catalog::{RowId, Viewport, Window};
use gloo_timers::callback::Timeout;
use leptos::{html, prelude::*};
use web_sys::{HtmlElement, KeyboardEvent, Node};

use super::{
    link::is_chord,
    live::memo,
    marks::follow_marks,
    step::{Step, moved},
};
use crate::{
    browser::{SizeWatch, before_next_frame, follow},
    state::Store,
};

pub(super) use turning::{Turn, down, row_id};
pub(super) use whole::STEP;
use whole::Whole;

/// Shows the texts on the screen, each with the key of its column and its node.
pub(super) type Texts = Box<dyn Fn(&mut dyn FnMut(&str, &Node, &str))>;

/// Rows in lines, a line one row of the table or as many cards as stand beside each other.
#[derive(Clone, Copy)]
pub(super) struct Lines {
    pub(super) store: Store,
    /// The lines in view.
    pub(super) window: Memo<Window>,
    /// How many lines there are in all.
    pub(super) count: Memo<usize>,
    /// How many rows stand in a line.
    pub(super) columns: Memo<usize>,
    /// The row that the keyboard is on.
    pub(super) active: RwSignal<Option<RowId>>,
    pub(super) scroller: NodeRef<html::Div>,
    /// The first line, if how tall it is has to be watched.
    pub(super) first: NodeRef<html::Div>,
    pub(super) viewport: RwSignal<Viewport>,
    /// How many lines are painted: those in view, or all of a short list.
    pub(super) whole: Whole,
    /// Which line stands in which slot.
    pub(super) turn: Memo<Turn>,
    /// The texts on the screen, if whoever paints them knows them.
    pub(super) texts: StoredValue<Option<Texts>, LocalStorage>,
    /// A line that the first slot shows if it is in view.
    origin: RwSignal<usize>,
    resting: StoredValue<Option<Timeout>, LocalStorage>,
    shape: fn(&HtmlElement) -> Shape,
    shaped: RwSignal<usize>,
}

/// What the styles make of a scroller.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    /// How tall a line is, in pixels.
    pub(super) line_height: f64,
    /// How much of the scroller's height is not for lines, in pixels.
    pub(super) head: f64,
    /// How many rows stand in a line.
    pub(super) columns: usize,
}

impl Lines {
    /// The store's results in lines of that shape, which is read again whenever it may have changed.
    pub(super) fn new(store: Store, shape: fn(&HtmlElement) -> Shape) -> Self {
        let viewport = RwSignal::new(Viewport::default());
        let shaped = RwSignal::new(1_usize);
        let columns = memo(move || shaped.get());
        let count = memo(move || store.results().with(|it| it.rows.len()).div_ceil(columns.get()));
        let window = memo(move || catalog::window(count.get(), viewport.get()));
        let (whole, origin) = (Whole::new(store, columns, viewport), RwSignal::new(0));
        let it = Self {
            store,
            window,
            count,
            columns,
            active: RwSignal::default(),
            scroller: NodeRef::new(),
            first: NodeRef::new(),
            viewport,
            whole,
            turn: memo(move || {
                // With a slot for each line nothing turns, however far it is scrolled.
                let is_whole = whole.is_painted.get();
                Turn {
                    first: if is_whole { 0 } else { window.with(|it| it.first) },
                    origin: if is_whole { 0 } else { origin.get() },
                    slots: whole.slots.get(),
                    line_height: viewport.with(|it| it.row_height),
                }
            }),
            texts: StoredValue::new_local(None),
            origin,
            resting: StoredValue::new_local(None),
            shape,
            shaped,
        };
        it.watch();
        it.follow_place();
        follow_marks(it);
        it
    }

    /// Takes note of where the scroller stands and how large it is.
    pub(super) fn measure(self) {
        let Some(element) = self.scroller.get_untracked() else { return };
        // Hidden while nothing is found, it has no height: its rows stay for those that are found next.
        if element.client_height() == 0 {
            return;
        }
        let shape = (self.shape)(&element);
        let viewport = Viewport {
            scroll_top: f64::from(element.scroll_top()),
            height: (f64::from(element.client_height()) - shape.head).max(0.0),
            row_height: shape.line_height,
        };
        if self.shaped.get_untracked() != shape.columns {
            self.reflow(shape.columns);
        }
        if self.viewport.get_untracked() != viewport {
            self.viewport.set(viewport);
        }
    }

    /// Puts so many rows in a line, and keeps in view what was looked at: opening a row's detail makes lines shorter.
    fn reflow(self, columns: usize) {
        let (first, before) = (self.window.get_untracked().first, self.columns.get_untracked());
        let active = self.active.get_untracked().filter(|_| untrack(|| self.active_id()).is_some());
        let looked_at = active.and_then(|row| self.place(row)).unwrap_or(first * before);
        self.shaped.set(columns.max(1));
        // Only then has the scroller the height that the new lines take.
        before_next_frame(move || self.reveal(looked_at));
    }

    /// The id of the active row's element, if it is painted: scrolled away it has none that could be named.
    pub(super) fn active_id(self) -> Option<String> {
        let (active, window, columns) = (self.active.get()?, self.window.get(), self.columns.get());
        let (first, len) = match self.whole.is_painted.get() {
            true => (0, usize::MAX),
            false => (window.first * columns, window.len * columns),
        };
        let is_painted = |rows: &[RowId]| rows.iter().skip(first).take(len).any(|it| *it == active);
        self.store.results().with(|it| is_painted(&it.rows)).then(|| row_id(active))
    }

    /// Whether there is nothing to show and nothing more to come.
    pub(super) fn are_none(self) -> bool {
        self.count.get() == 0 && self.store.is_settled()
    }

    /// Does what a key asks for.
    pub(super) fn on_key(self, event: &KeyboardEvent) {
        let from_inside = event.target() != event.current_target();
        if event.is_composing() || (from_inside && event.key() == "Enter") {
            return;
        }
        let chord = is_chord(event);
        let page = isize::try_from(self.whole.first.get_untracked().saturating_sub(2)).unwrap_or(1);
        let step = Step::of_key(&event.key(), chord, page, self.columns.get_untracked());
        match (event.key().as_str(), step) {
            (_, Some(step)) => self.step(step),
            ("Enter", None) => self.open_active(),
            ("Escape", None) => self.store.close(),
            _ => return,
        }
        event.prevent_default();
    }

    /// Moves the active row; the first step goes to the first row in view.
    fn step(self, step: Step) {
        let rows = self.store.results().with_untracked(|it| it.rows.clone());
        let Some(last) = rows.len().checked_sub(1) else { return };
        let columns = self.columns.get_untracked();
        let next = match (self.active.get_untracked().and_then(|row| self.place(row)), step) {
            (None, Step::Rows(_) | Step::Lines(_)) => self.window.get_untracked().first * columns,
            (at, _) => moved(step, at.unwrap_or_default(), last, columns),
        };
        self.active.set(rows.get(next).copied());
        self.reveal(next);
    }

    /// The place of a row in the list.
    fn place(self, row: RowId) -> Option<usize> {
        self.store.results().with_untracked(|it| it.rows.iter().position(|it| *it == row))
    }

    /// Scrolls as far as the row at a place needs to be in view.
    fn reveal(self, place: usize) {
        // It may be called a frame late, when there are no lines any more.
        let (Some(columns), Some(count)) =
            (self.columns.try_get_untracked(), self.count.try_get_untracked())
        else {
            return;
        };
        let viewport = self.viewport.get_untracked();
        self.scroll_to(catalog::scroll_to(place / columns, count, viewport));
    }

    #[expect(clippy::cast_possible_truncation, reason = "scroll positions end at 16 million")]
    fn scroll_to(self, top: f64) {
        let is_there = self.viewport.with_untracked(|it| it.scroll_top == top.ceil());
        // Where it stands already, the browser would lay everything out to find that it does.
        if let Some(element) = self.scroller.get_untracked().filter(|_| !is_there) {
            element.set_scroll_top(top.ceil() as i32);
            self.scrolled();
        }
    }

    fn open_active(self) {
        let active = self.active.get_untracked();
        if let Some(key) = active.and_then(|row| self.store.with_rows(|rows| rows.key(row))) {
            self.store.open(key);
        }
    }

    /// Follows the sizes, and goes back to the top when other rows are shown.
    fn watch(self) {
        for element in [self.scroller, self.first] {
            let size = StoredValue::new_local(None::<SizeWatch>);
            follow(move || {
                let watch =
                    element.get().and_then(|it| SizeWatch::new(&it, move || self.measure()));
                size.set_value(watch);
            });
            on_cleanup(move || size.set_value(None));
        }
        self.follow_shown();
    }
}
