//! A cell of the table.

use leptos::prelude::*;
use view::{Column, Format, Shown, Tone};

use super::{
    grid_row::Slot,
    link::href_with,
    live::{attr, memo, text},
};
use crate::{
    browser,
    state::{Prefs, use_store},
    words,
};

/// A cell: it formats its value when the slot's row changes, and only then.
#[component]
pub(super) fn GridCell(
    /// The column.
    column: &'static Column,
    /// Its number, from 1.
    place: usize,
    /// The slot's row.
    shown: Memo<Option<Slot>>,
    /// That row's key in links.
    key: Memo<Option<String>>,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let now = browser::now();
    let value = memo(move || {
        let Some(row) = shown.get().map(|it| it.row) else { return Shown::default() };
        store
            .with_rows(|rows| view::format(&rows.cell(row, column.key), column, lang.get(), now))
            .unwrap_or_default()
    });
    let shown_text =
        move || value.with(|it| if it.text.is_empty() { "—".into() } else { it.text.clone() });
    let exact = move || match value.get() {
        Shown { exact: Some(exact), .. } => exact,
        Shown { text, .. } if text.is_empty() => words::NOT_RETURNED.get(lang.get()).to_owned(),
        Shown { text, .. } => text,
    };
    let aside = move || value.with(|it| it.aside.clone().unwrap_or_default());
    let tone = move || value.with(|it| tone(it).map(str::to_owned));
    let has_aside = matches!(column.format, Format::Time | Format::Deadline | Format::YuanPerHour);
    let is_title = store.view().with_untracked(|it| it.catalog.title_column == column.key);
    view! {
        <div
            class="grid__cell"
            class:grid__cell--number=column.is_number()
            class:grid__cell--code=column.format == Format::Id
            role="gridcell"
            aria-colindex=place
            title=text(exact)
            data-tone=attr(tone)
        >
            {if is_title {
                let href = move || key.get().map(|key| href_with(|view| view.item = Some(key.clone())));
                view! { <a class="grid__link" href=attr(href) tabindex="-1">{text(shown_text)}</a> }.into_any()
            } else {
                view! { <span class="grid__text">{text(shown_text)}</span> }.into_any()
            }}
            {has_aside.then(|| view! { <span class="aside">{text(aside)}</span> })}
        </div>
    }
}

/// The name of a tone in the page's styles.
pub(super) fn tone(shown: &Shown) -> Option<&'static str> {
    if shown.text.is_empty() {
        return Some("missing");
    }
    match shown.tone? {
        Tone::Plain => None,
        Tone::Good => Some("good"),
        Tone::Wait => Some("wait"),
        Tone::Bad => Some("bad"),
    }
}
