//! The table of a comparison: a line for each field, a column for each row.

use crate::ui::prelude::*;
use catalog::RowId;
use view::{Catalog, Field, Group};

use super::{ROWS, TITLE, beside::TakeOut};
use crate::{
    state::{Prefs, t, use_store},
    ui::{
        copy::CopyButton,
        detail::fields::live_value,
        icon::Icon,
        link::{href_with, is_plain_click},
        live::{flag, live, text},
    },
    words,
};

/// The fields of rows with those keys, or only those in which they differ. Nothing without any.
pub(super) fn table(rows: Vec<(String, RowId)>, only: RwSignal<bool>) -> AnyView {
    let store = use_store();
    let there: Vec<RowId> = rows.iter().map(|it| it.1).collect();
    if there.is_empty() {
        return ().into_any();
    }
    let groups = store.with_rows(|rows| view::side_by_side(rows, &there)).unwrap_or_default();
    let fields = groups.iter().flat_map(|it| &it.fields);
    let (of, differing) = (fields.clone().count(), fields.filter(|it| it.differs).count());
    let catalog = store.catalog();
    let heads = rows.into_iter().map(|(key, row)| head(catalog, key, row)).collect_view();
    let groups = groups.iter().map(|it| group(it, &there)).collect_view();
    view! {
        {(there.len() > 1).then(|| view! { <Differences only differing of /> })}
        <div id=ROWS class="compare__rows" role="region" tabindex="0" autofocus="autofocus" aria-labelledby=TITLE>
            <table class="compare__table" data-only=flag(move || only.get() && differing > 0)>
                <thead>
                    <tr>
                        <th class="compare__corner" scope="col"><span class="visually-hidden">{t(words::FIELD)}</span></th>
                        {heads}
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
    }
    .into_any()
}

/// How many fields tell the rows apart, and whether only these are shown.
#[component]
fn Differences(
    /// Whether they are.
    only: RwSignal<bool>,
    /// How many fields differ.
    differing: usize,
    /// How many there are.
    of: usize,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let is_any = differing > 0;
    let choose = move |event: web_sys::Event| only.set(event_target_checked(&event));
    view! {
        <div class="compare__tools">
            {is_any.then(|| view! {
                <label class="check">
                    <input type="checkbox" prop:checked=live(move || only.get()) on:change=heard(choose) data-testid="differences-only" />
                    {t(words::DIFFERENCES_ONLY)}
                </label>
            })}
            <span class="hint" data-testid="differences">{text(move || words::differing(differing, of, lang.get()))}</span>
        </div>
    }
}

/// What a row is called, with the way to it and out of the comparison.
fn head(catalog: &'static Catalog, key: String, row: RowId) -> AnyView {
    let store = use_store();
    let name = store.text(row, catalog.title_column).unwrap_or_else(|| "—".to_owned());
    // What is said of each value in the column: not the buttons as well.
    let abbr = name.clone();
    let id = store.text(row, catalog.copy).unwrap_or_default();
    let label =
        if catalog.copy == catalog.title_column { words::COPY_NAME } else { words::COPY_ID };
    // Images of one name in several regions are told apart by it.
    let shown = (id != name).then(|| view! { <code class="compare__id">{id.clone()}</code> });
    let item = key.clone();
    let shows = move |view: &mut view::ViewState| {
        view.show_comparison(false);
        view.item = Some(item.clone());
    };
    let leads = shows.clone();
    let open = move |event: web_sys::MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            store.choose(&shows);
        }
    };
    view! {
        <th class="compare__of" scope="col" abbr=abbr>
            <div class="compare__name">
                <a href=text(move || href_with(&leads)) on:click=heard(open)>{name}</a>
                <CopyButton label icon=Icon::Copy bare=true copies=Box::new(move || id.clone()) />
                <TakeOut key />
            </div>
            {shown}
        </th>
    }
    .into_any()
}

/// A group of fields. One in which all are the same has nothing to show among differences.
fn group(group: &Group, rows: &[RowId]) -> AnyView {
    let differs = group.fields.iter().any(|it| it.differs);
    let lines = group.fields.iter().map(|it| line(it, rows)).collect_view();
    let across = (rows.len() + 1).to_string();
    view! {
        <tbody data-differs=differs.to_string()>
            <tr class="compare__group">
                <th scope="rowgroup" colspan=across><span class="compare__heading">{t(group.title)}</span></th>
            </tr>
            {lines}
        </tbody>
    }
    .into_any()
}

/// A field of all rows.
fn line(field: &Field, rows: &[RowId]) -> AnyView {
    let Field { column, differs } = *field;
    let mark = differs.then(|| {
        view! { <span class="compare__mark" aria-hidden="true">"≠"</span> <span class="visually-hidden">{t(words::DIFFERS)}</span> }
    });
    let value = |row: &RowId| view! { <td class="compare__value">{live_value(column, *row)}</td> };
    let cells = rows.iter().map(value).collect_view();
    view! {
        <tr data-differs=differs.to_string() data-field=column.key>
            <th class="compare__field" scope="row">
                {t(column.label)} " " {mark} <code class="field__api">{column.api_name()}</code>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}
