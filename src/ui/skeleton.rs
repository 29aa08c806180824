//! Cards to come, while what shows cards is on its way: as many and as tall as those that will stand there.

use crate::ui::prelude::*;
use view::Catalog;

use crate::{
    state::{t, use_store},
    words,
};

/// More than are seen at once on most screens.
pub(super) const CARDS: usize = 15;

/// The cards of the view's catalog, blank.
pub(super) fn cards() -> AnyView {
    let catalog = use_store().catalog();
    let has_cover = catalog.card.cover.is_some().then_some("");
    let is_few = catalog.card.text.is_none().then_some("");
    let height = [&height(catalog).to_string(), "px"].concat();
    let blank = |_| {
        view! { <div class="blank" data-cover=has_cover data-few=is_few style:padding-block-end=height.clone()></div> }
    };
    view! {
        <div class="blanks" data-cover=has_cover role="status" aria-label=t(words::LOADING)>
            {(0..CARDS).map(blank).collect_view()}
        </div>
    }
    .into_any()
}

/// How tall the parts of a card are that hold no running text, in pixels: room around texts, labels, facts two in a line, and the way below.
pub(super) fn height(catalog: &Catalog) -> usize {
    let labels = if catalog.card.tags.is_some() { 28 } else { 0 };
    let foot = if catalog.drill.is_some() { 32 } else { 0 };
    16 + labels + 21 + 44 * catalog.card.facts.len().div_ceil(2) + foot
}
