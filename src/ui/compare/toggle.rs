//! The way to the comparison from a row's detail, which is how rows are chosen by touch and with a mouse.

use crate::ui::prelude::*;
use catalog::RowId;

use super::{FEWEST, choose, show};
use crate::{
    app::Open,
    state::{Prefs, t, use_store},
    ui::live::{live, memo, text, when},
    words,
};

/// Chooses the row or takes it out, and leads to the comparison once there are others.
#[component]
pub(in crate::ui) fn CompareToggle(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let (lang, open) = (expect_context::<Prefs>().lang, expect_context::<Open>());
    let key = StoredValue::new(store.with_rows(|it| it.key(row)).unwrap_or_default());
    let is_chosen = memo(move || key.with_value(|key| store.view().with(|it| it.is_compared(key))));
    let is_full = move || !is_chosen.get() && store.view().with(|it| !it.can_compare());
    let count = memo(move || store.view().with(|it| it.compared.len()));
    let toggle = move |_: web_sys::Event| {
        open.say(choose::toggle(store, &key.get_value(), lang.get_untracked()));
    };
    let label = move || words::compare(store.catalog(), count.get(), lang.get());
    let show = move || {
        let show = move |_: web_sys::MouseEvent| {
            show(store);
        };
        view! {
            <button type="button" class="button" aria-haspopup="dialog" data-testid="compare-all" on:click=heard(show)>
                {text(label)}
            </button>
        }
        .into_any()
    };
    view! {
        <label class="check">
            <input
                type="checkbox"
                data-testid="compare-row"
                prop:checked=live(move || is_chosen.get())
                prop:disabled=live(is_full)
                on:change=heard(toggle)
            />
            {t(words::COMPARE)}
        </label>
        {when(is_full, || view! { <span class="hint">{t(words::NO_ROOM)}</span> }.into_any())}
        {when(move || is_chosen.get() && count.get() >= FEWEST, show)}
    }
}
