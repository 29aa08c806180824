//! What paper does not hold: of a long list only the lines in view are there to be printed.

use crate::ui::prelude::*;

use crate::{
    state::Prefs,
    ui::{
        lines::Lines,
        live::{live, memo, text},
    },
    words,
};

/// Says on paper how many of the rows are on it, unless all are.
#[component]
pub(in crate::ui) fn PaperNote(
    /// The lines.
    lines: Lines,
) -> impl IntoView {
    let lang = expect_context::<Prefs>().lang;
    let counts = memo(move || {
        let all = lines.store.results().with(|it| it.rows.len());
        let columns = lines.columns.get();
        let is_whole = lines.whole.is_painted.get();
        let before = if is_whole { 0 } else { lines.window.with(|it| it.first) * columns };
        (all.saturating_sub(before).min(lines.whole.slots.get() * columns), all)
    });
    let note = move || {
        let (printed, all) = counts.get();
        words::on_paper(printed, all, lang.get())
    };
    let is_needless = move || counts.with(|(printed, all)| printed == all);
    view! { <p class="paper" hidden=live(is_needless)>{text(note)}</p> }
}
