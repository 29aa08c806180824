//! The bar above the rows.

use crate::ui::prelude::*;

use super::{
    chooser::Choosers, columns::ColumnButtons, copy::CopyButton, facets::FacetsButton, icon::Icon,
    layout::LayoutSwitch, live::when, parameters::Parameters, regions::Regions,
    search_box::SearchBox, shell::in_turn, undo::UndoButtons,
};
use crate::{browser, state::use_store, words};

/// The search box, what is loaded, and the link.
#[component]
pub fn Toolbar() -> impl IntoView {
    view! {
        <div class="toolbar">
            <SearchBox />
            {in_turn(buttons)}
        </div>
    }
}

/// What is beside the search box.
fn buttons() -> AnyView {
    let store = use_store();
    view! {
        <FacetsButton />
        {when(move || !store.opens_file(), || view! { <Choices /> }.into_any())}
        <span class="toolbar__space"></span>
        <UndoButtons />
        <ColumnButtons />
        <LayoutSwitch />
        <CopyButton id=COPY label=words::COPY_LINK icon=Icon::Link copies=Box::new(link) />
    }
    .into_any()
}

/// Presses the button that copies the link, which says how it went.
pub(super) fn press_copy() {
    if let Some(button) = browser::element(COPY) {
        button.click();
    }
}

/// The id of that button.
const COPY: &str = "copy-link";

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

/// A link to the view as it is now, which the address bar may not hold yet. What the link goes without is said where what could not be
/// used of one is.
pub(super) fn link() -> String {
    let here = window().location();
    let (origin, path) = (here.origin().unwrap_or_default(), here.pathname().unwrap_or_default());
    let (store, page) = (use_store(), origin + &path);
    let shared = store.view().with_untracked(|it| view::shared(&page, it));
    store.notices().set(shared.notices);
    shared.link
}
