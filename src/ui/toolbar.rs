//! The bar above the rows.

use crate::ui::prelude::*;

use super::{
    chooser::Choosers, columns::ColumnButtons, copy::CopyButton, facets::FacetsButton, icon::Icon, layout::LayoutSwitch,
    live::when, parameters::Parameters, regions::Regions, search_box::SearchBox,
    undo::UndoButtons,
};
use crate::{state::use_store, words};

/// The search box, what is loaded, and the link.
#[component]
pub fn Toolbar() -> impl IntoView {
    let store = use_store();
    view! {
        <div class="toolbar">
            <SearchBox />
            <FacetsButton />
            {when(move || !store.opens_file(), || view! { <Choices /> }.into_any())}
            <span class="toolbar__space"></span>
            <UndoButtons />
            <ColumnButtons />
            <LayoutSwitch />
            <CopyButton label=words::COPY_LINK icon=Icon::Link copies=Box::new(address) />
        </div>
    }
}

/// What is asked for. Of a file there is nothing to ask.
#[component]
fn Choices() -> impl IntoView {
    let store = use_store();
    view! {
        {when(move || !store.catalog().regions.is_empty(), || view! { <Regions /> }.into_any())}
        <Choosers />
        <Parameters />
    }
}

/// The address of the view as it is now. Typing may be ahead of the address bar.
fn address() -> String {
    let here = window().location();
    let (origin, path) = (here.origin().unwrap_or_default(), here.pathname().unwrap_or_default());
    let query = use_store().view().with_untracked(crate::state::href);
    format!("{origin}{path}{}", query.trim_end_matches('?'))
}
