//! A view as a query string.

use std::fmt::Write as _;

use catalog::Direction;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{COMPARISON, LAYOUTS, VERSION, newest};
use crate::{
    catalogs,
    parts::Layout,
    state::{Columns, SortBy, ViewState},
};

/// Everything is escaped but what a query string may hold and chat programs keep as part of a link.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b',')
    .remove(b':')
    .remove(b'/');

/// Prints a view as a query string without its `?`. The default view is an empty one.
#[must_use]
pub fn print(view: &ViewState) -> String {
    let mut out = String::new();
    print_scope(&mut out, view);
    put_some(&mut out, "q", &view.query);
    put_some(&mut out, "sort", &sort(&view.sort));
    put_some(&mut out, "cols", &shown(&view.columns));
    put_some(&mut out, "width", &widths(&view.columns));
    put_some(&mut out, "pin", &pinned(&view.columns));
    let layout = view.layout.filter(|it| *it != view.catalog.layout);
    put_some(&mut out, "view", layout.map_or("", name_of_layout));
    put_some(&mut out, "item", view.item.as_deref().unwrap_or_default());
    // A key for each: the keys of rows are texts of the service, which may hold any mark that would stand between them.
    for key in &view.compared {
        put(&mut out, "compare", key);
    }
    put_some(&mut out, "show", if view.comparing { COMPARISON } else { "" });
    if out.is_empty() { out } else { [VERSION, "=", newest().name, "&", &out].concat() }
}

/// What decides which rows there are.
fn print_scope(out: &mut String, view: &ViewState) {
    if view.catalog != catalogs::first() {
        put(out, "c", view.catalog.id);
    }
    put_some(out, "open", view.open.as_deref().unwrap_or_default());
    if view.regions != ViewState::of(view.catalog).regions {
        put(out, "region", &view.regions.join(","));
    }
    put_some(out, "zone", &view.zones.join(","));
    let levels = view.catalog.levels.iter().map(|it| it.key);
    for key in levels.chain(view.catalog.params.iter().map(|it| it.key)) {
        put_some(out, key, view.values.get(key).unwrap_or_default());
    }
}

fn sort(sort: &[SortBy]) -> String {
    let mut out = String::new();
    for by in sort {
        push(&mut out, by.column.key);
        if by.direction == Direction::Descending {
            out.push_str(":desc");
        }
    }
    out
}

fn shown(columns: &Columns) -> String {
    let mut out = String::new();
    for column in &columns.shown {
        push(&mut out, column.key);
    }
    out
}

fn widths(columns: &Columns) -> String {
    let mut out = String::new();
    for (column, width) in &columns.widths {
        push(&mut out, column.key);
        out.push(':');
        out.push_str(&width.to_string());
    }
    out
}

fn pinned(columns: &Columns) -> String {
    columns.pinned.map(|it| it.to_string()).unwrap_or_default()
}

fn name_of_layout(layout: Layout) -> &'static str {
    LAYOUTS.iter().find(|it| it.0 == layout).map_or("", |it| it.1)
}

fn push(list: &mut String, part: &str) {
    if !list.is_empty() {
        list.push(',');
    }
    list.push_str(part);
}

fn put_some(out: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        put(out, key, value);
    }
}

fn put(out: &mut String, key: &str, value: &str) {
    let between = if out.is_empty() { "" } else { "&" };
    let words = value.split(' ').map(|it| utf8_percent_encode(it, ESCAPED).to_string());
    let escaped = words.collect::<Vec<_>>().join("+");
    let _ = write!(out, "{between}{key}={escaped}"); // Writing to a string cannot fail.
}
