//! Rows that are chosen to be compared: how many there are, and the dialog in which they stand beside each other.
//!
//! All of it is of the later file. What the first view has of it is the mark of a row ([`super::painted_row`]) and the names of the keys.

mod beside;
mod choose;
mod pointer;
mod refusal;
mod table;
mod toggle;

use crate::ui::prelude::*;
use web_sys::{Event, MouseEvent, PointerEvent};

use super::{
    icon::{Icon, IconView},
    live::{flag, memo, text, when},
};
use crate::{
    app::Open,
    browser,
    state::{Prefs, Store, t, use_store},
    words,
};

pub(super) use choose::choose;
pub(super) use toggle::CompareToggle;

/// The ids of the dialog, of its title, and of the rows in it, which scroll.
pub(super) const DIALOG: &str = "compare";
const TITLE: &str = "compare-title";
const ROWS: &str = "compare-rows";

/// What there is while rows are chosen, or why a key could not: at the end of the line with the count, where it takes the place of what matters less, so that no row
/// moves or is covered.
pub(super) fn chosen() -> AnyView {
    pointer::listen_to_clicks();
    let store = use_store();
    let is_any = move || store.view().with(|it| !it.compared.is_empty());
    let chosen = when(is_any, || view! { <Chosen /> <CompareDialog /> }.into_any());
    view! { {refusal::refusal()} {chosen} }.into_any()
}

/// How many rows are chosen, and what can be done with them.
#[component]
fn Chosen() -> impl IntoView {
    let store = use_store();
    let (lang, open) = (expect_context::<Prefs>().lang, expect_context::<Open>());
    let count = memo(move || store.view().with(|it| it.compared.len()));
    let show = move |_: MouseEvent| {
        if let Some(said) = show(store) {
            open.say(said.get(lang.get_untracked()).to_owned());
        }
    };
    let clear = move |_: MouseEvent| {
        browser::focus(LIST);
        store.choose(view::ViewState::clear_compared);
    };
    view! {
        <div
            class="chosen"
            role="group"
            aria-label=t(words::COMPARISON)
            data-testid="chosen"
            data-few=flag(move || count.get() < FEWEST)
        >
            <span class="chosen__count">{text(move || words::chosen(count.get(), lang.get()))}</span>
            <button
                type="button"
                class="button chosen__button chosen__show"
                aria-haspopup="dialog"
                aria-disabled=flag(move || count.get() < FEWEST)
                on:click=heard(show)
            >
                {t(words::COMPARE)}
            </button>
            <button type="button" class="button button--quiet chosen__button" on:click=heard(clear)>
                {t(words::CLEAR)}
            </button>
        </div>
    }
}

/// With fewer rows than these there is nothing to compare.
const FEWEST: usize = 2;

/// Opens the comparison, or says what it lacks.
fn show(store: Store) -> Option<view::Text> {
    let is_enough = store.view().with_untracked(|it| it.compared.len() >= FEWEST);
    if is_enough {
        store.choose(|it| it.show_comparison(true));
    }
    (!is_enough).then_some(words::TOO_FEW)
}

/// The dialog. The view says whether it is open, so that a link does, and Back closes it.
#[component]
fn CompareDialog() -> impl IntoView {
    let store = use_store();
    let said = expect_context::<Open>().said;
    let is_open = memo(move || store.view().with(|it| it.comparing));
    browser::follow(move || {
        is_open.track();
        // Once there is something in it that the browser can give the keyboard to.
        browser::before_next_frame(move || {
            browser::show_dialog(DIALOG, is_open.try_get_untracked() == Some(true));
        });
    });
    let close = move || store.choose(|it| it.show_comparison(false));
    let closed = move |_: Event| {
        close();
        keep_keyboard();
    };
    // A click is where the button is let go, which may be beside it at the end of a selection.
    let was_beside = StoredValue::new(false);
    let press = move |event: PointerEvent| was_beside.set_value(is_beside(&event));
    let leave = move |event: MouseEvent| {
        if was_beside.get_value() && event.target() == event.current_target() {
            close();
        }
    };
    view! {
        <dialog
            id=DIALOG
            class="compare"
            aria-labelledby=TITLE
            on:close=heard(closed)
            on:pointerdown=heard(press)
            on:click=heard(leave)
        >
            {when(move || is_open.get(), move || beside::content(close_button(close)))}
            // What is said elsewhere is not heard while this is open.
            <div class="visually-hidden" role="status">{text(move || said.get())}</div>
        </dialog>
    }
}

/// What had the keyboard before may be gone, or nothing had: the list is where the next key is understood.
fn keep_keyboard() {
    if document().active_element().is_none_or(|it| it.tag_name() == "BODY") {
        browser::focus(LIST);
    }
}

/// Whether a press is beside the dialog. What is around it and the gaps inside of it are the same element: only the place tells.
fn is_beside(press: &PointerEvent) -> bool {
    let Some(dialog) = browser::element(DIALOG) else { return false };
    let bounds = dialog.get_bounding_client_rect();
    let [x, y] = [press.client_x(), press.client_y()].map(f64::from);
    let is_across = (bounds.left()..bounds.right()).contains(&x);
    !(is_across && (bounds.top()..bounds.bottom()).contains(&y))
}

fn close_button(close: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="button button--bare" aria-label=t(words::CLOSE) on:click=heard(move |_: MouseEvent| close())>
            <IconView icon=Icon::Close />
        </button>
    }
    .into_any()
}
