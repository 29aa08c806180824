//! Searching and choosing.

use crate::ui::prelude::*;

use super::{
    chooser::Choosers,
    copy::CopyButton,
    icon::{Icon, IconView},
    layout::LayoutSwitch,
    live::{text, when},
    parameters::Parameters,
    regions::Regions,
};
use crate::{
    state::{t, use_store},
    words,
};

/// The search box, what is loaded, and the link.
#[component]
pub fn Toolbar() -> impl IntoView {
    let store = use_store();
    view! {
        <div class="toolbar">
            <SearchBox />
            {when(move || !store.catalog().regions.is_empty(), || view! { <Regions /> }.into_any())}
            <Choosers />
            <Parameters />
            <span class="toolbar__space"></span>
            <LayoutSwitch />
            <CopyButton label=words::COPY_LINK icon=Icon::Link copies=Box::new(address) />
        </div>
    }
}

#[component]
fn SearchBox() -> impl IntoView {
    let store = use_store();
    let query = move || store.view().with(|it| it.query.clone());
    view! {
        <form class="search" role="search" on:submit=|event| event.prevent_default()>
            <IconView icon=Icon::Search />
            <input
                id="search"
                type="search"
                class="search__input"
                placeholder=t(words::SEARCH_HINT)
                aria-label=t(words::SEARCH)
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=text(query)
                on:input=move |event| store.edit_query(event_target_value(&event))
            />
            <kbd class="search__key" aria-hidden="true">"/"</kbd>
        </form>
    }
}

/// The address of the view as it is now. Typing may be ahead of the address bar.
fn address() -> String {
    let here = window().location();
    let (origin, path) = (here.origin().unwrap_or_default(), here.pathname().unwrap_or_default());
    let query = use_store().view().with_untracked(crate::state::href);
    format!("{origin}{path}{}", query.trim_end_matches('?'))
}
