//! What the author of a row has written about it.

use crate::ui::prelude::*;

use super::standing::Standing;
use crate::{
    state::{Writing, t},
    ui::{folded::Folded, live::part, markdown::MarkdownView},
    words,
};

/// A text of more bytes is folded: what is above and below it should stay in reach.
const LONG: usize = 800;

/// The text, which is asked for as soon as this is there.
#[component]
pub(super) fn ReadmeView(
    /// The text.
    writing: Writing,
) -> impl IntoView {
    let content = move || match writing.text().get() {
        None => ().into_any(),
        Some(None) => view! { <p class="hint">{t(words::NO_README)}</p> }.into_any(),
        Some(Some(text)) => {
            let (markdown, is_long) = (view::markdown(&text), text.len() > LONG);
            view! { <Folded is_long><MarkdownView markdown /></Folded> }.into_any()
        }
    };
    view! {
        <section class="detail__section readme" data-testid="readme">
            <h3 class="detail__heading">{t(words::README)}</h3>
            <Standing errand=writing.errand() />
            {part(content)}
        </section>
    }
}
