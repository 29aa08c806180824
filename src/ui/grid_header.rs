//! The table's header: one sortable column after another, each with a menu, and with an edge to drag.

mod shape;

use crate::ui::prelude::*;
use leptos::html;
use view::{Column, ViewState};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

use super::{
    columns::{Axis, Panels, Reorder, Resize, fit, grip_id, id, least, named},
    icon::{Icon, IconView},
    link::{href_with, is_plain_click, is_shift_click},
    live::{flag, part, text},
};
use crate::{
    browser::{self, Listener},
    state::{Store, t, use_store},
    words,
};
use shape::Shape;

pub(super) use shape::lead;

/// The row of column headers.
#[component]
pub(super) fn GridHeader() -> impl IntoView {
    let store = use_store();
    let reorder = Reorder::new(store, Axis::Across);
    let head = NodeRef::new();
    listen(head, Edges { store, reorder, resize: Resize::new(store) });
    let shape = Shape::follow(store);
    let cells = move || {
        let head = |(column, place)| view! { <HeaderCell column place shape reorder /> };
        store.columns().get().into_iter().zip(1..).map(head).collect_view().into_any()
    };
    view! {
        <div class="grid__head" role="rowgroup" node_ref=head>
            <div class="grid__row" role="row" aria-rowindex="1">
                {part(cells)}
            </div>
        </div>
    }
}

/// What dragging does.
#[derive(Clone, Copy)]
struct Edges {
    store: Store,
    reorder: Reorder,
    resize: Resize,
}

/// What is heard of all headers and their edges, by one listener: those of a view are compiled once an event.
const EVENTS: [&str; 5] = ["pointerdown", "dblclick", "keydown", "keyup", "focusout"];

fn listen(head: NodeRef<html::Div>, edges: Edges) {
    let listeners = StoredValue::new_local(Vec::new());
    browser::follow(move || {
        let Some(head) = head.get() else { return };
        let listeners_of_head =
            EVENTS.map(|name| Listener::new(&head, name, move |event| edges.hear(&event)));
        listeners.set_value(listeners_of_head.into());
    });
    on_cleanup(move || listeners.set_value(Vec::new()));
}

impl Edges {
    fn hear(self, event: &Event) {
        let target = browser::target::<Element>(event);
        let Some((target, column)) = target.and_then(|it| Some((it.clone(), self.column(&it)?)))
        else {
            return;
        };
        let is_edge = is_in(&target, ".grid__grip");
        match (
            event.type_().as_str(),
            event.dyn_ref::<PointerEvent>(),
            event.dyn_ref::<KeyboardEvent>(),
        ) {
            ("pointerdown", Some(event), _) if is_edge => self.resize.press(event, column),
            ("pointerdown", Some(event), _) if can_drag(event, &target) => {
                self.reorder.press(event, column);
            }
            ("dblclick", ..) if is_edge => fit(self.store, column),
            // Escape means this alone: it would close the detail too.
            ("keydown", _, Some(event)) if event.key() == "Escape" && self.cancel() => {
                event.stop_propagation();
            }
            ("keydown", _, Some(event)) if is_edge => self.resize.on_key(event, column),
            ("keyup" | "focusout", ..) => self.resize.take(),
            _ => {}
        }
    }

    fn cancel(self) -> bool {
        self.reorder.cancel() || self.resize.cancel()
    }

    fn column(self, target: &Element) -> Option<&'static Column> {
        let key = target.closest("[data-column]").ok()??.get_attribute("data-column")?;
        untrack(|| self.store.columns().get()).into_iter().find(|it| it.key == key)
    }
}

/// A finger scrolls the table sideways, and its buttons are pressed.
fn can_drag(event: &PointerEvent, target: &Element) -> bool {
    event.button() == 0 && event.pointer_type() != "touch" && !is_in(target, "button")
}

fn is_in(element: &Element, selector: &str) -> bool {
    element.closest(selector).is_ok_and(|it| it.is_some())
}

/// A header is a link to the view that it leads to, so that it can be opened elsewhere too. Where that is [`lead`] keeps saying.
#[component]
fn HeaderCell(
    /// The column.
    column: &'static Column,
    /// Its number, from 1.
    place: usize,
    /// What it shows of the view.
    shape: Shape,
    /// Moves it.
    reorder: Reorder,
) -> impl IntoView {
    let store = use_store();
    let sort = move |event: MouseEvent| {
        let way: fn(Store, &'static Column) = match () {
            // The button is let go of where it was dragged to.
            () if reorder.was_drag() => |_, _| {},
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
            aria-label=t(column.label)
            aria-colindex=place
            aria-sort=text(move || shape.aria_sort(column).to_owned())
            data-column=column.key
            data-sorted=flag(move || shape.is_sorted(column))
        >
            <a
                class="grid__sort"
                id=id("sort", column)
                href=untrack(|| href_with(|it| it.cycle_sort(column)))
                title=text(move || shape.title())
                draggable="false"
                on:click=heard(sort)
            >
                <span class="grid__label">{t(column.label)}</span>
                {part(move || shape.mark(column))}
            </a>
            <MenuButton column />
            <Grip column shape />
        </div>
    }
}

/// Opens the menu of a column.
#[component]
fn MenuButton(
    /// The column.
    column: &'static Column,
) -> impl IntoView {
    let (store, panels) = (use_store(), expect_context::<Panels>());
    view! {
        <button
            type="button"
            class="grid__more"
            id=id("more", column)
            aria-haspopup="dialog"
            aria-label=named(words::OPTIONS, column)
            on:click=heard(move |event: MouseEvent| panels.open_menu(store, column, &event))
        >
            <IconView icon=Icon::Dots />
        </button>
    }
}

/// The edge of a column. The keyboard comes to it by the column's menu: a stop of its own for each would be one too many.
#[component]
fn Grip(
    /// The column.
    column: &'static Column,
    /// Its width is in it.
    shape: Shape,
) -> impl IntoView {
    view! {
        <span
            class="grid__grip"
            id=grip_id(column)
            role="separator"
            tabindex="-1"
            aria-orientation="vertical"
            aria-label=named(words::WIDTH, column)
            aria-valuemin=least()
            aria-valuemax=ViewState::WIDEST
            aria-valuenow=text(move || shape.width(column).to_string())
        ></span>
    }
}
