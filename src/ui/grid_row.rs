//! A row of the table: a place that shows whichever row of the list is there now.

use catalog::RowId;
use leptos::prelude::*;

use super::{
    grid::GridState,
    grid_cell::GridCell,
    link::is_plain_click,
    live::{attr, flag, memo, part},
};

/// What a slot shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// The row.
    pub(super) row: RowId,
    /// Its place in the list, from 0.
    place: usize,
    /// Tells rows of one load from those of another.
    generation: u32,
}

/// A row.
#[component]
pub(super) fn GridRow(
    /// Its number among the painted ones.
    number: usize,
    /// The table.
    grid: GridState,
) -> impl IntoView {
    let store = grid.store;
    let shown = memo(move || {
        let window = grid.window.get();
        let place = (number < window.len).then_some(window.first + number)?;
        store
            .results()
            .with(|it| Some(Slot { row: *it.rows.get(place)?, place, generation: it.generation }))
    });
    let key = memo(move || shown.get().and_then(|it| store.with_rows(|rows| rows.key(it.row))));
    let is_open =
        move || key.with(|key| key.is_some() && store.view().with(|view| view.item == *key));
    let is_active = move || shown.get().is_some_and(|it| grid.active.get() == Some(it.row));
    let open = move |event: web_sys::MouseEvent| {
        if let Some(key) = key.get_untracked().filter(|_| is_plain_click(&event)) {
            event.prevent_default();
            grid.active.set(shown.get_untracked().map(|it| it.row));
            store.open(key);
        }
    };
    let cells = move || {
        let cell = move |(column, place)| view! { <GridCell column place shown key /> };
        store.catalog().shown().zip(1..).map(cell).collect_view().into_any()
    };
    view! {
        <div
            class="grid__row grid__row--body"
            role="row"
            id=attr(move || shown.get().map(|it| format!("row-{}", it.row.0)))
            aria-rowindex=attr(move || shown.get().map(|it| (it.place + 2).to_string()))
            aria-selected=flag(is_open)
            data-row-id=attr(move || key.get())
            data-active=flag(is_active)
            hidden=attr(move || shown.get().is_none().then(String::new))
            on:click=open
        >
            {part(cells)}
        </div>
    }
}
