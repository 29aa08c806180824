//! The columns in a link: `cols=name,size,created&width=size:120&pin=2`.

use super::Taken;
use crate::{column::Column, state::ViewState};

/// Takes what a link says; an error if it names what there is not.
pub(super) fn take(view: &mut ViewState, key: &str, value: &str) -> Taken {
    let (key, is_whole) = match key {
        "cols" => ("cols", take_shown(view, value)),
        "width" => ("width", take_widths(view, value)),
        _ => ("pin", take_pinned(view, value)),
    };
    if is_whole { Ok(()) } else { Err(key) }
}

/// Whether all of them are columns. The one that names the row is always among those that are shown; if none of them is a column,
/// nothing has been chosen.
fn take_shown(view: &mut ViewState, value: &str) -> bool {
    let (mut shown, mut is_whole) = (Vec::<&'static Column>::new(), true);
    for key in value.split(',') {
        match view.catalog.column(key) {
            Some(column) if !shown.contains(&column) => shown.push(column),
            Some(_) => {}
            None => is_whole = false,
        }
    }
    if shown.is_empty() {
        return false;
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
