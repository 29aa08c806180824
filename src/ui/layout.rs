//! Table or cards: the rows laid out as the view says, and the choice between both.

use crate::ui::prelude::*;
use view::{Layout, Text};

use super::{
    deferred::{Part, deferred},
    grid::Grid,
    icon::{Icon, IconView},
    live::{flag, memo, part},
};
use crate::{
    state::{t, use_store},
    words,
};

/// The rows. Another layout shows the same ones: nothing is loaded or searched again.
#[component]
pub fn RowsView() -> impl IntoView {
    let store = use_store();
    let is_table = memo(move || store.view().with(|it| it.effective_layout() == Layout::Table));
    part(move || match is_table.get() {
        true => view! { <Grid /> }.into_any(),
        false => deferred(Part::Cards),
    })
}

/// Two buttons, of which one is pressed.
#[component]
pub(super) fn LayoutSwitch() -> impl IntoView {
    view! {
        <div class="switch" role="group" aria-label=t(words::LAYOUT)>
            <LayoutButton layout=Layout::Table icon=Icon::Table label=words::AS_TABLE />
            <LayoutButton layout=Layout::Cards icon=Icon::Cards label=words::AS_CARDS />
        </div>
    }
}

#[component]
fn LayoutButton(
    /// What it chooses.
    layout: Layout,
    /// The icon in front.
    icon: Icon,
    /// Its words.
    label: Text,
) -> impl IntoView {
    let store = use_store();
    let is_pressed = move || store.view().with(|it| it.effective_layout() == layout);
    let choose = move |_| store.choose(|view| view.lay_out(layout));
    view! {
        <button class="switch__button" aria-pressed=flag(is_pressed) title=t(label) on:click=heard(choose)>
            <IconView icon />
            <span class="switch__word">{t(label)}</span>
        </button>
    }
}
