//! A row of the table.

use crate::ui::prelude::*;

use super::{
    grid_cell::GridCell,
    lines::Lines,
    live::{attr, flag, part},
    slot::Slot,
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
        let cell = move |(column, place)| view! { <GridCell column place at /> };
        lines.store.catalog().shown().zip(1..).map(cell).collect_view().into_any()
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
            hidden=attr(move || at.row().is_none().then(String::new))
            on:click=move |event| at.open(&event)
        >
            {part(cells)}
        </div>
    }
}
