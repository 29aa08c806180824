//! Where the reader stands on the page: what Back and Forward lead to again, besides the view.

use catalog::RowId;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::store::Store;
use crate::browser;

/// A place: how far the list is scrolled, the row that the keyboard is on, and what has the focus.
///
/// It is kept with each entry of the browser's history, and holds less than the entry's address may: a row's key and an element's id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// How far the list is scrolled, in pixels.
    pub top: i32,
    /// The id of the element with the focus; empty if that has none.
    pub focus: String,
    /// The key of the row that the keyboard is on; empty if there is none.
    pub active: String,
}

impl Place {
    /// The place as a text. The key comes last: it may hold anything.
    fn print(&self) -> String {
        [&self.top.to_string(), "\n", &self.focus, "\n", &self.active].concat()
    }

    /// Reads a text; nothing if it is no place. Whatever else the page's host keeps in the history is passed over.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '\n');
        let top = parts.next()?.parse().ok()?;
        let (focus, active) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        Some(Self { top, focus, active })
    }
}

/// The places of this entry, of the one that was left, and the one to go back to. A handle.
#[derive(Clone, Copy)]
pub(super) struct Places {
    /// How far the list is scrolled now, and the row that the keyboard is on.
    now: StoredValue<(i32, Option<RowId>)>,
    /// Where the reader stood when something was chosen; empty if nothing was.
    left: StoredValue<String>,
    /// Where the reader goes back to; empty once that is done.
    wanted: RwSignal<String>,
    /// The entry is told from time to time: browsers refuse a page that writes a hundred times in half a minute.
    telling: StoredValue<Option<Timeout>, LocalStorage>,
}

/// How often the entry is told at most, in milliseconds.
const PAUSE: u32 = 500;

impl Places {
    pub(super) fn new() -> Self {
        Self {
            now: StoredValue::new((0, None)),
            left: StoredValue::new(String::new()),
            wanted: RwSignal::new(String::new()),
            telling: StoredValue::new_local(None),
        }
    }
}

impl Store {
    /// Takes note of how far the list is scrolled and of the row that the keyboard is on.
    pub fn stand(self, top: i32, active: Option<RowId>) {
        self.places.now.set_value((top, active));
        let is_waiting = self.places.telling.with_value(Option::is_some);
        if is_waiting || self.places.wanted.with_untracked(|it| !it.is_empty()) {
            return;
        }
        let tell = Timeout::new(PAUSE, move || {
            self.places.telling.try_set_value(None);
            super::url::keep(&self.place());
        });
        self.places.telling.set_value(Some(tell));
    }

    /// The row that a key means: the one that the keyboard is on, or else the open one.
    #[must_use]
    pub fn meant_row(self) -> Option<RowId> {
        let open = || self.find(&self.view.with(|it| it.item.clone())?);
        self.places.now.get_value().1.or_else(open)
    }

    /// Where the reader goes back to, if it is yet to be done.
    #[must_use]
    pub fn wanted_place(self) -> Option<Place> {
        self.places.wanted.with(|it| Place::parse(it))
    }

    /// The reader is back, or has gone elsewhere.
    pub fn arrived_at_place(self) {
        self.places.wanted.maybe_update(|it| !std::mem::take(it).is_empty());
    }

    /// Goes back to a place as soon as its rows are there.
    pub(super) fn return_to(self, place: String) {
        self.places.telling.set_value(None);
        self.places.wanted.set(place);
    }

    /// Remembers the place before something else is shown.
    pub(super) fn leave_place(self) {
        self.places.left.set_value(self.place());
        self.arrived_at_place();
    }

    /// Where the reader stood before something else was shown; once.
    pub(super) fn take_left_place(self) -> String {
        self.places.left.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Where the reader stands, as a text.
    pub(super) fn place(self) -> String {
        let (top, active) = self.places.now.get_value();
        let active = active.and_then(|row| self.with_rows(|rows| rows.key(row)));
        let focus = document().active_element().map(|it| it.id());
        Place { top, focus: focus.unwrap_or_default(), active: active.unwrap_or_default() }.print()
    }
}

/// Gives the focus back, unless a dialog has it. A phone would cover half of the list with a keyboard for an input that nobody has touched.
pub fn focus_again(id: &str) {
    let is_covered = document().query_selector("dialog[open]").is_ok_and(|it| it.is_some());
    let Some(element) = browser::element(id).filter(|_| !is_covered) else { return };
    if element.tag_name() != "INPUT" || !browser::matches("(pointer: coarse)") {
        let _ = element.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_were_printed() {
        let check = |top, focus: &str, active: &str| {
            let place = Place { top, focus: focus.to_owned(), active: active.to_owned() };
            assert_eq!(Place::parse(&place.print()), Some(place));
        };
        check(0, "", "");
        check(12_345, "grid", "hk/uimage-abc");
        check(7, "search", "a\nb\n");
    }

    #[test]
    fn what_is_no_place_is_passed_over() {
        for text in ["", "null", "1", "1\ngrid", "x\ngrid\nrow", "1.5\n\n"] {
            assert_eq!(Place::parse(text), None, "{text:?}");
        }
    }
}
