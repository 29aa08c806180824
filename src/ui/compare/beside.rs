//! What is in the dialog: the rows beside each other, and what is said of them.

use crate::ui::prelude::*;
use catalog::RowId;

use super::{FEWEST, choose::name, table};
use crate::{
    app::Open,
    browser,
    state::{Prefs, Store, t, use_store},
    ui::{
        copy::CopyButton,
        icon::{Icon, IconView},
        live::{memo, part, text, when},
        toolbar,
    },
    words,
};

/// A chosen row: its key, and the row if it is loaded.
pub(super) type Choice = (String, Option<RowId>);

/// The rows, below a head with that button at its end.
pub(super) fn content(close: AnyView) -> AnyView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    // With their load: another row may have the same number.
    let choices = memo(move || {
        let keys = store.view().with(|it| it.compared.clone());
        let choice = |key: String| {
            let row = store.find(&key);
            (key, row)
        };
        (store.generation(), keys.into_iter().map(choice).collect::<Vec<_>>())
    });
    let only = RwSignal::new(true);
    let title = move || words::compare(store.catalog(), choices.with(|it| it.1.len()), lang.get());
    let absent = move || {
        let absent = choices.with(|it| it.1.iter().filter(|it| it.1.is_none()).cloned().collect());
        absent_rows(absent)
    };
    let there = move || {
        choices.with(|it| it.1.iter().filter(|it| it.1.is_some()).cloned().collect::<Vec<_>>())
    };
    view! {
        <header class="compare__head">
            <h2 class="compare__title" id="compare-title">{text(title)}</h2>
            <CopyButton label=words::COPY_LINK icon=Icon::Link copies=Box::new(toolbar::link) />
            {close}
        </header>
        {part(absent)}
        {when(move || choices.with(|it| it.1.len() < FEWEST), || view! { <p class="hint compare__note">{t(words::ONE_LEFT)}</p> }.into_any())}
        {part(move || table::table(there(), only))}
    }
    .into_any()
}

/// What is chosen and not there: not yet, not here, or no more.
fn absent_rows(keys: Vec<Choice>) -> AnyView {
    if keys.is_empty() {
        return ().into_any();
    }
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let len = keys.len();
    let lines = keys.into_iter().map(|(key, _)| {
        let said = key.clone();
        view! { <li class="compare__absent-row"><code>{said}</code> <TakeOut key /></li> }
    });
    view! {
        <div class="notice notice--warn compare__absent" data-testid="compare-absent">
            <IconView icon=Icon::Warning />
            <p class="notice__text">{text(move || words::not_among(len, store.is_settled(), lang.get()))}</p>
            <ul class="compare__absent-rows" role="list">{lines.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// The button that takes a row out.
#[component]
pub(super) fn TakeOut(
    /// The row's key.
    key: String,
) -> impl IntoView {
    let (store, open) = (use_store(), expect_context::<Open>());
    let lang = expect_context::<Prefs>().lang;
    let name = name(store, &key);
    let label = move || words::take_out(&name, lang.get());
    let act = move |_: web_sys::MouseEvent| {
        open.say(super::choose::toggle(store, &key, lang.get_untracked()));
        go_on(store);
    };
    view! {
        <button
            type="button"
            class="button button--bare"
            data-testid="take-out"
            title=text(label.clone())
            aria-label=text(label)
            on:click=heard(act)
        >
            <IconView icon=Icon::Close />
        </button>
    }
}

/// The button is gone with its row. The reader goes on in the dialog, or in the list if that was the last row.
fn go_on(store: Store) {
    let is_open = store.view().with_untracked(|it| it.comparing);
    browser::before_next_frame(move || {
        let rows = browser::element("compare-rows").map(Into::into);
        let button = || document().query_selector("#compare button").ok().flatten();
        if is_open {
            browser::focus_on(rows.or_else(button));
        } else {
            browser::focus(LIST);
        }
    });
}
