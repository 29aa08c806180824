//! A row of the table.

use crate::ui::prelude::*;

use super::{
    grid_cell::{GridCell, Painter},
    lines::Lines,
    live::{attr, flag, part, text},
    slot::Slot,
};
use crate::{
    browser,
    state::{Prefs, Store},
};

/// A row.
#[component]
pub(super) fn GridRow(
    /// The table.
    lines: Lines,
    /// Its number among the painted ones.
    number: usize,
) -> impl IntoView {
    let at = Slot::new(lines, number, 0);
    let cells = move || {
        let catalog = lines.store.catalog();
        let painters =
            catalog.shown().filter_map(|it| Some(Painter::new(it, catalog.place(it.key)?)));
        let painters: Vec<_> = painters.collect();
        let cell = |(it, place): (&Painter, usize)| {
            view! { <GridCell column=it.column() place at element=it.element() /> }
        };
        let cells = painters.iter().zip(1..).map(cell).collect_view().into_any();
        follow_row(at, lines.store, painters);
        cells
    };
    view! {
        <div
            class="grid__row grid__row--body"
            role="row"
            id=attr(move || at.id())
            aria-rowindex=attr(move || at.place().map(|it| (it + 2).to_string()))
            aria-selected=flag(move || at.is_open())
            data-row-id=attr(move || at.key())
            data-active=flag(move || at.is_active())
            style:transform=text(move || lines.place_of(number))
            hidden=attr(move || at.row().is_none().then(String::new))
            on:click=heard(move |event: web_sys::MouseEvent| at.open(&event))
        >
            {part(cells)}
        </div>
    }
}

/// Has the cells say what the slot's row says.
fn follow_row(at: Slot, store: Store, painters: Vec<Painter>) {
    let lang = expect_context::<Prefs>().lang;
    let now = browser::now();
    let painters = StoredValue::new_local(painters);
    browser::follow(move || {
        let (Some(row), lang) = (at.row(), lang.get()) else { return };
        painters.try_update_value(|painters| {
            store.with_rows(|rows| {
                painters.iter_mut().for_each(|it| it.paint(rows, row, lang, now));
            });
        });
    });
}
