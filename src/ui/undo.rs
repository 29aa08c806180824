//! Undo and redo: two buttons, and what is said of a step.

use crate::ui::prelude::*;
use view::Text;

use super::{
    icon::{Icon, IconView},
    live::flag,
};
use crate::{
    app::Open,
    state::{Prefs, Store, t, use_store},
    words,
};

/// Takes the last change of the view back, or does it again, and says so: what it changes may be out of sight.
pub(super) fn step(store: Store, prefs: Prefs, open: Open, back: bool) {
    let about = if back { store.undo() } else { store.redo() };
    open.say(words::stepped(back, about, prefs.lang.get_untracked()));
}

/// The buttons. A button without anything to do keeps the focus of whoever has pressed it.
#[component]
pub(super) fn UndoButtons() -> impl IntoView {
    view! {
        <div class="undo" role="group" aria-label=t(words::STEPS)>
            <StepButton icon=Icon::Undo label=words::UNDO back=true />
            <StepButton icon=Icon::Redo label=words::REDO back=false />
        </div>
    }
}

#[component]
fn StepButton(
    /// The icon.
    icon: Icon,
    /// Its words.
    label: Text,
    /// Whether it goes back.
    back: bool,
) -> impl IntoView {
    let (store, prefs, open) = (use_store(), expect_context(), expect_context());
    let is_idle = move || if back { !store.can_undo() } else { !store.can_redo() };
    view! {
        <button
            type="button"
            class="button button--bare"
            title=t(label)
            aria-disabled=flag(is_idle)
            on:click=heard(move |_| step(store, prefs, open, back))
        >
            <IconView icon />
        </button>
    }
}
