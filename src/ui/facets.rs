//! The facets: what the loaded rows have in common, to filter them by. Beside the list, or where that has no room, in a sheet over it.

mod button;
mod facet;
mod line;
mod lines;
mod parts;
mod range;
mod section;
mod sheet;
mod spread;
mod values;

use crate::ui::prelude::*;
use view::ViewState;

pub(super) use button::FacetsButton;

use self::{
    facet::{Behind, Folds},
    parts::{Button, button},
    section::section,
    sheet::sheet,
};
use super::live::{Live, attr, memo, part, when};
use crate::{
    browser::{self, Listener},
    state::{Prefs, Store, t, use_store},
    words,
};

/// Where facets beside the list would leave it too little room. The styles of the sheet know the same width.
const NARROW: &str = "(max-width: 900px)";

/// So many rows show what there is to filter, while the rest still loads.
const TELLING: u32 = 2000;

/// The facets of the view's catalog.
#[component]
pub fn Facets() -> impl IntoView {
    let store = use_store();
    provide_context(Behind::new(store));
    provide_context(Folds::default());
    let is_narrow = follow_width(store);
    store.follow_facets();
    let shown = store.rail().shown;
    part(move || match is_narrow.get() {
        true => sheet(),
        false => when(move || shown.get(), beside).into_any(),
    })
}

/// Whether the facets are a sheet. That is closed at first; beside the list, they are shown as the reader last had it.
fn follow_width(store: Store) -> ReadSignal<bool> {
    let prefs = expect_context::<Prefs>();
    let is_narrow = RwSignal::new(browser::matches(NARROW));
    browser::follow(move || {
        let shown = !is_narrow.get() && prefs.facets.get_untracked();
        store.rail().shown.set(shown);
    });
    let changed = move |_| is_narrow.set(browser::matches(NARROW));
    let listener = browser::media(NARROW).map(|it| Listener::new(&it, "change", changed));
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || listener.set_value(None));
    is_narrow.read_only()
}

fn beside() -> AnyView {
    view! {
        <aside id="facets" class="facets" aria-label=t(words::FACETS) data-testid="facets">
            {skip()}
            <header class="facets__head">
                <h2 class="facets__title">{t(words::FACETS)}</h2>
                {clear_all()}
            </header>
            {sections()}
        </aside>
    }
    .into_any()
}

/// Whoever comes by keyboard need not go through all the values to get to the list.
fn skip() -> AnyView {
    let focus_list = || {
        if let Some(list) = browser::element("grid") {
            let _ = list.focus();
        }
    };
    let content = t(words::SKIP_FACETS).into_any();
    let (class, name) = ("button facets__skip", attr(|| None));
    Button { id: Some("skip-facets"), class, name, content, press: Box::new(focus_list) }.view()
}

/// Takes away what is asked of all facets.
fn clear_all() -> Live<Option<AnyView>> {
    let store = use_store();
    let behind = expect_context::<Behind>();
    let button = move || {
        let clear = move || store.choose(clear_facets);
        button("button button--quiet facets__clear", t(words::CLEAR_FACETS), clear)
    };
    when(move || behind.asks(), button)
}

fn clear_facets(view: &mut ViewState) {
    let catalog = view.catalog;
    let columns = catalog.facets.iter().filter_map(|key| catalog.column(key));
    columns.for_each(|it| view.clear_facet(it));
}

/// One section a facet. Until the rows are there, something holds their place: sections that grow would push each other about.
fn sections() -> AnyView {
    let store = use_store();
    let rows = memo(move || store.results().with(|it| it.out_of as usize));
    let counted = memo(move || {
        let generation = store.results().with(|it| it.generation);
        let counted = store.rail().counted_rows(generation);
        counted >= TELLING || (store.is_settled() && counted > 0 && counted as usize == rows.get())
    });
    let is_empty = memo(move || store.is_settled() && rows.get() == 0);
    let all = move || {
        let sections = store.facets().enumerate();
        sections.map(|(place, column)| section(column, place)).collect_view().into_any()
    };
    part(move || match (is_empty.get(), counted.get()) {
        (true, _) => view! { <p class="hint facets__none">{t(words::NO_FACETS)}</p> }.into_any(),
        (_, true) => part(all).into_any(),
        _ => view! { <div class="facets__blank" aria-hidden="true"></div> }.into_any(),
    })
    .into_any()
}
