//! What is in the dialog: the rows beside each other, and what is said of them.

use crate::ui::prelude::*;
use catalog::RowId;

use super::{DIALOG, FEWEST, ROWS, TITLE, choose::name, table};
use crate::{
    app::Open,
    browser,
    state::{Prefs, Store, t, use_store},
    ui::{
        copy::CopyButton,
        icon::{Icon, IconView},
        live::{memo, part, text, when},
        notices::Notices,
        toolbar,
    },
    words,
};

/// The rows, below a head with that button at its end.
pub(super) fn content(close: AnyView) -> AnyView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let choice = memo(move || Choice::of(store));
    let len = move || choice.with(|it| it.there.len() + it.absent.len());
    let only = RwSignal::new(true);
    view! {
        <header class="compare__head">
            <h2 class="compare__title" id=TITLE>{text(move || words::compare(store.catalog(), len(), lang.get()))}</h2>
            <CopyButton label=words::COPY_LINK icon=Icon::Link copies=Box::new(toolbar::link) />
            {close}
        </header>
        // Of the link that is copied here; behind the dialog nobody would see it.
        <Notices next=to_rows />
        {part(move || absent_rows(choice.with(|it| it.absent.clone())))}
        {when(move || len() < FEWEST, || view! { <p class="hint compare__note">{t(words::ONE_LEFT)}</p> }.into_any())}
        {part(move || table::table(choice.with(|it| it.there.clone()), only))}
    }
    .into_any()
}

/// What is chosen.
#[derive(Default, PartialEq)]
struct Choice {
    /// The load that the rows are of: in another one, another row may have the same number.
    generation: u32,
    /// The rows that are there, with their keys.
    there: Vec<(String, RowId)>,
    /// The keys of those that are not: not yet, not here, or no more.
    absent: Vec<String>,
}

impl Choice {
    fn of(store: Store) -> Self {
        let mut choice = Self { generation: store.generation(), ..Self::default() };
        for key in store.view().with(|it| it.compared.clone()) {
            match store.find(&key) {
                Some(row) => choice.there.push((key, row)),
                None => choice.absent.push(key),
            }
        }
        choice
    }
}

/// The rows that are not there. As long as they may still come, that is no reason to take them out.
fn absent_rows(keys: Vec<String>) -> AnyView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let (len, is_settled) = (keys.len(), store.is_settled());
    let said = text(move || words::not_among(len, is_settled, lang.get()));
    if len == 0 {
        return ().into_any();
    } else if !is_settled {
        return view! { <p class="hint compare__note">{said}</p> }.into_any();
    }
    let lines = keys.into_iter().map(|key| {
        let said = key.clone();
        view! { <li class="compare__absent-row"><code>{said}</code> <TakeOut key /></li> }
    });
    view! {
        <div class="notice notice--warn compare__absent" data-testid="compare-absent">
            <IconView icon=Icon::Warning />
            <p class="notice__text">{said}</p>
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
            title=text(label)
            on:click=heard(act)
        >
            <IconView icon=Icon::Close />
        </button>
    }
}

/// The button is gone with its row. The reader goes on in the dialog, or in the list if that was the last row.
fn go_on(store: Store) {
    let is_open = store.view().with_untracked(|it| it.comparing);
    browser::before_next_frame(if is_open { to_rows } else { || browser::focus(LIST) });
}

/// Gives the keyboard to the rows, or to the first button where there are none.
fn to_rows() {
    let button = || browser::element(DIALOG)?.query_selector("button").ok()?;
    browser::focus_on(browser::element(ROWS).map(Into::into).or_else(button));
}
