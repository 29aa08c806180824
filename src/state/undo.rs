//! Undo and redo of every change of the view.

use leptos::prelude::*;
use view::{Text, UndoStack, ViewState};

use super::store::{Act, Store};

/// What can be undone and redone. A handle.
#[derive(Clone, Copy)]
pub(super) struct Steps {
    stack: StoredValue<UndoStack>,
    can_undo: RwSignal<bool>,
    can_redo: RwSignal<bool>,
}

impl Steps {
    pub(super) fn new() -> Self {
        Self {
            stack: StoredValue::new(UndoStack::default()),
            can_undo: RwSignal::new(false),
            can_redo: RwSignal::new(false),
        }
    }

    /// Takes note of a change.
    pub(super) fn note(self, before: &ViewState, after: &ViewState, act: Act) {
        if before == after {
            return;
        }
        let typed = (act == Act::Typed).then(milliseconds);
        self.stack.update_value(|it| it.note(before, after, typed));
        self.tell();
    }

    /// Forgets what was: the page begins here.
    pub(super) fn begin(self) {
        self.stack.set_value(UndoStack::default());
        self.tell();
    }

    fn tell(self) {
        let can = self.stack.with_value(|it| [it.can_undo(), it.can_redo()]);
        for (signal, can) in [self.can_undo, self.can_redo].into_iter().zip(can) {
            signal.maybe_update(|it| std::mem::replace(it, can) != can);
        }
    }
}

impl Store {
    /// Takes the last change back, and says what that was about; nothing if there is none.
    ///
    /// To the address it is a choice like any other: it makes an entry in the browser's history, and going back there leads to what was
    /// undone. To move in that history instead would lose the entries before a link that was opened, and could leave the page.
    pub fn undo(self) -> Option<Text> {
        self.step(UndoStack::undo)
    }

    /// Does again what was undone last, and says what that was about; nothing if there is none.
    pub fn redo(self) -> Option<Text> {
        self.step(UndoStack::redo)
    }

    /// Whether there is anything to undo.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.steps.can_undo.get()
    }

    /// Whether there is anything to redo.
    #[must_use]
    pub fn can_redo(self) -> bool {
        self.steps.can_redo.get()
    }

    fn step(self, step: fn(&mut UndoStack, &ViewState) -> Option<ViewState>) -> Option<Text> {
        let before = self.view.get_untracked();
        let after = self.steps.stack.try_update_value(|it| step(it, &before)).flatten()?;
        let about = view::changed(&before, &after);
        self.steps.tell();
        self.show(before, after, Act::Chose);
        Some(about)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a clock counts from 1970 on, and 2^64 milliseconds are far away"
)]
fn milliseconds() -> u64 {
    js_sys::Date::now() as u64
}
