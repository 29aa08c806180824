//! The detail of one row, beside the list.

mod fields;
mod list;
mod raw;
mod readme;
mod standing;

use crate::ui::prelude::*;
use catalog::RowId;
use view::{Drill, Text};

use self::{fields::SectionView, list::InnerList, raw::RawJson, readme::ReadmeView};
use super::{
    copy::CopyButton,
    drill::DrillLink,
    icon::{Icon, IconView},
    live::{live, memo, part, text, when},
};
use crate::{
    browser,
    state::{Prefs, Store, t, use_store},
    words,
};

/// The drawer with all that is known of the open row. It is there as long as the view has an item, whether or not that is loaded.
#[component]
pub fn Detail() -> impl IntoView {
    let store = use_store();
    let item = memo(move || store.view().with(|it| it.item.clone()));
    // With its key: another row may have the same number, in another catalog.
    let row = memo(move || item.get().and_then(|key| Some((store.find(&key)?, key))));
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            close(store);
        }
    };
    let content = move || match row.get() {
        Some((row, _)) => view! { <Sheet row /> }.into_any(),
        None => view! { <NotLoaded /> }.into_any(),
    };
    when(
        move || item.with(Option::is_some),
        move || {
            view! {
                <aside class="detail" aria-label=t(words::DETAIL) data-testid="detail" on:keydown=heard(on_key)>
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
        <button class="button button--bare" aria-label=t(words::CLOSE) on:click=heard(move |_| close(store))>
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

/// The row: what people come for first, then the rest of its fields.
#[component]
fn Sheet(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let catalog = store.view().with_untracked(|it| it.catalog);
    let mut sections =
        catalog.sections.iter().map(move |section| view! { <SectionView catalog section row /> });
    view! {
        <SheetHead row />
        {sections.next()}
        {store.listing(row).map(|listing| view! { <InnerList listing /> })}
        {store.writing(row).map(|writing| view! { <ReadmeView writing /> })}
        {sections.collect_view()}
        <RawJson row />
    }
}

/// What the row is called, by people and by programs, and where it leads.
#[component]
fn SheetHead(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let catalog = store.view().with_untracked(|it| it.catalog);
    let title = store.text(row, catalog.title_column).unwrap_or_else(|| "—".to_owned());
    let drill = |drill: &'static Drill| view! { <DrillLink drill row=live(move || Some(row)) /> };
    let id = move |id: String| {
        let copied = id.clone();
        view! {
            <code class="detail__code">{id}</code>
            <CopyButton label=words::COPY_ID icon=Icon::Copy copies=Box::new(move || copied.clone()) />
        }
    };
    view! {
        <header class="detail__head">
            <h2 class="detail__title">{title}</h2>
            <CloseButton />
        </header>
        <p class="detail__id">
            {store.text(row, catalog.copy).map(id)}
            {catalog.drill.as_ref().map(drill)}
        </p>
    }
}
