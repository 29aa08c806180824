//! The table: a header, and below it lines that are one row each.

use std::sync::Arc;

use crate::ui::prelude::*;
use web_sys::HtmlElement;

use super::{
    columns,
    deferred::{Part, deferred},
    grid_header::GridHeader,
    grid_row::grid_row,
    lines::{Lines, Shape},
    lines_view::LinesView,
    live::{attr, flag, text},
    painting::Painting,
    shell::in_turn,
};
use crate::{
    browser,
    state::{t, use_store},
    words,
};

/// The table.
#[component]
pub fn Grid() -> impl IntoView {
    let store = use_store();
    let lines = Lines::new(store, shape);
    columns::follow_widths();
    lines.follow_density();
    let painting = Painting::new(lines);
    view! {
        // Before the list, so that Shift and Tab lead from a row to the button that copies its id.
        {deferred(Part::Reveal(StoredValue::new(painting)))}
        <div
            id=LIST
            class="lines grid"
            role="grid"
            tabindex="0"
            aria-multiselectable="true"
            aria-label=t(words::GRID)
            aria-rowcount=text(move || (lines.count.get() + 1).to_string())
            aria-colcount=text(move || store.columns().with(Vec::len).to_string())
            aria-activedescendant=attr(move || lines.active_id())
            node_ref=lines.scroller
            on:scroll=heard(move |_| lines.scrolled())
            // Whatever a press is going to mean, links are to lead where they say.
            on:mousedown=heard(move |_: web_sys::MouseEvent| painting.lead())
            on:click=heard(move |event: web_sys::MouseEvent| painting.open(&event))
            on:keydown=heard(move |event: web_sys::KeyboardEvent| lines.on_key(&event))
            data-empty=flag(move || lines.are_none())
        >
            {in_turn(|| view! { <GridHeader /> }.into_any())}
            <LinesView lines line=Arc::new(move |number| grid_row(painting, number)) />
        </div>
    }
}

/// Rows are as tall as the density says, and so is the header above them.
fn shape(scroller: &HtmlElement) -> Shape {
    let height = browser::style(scroller, "--row-h").map(|it| js_sys::parse_float(&it));
    let height = height.filter(|it| *it > 0.0).unwrap_or(36.0);
    Shape { line_height: height, head: height, columns: 1 }
}
