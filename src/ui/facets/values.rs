//! A facet of values: the commonest first, more of them on request, and an input that finds the others.

use crate::ui::prelude::*;

use super::{
    facet::Facet,
    line::Line,
    lines::{lines_view, missing},
    parts::{Input, button},
};
use crate::{
    state::{Counted, FEW, Look, t},
    ui::live::{memo, text, when},
    words,
};

/// From so many distinct values on they are looked for rather than looked through.
const MANY: usize = 12;

/// How many values more are shown at a time.
const STEP: usize = 20;

/// The values of a facet.
pub(super) fn values(facet: Facet) -> AnyView {
    let kept = RwSignal::new(Vec::new());
    let lines = memo(move || {
        let kept = kept.get_untracked();
        let lines =
            |it: &Counted| facet.with_view(|view| Line::values(it, facet.column, view, &kept));
        facet.with_counted(lines).unwrap_or_default()
    });
    let nothing = when(
        move || tally(facet).listed == 0 && !facet.look().matching.is_empty(),
        || view! { <p class="hint facet__hint">{t(words::NO_SUCH_VALUE)}</p> }.into_any(),
    );
    view! {
        {when(move || tally(facet).distinct >= MANY, move || find(facet))}
        {lines_view(facet, lines, kept)}
        {nothing}
        <div class="facet__acts">
            {when(move || rest(facet).is_some(), move || more(facet))}
            {when(move || facet.look().limit > FEW, move || fewer(facet))}
        </div>
        {missing(facet)}
    }
    .into_any()
}

/// How many values there are and how many are listed.
#[derive(Clone, Copy, Default)]
struct Tally {
    distinct: usize,
    listed: usize,
}

fn tally(facet: Facet) -> Tally {
    let tally = |it: &Counted| match it {
        Counted::Values(it) => Tally { distinct: it.distinct, listed: it.values.len() },
        Counted::Spread(_) => Tally::default(),
    };
    facet.with_counted(tally).unwrap_or_default()
}

/// Narrows the values to those that a text is a part of.
fn find(facet: Facet) -> AnyView {
    let name = move || words::find_in(facet.label(), facet.lang.get());
    let look_for = move |matching| facet.look_at(Look { matching, ..untrack(|| facet.look()) });
    let input = Input {
        class: "input facet__find",
        name: text(name),
        hint: text(name),
        value: text(move || facet.look().matching),
        wrong: RwSignal::default(),
        sentence: String::new(),
        typed: Box::new(look_for),
        entered: Box::new(|_| {}),
    };
    input.view()
}

/// Whether there are more values than are listed, and how many if that was counted: those that match a text are not.
fn rest(facet: Facet) -> Option<Option<usize>> {
    let (Tally { distinct, listed }, look) = (tally(facet), facet.look());
    match look.matching.is_empty() {
        true => distinct.checked_sub(listed).filter(|it| *it > 0).map(Some),
        false => (listed == look.limit).then_some(None),
    }
}

fn more(facet: Facet) -> AnyView {
    let label = text(move || words::more_values(rest(facet).flatten(), facet.lang.get()));
    let show = move || {
        let look = untrack(|| facet.look());
        facet.look_at(Look { limit: look.limit + STEP, ..look });
    };
    button("button button--quiet facet__more", label, show)
}

fn fewer(facet: Facet) -> AnyView {
    let show = move || facet.look_at(Look { limit: FEW, ..untrack(|| facet.look()) });
    button("button button--quiet facet__more", t(words::LESS), show)
}
