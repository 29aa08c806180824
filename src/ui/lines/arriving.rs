//! Rows that arrive come in between others, so that the same elements show other rows. Nothing moves, but browsers cannot know that: a name that is longer
//! pushes along what stands behind it, and counts as a jump of the page.

use leptos::prelude::*;

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
                    self.scroll_to(0.0);
                    self.rest();
                }
                None => {}
            }
            last.set_value(Some(shown));
        });
    }

    /// Has what is painted take new boxes, as other rows have. Not while the reader is in one of them: it would lose the focus.
    fn renew(self) {
        let Some(scroller) = self.scroller.get_untracked() else { return };
        let slots = scroller.query_selector(".lines__slots").ok().flatten();
        let Some((slots, around)) = slots.and_then(|it| Some((it.clone(), it.parent_node()?)))
        else {
            return;
        };
        let active = document().active_element();
        if active.is_none_or(|it| !slots.contains(Some(&it))) {
            // It is the only child, so it comes to stand where it stood.
            let _ = around.append_child(&slots);
        }
    }
}
