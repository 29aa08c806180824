//! What is long, folded until the reader wants to see all of it.

use crate::ui::prelude::*;

use super::live::{flag, text};
use crate::{state::Prefs, words};

/// Folds its content if that is long.
#[component]
pub(super) fn Folded(
    /// Whether there is anything to fold.
    is_long: bool,
    /// The content.
    children: Children,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let open = RwSignal::new(!is_long);
    let label = move || {
        let label = if open.get() { words::LESS } else { words::MORE };
        label.get(lang.get()).to_owned()
    };
    let button = move || {
        view! {
            <button
                class="button button--quiet fold__button"
                aria-expanded=flag(move || open.get())
                on:click=heard(move |_| open.update(|it| *it = !*it))
            >
                {text(label)}
            </button>
        }
    };
    view! {
        // Whoever comes to a link inside by keyboard sees where that is.
        <div class="fold" data-folded=flag(move || !open.get()) on:focusin=heard(move |_| open.set(true))>
            {children()}
        </div>
        {is_long.then(button)}
    }
}
