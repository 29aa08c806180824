//! Marks what was searched for in the painted cells.

use catalog::{Marker, Pinyin};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

use super::lines::Lines;
use crate::{
    browser::{Marked, before_next_frame, follow, part_of, units_before},
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
    let lang = expect_context::<Prefs>().lang;
    follow(move || {
        // A text that is written anew loses its marks, and another language writes many.
        lines.store.results().with(|_| ());
        lines.turn.track();
        lines.whole.is_even();
        lang.get();
        if waiting.get_value() {
            return;
        }
        waiting.set_value(true);
        before_next_frame(move || {
            waiting.try_set_value(false);
            marked.try_with_value(|it| {
                if let Some(marked) = it {
                    mark(marked, lines, words(lines.store));
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

fn mark(marked: &Marked, lines: Lines, mut words: Vec<Words>) {
    marked.clear();
    if words.is_empty() {
        return;
    }
    let mut mark = |column: &str, node: &Node, text: &str| {
        if let Some(words) = words.iter_mut().find(|it| it.column == column) {
            words.mark(marked, node, text);
        }
    };
    lines.texts.with_value(|texts| match texts {
        Some(texts) => texts(&mut mark),
        None => read(lines, &mut mark),
    });
}

/// Shows the texts in the document, each with the key of its column and its node.
fn read(lines: Lines, read: &mut dyn FnMut(&str, &Node, &str)) {
    let cells =
        lines.scroller.get_untracked().and_then(|it| it.query_selector_all("[data-cell]").ok());
    let Some(cells) = cells else { return };
    // The rest of a short list shows a frame later what those in view show.
    let slots = lines.whole.slots.get_untracked().max(1);
    let first = cells.length() as usize * lines.whole.first.get_untracked() / slots;
    let all = untrack(|| lines.whole.is_even());
    let read_now = if all { cells.length() } else { u32::try_from(first).unwrap_or(u32::MAX) };
    for place in 0..read_now {
        if let Some(cell) = cells.get(place).and_then(|it| it.dyn_into::<Element>().ok()) {
            let column = cell.get_attribute("data-cell").unwrap_or_default();
            read_inside(&cell, &column, read);
        }
    }
}

fn read_inside(node: &Node, column: &str, read: &mut dyn FnMut(&str, &Node, &str)) {
    if node.node_type() == Node::TEXT_NODE {
        return read(column, node, &node.node_value().unwrap_or_default());
    }
    let mut child = node.first_child();
    while let Some(it) = child {
        read_inside(&it, column, read);
        child = it.next_sibling();
    }
}

impl Words {
    /// Marks the words in the text of a node.
    fn mark(&mut self, marked: &Marked, node: &Node, text: &str) {
        for part in self.marker.marks(text, self.reading) {
            let (from, to) = (units_before(text, part.start), units_before(text, part.end));
            if let Some(part) = part_of(node, from, to).or_else(|| part_over(node, from, to)) {
                marked.add(&part);
            }
        }
    }
}

/// A part of a text whose end is in a node of its own, behind the one with its start.
fn part_over(start: &Node, from: u32, to: u32) -> Option<Range> {
    let len = u32::try_from(start.node_value()?.encode_utf16().count()).ok()?;
    let end = start.next_sibling()?.first_child()?;
    let behind = part_of(&end, from.saturating_sub(len), to.checked_sub(len)?)?;
    if from < len {
        behind.set_start(start, from).ok()?;
    }
    Some(behind)
}
