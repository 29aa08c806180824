//! The list inside a row, as a small table of its own.

use std::sync::Arc;

use crate::ui::prelude::*;
use catalog::{Direction, RowId};
use gloo_timers::future::TimeoutFuture;
use view::{Column, Format, Lang, Shown, grouped};

use super::standing::Standing;
use crate::{
    browser,
    load::Stage,
    state::{Listing, Prefs, t},
    ui::{
        icon::{Icon, IconView},
        live::{memo, part, text, when},
        value::tone,
    },
    words,
};

/// How many rows are shown until the reader asks for all of them: an image may have hundreds of tags, of which the newest are
/// wanted.
const FIRST: usize = 50;

/// The list: how many there are, how it stands, and its rows.
#[component]
pub(super) fn InnerList(
    /// The list.
    listing: Listing,
) -> impl IntoView {
    let rows = listing.rows();
    let is_empty = memo(move || rows.with(|it| it.is_empty()));
    let is_none = move || is_empty.get() && listing.errand().stage().get() == Stage::Done;
    let none = move || view! { <p class="hint">{t(words::NONE)}</p> }.into_any();
    let table = move || view! { <InnerTable listing rows /> }.into_any();
    view! {
        <section class="detail__section inner" data-testid="inner-list">
            <h3 class="detail__heading">
                {t(listing.catalog().title)}
                " "
                <span class="inner__count">{text(move || count(listing))}</span>
            </h3>
            {when(move || !is_empty.get(), table)}
            {when(is_none, none)}
            <Standing errand=listing.errand() />
        </section>
    }
}

/// `12`, or `300 / 812` while more are to come.
fn count(listing: Listing) -> String {
    match listing.count() {
        (0, None) => String::new(),
        (len, None) => grouped(len.into()),
        (len, Some(total)) => format!("{} / {}", grouped(len.into()), grouped(total)),
    }
}

#[component]
fn InnerTable(
    /// The list.
    listing: Listing,
    /// Its rows in order.
    rows: Memo<Arc<Vec<RowId>>>,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let now = browser::now();
    let all = RwSignal::new(false);
    let limit = move || if all.get() { usize::MAX } else { FIRST };
    // Pages that change none of the rows in sight make none of them anew.
    let shown = memo(move || rows.with(|it| it.iter().copied().take(limit()).collect::<Vec<_>>()));
    let body = move || {
        let lang = lang.get();
        let row = |row| row_view(listing, row, lang, now);
        shown.with(|it| it.iter().map(|it| row(*it)).collect_view().into_any())
    };
    let more = move || !all.get() && rows.with(|it| it.len() > FIRST);
    let label = move || words::show_all(rows.with(|it| it.len()), lang.get());
    let button = move || {
        view! {
            <button class="button button--quiet" on:click=heard(move |_| all.set(true))>{text(label)}</button>
        }
        .into_any()
    };
    view! {
        <div class="inner__scroller" tabindex="0" role="group" aria-label=t(listing.catalog().title)>
            <table class="inner__table">
                <thead><tr>{heads(listing)}</tr></thead>
                <tbody on:click=heard(move |event: web_sys::MouseEvent| copy_clicked(&event))>{part(body)}</tbody>
            </table>
        </div>
        {when(more, button)}
    }
}

fn heads(listing: Listing) -> AnyView {
    let head = |column| view! { <Head listing column /> };
    listing.catalog().shown().map(head).collect_view().into_any()
}

/// A header: the whole of it sorts.
#[component]
fn Head(
    /// The list.
    listing: Listing,
    /// The column.
    column: &'static Column,
) -> impl IntoView {
    let direction = move || listing.direction(column);
    let aria_sort = move || match direction() {
        Some(Direction::Ascending) => "ascending".to_owned(),
        Some(Direction::Descending) => "descending".to_owned(),
        None => "none".to_owned(),
    };
    let arrow = part(move || match direction() {
        Some(Direction::Ascending) => view! { <IconView icon=Icon::Up /> }.into_any(),
        Some(Direction::Descending) => view! { <IconView icon=Icon::Down /> }.into_any(),
        None => ().into_any(),
    });
    view! {
        <th data-kind=column.is_number().then_some("number") aria-sort=text(aria_sort) scope="col">
            <button class="inner__sort" on:click=heard(move |_| listing.cycle_sort(column))>
                {t(column.label)}
                {arrow}
            </button>
        </th>
    }
}

fn row_view(listing: Listing, row: RowId, lang: Lang, now: i64) -> AnyView {
    let cell = |column: &'static Column| {
        let read = |rows: &view::Rows| view::format(&rows.cell(row, column.key), column, lang, now);
        cell_view(column, listing.with_rows(read).unwrap_or_default())
    };
    let cells = listing.catalog().shown().map(cell).collect_view();
    view! { <tr>{cells}</tr> }.into_any()
}

fn cell_view(column: &'static Column, shown: Shown) -> AnyView {
    let (tone, title) = (tone(&shown), title(&shown));
    let text = if shown.text.is_empty() { "—".to_owned() } else { shown.text.clone() };
    let content = if column.format == Format::Id && !shown.text.is_empty() {
        view! { <button class="inner__copy" data-copies=shown.text>{text}</button> }.into_any()
    } else {
        view! { <span class="inner__text" data-tone=tone>{text}</span> }.into_any()
    };
    view! { <td data-kind=column.is_number().then_some("number") title=title>{content}</td> }
        .into_any()
}

/// Copies the id that was clicked, and says on it how that went. One listener for all of them: with a component each, a list of
/// eight hundred would take half a second to sort.
fn copy_clicked(event: &web_sys::MouseEvent) {
    let target = browser::target::<web_sys::Element>(event);
    let Some(button) = target.filter(|it| it.has_attribute(COPIES)) else { return };
    let Some(text) = button.get_attribute(COPIES) else { return };
    browser::spawn(async move {
        let outcome = if browser::copy(text).await { "good" } else { "bad" };
        browser::set(&button, "data-outcome", Some(outcome));
        TimeoutFuture::new(SHOWN).await;
        browser::set(&button, "data-outcome", None);
    });
}

/// The attribute of an id's button with what it copies.
const COPIES: &str = "data-copies";

/// How long the outcome stays, in milliseconds.
const SHOWN: u32 = 1600;

/// The exact value, and what helps to read it: beside each value there is no room for that.
fn title(shown: &Shown) -> String {
    let exact = shown.exact.as_ref().unwrap_or(&shown.text);
    let parts: Vec<&str> = [exact.as_str()].into_iter().chain(shown.aside.as_deref()).collect();
    parts.join(" · ")
}
