//! What a cell does not show in full, as its title once the pointer has rested on it: the exact value, that there is none, or a text that is cut off.
//!
//! Not before that: browsers have styles for titles, and would look for them again in every cell that changes. And whether a text is cut off the browser only
//! knows by laying the table out, so it is asked when nothing moves, not for each cell that the pointer passes.

use std::{cell::RefCell, rc::Rc};

use gloo_timers::callback::Timeout;
use web_sys::Element;

use super::{grid_cell::set, painting::Painting};

/// The cell with a title, and the one that waits for its own.
#[derive(Default)]
pub(super) struct Reveal {
    waiting: Option<Timeout>,
    revealed: Rc<RefCell<Option<Element>>>,
}

/// How long the pointer has to rest, in milliseconds. Browsers show a title some time later.
const REST: u32 = 200;

impl Reveal {
    /// The pointer is over something else.
    pub(super) fn point_at(&mut self, target: Element, painting: Painting) {
        let revealed = self.revealed.clone();
        self.waiting = Some(Timeout::new(REST, move || {
            let mut revealed = revealed.borrow_mut();
            if let Some(before) = revealed.take() {
                set(&before, "title", None);
            }
            *revealed = reveal(&target, painting);
        }));
    }

    /// The cell says something else now, or something else is where the pointer is.
    pub(super) fn hide(&mut self) {
        self.waiting = None;
        if let Some(before) = self.revealed.borrow_mut().take() {
            set(&before, "title", None);
        }
    }
}

fn reveal(target: &Element, painting: Painting) -> Option<Element> {
    let cell = target.closest(".grid__cell").ok()??;
    let cut = || (cell.scroll_width() > cell.client_width()).then(|| cell.text_content()).flatten();
    let whole = painting.unsaid(&cell).or_else(cut)?;
    set(&cell, "title", Some(&whole));
    Some(cell)
}
