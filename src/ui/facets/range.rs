//! The range that is asked of a column, as text: in the words of the query language.

use crate::ui::prelude::*;
use catalog::{Filter, ProblemKind, Query};
use view::ViewState;

use super::{facet::Facet, parts::Input};
use crate::{
    browser,
    ui::live::{Live, text, when},
    words,
};

/// One of both bounds.
#[derive(Clone, Copy)]
struct Bound {
    facet: Facet,
    is_upper: bool,
    /// What is wrong with what was entered; empty if nothing is.
    wrong: RwSignal<String>,
}

/// Both bounds. In place of a bound that nothing is asked of, the least and the greatest value are shown.
pub(super) fn range_inputs(facet: Facet, least: Live<String>, most: Live<String>) -> AnyView {
    let bound = |is_upper| Bound { facet, is_upper, wrong: RwSignal::default() };
    let (from, to) = (bound(false), bound(true));
    // Another range, wherever it comes from, is none that was mistyped here.
    browser::follow(move || {
        facet.with_view(|_| ());
        from.wrong.set(String::new());
        to.wrong.set(String::new());
    });
    let sentence = move || [from.wrong.get(), to.wrong.get()].concat();
    let wrong = when(
        move || !sentence().is_empty(),
        move || {
            view! {
                <p id=sentence_id(facet) class="facet__wrong" role="alert">{text(sentence)}</p>
            }
            .into_any()
        },
    );
    view! {
        <div class="facet__range">
            {from.view(least)}
            <span aria-hidden="true">"–"</span>
            {to.view(most)}
        </div>
        {wrong}
    }
    .into_any()
}

fn sentence_id(facet: Facet) -> String {
    ["wrong-", facet.column.key].concat()
}

impl Bound {
    fn view(self, hint: Live<String>) -> AnyView {
        let facet = self.facet;
        let input = Input {
            class: "input facet__bound",
            name: text(move || words::bound(facet.label(), self.is_upper, facet.lang.get())),
            hint,
            value: text(move || facet.with_view(|view| self.of(view))),
            wrong: self.wrong,
            sentence: sentence_id(facet),
            typed: Box::new(|_| {}),
            entered: Box::new(move |entered| self.enter(entered.trim())),
        };
        input.view()
    }

    /// The bound in a view; empty if there is none.
    fn of(self, view: &ViewState) -> String {
        let (from, to) = view.range(self.facet.column);
        let bound = if self.is_upper { to } else { from };
        bound.unwrap_or_default()
    }

    /// Asks for another bound, or says what is wrong with the text that was to be it.
    fn enter(self, entered: &str) {
        let entered = (!entered.is_empty()).then_some(entered);
        let set = move |view: &mut ViewState| {
            let (from, to) = view.range(self.facet.column);
            let (from, to) = match self.is_upper {
                true => (from.as_deref(), entered),
                false => (entered, to.as_deref()),
            };
            view.set_range(self.facet.column, from, to);
        };
        let mut view = self.facet.store.view().get_untracked();
        set(&mut view);
        let problem = self.problem(&view).unwrap_or_default();
        if problem.is_empty() {
            self.facet.choose(&set);
        }
        self.wrong.set(problem);
    }

    /// What is wrong with the facet's values in a view.
    fn problem(self, view: &ViewState) -> Option<String> {
        let place = view.catalog.place(self.facet.column.key)?;
        let filter =
            Filter::new(&Query::parse(&view.query), &view.catalog.schema(), browser::now());
        let is_here = |it: &ProblemKind| matches!(it, ProblemKind::Value(at, _) if *at == place);
        let problem = filter.problems().iter().find(|it| is_here(&it.kind))?;
        Some(view::sentence(problem, &view.query, view.catalog, self.facet.lang.get_untracked()))
    }
}
