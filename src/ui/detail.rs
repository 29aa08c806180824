//! The detail of one row, beside the list.

pub(super) mod fields;
mod finder;
mod identity;
mod list;
mod raw;
mod readme;
mod related;
mod standing;

use crate::ui::prelude::*;
use catalog::RowId;
use view::Text;

use self::{
    fields::SectionView, identity::Identity, list::InnerList, raw::RawJson, readme::ReadmeView,
    related::RelatedRows,
};
use super::{
    deferred::{Part, deferred},
    icon::{Icon, IconView},
    live::{memo, part, text, when},
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
    // With its key and its load: another row may have the same number, and the same one say something else once it is loaded anew.
    let row =
        memo(move || item.get().and_then(|key| Some((store.find(&key)?, store.generation(), key))));
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            close(store);
        }
    };
    let content = move || match row.get() {
        Some((row, ..)) => view! { <Sheet row /> }.into_any(),
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
    browser::focus(LIST);
}

#[component]
fn CloseButton() -> impl IntoView {
    let store = use_store();
    view! {
        <button class="button button--bare" id="close-detail" aria-label=t(words::CLOSE) on:click=heard(move |_| close(store))>
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
    view! {
        <SheetHead row />
        {deferred(Part::Sheet(row))}
    }
}

/// All that is known of the row.
#[component]
pub(super) fn SheetBody(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let catalog = store.view().with_untracked(|it| it.catalog);
    let listing = store.listing(row);
    let has_versions = catalog.inner.as_ref().is_some_and(|it| it.versions);
    let versions = listing.filter(|it| has_versions && it.count().0 > 1);
    let mut sections =
        catalog.sections.iter().map(move |section| view! { <SectionView catalog section row /> });
    view! {
        <Identity row versions />
        {sections.next()}
        {catalog.related.iter().map(|related| view! { <RelatedRows related row /> }).collect_view()}
        {listing.map(|listing| view! { <InnerList listing /> })}
        {store.writing(row).map(|writing| view! { <ReadmeView writing /> })}
        {sections.collect_view()}
        <RawJson row />
    }
}

/// What the row is called.
#[component]
fn SheetHead(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let title = store.view().with_untracked(|it| it.catalog.title_column);
    let title = store.text(row, title).unwrap_or_else(|| "—".to_owned());
    view! {
        <header class="detail__head">
            <h2 class="detail__title">{title}</h2>
            <CloseButton />
        </header>
    }
}
