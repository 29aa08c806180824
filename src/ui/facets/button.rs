//! The button that shows the facets and hides them.

use crate::ui::prelude::*;

use super::NARROW;
use crate::{
    browser,
    state::{Prefs, Store, t, use_store},
    ui::{
        icon::{Icon, IconView},
        live::flag,
    },
    words,
};

/// The button. What it does beside the list is kept for the next visit; a sheet is always opened anew.
#[component]
pub(crate) fn FacetsButton() -> impl IntoView {
    let store = use_store();
    let shown = store.rail().shown;
    let prefs = expect_context::<Prefs>();
    view! {
        <button
            type="button"
            class="button"
            aria-expanded=flag(move || shown.get())
            title=t(words::FACETS)
            on:click=heard(move |_| toggle(store, prefs))
        >
            <IconView icon=Icon::Funnel />
            <span>{t(words::FACETS)}</span>
        </button>
    }
}

/// Shows the facets, or hides them.
pub(crate) fn toggle(store: Store, prefs: Prefs) {
    let shown = store.rail().shown;
    let wanted = !shown.get_untracked();
    if !browser::matches(NARROW) {
        prefs.show_facets(wanted);
    }
    shown.set(wanted);
}
