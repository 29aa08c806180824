//! Rows that arrive come in between others, so that the same elements show other rows. Nothing moves, but browsers cannot know that: a name that is longer
//! pushes along what stands behind it, and counts as a jump of the page.

use leptos::prelude::*;
use web_sys::Element;

use super::Lines;
use crate::browser::follow;

impl Lines {
    /// Goes back to the top when other rows are asked for.
    pub(super) fn follow_shown(self) {
        let last = StoredValue::new(None);
        follow(move || {
            let results = self.store.results();
            let shown = results.with(|it| (it.generation, it.query.clone(), it.sort.clone()));
            match last.get_value() {
                Some(last) if last == shown => self.renew(),
                Some(_) => {
                    self.active.set(None);
                    // Whoever stays where they are is not led to the top for a frame.
                    let stays = untrack(|| self.store.wanted_place());
                    let stays = stays.filter(|it| untrack(|| self.reaches(it.top)));
                    self.scroll_to(stays.map_or(0.0, |it| f64::from(it.top)));
                    self.rest();
                }
                None => {}
            }
            last.set_value(Some(shown));
        });
    }

    /// Has what is painted take new boxes, as other rows have. Not while it is in use: a text that is marked, a press that is half done and the place of a
    /// screen reader would be lost.
    fn renew(self) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let slots = scroller.query_selector(".lines__slots").ok().flatten();
        let Some((slots, around)) = slots.and_then(|it| Some((it.clone(), it.parent_node()?)))
        else {
            return;
        };
        if !is_used(&scroller) {
            // It is the only child, so it comes to stand where it stood.
            let _ = around.append_child(&slots);
        }
    }
}

/// Whether the keyboard or the pointer is on a list. Whoever marks a text in it has given it the keyboard with that.
fn is_used(scroller: &Element) -> bool {
    let has_focus = document().active_element().is_some_and(|it| scroller.contains(Some(&it)));
    has_focus || scroller.matches(":active").unwrap_or_default()
}
