//! A place on the screen that shows whichever row of the list is there now.

use crate::ui::prelude::*;
use catalog::RowId;
use web_sys::MouseEvent;

use super::{
    lines::{Lines, row_id},
    link::{href_with, is_plain_click},
    live::memo,
};

/// A slot of the painted lines.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    lines: Lines,
    shown: Memo<Option<Placed>>,
    key: Memo<Option<String>>,
}

/// A row at its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Placed {
    row: RowId,
    place: usize,
    /// Tells rows of one load from those of another.
    generation: u32,
}

impl Slot {
    /// The slot in a painted line, both counted from 0.
    pub(super) fn new(lines: Lines, line: usize, column: usize) -> Self {
        let shown = memo(move || {
            let place = lines.line(line)? * lines.columns.get() + column;
            lines.whole.with_results(lines.whole.is_rest(line), |it| {
                Some(Placed { row: *it.rows.get(place)?, place, generation: it.generation })
            })
        });
        let key = move || shown.get().and_then(|it| lines.store.with_rows(|rows| rows.key(it.row)));
        Self { lines, shown, key: memo(key) }
    }

    /// The row, if there is one.
    pub(super) fn row(self) -> Option<RowId> {
        self.shown.get().map(|it| it.row)
    }

    /// The row's key in links.
    pub(super) fn key(self) -> Option<String> {
        self.key.get()
    }

    /// The id of the slot's element.
    pub(super) fn id(self) -> Option<String> {
        self.row().map(row_id)
    }

    /// The view with the row open, as an address.
    pub(super) fn href(self) -> Option<String> {
        self.key().map(|key| href_with(|view| view.item = Some(key.clone())))
    }

    /// Whether the row is the open one.
    pub(super) fn is_open(self) -> bool {
        let view = self.lines.store.view();
        self.key.with(|key| key.is_some() && view.with(|view| view.item == *key))
    }

    /// Whether the row is one of those to be compared.
    pub(super) fn is_chosen(self) -> bool {
        let view = self.lines.store.view();
        self.key.with(|key| key.as_ref().is_some_and(|key| view.with(|it| it.is_compared(key))))
    }

    /// Whether the keyboard is on the row.
    pub(super) fn is_active(self) -> bool {
        self.row().is_some_and(|row| self.lines.active.get() == Some(row))
    }

    /// Opens the row, unless the click means something else to the browser.
    pub(super) fn open(self, event: &MouseEvent) {
        if let Some(key) = self.key.get_untracked().filter(|_| is_plain_click(event)) {
            event.prevent_default();
            self.lines.active.set(self.shown.get_untracked().map(|it| it.row));
            self.lines.store.open(key);
        }
    }
}
