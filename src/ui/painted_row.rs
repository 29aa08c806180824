//! A painted row: its elements, what was written into them last, and what has to be written now.

use crate::ui::prelude::*;
use catalog::RowId;
use view::{Lang, Rows, ViewState};
use web_sys::{Element, HtmlElement, Node};

use super::{
    grid_cell::CellPainter,
    lines::{Turn, down, row_id},
};
use crate::{browser::set, state::href};

/// The elements of a row, and what they say.
pub(super) struct PaintedRow {
    /// Its number among the painted ones.
    number: usize,
    element: HtmlElement,
    link: Option<Element>,
    cells: Vec<CellPainter>,
    /// The row for the link to what it holds.
    below: Option<RwSignal<Option<RowId>>>,
    said: Said,
}

/// What a row says of itself. At first it is vacant.
#[derive(Default)]
struct Said {
    placed: Option<Placed>,
    /// The row's key in links.
    key: String,
    href: String,
    lang: Option<Lang>,
    /// Where it stands, in pixels.
    top: Option<i64>,
    is_open: Option<bool>,
    is_active: Option<bool>,
    is_chosen: Option<bool>,
}

/// A row of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Placed {
    row: RowId,
    place: usize,
    /// Tells rows of one load from those of another.
    generation: u32,
}

/// What the rows are painted from.
pub(super) struct Scene<'a> {
    /// The rows that have arrived.
    pub(super) rows: &'a Rows,
    /// Those that are found, in order.
    pub(super) found: &'a [RowId],
    pub(super) generation: u32,
    pub(super) turn: Turn,
    /// The key of the open row.
    pub(super) open: Option<&'a str>,
    /// The keys of the rows that are compared.
    pub(super) chosen: &'a [String],
    /// The row that the keyboard is on.
    pub(super) active: Option<RowId>,
    pub(super) lang: Lang,
    pub(super) now: i64,
}

impl PaintedRow {
    /// A row with a painter for each of the element's cells.
    pub(super) fn new(
        number: usize,
        element: &HtmlElement,
        painters: impl Iterator<Item = CellPainter>,
        below: Option<RwSignal<Option<RowId>>>,
    ) -> Self {
        let mut cell = element.first_element_child();
        let painters = painters.map(|mut it| {
            if let Some(element) = cell.take() {
                it.take(&element);
                cell = element.next_element_sibling();
            }
            it
        });
        let cells = painters.collect();
        let link = element.query_selector(".grid__link").ok().flatten();
        Self { number, element: element.clone(), link, cells, below, said: Said::default() }
    }

    /// Its number among the painted ones.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    /// The row that it shows, and the row's key.
    pub(super) fn shown(&self) -> Option<(RowId, &str)> {
        self.said.placed.map(|it| (it.row, self.said.key.as_str()))
    }

    /// Whether an element is its own.
    pub(super) fn is(&self, element: &Element) -> bool {
        self.element.is_same_node(Some(element))
    }

    /// Its cells.
    pub(super) fn cells(&self) -> &[CellPainter] {
        &self.cells
    }

    /// Shows its texts, each with the key of its column and its node.
    pub(super) fn read(&self, read: &mut dyn FnMut(&str, &Node, &str)) {
        if self.said.placed.is_some() {
            self.cells.iter().for_each(|it| it.read(read));
        }
    }

    /// Writes what has changed.
    pub(super) fn paint(&mut self, scene: &Scene<'_>) {
        let place = scene.turn.line(self.number);
        let row = scene.found.get(place).copied();
        self.stand(scene.turn.top(place));
        let placed = row.map(|row| Placed { row, place, generation: scene.generation });
        let before = std::mem::replace(&mut self.said.placed, placed);
        let Some(row) = row else { return self.vacate(before) };
        if before.is_none() {
            set(&self.element, "hidden", None);
        }
        let is_other = before.is_none_or(|it| (it.row, it.generation) != (row, scene.generation));
        if before.map(|it| it.place) != Some(place) {
            // The header is the first.
            set(&self.element, "aria-rowindex", Some(&(place + 2).to_string()));
        }
        if is_other {
            self.name(row, scene.rows.key(row));
        }
        if is_other || self.said.lang.replace(scene.lang) != Some(scene.lang) {
            self.said.lang = Some(scene.lang);
            let paint = |it: &mut CellPainter| it.paint(scene.rows, row, scene.lang, scene.now);
            self.cells.iter_mut().for_each(paint);
        }
        self.tell_state(scene, row);
    }

    /// Has its link lead to its detail. `view` is the view as it is, but for the open row.
    pub(super) fn lead(&mut self, view: &mut ViewState) {
        let Some(link) = self.link.as_ref().filter(|_| self.said.placed.is_some()) else { return };
        view.item = Some(self.said.key.clone());
        let href = href(view);
        if href != self.said.href {
            set(link, "href", Some(&href));
            self.said.href = href;
        }
    }

    fn stand(&mut self, top: i64) {
        if self.said.top.replace(top) != Some(top) {
            // The browser knows this property.
            let _ = self.element.style().set_property("transform", &down(top));
        }
    }

    fn name(&mut self, row: RowId, key: String) {
        set(&self.element, "id", Some(&row_id(row)));
        set(&self.element, "data-row-id", Some(&key));
        self.said.key = key;
        if let Some(below) = self.below {
            below.set(Some(row));
        }
    }

    fn vacate(&self, before: Option<Placed>) {
        if before.is_some() {
            set(&self.element, "hidden", Some(""));
            for name in ["id", "data-row-id", "aria-rowindex"] {
                set(&self.element, name, None);
            }
        }
    }

    fn tell_state(&mut self, scene: &Scene<'_>, row: RowId) {
        let is_open = scene.open == Some(self.said.key.as_str());
        let (is_active, is_chosen) =
            (scene.active == Some(row), scene.chosen.contains(&self.said.key));
        if self.said.is_open.replace(is_open) != Some(is_open) {
            set(&self.element, "aria-current", is_open.then_some("true"));
        }
        if self.said.is_chosen.replace(is_chosen) != Some(is_chosen) {
            set(&self.element, "aria-selected", Some(flag(is_chosen)));
        }
        if self.said.is_active.replace(is_active) != Some(is_active) {
            set(&self.element, "data-active", Some(flag(is_active)));
        }
    }
}

fn flag(it: bool) -> &'static str {
    if it { "true" } else { "false" }
}
