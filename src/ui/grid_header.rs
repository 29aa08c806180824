//! The table's header: one sortable column after another.

use crate::ui::prelude::*;
use catalog::Direction;
use view::Column;

use super::{
    icon::{Icon, IconView},
    link::{href_with, is_plain_click, is_shift_click},
    live::{flag, part, text},
};
use crate::{
    state::{Prefs, Store, t, use_store},
    words,
};

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
    let sort = move |event: web_sys::MouseEvent| {
        let way = match () {
            () if is_plain_click(&event) => Store::cycle_sort,
            () if is_shift_click(&event) => Store::add_sort,
            () => return,
        };
        event.prevent_default();
        way(store, column);
    };
    view! {
        <div
            class="grid__cell grid__cell--head"
            data-kind=column.is_number().then_some("number")
            role="columnheader"
            aria-colindex=place
            aria-sort=text(move || aria_sort(store, column).to_owned())
            data-column=column.key
            data-sorted=flag(move || store.view().with(|it| it.direction(column).is_some()))
        >
            <a
                class="grid__sort"
                href=text(move || href_with(|it| it.cycle_sort(column)))
                title=text(move || title(store))
                on:click=heard(sort)
            >
                <span class="grid__label">{t(column.label)}</span>
                {part(move || mark(store, column))}
            </a>
        </div>
    }
}

/// The direction of the column that decides first. Of the others the title tells: a table has one sorted header, says the pattern.
fn aria_sort(store: Store, column: &Column) -> &'static str {
    let first = store.view().with(|it| it.effective_sort().first().copied());
    match first.filter(|it| it.column == column).map(|it| it.direction) {
        Some(Direction::Ascending) => "ascending",
        Some(Direction::Descending) => "descending",
        None => "none",
    }
}

/// The arrow of a column that is sorted by, with its place if there are several.
fn mark(store: Store, column: &Column) -> AnyView {
    let (direction, place) = store.view().with(|it| (it.direction(column), it.sort_place(column)));
    let icon = match direction {
        Some(Direction::Ascending) => Icon::Up,
        Some(Direction::Descending) => Icon::Down,
        None => return ().into_any(),
    };
    let place = place.map(|it| {
        let place = it.to_string();
        view! { <span class="grid__place" aria-hidden="true">{place}</span> }.into_any()
    });
    view! { <IconView icon /> {place} }.into_any()
}

/// The whole order, and how to sort by one column more.
fn title(store: Store) -> String {
    let lang = expect_context::<Prefs>().lang.get();
    let order = store.view().with(|it| words::order(&it.effective_sort(), lang));
    let hint = words::ADD_SORT.get(lang);
    order.map_or_else(|| hint.to_owned(), |order| [&order, " ", hint].concat())
}
