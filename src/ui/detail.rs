//! The detail of one row, beside the list.

use catalog::RowId;
use leptos::prelude::*;
use view::{Catalog, Column, Format, Section, Shown, Text};

use super::{
    copy::CopyButton,
    grid_cell::tone,
    icon::{Icon, IconView},
    live::{memo, part, text, when},
};
use crate::{
    browser,
    state::{Prefs, Store, t, use_store},
    words,
};

/// The drawer with all fields of the open row. It is there as long as the view has an item, whether or not that is loaded.
#[component]
pub fn Detail() -> impl IntoView {
    let store = use_store();
    let item = memo(move || store.view().with(|it| it.item.clone()));
    let row = memo(move || item.get().and_then(|key| store.find(&key)));
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            close(store);
        }
    };
    let content = move || match row.get() {
        Some(row) => view! { <Sheet row /> }.into_any(),
        None => view! { <NotLoaded /> }.into_any(),
    };
    when(
        move || item.with(Option::is_some),
        move || {
            view! {
                <aside class="detail" aria-label=t(words::DETAIL) data-testid="detail" on:keydown=on_key>
                    {part(content)}
                </aside>
            }
            .into_any()
        },
    )
}

/// Closes the detail and gives the keyboard back to the list.
fn close(store: Store) {
    store.close();
    if let Some(grid) = browser::element("grid") {
        let _ = grid.focus();
    }
}

#[component]
fn CloseButton() -> impl IntoView {
    let store = use_store();
    view! {
        <button class="button button--bare" aria-label=t(words::CLOSE) on:click=move |_| close(store)>
            <IconView icon=Icon::Close />
        </button>
    }
}

/// The row is not there: not yet, not here, or no more.
#[component]
fn NotLoaded() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let say = move |settled: Text, loading: &'static str| {
        text(move || if store.is_settled() { settled.get(lang.get()) } else { loading }.to_owned())
    };
    let loading = words::LOADING.get(lang.get_untracked());
    let key = text(move || store.view().with(|it| it.item.clone()).unwrap_or_default());
    view! {
        <header class="detail__head">
            <h2 class="detail__title">{say(words::NOT_LOADED, loading)}</h2>
            <CloseButton />
        </header>
        <p class="hint">{say(words::NOT_LOADED_HINT, "")}</p>
        <p class="hint"><code>{key}</code></p>
    }
}

#[component]
fn Sheet(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let catalog = store.view().with_untracked(|it| it.catalog);
    let read =
        move |key| store.with_rows(|rows| rows.cell(row, key).text().map(str::to_owned)).flatten();
    let title = read(catalog.title_column).unwrap_or_else(|| "—".to_owned());
    let id = catalog.row_key.last().and_then(|key| read(key)).unwrap_or_default();
    let copied = id.clone();
    view! {
        <header class="detail__head">
            <h2 class="detail__title">{title}</h2>
            <CloseButton />
        </header>
        <p class="detail__id">
            <code>{id}</code>
            <CopyButton label=words::COPY_ID icon=Icon::Copy copies=Box::new(move || copied.clone()) />
        </p>
        {catalog.sections.iter().map(|section| view! { <SectionView catalog section row /> }).collect_view()}
        <RawJson row />
    }
}

#[component]
fn SectionView(
    /// The catalog.
    catalog: &'static Catalog,
    /// Which of its sections.
    section: &'static Section,
    /// The row.
    row: RowId,
) -> impl IntoView {
    let columns = section.columns.iter().filter_map(|key| catalog.column(key));
    view! {
        <section class="detail__section">
            <h3 class="detail__heading">{t(section.title)}</h3>
            <dl class="detail__fields">
                {columns.map(|column| view! { <FieldView column row /> }).collect_view()}
            </dl>
        </section>
    }
}

#[component]
fn FieldView(
    /// The column.
    column: &'static Column,
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let now = browser::now();
    let shown = move || {
        store
            .with_rows(|rows| view::format(&rows.cell(row, column.key), column, lang.get(), now))
            .unwrap_or_default()
    };
    view! {
        <div class="detail__field">
            <dt class="detail__label">{t(column.label)} <code class="field__api">{column.api_name()}</code></dt>
            <dd class="detail__value">{part(move || value(shown(), column, lang.get()))}</dd>
        </div>
    }
}

fn value(shown: Shown, column: &Column, lang: view::Lang) -> AnyView {
    if shown.text.is_empty() {
        return view! { <span class="missing">"— " {words::NOT_RETURNED.get(lang)}</span> }
            .into_any();
    }
    match column.format {
        Format::Address | Format::Picture if shown.text.starts_with("https://") => {
            let address = shown.text.clone();
            view! {
                <a href=address target="_blank" rel="noopener noreferrer nofollow ugc">{shown.text}</a>
            }
            .into_any()
        }
        Format::Id => view! { <code>{shown.text}</code> }.into_any(),
        _ => {
            let tone = tone(&shown);
            let Shown { text, aside, exact, .. } = shown;
            view! {
                <span data-tone=tone>{exact.unwrap_or(text)}</span>
                {aside.map(|it| view! { <span class="aside">{it}</span> })}
            }
            .into_any()
        }
    }
}

/// The row as the service wrote it, spread over lines.
#[component]
fn RawJson(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let raw = store.with_rows(|rows| view::indented(rows.table().raw(row))).unwrap_or_default();
    let copied = raw.clone();
    view! {
        <details class="detail__raw">
            <summary class="detail__heading">{t(words::RAW_JSON)}</summary>
            <CopyButton label=words::RAW_JSON icon=Icon::Copy copies=Box::new(move || copied.clone()) />
            <pre class="detail__json" tabindex="0"><code>{raw}</code></pre>
        </details>
    }
}
