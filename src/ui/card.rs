//! A card: what the catalog chose to show of a row.

use crate::ui::prelude::*;
use view::{Catalog, Column, Format};

use super::{
    cover::Cover,
    drill::DrillLink,
    live::{attr, flag, live, memo, part, text},
    slot::Slot,
    value::Value,
};
use crate::state::{Prefs, t, use_store};

/// How many labels a card shows before it only counts them.
const TAGS: usize = 2;

/// A card. Each of its parts has a fixed height, filled or not, so that all cards of a catalog are equally tall.
#[component]
pub(super) fn CardView(
    /// The catalog.
    catalog: &'static Catalog,
    /// The row's slot.
    at: Slot,
    /// Its number in its line, from 1.
    place: usize,
) -> impl IntoView {
    let card = catalog.card;
    let name = move || raw(at, catalog.title_column).unwrap_or_default();
    let cover = card.cover.map(|key| {
        view! { <Cover name=text(name) address=attr(move || raw(at, key)) /> }
    });
    let tags = card.tags.and_then(|key| catalog.column(key));
    let facts = card.facts.iter().filter_map(|key| catalog.column(key));
    let drill = catalog.drill.as_ref().map(|drill| {
        view! { <p class="card__foot"><DrillLink drill row=live(move || at.row()) in_row=true /></p> }
    });
    view! {
        <div
            class="card"
            role="gridcell"
            aria-colindex=place
            id=attr(move || at.id())
            aria-current=attr(move || at.is_open().then(|| "true".to_owned()))
            aria-selected=flag(move || at.is_chosen())
            data-row-id=attr(move || at.key())
            data-active=flag(move || at.is_active())
            data-vacant=flag(move || at.row().is_none())
            on:click=heard(move |event: web_sys::MouseEvent| at.open(&event))
        >
            {cover}
            <Words catalog at />
            {tags.map(|column| view! { <Tags column at /> })}
            <dl class="card__facts">{facts.map(|column| view! { <Fact column at /> }).collect_view()}</dl>
            {drill}
        </div>
    }
}

/// What is read first: the name, what stands below it, and a text.
#[component]
fn Words(
    /// The catalog.
    catalog: &'static Catalog,
    /// The row's slot.
    at: Slot,
) -> impl IntoView {
    let title = catalog.column(catalog.title_column);
    let text = catalog.card.text.and_then(|key| catalog.column(key));
    view! {
        <div class="card__words" data-few=text.is_none().then_some("true")>
            {title.map(|column| view! { <Title catalog column at /> })}
            <Subtitle catalog at />
            {text.map(|it| view! { <p class="card__text" data-cell=it.key>{Value::new(it, at).text()}</p> })}
        </div>
    }
}

/// The name, and the version that the rest is about. Its link lies over the whole card, so that all of it can be opened in a new tab too.
#[component]
fn Title(
    /// The catalog.
    catalog: &'static Catalog,
    /// The column.
    column: &'static Column,
    /// The row's slot.
    at: Slot,
) -> impl IntoView {
    let version = catalog.card.version.and_then(|key| catalog.column(key)).map(|column| {
        let version = Value::new(column, at);
        let behind =
            text(move || version.given(false).map(|it| [" · ", &it].concat()).unwrap_or_default());
        view! { <span class="card__version" data-cell=column.key>{behind}</span> }
    });
    view! {
        <p class="card__name">
            <a class="card__title" tabindex="-1" data-cell=column.key href=attr(move || at.href())>
                {Value::new(column, at).text()}
            </a>
            {version}
        </p>
    }
}

/// The texts below the name, as many as there are. A word that means nothing in particular is left out: it would say of most rows
/// that they are like most rows.
#[component]
fn Subtitle(
    /// The catalog.
    catalog: &'static Catalog,
    /// The row's slot.
    at: Slot,
) -> impl IntoView {
    let columns = catalog.card.subtitle.iter().filter_map(|key| catalog.column(key));
    let parts: Vec<_> =
        columns.map(|it| (Value::new(it, at), matches!(it.format, Format::Word(_)))).collect();
    let joined = move || {
        let parts: Vec<_> = parts.iter().filter_map(|(it, is_word)| it.given(*is_word)).collect();
        if parts.is_empty() { "—".to_owned() } else { parts.join(" · ") }
    };
    view! { <p class="card__subtitle">{text(joined)}</p> }
}

/// The first labels, and how many more there are.
#[component]
fn Tags(
    /// The column.
    column: &'static Column,
    /// The row's slot.
    at: Slot,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let names = memo(move || {
        let read =
            |rows: &view::Rows, row| view::tags(&rows.cell(row, column.key), column, lang.get());
        at.row().and_then(|row| store.with_rows(|rows| read(rows, row))).unwrap_or_default()
    });
    let tags = move || {
        let names = names.get();
        if names.is_empty() {
            return view! { <li class="missing">"—"</li> }.into_any();
        }
        let more = names.len().saturating_sub(TAGS);
        let shown =
            names.into_iter().take(TAGS).map(|it| view! { <li class="card__tag">{it}</li> });
        let more = (more > 0).then(|| view! { <li class="card__more">{format!("+{more}")}</li> });
        (shown.collect_view(), more).into_any()
    };
    view! { <ul class="card__tags" role="list" aria-label=t(column.label) data-cell=column.key>{part(tags)}</ul> }
}

/// A value with its label.
#[component]
fn Fact(
    /// The column.
    column: &'static Column,
    /// The row's slot.
    at: Slot,
) -> impl IntoView {
    let value = Value::new(column, at);
    let has_aside = matches!(column.format, Format::Deadline | Format::YuanPerHour);
    view! {
        <div class="card__fact" title=value.exact()>
            <dt class="card__label">{t(column.label)}</dt>
            <dd class="card__value" data-cell=column.key data-tone=value.tone()>
                {value.text()}
                {has_aside.then(|| view! { " " <span class="aside">{value.aside()}</span> })}
            </dd>
        </div>
    }
}

/// A text as the service gave it.
fn raw(at: Slot, key: &str) -> Option<String> {
    let row = at.row()?;
    use_store().with_rows(|rows| rows.cell(row, key).text().map(str::to_owned))?
}
