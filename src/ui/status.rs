//! How many rows are shown, and how far the load has come.

use crate::ui::prelude::*;
use view::Lang;

use super::{
    chips::Chips,
    deferred::{Part, deferred},
    live::{flag, live, memo, part, text, when},
    search_box::Sentence,
};
use crate::{
    state::{Access, Prefs, Store, t, use_store},
    words,
};

/// The count of results, the load's figures, what was asked for, and the load's bar.
///
/// The element with the count carries what the painted rows were made from, for whoever waits for them.
#[component]
pub fn ResultStatus() -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let results = store.results();
    let count = move || results.with(|it| it.rows.len());
    let noun =
        move || store.view().with(|it| words::noun(it.catalog, count(), lang.get()).to_owned());
    let out_of = move || {
        results.with(|it| words::out_of(it.rows.len(), it.out_of, lang.get())).unwrap_or_default()
    };
    // They say the same while a text is typed.
    let parts = memo(move || parts(store, lang.get()));
    let parts = move || {
        let parts = parts.get().into_iter();
        parts.map(|it| view! { <span class="status__part">{it}</span> }).collect_view().into_any()
    };
    let waits = memo(move || waits(store));
    let first = when(
        move || waits.get(),
        || view! { <span class="status__first">{t(words::FIRST_ANSWER)}</span> }.into_any(),
    );
    view! {
        <div class="status" data-settled=flag(move || store.is_settled())>
            <div class="status__line">
                <p class="status__words">
                    {first}
                    <span class="status__found" hidden=live(move || waits.get())>
                        <strong
                            class="status__count"
                            data-testid="result-status"
                            data-q=text(move || results.with(|it| it.query.clone()))
                            data-sort=text(move || results.with(|it| it.sort.clone()))
                            data-facet=text(move || results.with(|it| it.facet.clone()))
                        >
                            {text(move || view::grouped(count() as u64))}
                        </strong>
                        " "
                        <span>{text(noun)}</span>
                        " "
                        <span>{text(out_of)}</span>
                    </span>
                    {part(parts)}
                </p>
                <Chips />
                <Sentence />
                // There from the first: what stands behind it keeps its place.
                <div class="status__age">{deferred(Part::Age)}</div>
                <SampleNote />
                {deferred(Part::Chosen)}
            </div>
            <ProgressBar />
        </div>
    }
}

/// Whether the first answer has yet to come: nothing can be counted before it.
fn waits(store: Store) -> bool {
    let asks = store.access().with(|it| !matches!(it, Access::Needed | Access::Unavailable(_)));
    (asks || store.opens_file())
        && store.summary().received == 0
        && store.loaded_at().is_none()
        && !store.is_settled()
}

/// That the rows are made up. At the far end of the line, where nothing that grows can push it.
#[component]
fn SampleNote() -> impl IntoView {
    let store = use_store();
    when(
        move || store.is_sample(),
        || view! { <p class="status__note">{t(words::SAMPLE_NOTE)}</p> }.into_any(),
    )
}

/// What there is to say beside the count.
fn parts(store: Store, lang: Lang) -> Vec<String> {
    let summary = store.summary();
    let start = store.view().with(|it| it.catalog.start(&it.values));
    let of_file = store.opens_file();
    let progress = if of_file { words::read_so_far } else { words::progress };
    let parts = [
        progress(summary, lang).filter(|_| !waits(store)),
        store.file().map(|it| words::of_file(&it, lang)),
        words::starts_at(start, lang).filter(|_| !of_file),
        words::unreadable(summary.problems, lang),
    ];
    parts.into_iter().flatten().collect()
}

/// A thin bar that keeps its place when it is gone, so that nothing moves.
#[component]
fn ProgressBar() -> impl IntoView {
    let store = use_store();
    let width = move || {
        let it = store.summary();
        format!("{}%", (it.received * 100 / it.expected.max(1)).max(2))
    };
    view! {
        <div class="status__track" data-running=flag(move || !store.summary().is_settled())>
            <div class="status__bar" style:width=text(width)></div>
        </div>
    }
}
