//! A facet with its heading.

use crate::ui::prelude::*;
use view::{Column, FacetKind};

use super::{
    facet::{Facet, Folds},
    parts::Button,
    spread::spread,
    values::values,
};
use crate::{
    state::{Counted, t},
    ui::{
        icon::{Icon, IconView},
        live::{attr, flag, when},
    },
    words,
};

/// A facet: a heading that folds it, and what there is to choose. One that no row has a value for is not offered.
pub(super) fn section(column: &'static Column, place: usize) -> AnyView {
    let facet = Facet::new(column, place);
    let folds = expect_context::<Folds>();
    let unfolded = facet.unfolded(folds);
    let is_offered = move || facet.with_counted(has_values) == Some(true) || facet.is_asked();
    let id = ["facet-", column.key].concat();
    let labelled_by = id.clone();
    view! {
        <section
            class="facet"
            aria-labelledby=labelled_by
            hidden=attr(move || (!is_offered()).then(String::new))
        >
            <header class="facet__head">
                <h3 class="facet__title">
                    <button
                        type="button"
                        class="facet__fold"
                        aria-expanded=flag(move || unfolded.get())
                        on:click=heard(move |_| folds.change(column.key))
                    >
                        <IconView icon=Icon::More />
                        <span id=id>{t(column.label)}</span>
                    </button>
                </h3>
                {when(move || facet.is_asked(), move || clear(facet))}
            </header>
            {when(move || unfolded.get(), move || content(facet))}
        </section>
    }
    .into_any()
}

fn has_values(counted: &Counted) -> bool {
    match counted {
        Counted::Values(it) => it.distinct > 0,
        Counted::Spread(it) => !it.bins.is_empty(),
    }
}

fn content(facet: Facet) -> AnyView {
    match facet.column.facet() {
        FacetKind::Values => values(facet),
        FacetKind::Histogram => spread(facet),
    }
}

/// Takes away what is asked of the facet.
fn clear(facet: Facet) -> AnyView {
    let name = attr(move || Some(words::clear(facet.label(), facet.lang.get())));
    let clear = move || facet.choose(&|view| view.clear_facet(facet.column));
    let class = "button button--quiet facet__clear";
    let content = t(words::CLEAR_FACET).into_any();
    Button { id: None, class, name, content, press: Box::new(clear) }.view()
}
