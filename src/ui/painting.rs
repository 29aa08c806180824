//! Paints the rows of the table: one follower for those in view and one for the rest, which write into elements that stay what has changed in them.
//!
//! A key changes every row, and a turn of the wheel some. With signals for each attribute of a row, and a memo for the row itself, keeping account of who
//! reads what took most of the time of a key: several times as long as finding the rows, and as writing what was new.

use crate::ui::prelude::*;
use catalog::RowId;
use gloo_timers::callback::Timeout;
use view::{Column, Lang};
use web_sys::{Element, MouseEvent, Node};

use super::{
    grid_header,
    lines::Lines,
    link::is_plain_click,
    live::memo,
    painted_row::{PaintedRow, Scene},
};
use crate::{
    browser::{self, follow},
    state::Prefs,
};

/// The painted rows. A handle.
#[derive(Clone, Copy)]
pub(super) struct Painting {
    pub(super) lines: Lines,
    rows: StoredValue<Vec<PaintedRow>, LocalStorage>,
    /// Raised when there are new elements to write into.
    renewed: RwSignal<usize>,
    /// The key of the open row.
    open: Memo<Option<String>>,
    /// The keys of the rows that are compared.
    chosen: Memo<Vec<String>>,
    lang: RwSignal<Lang>,
}

/// How long the view must stay the same before links lead to it, in milliseconds. Nobody uses them while rows come and go.
const PAUSE: u32 = 200;

impl Painting {
    /// Paints lines of one row each.
    pub(super) fn new(lines: Lines) -> Self {
        let it = Self {
            lines,
            rows: StoredValue::new_local(Vec::new()),
            renewed: RwSignal::new(0),
            open: memo(move || lines.store.view().with(|it| it.item.clone())),
            chosen: memo(move || lines.store.view().with(|it| it.compared.clone())),
            lang: expect_context::<Prefs>().lang,
        };
        it.follow_rows(false);
        it.follow_rows(true);
        it.follow_view();
        it.lines.texts.set_value(Some(Box::new(move |read: &mut dyn FnMut(&str, &Node, &str)| {
            let all = untrack(|| it.lines.whole.is_even());
            let is_current = |row: &&PaintedRow| all || !it.lines.whole.is_rest(row.number());
            it.rows.with_value(|rows| {
                rows.iter().filter(is_current).for_each(|row| row.read(read));
            });
        })));
        it
    }

    /// Takes the elements of a row, in place of those that it had.
    pub(super) fn take(self, row: PaintedRow) {
        self.rows.update_value(|rows| {
            rows.retain(|it| it.number() != row.number());
            rows.push(row);
        });
        self.renewed.update(|it| *it += 1);
    }

    /// Opens the row that was clicked, unless the click means something else to the browser.
    pub(super) fn open(self, event: &MouseEvent) {
        let element =
            browser::target::<Element>(event).and_then(|it| it.closest("[role=row]").ok()?);
        let Some(element) = element.filter(|_| is_plain_click(event)) else { return };
        let shown = self.rows.with_value(|rows| {
            let row = rows.iter().find(|it| it.is(&element))?;
            row.shown().map(|(row, key)| (row, key.to_owned()))
        });
        if let Some((row, key)) = shown {
            event.prevent_default();
            self.lines.active.set(Some(row));
            self.lines.store.open(key);
        }
    }

    /// The row and the column of a cell.
    pub(super) fn at(self, cell: &Element) -> Option<(RowId, &'static Column)> {
        self.rows.with_value(|rows| {
            rows.iter().find_map(|row| {
                let cell = row.cells().iter().find(|it| it.is(cell))?;
                Some((row.shown()?.0, cell.column()))
            })
        })
    }

    /// What a cell does not show.
    pub(super) fn unsaid(self, cell: &Element) -> Option<String> {
        self.rows.with_value(|rows| {
            let cell = rows.iter().flat_map(PaintedRow::cells).find(|it| it.is(cell))?;
            cell.unsaid().map(str::to_owned)
        })
    }

    /// Has each link lead where it says in the view as it is: to its row, or to another order.
    pub(super) fn lead(self) {
        let Some(mut view) = self.lines.store.view().try_get_untracked() else { return };
        grid_header::lead(&view);
        self.rows.try_update_value(|rows| rows.iter_mut().for_each(|it| it.lead(&mut view)));
    }

    /// Those in view, or the rest, which is painted a frame later.
    fn follow_rows(self, of_rest: bool) {
        let store = self.lines.store;
        follow(move || {
            let now = browser::now();
            self.renewed.track();
            let (turn, active) = (self.lines.turn.get(), self.lines.active.get());
            let (lang, open, chosen) = (self.lang.get(), self.open.get(), self.chosen.get());
            self.lines.whole.with_results(of_rest, |results| {
                store.with_rows(|rows| {
                    let (found, generation) = (results.rows.as_slice(), results.generation);
                    let (open, chosen) = (open.as_deref(), chosen.as_slice());
                    let scene =
                        Scene { rows, found, generation, turn, open, chosen, active, lang, now };
                    self.paint(&scene, of_rest);
                });
            });
        });
    }

    fn paint(self, scene: &Scene<'_>, of_rest: bool) {
        self.rows.update_value(|rows| {
            // A lower scroller has fewer.
            rows.retain(|it| it.number() < scene.turn.slots());
            let whole = self.lines.whole;
            let wanted = |it: &&mut PaintedRow| whole.is_rest(it.number()) == of_rest;
            rows.iter_mut().filter(wanted).for_each(|it| it.paint(scene));
        });
    }

    /// Links lead to the view, which any change of it changes.
    fn follow_view(self) {
        let waiting = StoredValue::new_local(None);
        follow(move || {
            self.renewed.track();
            self.lines.turn.track();
            self.lines.store.results().track();
            self.lines.store.view().track();
            waiting.set_value(Some(Timeout::new(PAUSE, move || self.lead())));
        });
    }
}
