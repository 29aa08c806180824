//! What a row is to programs: its id, or that of one of its versions, and where it leads.

use crate::ui::prelude::*;
use catalog::RowId;
use view::Drill;

use crate::{
    state::{Listing, t, use_store},
    ui::{
        compare::CompareToggle,
        copy::CopyButton,
        drill::DrillLink,
        icon::Icon,
        live::{live, part},
    },
    words,
};

/// The id, that of the version which the reader has chosen if the row has several.
#[component]
pub(super) fn Identity(
    /// The row.
    row: RowId,
    /// Its versions, if there is a choice.
    versions: Option<Listing>,
) -> impl IntoView {
    let store = use_store();
    let catalog = store.view().with_untracked(|it| it.catalog);
    let title = store.text(row, catalog.title_column).unwrap_or_default();
    let id = store.text(row, catalog.copy);
    let newest = |it: Listing| it.with_rows(|rows| rows.find(id.as_deref()?)).flatten();
    let chosen = RwSignal::new(versions.and_then(newest));
    let named = id.filter(|_| catalog.copy != catalog.title_column);
    let code = move || match versions.zip(chosen.get()) {
        Some((list, version)) => version_text(list, version, list.catalog().copy),
        None => named.clone(),
    };
    let drill = |drill: &'static Drill| view! { <DrillLink drill row=live(move || Some(row)) /> };
    view! {
        <p class="detail__id">
            {versions.map(|list| view! { <VersionChooser list chosen /> })}
            {part(move || id_view(code(), &title))}
            {catalog.drill.as_ref().map(drill)}
        </p>
        <p class="detail__compare"><CompareToggle row /></p>
    }
}

/// The id with a button that copies it. A row that programs call by its title too says it only once.
fn id_view(id: Option<String>, title: &str) -> AnyView {
    let Some(id) = id else {
        let title = title.to_owned();
        let copies = Box::new(move || title.clone());
        return view! { <CopyButton label=words::COPY_NAME icon=Icon::Copy copies /> }.into_any();
    };
    let copied = id.clone();
    view! {
        <code class="detail__code">{id}</code>
        <CopyButton label=words::COPY_ID icon=Icon::Copy copies=Box::new(move || copied.clone()) />
    }
    .into_any()
}

/// The versions of a row, in the order of the list below.
#[component]
fn VersionChooser(
    /// The list.
    list: Listing,
    /// The chosen one.
    chosen: RwSignal<Option<RowId>>,
) -> impl IntoView {
    let rows = list.rows();
    let option = move |row: RowId| {
        let name = version_text(list, row, list.catalog().title_column);
        let is_chosen = live(move || chosen.get() == Some(row));
        view! { <option value=row.0.to_string() prop:selected=is_chosen>{name}</option> }
    };
    let options =
        move || rows.with(|it| it.iter().map(|row| option(*row)).collect_view().into_any());
    let choose = move |event: web_sys::Event| {
        chosen.set(event_target_value(&event).parse().ok().map(RowId));
    };
    view! {
        <select class="input detail__version" aria-label=t(words::VERSION) on:change=heard(choose)>{part(options)}</select>
    }
}

/// What a version is called; by its id if it has no name.
fn version_text(list: Listing, row: RowId, column: &str) -> Option<String> {
    let read = |column| list.with_rows(|rows| rows.cell(row, column).text().map(str::to_owned));
    read(column).flatten().or_else(|| read(list.catalog().copy).flatten())
}
