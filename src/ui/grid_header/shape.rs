//! What the header shows of the view, and where its links lead.

use crate::ui::prelude::*;
use catalog::Direction;
use view::{Column, ViewState};

use crate::{
    browser::{self, set},
    state::{Prefs, Store, href},
    ui::{
        columns::{id, least},
        icon::{Icon, IconView},
    },
    words,
};

/// The view without its text and its open row, which no header shows. Some sixty parts of the header would otherwise look at the view anew with each key.
#[derive(Clone, Copy)]
pub(super) struct Shape(RwSignal<ViewState>);

/// Has each header lead to the order that a click on it makes of a view. Nobody uses these links while a text is typed, so they follow when it rests.
pub(in crate::ui) fn lead(view: &ViewState) {
    for column in view.shown_columns() {
        let mut sorted = view.clone();
        sorted.cycle_sort(column);
        if let Some(link) = browser::element(&id("sort", column)) {
            set(&link, "href", Some(&href(&sorted)));
        }
    }
}

impl Shape {
    pub(super) fn follow(store: Store) -> Self {
        let shape = RwSignal::new(without_text(store.view().get_untracked()));
        browser::follow(move || {
            let now = without_text(store.view().get());
            if shape.with_untracked(|it| *it != now) {
                shape.set(now);
            }
        });
        Self(shape)
    }

    /// The direction of the column that decides first. Of the others the title tells: a table has one sorted header, says the pattern.
    pub(super) fn aria_sort(self, column: &Column) -> &'static str {
        let first = self.0.with(|it| it.effective_sort().first().copied());
        match first.filter(|it| it.column == column).map(|it| it.direction) {
            Some(Direction::Ascending) => "ascending",
            Some(Direction::Descending) => "descending",
            None => "none",
        }
    }

    pub(super) fn is_sorted(self, column: &Column) -> bool {
        self.0.with(|it| it.direction(column).is_some())
    }

    /// How wide it is painted.
    pub(super) fn width(self, column: &Column) -> u16 {
        self.0.with(|it| it.width(column)).max(least())
    }

    /// The arrow of a column that is sorted by, with its place if there are several.
    pub(super) fn mark(self, column: &Column) -> AnyView {
        let (direction, place) = self.0.with(|it| (it.direction(column), it.sort_place(column)));
        let icon = match direction {
            Some(Direction::Ascending) => Icon::Up,
            Some(Direction::Descending) => Icon::Down,
            None => return ().into_any(),
        };
        let place = place.map(|it| {
            let place = it.to_string();
            view! { <span class="grid__place" aria-hidden="true">{place}</span> }.into_any()
        });
        view! { <IconView icon /> {place} }.into_any()
    }

    /// The whole order, and how to sort by one column more.
    pub(super) fn title(self) -> String {
        let lang = expect_context::<Prefs>().lang.get();
        let order = self.0.with(|it| words::order(&it.effective_sort(), lang));
        let hint = words::ADD_SORT.get(lang);
        order.map_or_else(|| hint.to_owned(), |order| [&order, " ", hint].concat())
    }
}

fn without_text(mut view: ViewState) -> ViewState {
    (view.query, view.item) = (String::new(), None);
    view
}
