//! The way from a row to the catalog of what it holds.

use crate::ui::prelude::*;
use catalog::RowId;
use view::{Drill, ViewState};

use super::{
    link::is_plain_click,
    live::{Live, attr, memo},
};
use crate::state::{href, t, use_store};

/// A link to the view of what a row holds. It has no address while there is no row, or where the row does not say where it leads.
#[component]
pub(super) fn DrillLink(
    /// Where it leads.
    drill: &'static Drill,
    /// The row.
    row: Live<Option<RowId>>,
    /// Whether it stands in a row of the table, beside the row's own link and out of the order of the Tab key.
    #[prop(optional)]
    in_row: bool,
) -> impl IntoView {
    let store = use_store();
    let below = memo(move || {
        let row = row()?;
        ViewState::below(drill, |column| store.text(row, column))
    });
    let follow = move |event: web_sys::MouseEvent| {
        // The row around it has a click of its own.
        let is_plain = is_plain_click(&event);
        event.stop_propagation();
        if let Some(below) = below.get_untracked().filter(|_| is_plain) {
            event.prevent_default();
            store.choose(move |view| *view = below);
        }
    };
    view! {
        <a
            class=if in_row { "drill" } else { "button button--primary" }
            href=attr(move || below.with(|it| it.as_ref().map(href)))
            tabindex=in_row.then_some("-1")
            on:click=heard(follow)
        >
            {t(drill.label)}
        </a>
    }
}
