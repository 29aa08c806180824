//! All columns of the catalog: which ones are shown, in which order, and which ones stay in place; and how close rows stand.

use view::{Column, Lang, Side, ViewState};
use web_sys::{KeyboardEvent, PointerEvent};

use super::{
    menu::step,
    parts::{Act, change, focus_later, head, id, named},
    reorder::{Axis, Reorder},
};
use crate::{
    app::Open,
    state::{Prefs, Store, t},
    ui::{
        icon::{Icon, IconView},
        live::{flag, memo, part, text, when},
        prelude::*,
    },
    words,
};

/// The panel.
pub(super) fn list(store: Store) -> AnyView {
    let reorder = Reorder::new(store, Axis::Down);
    let (lang, open) = (expect_context::<Prefs>().lang, expect_context::<Open>());
    let pinned = memo(move || store.view().with(ViewState::pinned));
    let lines = move || {
        let pinned = pinned.get();
        store.columns().with(|_| ());
        store.view().with_untracked(|view| {
            let line = |it| Line { store, reorder, column: it, pinned, lang, open }.view(view);
            view.every_column().into_iter().map(line).collect_view().into_any()
        })
    };
    view! {
        {head(words::COLUMNS, beside(store))}
        <ul class="columns__body" role="list">{part(lines)}</ul>
        <footer class="columns__foot">{densities()}</footer>
    }
    .into_any()
}

/// How many are shown, and the way back to the catalog's own.
fn beside(store: Store) -> AnyView {
    let lang = expect_context::<Prefs>().lang;
    let count = move || {
        let shown = store.columns().with(Vec::len);
        words::shown_columns(shown, store.catalog().columns.len(), lang.get())
    };
    let reset = move || {
        let press = move |_| change(store, ViewState::reset_columns);
        view! { <button type="button" class="button button--quiet" on:click=heard(press)>{t(words::RESET_COLUMNS)}</button> }
            .into_any()
    };
    view! {
        <span class="columns__count">{text(count)}</span>
        {when(move || store.view().with(ViewState::has_own_columns), reset)}
    }
    .into_any()
}

/// A line of the list.
#[derive(Clone, Copy)]
struct Line {
    store: Store,
    reorder: Reorder,
    column: &'static Column,
    pinned: usize,
    lang: RwSignal<Lang>,
    open: Open,
}

impl Line {
    fn view(self, view: &ViewState) -> AnyView {
        let Self { store, reorder, column, pinned, .. } = self;
        let (is_shown, is_pinned) = (view.is_shown(column), view.is_pinned(column));
        let is_fixed = !view.can_hide(column);
        let toggle = move |_| change(store, move |view| view.toggle_column(column));
        let hold = move |event: PointerEvent| reorder.press(&event, column);
        let moves =
            is_shown.then(|| self.moves(view, is_pinned || pinned < ViewState::MOST_PINNED));
        view! {
            <li
                class="columns__line"
                data-column=is_shown.then_some(column.key)
                data-pinned=is_pinned.then_some("true")
                on:keydown=heard(move |event: KeyboardEvent| self.on_key(&event))
            >
                <span class="columns__handle" title=t(words::MOVES_BY_KEY) on:pointerdown=heard(hold)>
                    <IconView icon=Icon::Grip />
                </span>
                <label class="check columns__name">
                    <input
                        type="checkbox"
                        id=id("show", column)
                        prop:checked=is_shown
                        prop:disabled=is_fixed
                        on:change=heard(toggle)
                    />
                    <span>{t(column.label)}</span>
                </label>
                {moves}
            </li>
        }
        .into_any()
    }

    /// What is done with a column that is shown.
    fn moves(self, view: &ViewState, can_pin: bool) -> AnyView {
        let Self { store, column, .. } = self;
        let is_pinned = view.is_pinned(column);
        let pin = Act {
            id: Some(id("pin", column)),
            class: "button button--bare columns__pin",
            icon: Icon::Pin,
            name: named(words::PIN, column),
            pressed: Some(is_pinned),
            is_idle: !can_pin,
            words: ().into_any(),
            press: Box::new(move || change(store, move |view| view.toggle_pin(column))),
        };
        let step = |act, icon, what, side| Act {
            id: Some(id(act, column)),
            class: "button button--bare columns__step",
            icon,
            name: named(what, column),
            pressed: None,
            is_idle: view.beside(column, side).is_none(),
            words: ().into_any(),
            press: Box::new(move || self.step(side)),
        };
        let up = step("up", Icon::Up, words::MOVE_UP, Side::Before).view();
        let down = step("down", Icon::Down, words::MOVE_DOWN, Side::After).view();
        view! { {up} {down} {pin.view()} }.into_any()
    }

    /// Alt with an arrow moves the column that the keyboard is on.
    fn on_key(self, event: &KeyboardEvent) {
        let side = match event.key().as_str() {
            "ArrowUp" => Side::Before,
            "ArrowDown" => Side::After,
            _ => return,
        };
        if event.alt_key() {
            event.prevent_default();
            self.step(side);
        }
    }

    fn step(self, side: Side) {
        let focus = document().active_element().map(|it| it.id()).unwrap_or_default();
        self.open.say(step(self.store, self.column, side, self.lang.get_untracked()));
        focus_later(focus);
    }
}

/// How close rows stand: one of three.
fn densities() -> AnyView {
    let prefs = expect_context::<Prefs>();
    let button = |(label, place): (view::Text, usize)| {
        let is_chosen = move || prefs.density.get() == place;
        let press = move |_| prefs.set_density(place);
        view! {
            <button type="button" class="switch__button" aria-pressed=flag(is_chosen) on:click=heard(press)>
                {t(label)}
            </button>
        }
    };
    view! {
        <span class="columns__name" id="density">{t(words::DENSITY)}</span>
        <div class="switch" role="group" aria-labelledby="density">
            {words::DENSITIES.into_iter().zip(0..).map(button).collect_view()}
        </div>
    }
    .into_any()
}
