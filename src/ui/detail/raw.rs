//! The row as the service wrote it.

use crate::ui::prelude::*;
use catalog::RowId;

use crate::{
    state::{t, use_store},
    ui::{copy::CopyButton, icon::Icon},
    words,
};

/// The row's JSON, spread over lines.
#[component]
pub(super) fn RawJson(
    /// The row.
    row: RowId,
) -> impl IntoView {
    let store = use_store();
    let raw = store.with_rows(|rows| view::indented(&rows.table().raw(row))).unwrap_or_default();
    let copied = raw.clone();
    view! {
        <details class="detail__raw">
            <summary class="detail__heading">{t(words::RAW_JSON)}</summary>
            <CopyButton label=words::RAW_JSON icon=Icon::Copy copies=Box::new(move || copied.clone()) />
            <pre class="detail__json" tabindex="0"><code>{raw}</code></pre>
        </details>
    }
}
