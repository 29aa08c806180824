//! Columns and their order: the panels in which they are chosen, the menu of a header, and what dragging does.
//!
//! All panels are one dialog, of which one face is shown at a time. The browser then keeps the keyboard inside, closes it for Escape and
//! brings the reader back to where they came from. Headers could not hold a menu: the table cuts off what leaves it.

mod gesture;
mod list;
mod menu;
mod order;
mod parts;
mod reorder;
mod resize;
mod shape;

use crate::ui::prelude::*;
use view::{Column, Text};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, MouseEvent};

use super::{
    deferred::{Part, deferred},
    icon::{Icon, IconView},
    live::{attr, part, text},
};
use crate::{
    app::Open,
    browser,
    state::{Prefs, Store, t, use_store},
    words,
};

pub(super) use parts::{id, named};
pub(super) use reorder::{Axis, Reorder};
pub(super) use resize::{Resize, fit, grip_id};
pub(super) use shape::{follow_widths, least};

/// Which face the dialog shows. A handle.
#[derive(Clone, Copy)]
pub struct Panels(RwSignal<usize>);

/// What the dialog shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Closed,
    /// The columns that rows are sorted by.
    Order,
    /// All columns, and how close rows stand.
    Columns,
    /// What can be done with a column.
    Menu(&'static Column),
}

const CLOSED: usize = 0;
const ORDER: usize = 1;
const COLUMNS: usize = 2;
/// From here on a column by its place in the catalog.
const FIRST_MENU: usize = 3;

const DIALOG: &str = "columns";

impl Panels {
    /// Provides it to the page, with nothing open.
    pub fn provide() {
        provide_context(Self(RwSignal::new(CLOSED)));
    }

    fn face(self, store: Store) -> Face {
        match self.0.get() {
            CLOSED => Face::Closed,
            ORDER => Face::Order,
            COLUMNS => Face::Columns,
            // A link may have led to another catalog meanwhile.
            place => {
                store.catalog().columns.get(place - FIRST_MENU).map_or(Face::Closed, Face::Menu)
            }
        }
    }

    /// Opens the menu of a column below its button.
    pub(super) fn open_menu(self, store: Store, column: &Column, event: &MouseEvent) {
        if let Some(place) = store.view().with_untracked(|it| it.catalog.place(column.key)) {
            self.open(FIRST_MENU + place, event);
        }
    }

    /// Opens a face below the button that was pressed.
    fn open(self, face: usize, event: &MouseEvent) {
        let button = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some((dialog, button)) = dialog().zip(button) {
            let rect = button.get_bounding_client_rect();
            let [left, top] = [rect.left(), rect.bottom()].map(browser::pixels);
            dialog.style().set_css_text(&["--left:", &left, ";--top:", &top].concat());
        }
        self.0.set(face);
    }

    fn close(self) {
        self.0.set(CLOSED);
    }
}

/// The dialog. What it shows is there only while it is open.
#[component]
pub fn ColumnsDialog() -> impl IntoView {
    let (store, panels) = (use_store(), expect_context::<Panels>());
    let said = expect_context::<Open>().said;
    follow_panels(store, panels);
    let leave = move |event: MouseEvent| {
        // What is behind the dialog belongs to it, and nothing else of it can be pressed.
        if event.target() == event.current_target() {
            panels.close();
        }
    };
    view! {
        <dialog
            id=DIALOG
            class="columns"
            data-face=text(move || name(panels.face(store)).to_owned())
            aria-label=attr(move || title(panels.face(store)))
            on:close=heard(move |_| panels.close())
            on:click=heard(leave)
        >
            {part(move || match panels.face(store) {
                Face::Closed => ().into_any(),
                face => deferred(Part::Columns(face)),
            })}
            <div class="visually-hidden" role="status">{text(move || said.get())}</div>
        </dialog>
    }
}

/// What the dialog shows.
pub(super) fn content(face: Face) -> AnyView {
    let store = use_store();
    match face {
        Face::Closed => ().into_any(),
        Face::Order => order::order(store),
        Face::Columns => list::list(store),
        Face::Menu(column) => menu::menu(store, column),
    }
}

fn name(face: Face) -> &'static str {
    match face {
        Face::Closed => "",
        Face::Order => "order",
        Face::Columns => "columns",
        Face::Menu(_) => "menu",
    }
}

fn title(face: Face) -> Option<String> {
    let lang = expect_context::<Prefs>().lang.get();
    match face {
        Face::Closed => None,
        Face::Order => Some(words::SORT.get(lang).to_owned()),
        Face::Columns => Some(words::COLUMNS.get(lang).to_owned()),
        Face::Menu(column) => Some(words::about(words::OPTIONS, column.label, lang)),
    }
}

/// Opens the dialog once it has something to show, so that the browser finds what to give the keyboard to.
///
/// A menu is of a column of one catalog, so another one closes it.
fn follow_panels(store: Store, panels: Panels) {
    browser::follow(move || {
        let _ = store.catalog();
        if panels.0.get_untracked() >= FIRST_MENU {
            panels.close();
        }
    });
    browser::follow(move || {
        let is_open = panels.0.get() != CLOSED;
        match is_open {
            false => browser::show_dialog(DIALOG, false),
            true => browser::before_next_frame(move || {
                if panels.0.try_get_untracked().is_some_and(|it| it != CLOSED) {
                    browser::show_dialog(DIALOG, true);
                }
            }),
        }
    });
}

fn dialog() -> Option<HtmlDialogElement> {
    browser::element_as(DIALOG)
}

/// The buttons of the panels.
#[component]
pub(super) fn ColumnButtons() -> impl IntoView {
    let store = use_store();
    let is_table = move || store.view().with(|it| it.effective_layout() == view::Layout::Table);
    let columns = super::live::when(is_table, || {
        view! { <PanelButton face=COLUMNS icon=Icon::Columns label=words::COLUMNS /> }.into_any()
    });
    view! {
        <PanelButton face=ORDER icon=Icon::Sort label=words::SORT />
        {columns}
    }
}

#[component]
fn PanelButton(
    /// What it opens.
    face: usize,
    /// Its icon.
    icon: Icon,
    /// Its words.
    label: Text,
) -> impl IntoView {
    let panels = expect_context::<Panels>();
    view! {
        <button
            type="button"
            class="button"
            aria-haspopup="dialog"
            title=t(label)
            on:click=heard(move |event: MouseEvent| panels.open(face, &event))
        >
            <IconView icon />
            <span>{t(label)}</span>
        </button>
    }
}
