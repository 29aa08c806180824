//! What can be done with a column, below the button in its header: everything that dragging does, and more.

use catalog::Direction;
use view::{Column, Side, Text, ViewState};
use web_sys::{Element, KeyboardEvent};

use super::{
    Panels,
    parts::{Act, focus_later, id},
    resize::{fit, grip_id},
};
use crate::{
    app::Open,
    browser,
    state::{Prefs, Store, t},
    ui::{icon::Icon, link::is_chord, prelude::*},
    words,
};

/// An entry of the menu.
struct Item {
    label: Text,
    icon: Icon,
    /// Whether there is anything to do.
    is_offered: fn(&ViewState, &Column) -> bool,
    does: Does,
}

#[derive(Clone, Copy)]
enum Does {
    Edit(fn(&mut ViewState, &'static Column)),
    /// Moves it, which is then said.
    Move(Side),
    Fit,
    /// Brings the keyboard to the edge of the column.
    Resize,
}

use Does::{Edit, Fit, Move, Resize};

const ITEMS: &[Item] = &[
    Item {
        label: words::SORT_UP,
        icon: Icon::Up,
        is_offered: |view, it| view.direction(it) != Some(Direction::Ascending),
        does: Edit(|view, it| view.sort_by(it, Direction::Ascending)),
    },
    Item {
        label: words::SORT_DOWN,
        icon: Icon::Down,
        is_offered: |view, it| view.direction(it) != Some(Direction::Descending),
        does: Edit(|view, it| view.sort_by(it, Direction::Descending)),
    },
    Item {
        label: words::SORT_ALSO,
        icon: Icon::Sort,
        is_offered: |view, it| view.direction(it).is_none(),
        does: Edit(ViewState::add_sort),
    },
    Item {
        label: words::SORT_DROP,
        icon: Icon::Close,
        is_offered: |view, it| view.can_drop_sort(it),
        does: Edit(|view, it| view.drop_sort(it)),
    },
    Item {
        label: words::PIN,
        icon: Icon::Pin,
        is_offered: |view, it| !view.is_pinned(it) && view.can_pin(),
        does: Edit(ViewState::toggle_pin),
    },
    Item {
        label: words::UNPIN,
        icon: Icon::Pin,
        is_offered: |view, it| view.is_pinned(it),
        does: Edit(ViewState::toggle_pin),
    },
    Item {
        label: words::MOVE_LEFT,
        icon: Icon::Left,
        is_offered: |view, it| view.beside(it, Side::Before).is_some(),
        does: Move(Side::Before),
    },
    Item {
        label: words::MOVE_RIGHT,
        icon: Icon::Right,
        is_offered: |view, it| view.beside(it, Side::After).is_some(),
        does: Move(Side::After),
    },
    Item { label: words::FIT, icon: Icon::Fit, is_offered: |_, _| true, does: Fit },
    Item { label: words::RESIZE, icon: Icon::Resize, is_offered: |_, _| true, does: Resize },
    Item {
        label: words::HIDE,
        icon: Icon::Exclude,
        is_offered: |view, it| view.can_hide(it),
        does: Edit(ViewState::toggle_column),
    },
];

/// The menu of a column.
pub(super) fn menu(store: Store, column: &'static Column) -> AnyView {
    let (panels, open) = (expect_context::<Panels>(), expect_context::<Open>());
    let lang = expect_context::<Prefs>().lang;
    let has_keys = !browser::matches("(pointer: coarse)");
    let offered = store.view().with_untracked(|view| {
        let offered = ITEMS.iter().filter(|it| (it.is_offered)(view, column));
        // A finger drags the edge itself.
        let offered = offered.filter(|it| has_keys || !matches!(it.does, Resize));
        offered.collect::<Vec<_>>()
    });
    let item = |it: &'static Item| {
        let press = move || {
            panels.close();
            act(store, column, it.does, open, lang.get_untracked());
        };
        Act {
            id: None,
            class: "columns__item",
            icon: it.icon,
            name: Box::new(String::new),
            pressed: None,
            is_idle: false,
            words: view! { <span>{t(it.label)}</span> }.into_any(),
            press: Box::new(press),
        }
        .view()
    };
    view! {
        <p class="columns__of">{t(column.label)}</p>
        <div on:keydown=heard(|event: KeyboardEvent| on_key(&event))>
            {offered.into_iter().map(item).collect_view()}
        </div>
    }
    .into_any()
}

fn act(store: Store, column: &'static Column, does: Does, open: Open, lang: view::Lang) {
    // Back to the button that opened the menu, wherever its header stands now.
    focus_later(match does {
        Resize => grip_id(column),
        _ => id("more", column),
    });
    match does {
        Edit(edit) => store.choose(|view| edit(view, column)),
        Move(side) => open.say(step(store, column, side, lang)),
        Fit => fit(store, column),
        Resize => {}
    }
}

/// Moves a column by one, and says where it stands.
pub(super) fn step(store: Store, column: &'static Column, side: Side, lang: view::Lang) -> String {
    store.choose(|view| view.step_column(column, side));
    let shown = store.view().with_untracked(ViewState::shown_columns);
    let place = shown.iter().position(|it| *it == column).unwrap_or_default();
    words::moved(column.label, place + 1, shown.len(), lang)
}

/// Arrows go from entry to entry.
fn on_key(event: &KeyboardEvent) {
    if is_chord(event) {
        return;
    }
    let entry = browser::target::<Element>(event);
    let next = entry.and_then(|it| match event.key().as_str() {
        "ArrowDown" => it.next_element_sibling(),
        "ArrowUp" => it.previous_element_sibling(),
        "Home" => it.parent_element()?.first_element_child(),
        "End" => it.parent_element()?.last_element_child(),
        _ => None,
    });
    if browser::focus_on(next) {
        event.prevent_default();
    }
}
