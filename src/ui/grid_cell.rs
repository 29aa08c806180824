//! A cell of the table.

use crate::ui::prelude::*;
use view::{Column, Format};

use super::{
    drill::DrillLink,
    live::{attr, live},
    slot::Slot,
    value::{Value, kind},
};
use crate::state::use_store;

/// A cell. The one that names the row leads to its detail.
#[component]
pub(super) fn GridCell(
    /// The column.
    column: &'static Column,
    /// Its number, from 1.
    place: usize,
    /// The row's slot.
    at: Slot,
) -> impl IntoView {
    let value = Value::new(column, at);
    let has_aside = matches!(column.format, Format::Time | Format::Deadline | Format::YuanPerHour);
    let catalog = use_store().view().with_untracked(|it| it.catalog);
    let is_title = catalog.title_column == column.key;
    let drill = catalog.drill.as_ref().filter(|_| is_title).map(|drill| {
        view! { <DrillLink drill row=live(move || at.row()) in_row=true /> }
    });
    view! {
        <div
            class="grid__cell"
            data-kind=kind(column)
            role="gridcell"
            aria-colindex=place
            title=value.exact()
            data-tone=value.tone()
        >
            {if is_title {
                view! { <a class="grid__link" href=attr(move || at.href()) tabindex="-1">{value.text()}</a> }.into_any()
            } else {
                view! { <span class="grid__text">{value.text()}</span> }.into_any()
            }}
            {drill}
            {has_aside.then(|| view! { <span class="aside">{value.aside()}</span> })}
        </div>
    }
}
