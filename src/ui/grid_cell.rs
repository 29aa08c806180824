//! A cell of the table: elements that stay, and what is written into them.

mod meter;

use crate::ui::prelude::*;
use catalog::RowId;
use view::{Column, Format, Lang, Rows, Shown, Tone, ViewState};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::value::{kind, tone};
use crate::{browser::set, words};

/// A cell by the number of its column, from 1. The one that names the row leads to its detail, and may lead to what the row holds.
pub(super) fn cell(
    column: &'static Column,
    place: usize,
    is_title: bool,
    drill: Option<AnyView>,
) -> AnyView {
    let has_aside = matches!(column.format, Format::Time | Format::Deadline | Format::YuanPerHour);
    let has_drill = drill.is_some().then_some("true");
    let end = column.keeps_end.then(|| {
        view! { <span class="grid__end">" "</span><span class="grid__cut"></span> }.into_any()
    });
    let text = match is_title {
        true => view! { <a class="grid__link" tabindex="-1">" "{end}</a> }.into_any(),
        false => view! { <span>" "{end}</span> }.into_any(),
    };
    view! {
        <div
            class="grid__cell"
            role="gridcell"
            aria-colindex=place
            data-kind=if has_tones(column) { Some("state") } else { kind(column) }
            data-cell=column.key
            data-edge=(place <= EDGE).then_some("true")
            data-drill=has_drill
        >
            {text}
            {has_aside.then(|| view! { " " <span class="aside">" "</span> })}
            {drill}
        </div>
    }
    .into_any()
}

/// How many columns from the first may stay in place while the others scroll sideways. The styles name them by this: what they say of children by
/// their number, browsers look up in all that a row holds, with each row that the pointer passes.
const EDGE: usize = ViewState::MOST_PINNED;

/// Whether there is a dot before the words of a column. It has its room in each of its cells: where it came and went, so did boxes to lay out.
fn has_tones(column: &Column) -> bool {
    match column.format {
        Format::Word(words) => words.iter().any(|it| it.tone != Tone::Plain),
        Format::Deadline => true,
        _ => false,
    }
}

/// Writes into a cell what a row has in its column.
pub(super) struct CellPainter {
    column: &'static Column,
    /// The column's place in the table of rows.
    place: Option<usize>,
    nodes: Option<Nodes>,
    said: Said,
}

struct Nodes {
    cell: Element,
    text: Node,
    /// What stays of the text when its middle is cut. It is of the same text and not a copy: the browser finds, selects and reads it as one.
    end: Option<Node>,
    aside: Option<Node>,
}

/// What a cell says.
#[derive(Debug)]
struct Said {
    text: String,
    /// Where the end of the text begins that stays when its middle is cut.
    end: usize,
    aside: String,
    /// The exact value where another is shown.
    exact: Option<String>,
    /// That there is no value, in words.
    missing: Option<&'static str>,
    tone: Option<&'static str>,
}

/// The attributes that are written by hand.
const WRITTEN: [&str; 4] = ["data-cut", "data-tone", "aria-label", "title"];

impl CellPainter {
    /// For a column of a place in the table of rows.
    pub(super) fn new(column: &'static Column, place: Option<usize>) -> Self {
        Self { column, place, nodes: None, said: Said::blank() }
    }

    /// Takes the element to write into. One that says something was of another column, whose attributes nobody else takes away.
    pub(super) fn take(&mut self, cell: &Element) {
        self.nodes = Nodes::of(cell);
        let text = self.nodes.as_ref().and_then(|it| it.text.node_value());
        if text.as_deref() != Some(" ") {
            WRITTEN.iter().for_each(|name| set(cell, name, None));
        }
    }

    /// Writes what has changed.
    pub(super) fn paint(&mut self, rows: &Rows, row: RowId, lang: Lang, now: i64) {
        let (Some(nodes), Some(place)) = (&self.nodes, self.place) else { return };
        let shown = view::format(&rows.table().cell(row, place), self.column, lang, now);
        let said = Said::new(shown, self.column, lang);
        nodes.write(&self.said, &said);
        self.said = said;
    }

    /// Shows the texts in it, each with the key of its column and its node.
    pub(super) fn read(&self, read: &mut dyn FnMut(&str, &Node, &str)) {
        let Some(nodes) = &self.nodes else { return };
        read(self.column.key, &nodes.text, &self.said.text);
        if let Some(aside) = &nodes.aside {
            read(self.column.key, aside, &self.said.aside);
        }
    }

    /// The column.
    pub(super) fn column(&self) -> &'static Column {
        self.column
    }

    /// Whether it writes into that element.
    pub(super) fn is(&self, cell: &Element) -> bool {
        self.nodes.as_ref().is_some_and(|it| it.cell.is_same_node(Some(cell)))
    }

    /// What it does not show: the exact value, or that there is none.
    pub(super) fn unsaid(&self) -> Option<&str> {
        self.said.exact.as_deref().or(self.said.missing)
    }
}

impl Said {
    /// What a new cell says: an empty text would have no node.
    fn blank() -> Self {
        let (text, aside) = (" ".to_owned(), " ".to_owned());
        // Whatever is written first has another end.
        Self { text, end: 0, aside, exact: None, missing: None, tone: None }
    }

    fn new(shown: Shown, column: &Column, lang: Lang) -> Self {
        let tone = tone(&shown);
        let aside = shown.aside.unwrap_or_default();
        if shown.text.is_empty() {
            let missing = Some(words::NOT_RETURNED.get(lang));
            let text = "—".to_owned();
            return Self { end: text.len(), text, aside, exact: None, missing, tone };
        }
        let Shown { text, exact, .. } = shown;
        let end = if column.keeps_end { view::end_of(&text) } else { text.len() };
        Self { text, end, aside, exact, missing: None, tone }
    }

    /// The text before its end, and its end.
    fn parts(&self) -> (&str, &str) {
        self.text.split_at_checked(self.end).unwrap_or((&self.text, ""))
    }
}

impl Nodes {
    fn of(cell: &Element) -> Option<Self> {
        let first = cell.first_element_child()?;
        let aside = first.next_element_sibling().filter(|it| it.class_name() == "aside");
        let aside = aside.and_then(|it| it.first_child());
        let text = first.first_child()?;
        let end = text.next_sibling().and_then(|it| it.first_child());
        Some(Self { cell: cell.clone(), text, end, aside })
    }

    /// Writes what is not there yet.
    fn write(&self, last: &Said, said: &Said) {
        if last.text != said.text {
            let (start, end) = said.parts();
            self.text.set_node_value(Some(start));
            self.write_end(last.parts().1, start, end);
        }
        if let Some(aside) = self.aside.as_ref().filter(|_| last.aside != said.aside) {
            aside.set_node_value(Some(&said.aside));
        }
        if last.missing != said.missing {
            set(&self.cell, "aria-label", said.missing);
        }
        if last.tone != said.tone {
            set(&self.cell, "data-tone", said.tone);
        }
    }

    fn write_end(&self, last: &str, start: &str, end: &str) {
        let Some(node) = self.end.as_ref().filter(|_| !last.is_empty() || !end.is_empty()) else {
            return;
        };
        if last != end {
            node.set_node_value(Some(end));
        }
        let cut = node.parent_element().and_then(|it| it.next_element_sibling());
        let cut = cut.as_ref().and_then(|it| it.dyn_ref::<HtmlElement>());
        if let Some(cut) = cut.filter(|_| !end.is_empty()) {
            // By these the styles tell whether there is room for both; had the cell them, all that is in it would be styled anew. The browser knows these
            // properties.
            cut.style().set_css_text(&meter::widths(&self.cell, start, end));
        }
        // A new cell has a blank there.
        let (was_cut, is_cut) = (!last.trim_start().is_empty(), !end.is_empty());
        if was_cut != is_cut {
            set(&self.cell, "data-cut", is_cut.then_some(""));
        }
    }
}
