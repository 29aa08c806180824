//! Marks what was searched for in the painted cells.

use catalog::{Marker, Pinyin};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::{lines::Lines, live::memo};
use crate::{
    browser::{Marked, before_next_frame, follow},
    state::{Prefs, Store},
};

/// What to mark in a column's cells.
struct Words {
    column: &'static str,
    marker: Marker,
    reading: Pinyin,
}

/// Keeps the marks of painted lines what the query asks for: after each change of what they show, once for all changes of a frame.
pub(super) fn follow_marks(lines: Lines) {
    let marked = StoredValue::new_local(Marked::new("found"));
    let waiting = StoredValue::new(false);
    let painted = memo(move || lines.painted());
    let lang = expect_context::<Prefs>().lang;
    follow(move || {
        // A text that is written anew loses its marks, and another language writes many.
        lines.store.results().with(|_| ());
        painted.get();
        lang.get();
        if waiting.get_value() {
            return;
        }
        waiting.set_value(true);
        before_next_frame(move || {
            waiting.try_set_value(false);
            let scroller = lines.scroller.try_get_untracked().flatten();
            marked.try_with_value(|it| {
                if let (Some(marked), Some(scroller)) = (it, scroller) {
                    mark(marked, &scroller, words(lines.store));
                }
            });
        });
    });
    on_cleanup(move || {
        marked.try_with_value(|it| it.iter().for_each(Marked::clear));
    });
}

/// The words of the query by column.
fn words(store: Store) -> Vec<Words> {
    let columns = untrack(|| store.catalog()).columns;
    store.asked().with_untracked(|asked| {
        let words = columns.iter().enumerate().filter_map(|(place, column)| {
            let spec = column.spec();
            let marker = asked.filter().marker(place, spec.searched)?;
            Some(Words { column: column.key, marker, reading: spec.pinyin })
        });
        words.collect()
    })
}

fn mark(marked: &Marked, scroller: &Element, mut words: Vec<Words>) {
    marked.clear();
    if words.is_empty() {
        return;
    }
    let Ok(cells) = scroller.query_selector_all("[data-cell]") else { return };
    for place in 0..cells.length() {
        let cell = cells.get(place).and_then(|it| it.dyn_into::<Element>().ok());
        let Some(cell) = cell else { continue };
        let column = cell.get_attribute("data-cell").unwrap_or_default();
        if let Some(words) = words.iter_mut().find(|it| it.column == column) {
            words.mark(marked, &cell);
        }
    }
}

impl Words {
    /// Marks the texts inside a node.
    fn mark(&mut self, marked: &Marked, node: &Node) {
        if node.node_type() == Node::TEXT_NODE {
            return self.mark_text(marked, node);
        }
        let mut child = node.first_child();
        while let Some(it) = child {
            self.mark(marked, &it);
            child = it.next_sibling();
        }
    }

    fn mark_text(&mut self, marked: &Marked, node: &Node) {
        let text = node.node_value().unwrap_or_default();
        for part in self.marker.marks(&text, self.reading) {
            let units = |to: usize| {
                let units = text.get(..to).unwrap_or_default().encode_utf16().count();
                u32::try_from(units).unwrap_or(u32::MAX)
            };
            marked.add(node, units(part.start), units(part.end));
        }
    }
}
