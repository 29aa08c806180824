//! The fields of a row, in the groups that its catalog declares.

use crate::ui::prelude::*;
use catalog::RowId;
use view::{Catalog, Column, Format, Lang, Section, Shown};

use crate::{
    browser,
    state::{Prefs, t, use_store},
    ui::{
        folded::Folded,
        live::part,
        picture::{Out, Picture},
        value::tone,
    },
    words,
};

/// A group of fields.
#[component]
pub(super) fn SectionView(
    /// The catalog.
    catalog: &'static Catalog,
    /// Which of its sections.
    section: &'static Section,
    /// The row.
    row: RowId,
) -> impl IntoView {
    let columns = catalog.columns_of(section);
    view! {
        <section class="detail__section">
            <h3 class="detail__heading">{t(section.title)}</h3>
            <dl class="detail__fields">
                {columns.map(|column| view! { <FieldView column row /> }).collect_view()}
            </dl>
        </section>
    }
}

/// A field: its label, its name in the API, and its value.
#[component]
fn FieldView(
    /// The column.
    column: &'static Column,
    /// The row.
    row: RowId,
) -> impl IntoView {
    view! {
        <div class="detail__field">
            <dt class="detail__label">{t(column.label)} <code class="field__api">{column.api_name()}</code></dt>
            <dd class="detail__value">{live_value(column, row)}</dd>
        </div>
    }
}

/// What a row has in a column, in the language of the page.
pub(in crate::ui) fn live_value(column: &'static Column, row: RowId) -> AnyView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let now = browser::now();
    let read = move |lang| {
        store.with_rows(|rows| {
            let cell = rows.cell(row, column.key);
            (view::format(&cell, column, lang, now), view::tags(&cell, column, lang))
        })
    };
    let shown = move || {
        let lang = lang.get();
        let (shown, tags) = read(lang).unwrap_or_default();
        value(shown, tags, column, lang)
    };
    part(shown).into_any()
}

/// A text of more characters is folded: about six lines of the drawer.
const LONG: usize = 240;

/// More labels than these are folded.
const MANY: usize = 24;

fn value(shown: Shown, tags: Vec<String>, column: &'static Column, lang: Lang) -> AnyView {
    let address = view::host(&shown.text).map(|_| shown.text.clone());
    match (column.format, address) {
        _ if shown.text.is_empty() => {
            view! { <span class="missing">"— " {words::NOT_RETURNED.get(lang)}</span> }.into_any()
        }
        (Format::Tags(_), _) => chips(tags),
        (Format::Picture, Some(address)) => {
            view! { <Picture alt=address.clone() address=Some(address) /> }.into_any()
        }
        (Format::Address, Some(address)) => view! { <Out address>{shown.text}</Out> }.into_any(),
        (Format::Id, _) => view! { <code>{shown.text}</code> }.into_any(),
        (Format::Text, _) => {
            let is_long = shown.text.chars().nth(LONG).is_some();
            view! { <Folded is_long><span class="detail__text">{shown.text}</span></Folded> }
                .into_any()
        }
        (Format::Time | Format::Deadline, _) => {
            // To the second, which is as easy to read as the day alone.
            let text = shown.exact.clone().unwrap_or_else(|| shown.text.clone());
            plain(Shown { text, ..shown })
        }
        // A rounded figure is read first, as in the list; the exact one is there to be copied.
        _ => plain(Shown { aside: shown.exact.clone().or(shown.aside.clone()), ..shown }),
    }
}

fn plain(shown: Shown) -> AnyView {
    let tone = tone(&shown);
    let Shown { text, aside, .. } = shown;
    view! {
        <span data-tone=tone>{text}</span>
        {aside.map(|it| view! { " " <span class="aside">{it}</span> })}
    }
    .into_any()
}

fn chips(tags: Vec<String>) -> AnyView {
    let is_long = tags.len() > MANY;
    let chips = tags.into_iter().map(|it| view! { <li class="chip">{it}</li> }).collect_view();
    view! { <Folded is_long><ul class="chips" role="list">{chips}</ul></Folded> }.into_any()
}
