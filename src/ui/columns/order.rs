//! The columns that rows are sorted by, one below the other: for a touch screen, which has no Shift, and for cards, which have no header.

use catalog::Direction;
use view::{Column, SortBy};
use web_sys::HtmlSelectElement;

use super::parts::{Act, change, head, id, named};
use crate::{
    browser,
    state::{Store, t},
    ui::{
        icon::Icon,
        live::{memo, part},
        prelude::*,
    },
    words,
};

/// The panel.
pub(super) fn order(store: Store) -> AnyView {
    let sort = memo(move || store.view().with(|it| print(&it.effective_sort())));
    let content = move || {
        sort.with(|_| ());
        let lines = store.view().with_untracked(|view| {
            let sort = view.effective_sort();
            let line = |(by, place)| line(store, by, place, view.can_drop_sort(by.column));
            sort.iter().zip(1..).map(line).collect_view()
        });
        view! {
            <ol class="columns__order" role="list">{lines}</ol>
            {add(store)}
        }
        .into_any()
    };
    view! {
        {head(words::SORT, ().into_any())}
        <div class="columns__body">{part(content)}</div>
    }
    .into_any()
}

fn line(store: Store, by: &SortBy, place: usize, can_drop: bool) -> AnyView {
    let column = by.column;
    let (icon, label) = match by.direction {
        Direction::Ascending => (Icon::Up, words::SORTED_UP),
        Direction::Descending => (Icon::Down, words::SORTED_DOWN),
    };
    let turn = Act {
        id: Some(id("turn", column)),
        class: "button columns__turn",
        icon,
        name: named(label, column),
        pressed: None,
        is_idle: false,
        words: view! { <span>{t(label)}</span> }.into_any(),
        press: Box::new(move || change(store, move |view| view.turn_sort(column))),
    };
    let remove = Act {
        id: Some(id("drop", column)),
        class: "button button--bare",
        icon: Icon::Close,
        name: named(words::SORT_DROP, column),
        pressed: None,
        is_idle: !can_drop,
        words: ().into_any(),
        press: Box::new(move || change(store, move |view| view.drop_sort(column))),
    };
    view! {
        <li class="columns__line" data-sorted-by=column.key>
            <span class="columns__place">{place.to_string()}</span>
            <span class="columns__name">{t(column.label)}</span>
            {turn.view()}
            {remove.view()}
        </li>
    }
    .into_any()
}

/// Sorts by one column more.
fn add(store: Store) -> AnyView {
    let others = store.view().with_untracked(|view| {
        let is_other = |it: &&Column| view.direction(it).is_none();
        view.catalog.columns.iter().filter(is_other).collect::<Vec<_>>()
    });
    let option = |it: &'static Column| view! { <option value=it.key>{t(it.label)}</option> };
    let chosen = move |event: web_sys::Event| {
        let key = event_target_value(&event);
        // It offers another one from now on, and says so again.
        let select = browser::target::<HtmlSelectElement>(&event);
        select.iter().for_each(|it| it.set_value(""));
        if let Some(column) = store.view().with_untracked(|it| it.catalog.column(&key)) {
            change(store, move |view| view.add_sort(column));
        }
    };
    view! {
        <select class="input" id="sort-add" aria-label=t(words::SORT_ADD) on:change=heard(chosen)>
            <option value="">{t(words::SORT_ADD)}</option>
            {others.into_iter().map(option).collect_view()}
        </select>
    }
    .into_any()
}

/// What makes another order.
fn print(sort: &[SortBy]) -> String {
    let mut out = String::new();
    for by in sort {
        out.push_str(by.column.key);
        out.push(if by.direction == Direction::Ascending { '+' } else { '-' });
    }
    out
}
