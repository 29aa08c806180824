//! Other rows that belong with a row.

use std::sync::Arc;

use crate::ui::prelude::*;
use catalog::RowId;
use view::{Lang, Related};

use crate::{
    browser,
    state::{Prefs, t, use_store},
    ui::{
        link::{href_with, is_plain_click},
        live::{memo, part, text, when},
        query_link::QueryLink,
    },
    words,
};

/// How many of a group the detail lists. The list beside it has the rest.
const FIRST: usize = 6;

/// The rows of a group, each with a way to it. Nothing where there are none.
#[component]
pub(super) fn RelatedRows(
    /// The group.
    related: &'static Related,
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let rows = memo(move || store.related(row, related));
    let first = move || {
        let lang = lang.get();
        let line = |row: &RowId| line(related, *row, lang);
        rows.with(|it| it.iter().take(FIRST).map(line).collect_view().into_any())
    };
    let content = move || {
        view! {
            <section class="detail__section" data-testid="related">
                <h3 class="detail__heading">
                    {t(related.title)}
                    " "
                    <span class="inner__count">{text(move || view::grouped(rows.with(Vec::len) as u64))}</span>
                </h3>
                <ul class="related" role="list">{part(first)}</ul>
                <p class="related__foot">
                    {all_of(related, row, rows)}
                    <span class="aside">{t(words::RELATED_SCOPE)}</span>
                </p>
            </section>
        }
        .into_any()
    };
    when(move || rows.with(|it| !it.is_empty()), content)
}

/// The way to the whole group in the list, the row itself among it.
fn all_of(related: &'static Related, row: RowId, rows: Memo<Vec<RowId>>) -> Option<AnyView> {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let query = related.query(|column| store.text(row, column))?;
    let label = move || words::list_related(rows.with(Vec::len) + 1, lang.get());
    let link = view! {
        <QueryLink class="related__all" query=Arc::new(move || query.clone()) followed=|| {}>{text(label)}</QueryLink>
    };
    Some(link.into_any())
}

/// A row: the way to its detail, and what else tells it from the others.
fn line(related: &'static Related, row: RowId, lang: Lang) -> AnyView {
    let store = use_store();
    let now = browser::now();
    let catalog = store.view().with_untracked(|it| it.catalog);
    let read = |rows: &view::Rows| {
        let columns = related.shows.iter().filter_map(|key| catalog.column(key));
        let shown = columns.map(|it| view::format(&rows.cell(row, it.key), it, lang, now).text);
        (rows.key(row), shown.map(or_dash).collect::<Vec<_>>())
    };
    let (key, shown) = store.with_rows(read).unwrap_or_default();
    let mut shown = shown.into_iter();
    let name = shown.next().unwrap_or_default();
    let rest = shown.map(|it| view! { <span class="related__fact">{it}</span> }).collect_view();
    let opened = key.clone();
    let open = move |event: web_sys::MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            store.open(opened.clone());
        }
    };
    let href = text(move || href_with(|it| it.item = Some(key.clone())));
    view! { <li class="related__row"><a class="related__name" href=href on:click=heard(open)>{name}</a>{rest}</li> }.into_any()
}

fn or_dash(text: String) -> String {
    if text.is_empty() { "—".to_owned() } else { text }
}
