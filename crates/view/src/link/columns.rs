//! The columns in a link: `cols=name,size,created&width=size:120&pin=2`.

use super::Notice;
use crate::{
    column::Column,
    state::{Columns, ViewState},
};

/// What is chosen about the columns, by keys; empty where nothing is.
pub(super) fn print(columns: &Columns) -> [(&'static str, String); 3] {
    let mut shown = String::new();
    for column in &columns.shown {
        push(&mut shown, column.key);
    }
    let mut widths = String::new();
    for (column, width) in &columns.widths {
        push(&mut widths, column.key);
        widths.push(':');
        widths.push_str(&width.to_string());
    }
    let pinned = columns.pinned.map(|it| it.to_string());
    [("cols", shown), ("width", widths), ("pin", pinned.unwrap_or_default())]
}

/// Takes what a link says; a notice if it names what there is not.
pub(super) fn take(view: &mut ViewState, key: &str, value: &str) -> Result<(), Notice> {
    let (key, is_whole) = match key {
        "cols" => ("cols", take_shown(view, value)),
        "width" => ("width", take_widths(view, value)),
        _ => ("pin", take_pinned(view, value)),
    };
    if is_whole { Ok(()) } else { Err(Notice { key }) }
}

/// Whether all of them are columns. The one that names the row is always among those that are shown.
fn take_shown(view: &mut ViewState, value: &str) -> bool {
    let (mut shown, mut is_whole) = (Vec::<&'static Column>::new(), true);
    for key in value.split(',') {
        match view.catalog.column(key) {
            Some(column) if !shown.contains(&column) => shown.push(column),
            Some(_) => {}
            None => is_whole = false,
        }
    }
    let title = view.catalog.column(view.catalog.title_column);
    if let Some(title) = title.filter(|it| !shown.contains(it)) {
        shown.insert(0, title);
        is_whole = false;
    }
    let pinned = view.pinned();
    view.arrange(shown, pinned);
    is_whole
}

fn take_widths(view: &mut ViewState, value: &str) -> bool {
    let mut take = |part: &str| {
        let (key, width) = part.split_once(':')?;
        let width: u16 = width.parse().ok()?;
        view.set_width(view.catalog.column(key)?, width);
        (ViewState::NARROWEST..=ViewState::WIDEST).contains(&width).then_some(())
    };
    // To the end: what follows a damaged part may be whole.
    value.split(',').filter(|it| take(it).is_none()).count() == 0
}

fn take_pinned(view: &mut ViewState, value: &str) -> bool {
    let number = value.parse().ok().filter(|it| *it <= ViewState::MOST_PINNED);
    number.inspect(|it| view.arrange(view.shown_columns(), *it)).is_some()
}

fn push(list: &mut String, part: &str) {
    if !list.is_empty() {
        list.push(',');
    }
    list.push_str(part);
}
