//! Completion while typing: a list below the box, by keyboard and by pointer.
//!
//! Source: [combobox with list autocomplete](https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The input keeps the focus and names the
//! chosen offer. None is chosen by itself, so that Enter always searches for what was typed.

mod list;

use crate::ui::prelude::*;
use std::sync::Arc;

use catalog::Completions;
use gloo_timers::callback::Timeout;
use web_sys::{HtmlInputElement, KeyboardEvent};

pub(in crate::ui) use list::lines;
pub(super) use list::{LIST, Offers};

use super::Typing;
use crate::{
    browser,
    state::Store,
    ui::{deferred::Later, link::is_chord},
};
use list::{id, show};

/// What is offered now. A handle.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Completion {
    store: Store,
    /// What can be written is known to the file behind the first view.
    later: Later,
    typing: Typing,
    offered: RwSignal<Option<Arc<Completions>>>,
    /// Which offer is chosen, counted from 1; 0 if none is.
    chosen: RwSignal<usize>,
    /// Offers are looked for once the rows have been painted. A key calls that off.
    waiting: StoredValue<Option<Timeout>, LocalStorage>,
    /// What was looked for before there was a file that knows: whether it was asked for.
    owed: StoredValue<Option<bool>>,
}

impl Completion {
    pub(super) fn new(store: Store, typing: Typing) -> Self {
        let completion = Self {
            store,
            later: expect_context::<Later>(),
            typing,
            offered: RwSignal::new(None),
            chosen: RwSignal::new(0),
            waiting: StoredValue::new_local(None),
            owed: StoredValue::new(None),
        };
        browser::follow(move || completion.catch_up());
        completion
    }

    /// Offers what is owed as soon as its file is there.
    fn catch_up(self) {
        if self.later.tools().is_none() {
            return;
        }
        if let (Some(asked), Some(input)) = (self.owed.get_value(), super::input()) {
            self.offer(&input, asked);
        }
    }

    /// Whether there is a list.
    pub(super) fn is_open(self) -> bool {
        self.offered.with(Option::is_some)
    }

    /// The id of the chosen offer.
    pub(super) fn chosen_id(self) -> Option<String> {
        self.chosen.get().checked_sub(1).map(id)
    }

    /// A letter was typed, or taken away. Behind an empty box a list would only lie over what is pressed next.
    pub(super) fn typed(self, input: &HtmlInputElement) {
        if input.value().is_empty() {
            return self.close();
        }
        self.choose(0);
        let input = input.clone();
        self.after(self.store.typing_pause(), move || self.offer(&input, false));
    }

    /// Puts the list away.
    pub(super) fn close(self) {
        self.waiting.set_value(None);
        self.owed.set_value(None);
        self.choose(0);
        if self.offered.with_untracked(Option::is_some) {
            self.offered.set(None);
        }
    }

    /// Does what a key asks of the list; whether that was all it asks for.
    pub(super) fn on_key(self, event: &KeyboardEvent, input: &HtmlInputElement) -> bool {
        let is_open = self.offered.with_untracked(Option::is_some);
        match event.key().as_str() {
            _ if is_chord(event) => false,
            "ArrowDown" => self.go_down(input),
            "ArrowUp" if is_open => self.step(false),
            "Enter" | "Tab" if !event.shift_key() => self.accept_chosen(input),
            "Escape" if is_open => {
                self.close();
                true
            }
            // Escape without a list as well: one may still be owed.
            "ArrowLeft" | "ArrowRight" | "Home" | "End" | "Tab" | "Escape" => {
                self.close();
                false
            }
            _ => false,
        }
    }

    /// To the next offer. Where none is shown, all that can stand here are; offers for a text of before are looked for anew.
    fn go_down(self, input: &HtmlInputElement) -> bool {
        if self.is_outdated() || self.offered.with_untracked(Option::is_none) {
            self.offer(input, true);
        }
        self.step(true)
    }

    fn step(self, down: bool) -> bool {
        let count =
            self.offered.with_untracked(|it| it.as_ref().map_or(0, |it| it.candidates.len()));
        let chosen = self.chosen.get_untracked();
        let next = match (down, chosen) {
            (true, last) if last >= count => 1,
            (true, _) => chosen + 1,
            (false, 0 | 1) => count,
            (false, _) => chosen - 1,
        };
        self.choose(next.min(count));
        show(next);
        count > 0
    }

    fn choose(self, chosen: usize) {
        self.chosen.maybe_update(|it| std::mem::replace(it, chosen) != chosen);
    }

    fn accept_chosen(self, input: &HtmlInputElement) -> bool {
        let Some(place) = self.chosen.get_untracked().checked_sub(1) else {
            self.close();
            return false;
        };
        self.accept(place, input);
        true
    }

    /// Puts an offer into the text. Behind the colon of a field its values are offered next. An offer for a text of before fits this one no more.
    fn accept(self, place: usize, input: &HtmlInputElement) {
        if self.is_outdated() {
            return self.offer(input, false);
        }
        let offered = self.offered.get_untracked();
        self.close();
        let Some((text, caret)) = offered.and_then(|it| it.apply(&input.value(), place)) else {
            return;
        };
        input.set_value(&text);
        let at = browser::units_before(&text, caret);
        let _ = input.set_selection_range(at, at);
        let goes_on = text.get(..caret).is_some_and(|it| it.ends_with([':', '：']));
        self.typing.went_on(input);
        self.store.edit_query(text);
        if goes_on {
            self.typed(input);
        }
    }

    /// Offers what may be written at the caret. Unless `asked`, only where a word has been begun.
    fn offer(self, input: &HtmlInputElement, asked: bool) {
        self.waiting.set_value(None);
        self.typing.moved(input);
        let tools = untrack(|| self.later.tools());
        self.owed.set_value(tools.is_none().then_some(asked));
        let Some(tools) = tools else { return self.later.fetch() };
        let text = input.value();
        let found = (tools.complete)(self.store, &text, self.typing.caret());
        let found = found.filter(|it| is_worth(it, &text, asked));
        self.offered.set(found.map(Arc::new));
    }

    /// Whether what is offered is for a text of before.
    fn is_outdated(self) -> bool {
        self.waiting.with_value(Option::is_some)
    }

    fn after(self, pause: u32, call: impl FnOnce() + 'static) {
        self.waiting.set_value(Some(Timeout::new(pause, call)));
    }
}

/// Whether offers say more than what was typed. A single letter begins too much to be guessed at without being asked; a character does not.
fn is_worth(found: &Completions, text: &str, asked: bool) -> bool {
    let typed = text.get(found.span.clone()).unwrap_or_default();
    let says_more = found.candidates.iter().any(|it| it.text != typed);
    let is_begun = found.typing != catalog::Typing::Word || typed.len() > 1;
    says_more && (asked || is_begun)
}
