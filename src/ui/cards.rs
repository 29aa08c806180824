//! The cards: as many beside each other as fit, in the table's order.
//!
//! To screen readers and the keyboard they are a grid, as the table is: lines of cells, of which the active one is named. A list
//! would be nearer to what is seen, but its role knows no active item, and a listbox would take the links out of its options.

use std::sync::Arc;

use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{
    card::CardView,
    cover_note::CoverNote,
    lines::{Lines, Shape},
    lines_view::LinesView,
    live::{attr, flag, part, text},
    reveal::PaperNote,
    slot::Slot,
};
use crate::{
    browser,
    state::{t, use_store},
    words,
};

/// The cards.
#[component]
pub fn Cards() -> impl IntoView {
    let lines = Lines::new(use_store(), shape);
    view! {
        <CoverNote />
        <PaperNote lines />
        <div
            id=LIST
            class="lines cards"
            role="grid"
            tabindex="0"
            aria-multiselectable="true"
            aria-label=t(words::GRID)
            aria-rowcount=text(move || lines.count.get().to_string())
            aria-colcount=text(move || lines.columns.get().to_string())
            aria-activedescendant=attr(move || lines.active_id())
            node_ref=lines.scroller
            on:scroll=heard(move |_| lines.scrolled())
            on:keydown=heard(move |event: web_sys::KeyboardEvent| lines.on_key(&event))
            data-empty=flag(move || lines.are_none())
            data-none=flag(move || lines.count.get() == 0)
        >
            <LinesView lines line=Arc::new(move |number| view! { <CardLine lines number /> }.into_any()) />
        </div>
    }
}

/// A line of cards. One without rows keeps its height, so that the first can always be measured.
#[component]
fn CardLine(
    /// The cards.
    lines: Lines,
    /// Its number among the painted ones.
    number: usize,
) -> impl IntoView {
    let cards = move || {
        let catalog = lines.store.catalog();
        let card = |column| {
            let at = Slot::new(lines, number, column);
            view! { <CardView catalog at place=column + 1 /> }
        };
        (0..lines.columns.get()).map(card).collect_view().into_any()
    };
    let index = move || lines.line(number).map(|it| it + 1);
    view! {
        <div
            class="cards__line"
            role="row"
            aria-rowindex=attr(move || index().map(|it| it.to_string()))
            data-vacant=flag(move || index().is_none())
            style:transform=text(move || lines.place_of(number))
            node_ref=if number == 0 { lines.first } else { NodeRef::new() }
        >
            {part(cards)}
        </div>
    }
}

/// The styles say how wide a card is at least and how tall each of its parts; a line shows what came of it.
fn shape(scroller: &HtmlElement) -> Shape {
    let line = scroller.query_selector(".cards__line").ok().flatten();
    let line = line.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let tracks = line.as_ref().and_then(|it| browser::style(it, "grid-template-columns"));
    Shape {
        line_height: line.map_or(0.0, |it| f64::from(it.offset_height())),
        head: 0.0,
        columns: tracks.map_or(1, |it| it.split_whitespace().count()).max(1),
    }
}
