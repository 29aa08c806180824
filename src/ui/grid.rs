//! The table: a header, and below it lines that are one row each.

use crate::ui::prelude::*;
use view::Column;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{
    grid_cell::Reveal,
    grid_header::GridHeader,
    grid_row::GridRow,
    lines::{Lines, Shape},
    lines_view::LinesView,
    live::{attr, flag, text},
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
    let reveal = StoredValue::new_local(Reveal::default());
    let show_whole = move |event: web_sys::MouseEvent| {
        if let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) {
            reveal.update_value(|it| it.point_at(target));
        }
    };
    view! {
        <div
            id="grid"
            class="lines grid"
            role="grid"
            tabindex="0"
            aria-label=t(words::GRID)
            aria-rowcount=text(move || (lines.count.get() + 1).to_string())
            aria-colcount=text(move || store.catalog().shown().count().to_string())
            aria-activedescendant=attr(move || lines.active_id())
            node_ref=lines.scroller
            style:--columns=text(move || template(store.catalog().shown()))
            style:--width=text(move || total(store.catalog().shown()))
            on:scroll=heard(move |_| lines.scrolled())
            on:mouseover=heard(show_whole)
            on:keydown=heard(move |event: web_sys::KeyboardEvent| lines.on_key(&event))
            data-empty=flag(move || lines.are_none())
        >
            <GridHeader />
            <LinesView lines line=|lines, number| view! { <GridRow lines number /> }.into_any() />
        </div>
    }
}

/// Rows are as tall as the density says, and so is the header above them.
fn shape(scroller: &HtmlElement) -> Shape {
    let height = browser::style(scroller, "--row-h").map(|it| js_sys::parse_float(&it));
    let height = height.filter(|it| *it > 0.0).unwrap_or(36.0);
    Shape { line_height: height, head: height, columns: 1 }
}

/// The widths of the columns. The first takes what is left over, and leaves half of a narrow screen to the others.
fn template(columns: impl Iterator<Item = &'static Column>) -> String {
    let width = |(place, column): (usize, &Column)| match place {
        0 => format!("minmax({}, 1fr)", title_width(column)),
        _ => format!("{}px", column.width),
    };
    columns.enumerate().map(width).collect::<Vec<_>>().join(" ")
}

/// The width of all columns together.
fn total(mut columns: impl Iterator<Item = &'static Column>) -> String {
    let title = columns.next().map(title_width).unwrap_or_default();
    let others: u32 = columns.map(|it| u32::from(it.width)).sum();
    format!("calc({title} + {others}px)")
}

fn title_width(column: &Column) -> String {
    format!("min({}px, 46vw)", column.width)
}
