//! The terms of the query beside the count that they make: each can be taken away, or found again in the search box.

use crate::ui::prelude::*;
use std::sync::Arc;

use view::Chip;

use super::{
    deferred::{Part, deferred},
    icon::{Icon, IconView},
    live::{attr, flag, memo, part, text, when},
    query_link::QueryLink,
    search_box::{self, Typing},
};
use crate::{
    browser,
    state::{Prefs, focus_again, t},
    words,
};

/// The terms, in the order of the query.
#[component]
pub(super) fn Chips() -> impl IntoView {
    let chips = expect_context::<Typing>().chips;
    let count = memo(move || chips.with(Vec::len));
    when(move || count.get() > 0, move || deferred(Part::Chips(count)))
}

/// The terms, as many as there are.
pub(super) fn list(count: Memo<usize>) -> AnyView {
    let chips = expect_context::<Typing>().chips;
    // A place shows whichever term is there now, so that the focus goes from one that was taken away to the next.
    let places =
        move || (0..count.get()).map(|place| At { chips, place }.view()).collect_view().into_any();
    view! {
        <ul class="terms" role="list" aria-label=t(words::TERMS) data-testid="chips">
            {part(places)}
        </ul>
    }
    .into_any()
}

/// A place among the terms.
#[derive(Clone, Copy)]
struct At {
    chips: Memo<Vec<Chip>>,
    place: usize,
}

impl At {
    fn view(self) -> AnyView {
        let lang = expect_context::<Prefs>().lang;
        let remove = move || words::remove_term(&self.read(|it| it.text.clone()), lang.get());
        let query = Arc::new(move || self.read(|it| it.without.clone()));
        let mistake = move || self.read(|it| it.mistake.clone());
        let state = move || {
            let excluded = self.read(|it| it.is_excluded);
            let mistake = mistake().map(|it| [words::MISTAKEN.get(lang.get()), ": ", &it].concat());
            mistake.unwrap_or_else(|| {
                if excluded { words::IS_EXCLUDED.get(lang.get()).to_owned() } else { String::new() }
            })
        };
        view! {
            <li
                class="term"
                data-excluded=flag(move || self.read(|it| it.is_excluded))
                data-wrong=flag(move || mistake().is_some())
            >
                <button
                    type="button"
                    class="term__words"
                    title=attr(mistake)
                    on:click=heard(move |_| self.select())
                >
                    {when(move || self.read(|it| it.is_excluded), || view! { <IconView icon=Icon::Exclude /> }.into_any())}
                    <span class="term__text">{text(move || self.read(|it| it.text.clone()))}</span>
                    " "
                    <span class="visually-hidden">{text(state)}</span>
                </button>
                <QueryLink class="term__remove" query followed=stay>
                    <IconView icon=Icon::Close />
                    <span class="visually-hidden">{text(remove)}</span>
                </QueryLink>
            </li>
        }
        .into_any()
    }

    fn read<T: Default>(self, read: impl FnOnce(&Chip) -> T) -> T {
        self.chips.with(|it| it.get(self.place).map(read)).unwrap_or_default()
    }

    fn select(self) {
        let span = self.chips.with_untracked(|it| it.get(self.place).map(|it| it.span.clone()));
        span.into_iter().for_each(search_box::select);
    }
}

/// The last term's place goes with it: the reader then goes on in the search box.
fn stay() {
    browser::before_next_frame(|| {
        if document().active_element().is_none_or(|it| it.tag_name() == "BODY") {
            focus_again(search_box::INPUT);
        }
    });
}
