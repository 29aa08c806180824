//! The table's header: one sortable column after another.

use crate::ui::prelude::*;
use catalog::Direction;
use view::Column;

use super::{
    icon::{Icon, IconView},
    link::{href_with, is_plain_click},
    live::{part, text},
};
use crate::state::{t, use_store};

/// The row of column headers.
#[component]
pub(super) fn GridHeader() -> impl IntoView {
    let store = use_store();
    let cells = move || {
        let cells = store
            .catalog()
            .shown()
            .zip(1..)
            .map(|(column, place)| view! { <HeaderCell column place /> });
        cells.collect_view().into_any()
    };
    view! {
        <div class="grid__head" role="rowgroup">
            <div class="grid__row" role="row" aria-rowindex="1">
                {part(cells)}
            </div>
        </div>
    }
}

/// A header is a link to the view that it leads to, so that it can be opened elsewhere too.
#[component]
fn HeaderCell(
    /// The column.
    column: &'static Column,
    /// Its number, from 1.
    place: usize,
) -> impl IntoView {
    let store = use_store();
    let direction = move || store.view().with(|it| it.direction(column));
    let aria_sort = move || match direction() {
        Some(Direction::Ascending) => "ascending".to_owned(),
        Some(Direction::Descending) => "descending".to_owned(),
        None => "none".to_owned(),
    };
    let sort = move |event: web_sys::MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            store.cycle_sort(column);
        }
    };
    let arrow = part(move || match direction() {
        Some(Direction::Ascending) => view! { <IconView icon=Icon::Up /> }.into_any(),
        Some(Direction::Descending) => view! { <IconView icon=Icon::Down /> }.into_any(),
        None => ().into_any(),
    });
    view! {
        <div
            class="grid__cell grid__cell--head"
            data-kind=column.is_number().then_some("number")
            role="columnheader"
            aria-colindex=place
            aria-sort=text(aria_sort)
            data-column=column.key
        >
            <a class="grid__sort" href=text(move || href_with(|it| it.cycle_sort(column))) on:click=sort>
                <span class="grid__label">{t(column.label)}</span>
                {arrow}
            </a>
        </div>
    }
}
