//! A button that unfolds a panel.

use crate::ui::prelude::*;
use view::Text;
use web_sys::HtmlDetailsElement;

use super::{
    icon::{Icon, IconView},
    live::{Live, text, when},
};
use crate::{browser, state::Prefs};

/// A panel below a button with words and a count.
#[component]
pub(super) fn Menu(
    /// Its name on the page.
    id: &'static str,
    /// The icon in front.
    icon: Icon,
    /// The button's words.
    label: Text,
    /// How many choices are in force; 0 shows nothing.
    count: Memo<usize>,
    /// Told when it unfolds (`true`) and folds.
    #[prop(optional)]
    toggled: Option<Callback<bool>>,
    /// Told before it folds for Escape.
    #[prop(optional)]
    cancelled: Option<Callback<()>>,
    /// The panel.
    children: Children,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let chosen = when(
        move || count.get() > 0,
        move || {
            view! { <span class="menu__count">{text(move || count.get().to_string())}</span> }
                .into_any()
        },
    );
    let button = view! {
        <IconView icon=icon />
        <span>{text(move || label.get(lang.get()).to_owned())}</span>
        {chosen}
        <IconView icon=Icon::More />
    };
    view! { <Unfolding id class="button" button=button.into_any() toggled cancelled>{children()}</Unfolding> }
}

/// A panel below a button. It folds with Escape, and with a press outside of it.
///
/// `details` carries the roles and the keyboard; the popover API would be less code, but needs a newer browser than the rest
/// of the page.
#[component]
pub(super) fn Unfolding(
    /// Its name on the page.
    id: &'static str,
    /// The style of the button.
    class: &'static str,
    /// What the button shows.
    button: AnyView,
    /// Told when it unfolds (`true`) and folds.
    #[prop(optional_no_strip)]
    toggled: Option<Callback<bool>>,
    /// Told before it folds for Escape.
    #[prop(optional_no_strip)]
    cancelled: Option<Callback<()>>,
    /// The panel.
    children: Children,
) -> impl IntoView {
    let outside = move |event: web_sys::Event| {
        let pressed = browser::target::<web_sys::Node>(&event);
        if menu(id).is_some_and(|it| it.open() && !it.contains(pressed.as_ref())) {
            fold(id);
        }
    };
    browser::listen(&document(), "pointerdown", outside);
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            if let Some(cancelled) = cancelled {
                cancelled.run(());
            }
            fold(id);
            focus_button(id);
        }
    };
    let on_toggle = move |_| {
        if let (Some(toggled), Some(menu)) = (toggled, menu(id)) {
            toggled.run(menu.open());
        }
    };
    view! {
        <details id=id class="menu" on:keydown=heard(on_key) on:toggle=heard(on_toggle)>
            <summary class=class>{button}</summary>
            <div class="menu__panel">{children()}</div>
        </details>
    }
}

/// The button in a menu's panel that ends it.
#[component]
pub(super) fn FoldButton(
    /// The menu's name on the page. Not a context: the panel is made later than its menu, when others have been made.
    menu: &'static str,
    /// Its words.
    label: Live<String>,
) -> impl IntoView {
    view! { <button class="button button--primary" on:click=heard(move |_| fold(menu))>{label}</button> }
}

/// Unfolds the panel of that name, and leads there.
pub(super) fn unfold(id: &str) {
    if let Some(menu) = menu(id) {
        menu.set_open(true);
        focus_button(id);
    }
}

/// Folds the panel of that name.
pub(super) fn fold(id: &str) {
    if let Some(menu) = menu(id) {
        menu.set_open(false);
    }
}

fn menu(id: &str) -> Option<HtmlDetailsElement> {
    browser::element_as(id)
}

fn focus_button(id: &str) {
    browser::focus_on(menu(id).and_then(|it| it.query_selector("summary").ok()?));
}
