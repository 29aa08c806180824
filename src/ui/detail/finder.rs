//! Marks a word wherever it stands in a text, and goes from place to place.

use web_sys::{Element, Node, Range};

use crate::browser::{Marked, part_of};

/// The places of a word in a text node.
pub(super) struct Finder {
    found: Option<Marked>,
    here: Option<Marked>,
    places: Vec<Range>,
    at: usize,
}

impl Finder {
    pub(super) fn new() -> Self {
        Self {
            found: Marked::new("found-in"),
            here: Marked::new("found-here"),
            places: Vec::new(),
            at: 0,
        }
    }

    /// Looks for a word. Which place is shown, from 1, and how many there are; nothing if there is no word.
    pub(super) fn find(&mut self, text: &Node, word: &str) -> Option<(usize, usize)> {
        let read = text.node_value().unwrap_or_default();
        let places = view::occurrences(&read, word).into_iter();
        self.places = places.filter_map(|(from, to)| part_of(text, from, to)).collect();
        self.at = 0;
        if let Some(found) = &self.found {
            found.clear();
            self.places.iter().for_each(|it| found.add(it));
        }
        self.show();
        (!word.is_empty()).then(|| self.standing())
    }

    /// Goes on to the next place, or to the one before; round at the ends.
    pub(super) fn step(&mut self, back: bool) -> Option<(usize, usize)> {
        let len = self.places.len();
        self.at = (self.at + if back { len.checked_sub(1)? } else { 1 }).checked_rem(len)?;
        self.show();
        Some(self.standing())
    }

    fn standing(&self) -> (usize, usize) {
        (self.at + 1, self.places.len())
    }

    /// Marks the place and scrolls as far as it needs to be in view.
    fn show(&self) {
        self.here.iter().for_each(Marked::clear);
        let Some(place) = self.places.get(self.at) else { return };
        self.here.iter().for_each(|it| it.add(place));
        let around = place.start_container().ok().and_then(|it| it.parent_element());
        let scroller = around.and_then(|it| scroller_of(&it));
        if let Some(scroller) = scroller {
            reveal(&scroller, place);
        }
    }
}

impl Drop for Finder {
    fn drop(&mut self) {
        self.found.iter().chain(&self.here).for_each(Marked::clear);
    }
}

fn scroller_of(element: &Element) -> Option<Element> {
    element.closest(".detail").ok()?
}

/// Room above and below a place that is scrolled to, in pixels: the head of the drawer is sticky.
const ROOM: f64 = 96.0;

#[expect(clippy::cast_possible_truncation, reason = "scroll positions end at 16 million")]
fn reveal(scroller: &Element, place: &Range) {
    let (outer, inner) = (scroller.get_bounding_client_rect(), place.get_bounding_client_rect());
    if inner.top() < outer.top() + ROOM || inner.bottom() > outer.bottom() - ROOM {
        let by = inner.top() - outer.top() - outer.height() / 2.0;
        scroller.set_scroll_top(scroller.scroll_top() + by as i32);
    }
}
