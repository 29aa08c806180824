//! What is offered, as a list.

use crate::ui::prelude::*;

use super::Completion;
use crate::{
    browser,
    state::{Prefs, t},
    ui::{
        deferred::{Part, deferred},
        live::{flag, part, when},
        search_box::{input, offer::Offer},
    },
    words,
};

/// The id of the list.
pub(in crate::ui::search_box) const LIST: &str = "search-offers";

/// The list.
#[component]
pub(in crate::ui::search_box) fn Offers(
    /// What is offered.
    completion: Completion,
) -> impl IntoView {
    // A handle of handles, too large to be handed on for every other part.
    let offered = StoredValue::new(completion);
    // The focus stays in the input, or the list would be gone before the click.
    let keep_focus = move |event: web_sys::PointerEvent| event.prevent_default();
    let list = move || {
        view! {
            <ul
                id=LIST
                class="offers"
                role="listbox"
                aria-label=t(words::OFFERS)
                on:pointerdown=heard(keep_focus)
            >
                {deferred(Part::Offers(offered))}
            </ul>
        }
        .into_any()
    };
    when(move || completion.is_open(), list)
}

/// What is offered, line by line.
pub(in crate::ui) fn lines(completion: StoredValue<Completion>) -> AnyView {
    let completion = completion.get_value();
    let lang = expect_context::<Prefs>().lang;
    let lines = move || {
        let Some(offered) = completion.offered.get() else { return ().into_any() };
        let catalog = completion.store.view().with_untracked(|it| it.catalog);
        let offers = offered.candidates.iter().enumerate().map(|(place, it)| {
            let offer = Offer::of(it, offered.typing, catalog, lang.get());
            line(completion, place, offer)
        });
        offers.collect_view().into_any()
    };
    part(lines).into_any()
}

fn line(completion: Completion, place: usize, offer: Offer) -> AnyView {
    let is_chosen = move || completion.chosen.get() == place + 1;
    let accept = move |_: web_sys::MouseEvent| {
        if let Some(input) = input() {
            completion.accept(place, &input);
        }
    };
    view! {
        <li
            id=id(place)
            class="offer"
            role="option"
            aria-selected=flag(is_chosen)
            on:click=heard(accept)
        >
            <span class="offer__label">{offer.label}</span>
            " "
            <span class="offer__note">{offer.note}</span>
            " "
            <span class="offer__count">{offer.count}</span>
        </li>
    }
    .into_any()
}

/// The id of an offer.
pub(super) fn id(place: usize) -> String {
    ["search-offer-", &place.to_string()].concat()
}

/// Scrolls the list to an offer, where the screen is too low for all.
pub(super) fn show(chosen: usize) {
    let offer = chosen.checked_sub(1).and_then(|it| browser::element(&id(it)));
    if let Some((list, offer)) = browser::element(LIST).zip(offer) {
        list.set_scroll_top(offer.offset_top() - list.client_height() / 2);
    }
}
