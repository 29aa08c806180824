//! What is entered in the rail: a part of a value to look for, and bounds.

use crate::ui::prelude::*;
use web_sys::{Event, HtmlInputElement};

use super::{
    act::{Act, change},
    range,
    screen::Screen,
};
use crate::{browser::target, state::Draft};

impl Screen {
    /// Takes note of what stands in an input now.
    pub(super) fn typed(self, event: &Event) {
        let Some(text) = target::<HtmlInputElement>(event).map(|it| it.value()) else { return };
        match self.act(event) {
            Some(Act::Find(place)) => {
                self.store.look_at_facet(place, &mut |look| look.matching.clone_from(&text));
            }
            Some(Act::Bound(place, is_upper)) => self.enter(place, is_upper, &text, false),
            _ => {}
        }
    }

    /// Asks for a bound that was entered, or says what is wrong with it.
    pub(super) fn entered(self, event: &Event) {
        let Some(text) = target::<HtmlInputElement>(event).map(|it| it.value()) else { return };
        if let Some(Act::Bound(place, is_upper)) = self.act(event) {
            self.enter(place, is_upper, &text, true);
        }
    }

    /// Takes note of what stands in the field for a bound, and asks for it if that is how it was meant.
    fn enter(self, place: usize, is_upper: bool, text: &str, is_meant: bool) {
        let view = self.store.view().get_untracked();
        let (mut bound, mut is_wrong) = (None, false);
        self.store.rail().with_facets(&mut |it| {
            let Some(facet) = it.get(place) else { return };
            bound = range::bound(&view, facet, is_upper);
            is_wrong = is_meant && range::is_wrong(&view, facet, is_upper, text);
        });
        let draft =
            (!is_meant || is_wrong).then(|| Draft { text: text.to_owned(), bound, is_wrong });
        self.store.look_at_facet(place, &mut |look| look.draft(is_upper, draft.clone()));
        if is_meant && !is_wrong {
            change(self.store, &|view, facets| {
                if let Some(it) = facets.get(place) {
                    range::bounded(view, it, is_upper, text);
                }
            });
        }
    }
}
