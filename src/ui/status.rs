//! How many rows are shown, and how far the load has come.

use leptos::prelude::*;

use crate::{
    state::{Prefs, use_store},
    words,
};

/// The count of results, the load's figures and its bar.
///
/// The element with the count carries what the painted rows were made from, for whoever waits for them.
#[component]
pub fn ResultStatus() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let results = store.results();
    let count = move || results.with(|it| it.rows.len());
    let catalog = move || store.view().with(|it| it.catalog);
    let start = move || store.view().with(|it| it.catalog.start(&it.values));
    let rest = move || {
        let lang = lang.get();
        let summary = store.summary();
        let out_of = results.with(|it| words::out_of(it.rows.len(), it.out_of, lang));
        let parts = [
            words::progress(summary, lang),
            words::starts_at(start(), lang),
            words::unreadable(summary.problems, lang),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (out_of, parts)
    };
    view! {
        <div class="status" data-settled=move || store.summary().is_settled().to_string()>
            <p class="status__line">
                <strong
                    class="status__count"
                    data-testid="result-status"
                    data-q=move || results.with(|it| it.query.clone())
                    data-sort=move || results.with(|it| it.sort.clone())
                    data-facet=""
                >
                    {move || view::grouped(count() as u64)}
                </strong>
                " "
                <span>{move || words::noun(catalog(), count(), lang.get())}</span>
                " "
                <span class="status__rest">{move || rest().0}</span>
                {move || rest().1.into_iter().map(|it| view! { <span class="status__part">{it}</span> }).collect_view()}
            </p>
            <ProgressBar />
        </div>
    }
}

/// A thin bar that keeps its place when it is gone, so that nothing moves.
#[component]
fn ProgressBar() -> impl IntoView {
    let store = use_store();
    let part = Memo::new(move |_| {
        let it = store.summary();
        (it.received, it.expected.max(1), it.is_settled())
    });
    let width = move || {
        let (received, expected, _) = part.get();
        format!("{}%", (received * 100 / expected).max(2))
    };
    view! {
        <div class="status__track" data-running=move || (!part.get().2).to_string()>
            <div class="status__bar" style:width=width></div>
        </div>
    }
}
