//! Giving a column another width: by its edge, with keys, or as wide as what it shows.
//!
//! While an edge is dragged or a key held, only the styles follow; the view is changed once, when it is let go.

use view::{Column, ViewState};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};

use super::{
    gesture::{Gesture, Phase, capture, is_main},
    shape::{self, least},
};
use crate::{
    browser,
    state::Store,
    ui::{link::is_chord, prelude::*},
};

/// What an arrow adds, in pixels.
const STEP: i32 = 10;

/// The width that is being chosen.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Resize {
    store: Store,
    gesture: Gesture,
    /// The view with another width, as long as it is only shown.
    wanted: StoredValue<Option<ViewState>>,
}

impl Resize {
    pub(in crate::ui) fn new(store: Store) -> Self {
        Self { store, gesture: Gesture::new(), wanted: StoredValue::new(None) }
    }

    /// Follows the edge of a column.
    pub(in crate::ui) fn press(self, event: &PointerEvent, column: &'static Column) {
        let grip = browser::target::<Element>(event);
        let grip = grip.filter(|_| is_main(event));
        let Some((grip, width)) = grip.zip(painted_width(column)) else { return };
        let from = event.client_x();
        let told = move |phase| match phase {
            Phase::At(x, _) => self.show(column, width + x - from),
            Phase::Done => self.take(),
            Phase::Cancelled => self.give_up(column),
        };
        self.gesture.start(event, told);
        capture(&grip, event.pointer_id());
        // No selection of text, and the header is not dragged along.
        event.prevent_default();
        event.stop_propagation();
    }

    /// Gives up the drag that is under way, and says whether there was one.
    pub(in crate::ui) fn cancel(self) -> bool {
        self.gesture.cancel()
    }

    /// Does what a key on an edge asks for.
    pub(in crate::ui) fn on_key(self, event: &KeyboardEvent, column: &'static Column) {
        let Some(width) = painted_width(column).filter(|_| !is_chord(event)) else { return };
        let width = match event.key().as_str() {
            "ArrowLeft" => width - STEP,
            "ArrowRight" => width + STEP,
            "Home" => 0,
            "End" => i32::from(ViewState::WIDEST),
            _ => return,
        };
        self.show(column, width);
        event.prevent_default();
        // The list moves with these keys too.
        event.stop_propagation();
    }

    /// Shows the view with another width, or the least that is painted.
    fn show(self, column: &'static Column, width: i32) {
        let mut view = self.store.view().get_untracked();
        settle_title(&mut view, column);
        let width = u16::try_from(width).unwrap_or_default().max(least());
        view.set_width(column, width);
        shape::preview(&view);
        tell(column, view.width(column));
        self.wanted.set_value(Some(view));
    }

    /// Takes over what is shown.
    pub(in crate::ui) fn take(self) {
        if let Some(wanted) = self.wanted.try_update_value(Option::take).flatten() {
            self.store.choose(|view| view.columns = wanted.columns);
        }
    }

    fn give_up(self, column: &Column) {
        self.wanted.set_value(None);
        self.store.view().with_untracked(|view| {
            shape::preview(view);
            tell(column, view.width(column).max(least()));
        });
    }
}

/// Makes a column as wide as what the painted rows have in it, and its header.
pub(in crate::ui) fn fit(store: Store, column: &'static Column) {
    let mut view = store.view().get_untracked();
    settle_title(&mut view, column);
    // In the narrowest column everything is cut off, and the browser says how much there is.
    view.set_width(column, ViewState::NARROWEST);
    shape::preview(&view);
    let width = content_width(column);
    store.view().with_untracked(shape::preview);
    view.set_width(column, u16::try_from(width).unwrap_or(ViewState::WIDEST).max(least()));
    store.choose(|it| it.columns = view.columns);
}

/// Keeps the column that names the row as wide as it is: it would take or give what another loses or gets, and the edge that is dragged
/// would stay where it is.
fn settle_title(view: &mut ViewState, column: &Column) {
    let title = view.catalog.column(view.catalog.title_column);
    let title = title.filter(|it| *it != column && view.chosen_width(it).is_none());
    if let Some((title, width)) = title.and_then(|it| Some((it, painted_width(it)?)))
        && width > i32::from(view.width(title))
    {
        view.set_width(title, u16::try_from(width).unwrap_or(ViewState::WIDEST));
    }
}

fn painted_width(column: &Column) -> Option<i32> {
    let header = browser::element(&grip_id(column))?.parent_element()?;
    header.dyn_into::<HtmlElement>().ok().map(|it| it.offset_width())
}

/// What a header takes beside its label: room at both ends, the arrow of the order with its place, and the button of its menu.
const HEAD: i32 = 72;

fn content_width(column: &Column) -> i32 {
    let Some(grid) = browser::element(LIST) else { return 0 };
    let cells = grid.query_selector_all(&["[data-cell=", column.key, "]"].concat());
    let Ok(cells) = cells else { return 0 };
    let cells = (0..cells.length()).filter_map(|it| cells.get(it)?.dyn_into::<Element>().ok());
    // The browser cuts off at half a pixel.
    let rows = cells.map(|it| it.scroll_width() + 1).max().unwrap_or_default();
    let label = ["[data-column=", column.key, "] .grid__label"].concat();
    let label = grid.query_selector(&label).ok().flatten().map_or(0, |it| it.scroll_width());
    rows.max(label + HEAD)
}

/// Tells who listens how wide it would be.
fn tell(column: &Column, width: u16) {
    if let Some(grip) = browser::element(&grip_id(column)) {
        browser::set(&grip, "aria-valuenow", Some(&width.to_string()));
    }
}

/// The id of a column's edge.
pub(in crate::ui) fn grip_id(column: &Column) -> String {
    ["grip-", column.key].concat()
}
