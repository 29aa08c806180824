//! Links that change what is searched for.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::{
    link::{href_with, is_plain_click},
    live::text,
};
use crate::state::use_store;

/// A link to the same view with another search text.
#[component]
pub(super) fn QueryLink(
    /// Its style.
    class: &'static str,
    /// The text.
    query: Arc<dyn Fn() -> String + Send + Sync>,
    /// Where the reader goes on, since the link may be gone once it was followed.
    followed: fn(),
    /// Its words.
    children: Children,
) -> impl IntoView {
    let store = use_store();
    let shown = Arc::clone(&query);
    let href = text(move || {
        let query = shown();
        href_with(|it| it.query.clone_from(&query))
    });
    let follow = move |event: web_sys::MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            let query = untrack(|| query());
            store.choose(|it| it.query = query);
            followed();
        }
    };
    view! {
        <a class=class href=href on:click=heard(follow)>
            {children()}
        </a>
    }
}
