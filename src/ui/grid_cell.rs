//! A cell of the table: elements that stay, and what is written into them.
//!
//! A key press changes some three hundred cells. Each with signals of its own for text, title and tone would take longer to follow them than the
//! browser takes to show the result, so a row has one follower, and it writes into the cells what has changed.

use std::{cell::RefCell, rc::Rc};

use crate::ui::prelude::*;
use catalog::RowId;
use gloo_timers::callback::Timeout;
use leptos::html;
use view::{Column, Format, Lang, Rows, Shown};
use web_sys::{Element, Node};

use super::{
    drill::DrillLink,
    live::{attr, live},
    slot::Slot,
    value::{kind, tone},
};
use crate::{state::use_store, words};

/// A cell. The one that names the row leads to its detail.
#[component]
pub(super) fn GridCell(
    /// The column.
    column: &'static Column,
    /// Its number, from 1.
    place: usize,
    /// The row's slot.
    at: Slot,
    /// The cell's element.
    element: NodeRef<html::Div>,
) -> impl IntoView {
    let has_aside = matches!(column.format, Format::Time | Format::Deadline | Format::YuanPerHour);
    let catalog = use_store().view().with_untracked(|it| it.catalog);
    let is_title = catalog.title_column == column.key;
    let has_drill = is_title && catalog.drill.is_some();
    let drill = catalog.drill.as_ref().filter(|_| is_title).map(|drill| {
        view! { <DrillLink drill row=live(move || at.row()) in_row=true /> }
    });
    view! {
        <div
            class="grid__cell"
            role="gridcell"
            aria-colindex=place
            data-kind=kind(column)
            data-cell=column.key
            data-drill=has_drill.then_some("true")
            node_ref=element
        >
            {if is_title {
                view! { <a class="grid__link" href=attr(move || at.href()) tabindex="-1">" "</a> }.into_any()
            } else {
                view! { <span>" "</span> }.into_any()
            }}
            {has_aside.then(|| view! { <span class="aside">" "</span> })}
            {drill}
        </div>
    }
}

/// Writes into a cell what a row has in its column.
pub(super) struct Painter {
    column: &'static Column,
    /// The column's place in the table of rows.
    place: usize,
    element: NodeRef<html::Div>,
    nodes: Option<Nodes>,
    last: Option<Said>,
}

struct Nodes {
    cell: Element,
    text: Node,
    aside: Option<Node>,
}

/// What a cell says.
#[derive(Debug)]
struct Said {
    text: String,
    aside: String,
    /// The exact value where another is shown.
    exact: Option<String>,
    /// That there is no value, in words.
    missing: Option<&'static str>,
    tone: Option<&'static str>,
}

impl Painter {
    /// For a column of a place in the table of rows.
    pub(super) fn new(column: &'static Column, place: usize) -> Self {
        Self { column, place, element: NodeRef::new(), nodes: None, last: None }
    }

    /// The column.
    pub(super) fn column(&self) -> &'static Column {
        self.column
    }

    /// What is to be given to the cell.
    pub(super) fn element(&self) -> NodeRef<html::Div> {
        self.element
    }

    /// Writes what has changed.
    pub(super) fn paint(&mut self, rows: &Rows, row: RowId, lang: Lang, now: i64) {
        if self.nodes.is_none() {
            self.nodes = self.element.get().and_then(|it| Nodes::of(&it));
        }
        let Some(nodes) = &self.nodes else { return };
        let shown = view::format(&rows.table().cell(row, self.place), self.column, lang, now);
        let said = Said::new(shown, lang);
        nodes.write(self.last.as_ref(), &said);
        self.last = Some(said);
    }
}

impl Said {
    fn new(shown: Shown, lang: Lang) -> Self {
        let tone = tone(&shown);
        let aside = shown.aside.unwrap_or_default();
        if shown.text.is_empty() {
            let missing = Some(words::NOT_RETURNED.get(lang));
            return Self { text: "—".to_owned(), aside, exact: None, missing, tone };
        }
        Self { text: shown.text, aside, exact: shown.exact, missing: None, tone }
    }
}

impl Nodes {
    fn of(cell: &Element) -> Option<Self> {
        let first = cell.first_element_child()?;
        let aside = first.next_element_sibling().filter(|it| it.class_name() == "aside");
        let aside = aside.and_then(|it| it.first_child());
        Some(Self { cell: cell.clone(), text: first.first_child()?, aside })
    }

    /// Writes what is not there yet.
    fn write(&self, last: Option<&Said>, said: &Said) {
        if last.is_none_or(|it| it.text != said.text) {
            self.text.set_node_value(Some(&said.text));
        }
        if let Some(aside) = &self.aside
            && last.is_none_or(|it| it.aside != said.aside)
        {
            aside.set_node_value(Some(&said.aside));
        }
        // Not as a title: browsers have styles for those, and would look for them again in every cell that changes.
        if last.and_then(|it| it.exact.as_ref()) != said.exact.as_ref() {
            set(&self.cell, EXACT, said.exact.as_deref());
        }
        if last.and_then(|it| it.missing) != said.missing {
            set(&self.cell, "aria-label", said.missing);
        }
        if last.and_then(|it| it.tone) != said.tone {
            set(&self.cell, "data-tone", said.tone);
        }
    }
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    // Neither can fail: the names are names.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// The attribute with the exact value.
const EXACT: &str = "data-exact";

/// What a cell does not show in full, as its title once the pointer has rested on it: the exact value, that there is none, or a text that is cut off.
///
/// Whether it is cut off the browser only knows by laying the table out, so it is asked when nothing moves, not for each cell that the pointer passes.
#[derive(Default)]
pub(super) struct Reveal {
    waiting: Option<Timeout>,
    revealed: Rc<RefCell<Option<Element>>>,
}

/// How long the pointer has to rest, in milliseconds. Browsers show a title some time later.
const REST: u32 = 200;

impl Reveal {
    /// The pointer is over something else.
    pub(super) fn point_at(&mut self, target: Element) {
        let revealed = self.revealed.clone();
        self.waiting = Some(Timeout::new(REST, move || {
            let mut revealed = revealed.borrow_mut();
            if let Some(before) = revealed.take() {
                set(&before, "title", None);
            }
            *revealed = reveal(&target);
        }));
    }
}

fn reveal(target: &Element) -> Option<Element> {
    let cell = target.closest(".grid__cell").ok()??;
    let cut = || (cell.scroll_width() > cell.client_width()).then(|| cell.text_content()).flatten();
    let whole =
        cell.get_attribute(EXACT).or_else(|| cell.get_attribute("aria-label")).or_else(cut)?;
    set(&cell, "title", Some(&whole));
    Some(cell)
}
