//! Choosing regions and zones.

use crate::ui::prelude::*;
use view::Region;

use super::{
    deferred::{Part, deferred},
    icon::Icon,
    live::{live, memo, part, text, when},
    menu::{FoldButton, Menu},
};
use crate::{
    browser::follow,
    state::{Prefs, Store, t, use_store},
    words,
};

/// The menu's name on the page.
pub(super) const MENU: &str = "regions";

/// A choice that is not in force yet. Loading is work: it begins when the whole choice is made.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    regions: RwSignal<Vec<String>>,
    zones: RwSignal<Vec<String>>,
}

/// The menu of regions and their zones.
#[component]
pub(super) fn Regions() -> impl IntoView {
    let store = use_store();
    let draft = Draft { regions: RwSignal::default(), zones: RwSignal::default() };
    let count = memo(move || store.view().with(|it| it.regions.len()));
    let toggled = Callback::new(
        move |open| if open { draft.take_from(store) } else { draft.apply_to(store) },
    );
    // An open menu follows the view too: going back must not be undone by what was ticked before.
    let scope = memo(move || {
        store.view().with(|it| Some(format!("{} {}", it.regions.join(","), it.zones.join(","))))
    });
    follow(move || {
        // Read and not only tracked: a memo that nobody reads is never computed, and tells nobody.
        scope.with(|_| ());
        draft.take_from(store);
    });
    let cancelled = Callback::new(move |()| draft.take_from(store));
    view! {
        <Menu id=MENU icon=Icon::Globe label=words::REGIONS count toggled cancelled>
            {deferred(Part::Regions(draft))}
        </Menu>
    }
}

/// The regions with their zones, quick choices above and what puts the choice in force below.
#[component]
pub(super) fn RegionsPanel(
    /// What is chosen so far.
    draft: Draft,
) -> impl IntoView {
    let store = use_store();
    let lang = expect_context::<Prefs>().lang;
    let load = move || words::load_regions(draft.regions.with(Vec::len), lang.get());
    let set = move |ids: Vec<String>| draft.choose(ids);
    let defaults = move || store.view().with_untracked(|it| it.catalog.default_regions);
    let regions = move || store.catalog().regions;
    let all = move |_| set(untrack(regions).iter().map(|it| it.id.to_owned()).collect());
    let default = move |_| set(defaults().iter().map(|it| (*it).to_owned()).collect());
    let choices = move || {
        let zones = store.catalog().zones;
        let choice = |region| view! { <RegionChoice region zones draft /> };
        regions().iter().map(choice).collect_view().into_any()
    };
    let whole = move || {
        let zones = store.catalog().zones.then(|| words::WHOLE_REGION.get(lang.get()));
        zones.unwrap_or_default().to_owned()
    };
    view! {
        <div class="regions" data-testid="regions">
            <div class="regions__quick">
                <button class="button button--quiet" on:click=heard(default)>{t(words::CHOOSE_DEFAULT)}</button>
                <button class="button button--quiet" on:click=heard(all)>{t(words::CHOOSE_ALL)}</button>
                <button class="button button--quiet" on:click=heard(move |_| set(Vec::new()))>
                    {t(words::CHOOSE_NONE)}
                </button>
            </div>
            <ul class="regions__list" role="list">
                {part(choices)}
            </ul>
            <footer class="regions__foot">
                <p class="hint">{text(whole)}</p>
                <FoldButton menu=MENU label=text(load) />
            </footer>
        </div>
    }
}

#[component]
fn RegionChoice(
    /// The region.
    region: &'static Region,
    /// Whether a zone can narrow it.
    zones: bool,
    /// What is chosen so far.
    draft: Draft,
) -> impl IntoView {
    let chosen = move || draft.regions.with(|it| it.iter().any(|id| id == region.id));
    let zone_choices = when(
        move || zones && chosen() && region.zones.len() > 1,
        move || {
            view! {
                <div class="regions__zones" role="group" aria-label=t(words::ZONES)>
                    {region.zones.iter().map(|zone| view! { <ZoneChoice zone draft /> }).collect_view()}
                </div>
            }
            .into_any()
        },
    );
    view! {
            <li class="regions__item">
                <label class="check">
                    <input type="checkbox" name=region.id prop:checked=live(chosen)
    on:change=heard(move |_| draft.toggle_region(region.id)) />
                    <span>{t(region.name)}</span>
                    <code class="regions__id">{region.id}</code>
                </label>
                {zone_choices}
            </li>
        }
}

#[component]
fn ZoneChoice(
    /// The zone's id.
    zone: &'static str,
    /// What is chosen so far.
    draft: Draft,
) -> impl IntoView {
    let chosen = move || draft.zones.with(|it| it.iter().any(|id| id == zone));
    view! {
            <label class="check">
                <input type="checkbox" name=zone prop:checked=live(chosen)
    on:change=heard(move |_| toggle(draft.zones, zone)) />
                <code>{zone}</code>
            </label>
        }
}

impl Draft {
    fn take_from(self, store: Store) {
        store.view().with_untracked(|view| {
            self.regions.set(view.regions.clone());
            self.zones.set(view.zones.clone());
        });
    }

    fn apply_to(self, store: Store) {
        let (regions, zones) = (self.regions.get_untracked(), self.zones.get_untracked());
        store.choose(|view| {
            view.zones = zones;
            view.choose_regions(regions);
        });
    }

    fn choose(self, regions: Vec<String>) {
        self.zones.update(|zones| {
            zones.retain(|zone| regions.iter().any(|it| it == view::region_of(zone)));
        });
        self.regions.set(regions);
    }

    fn toggle_region(self, id: &'static str) {
        toggle(self.regions, id);
        self.choose(self.regions.get_untracked());
    }
}

fn toggle(chosen: RwSignal<Vec<String>>, id: &'static str) {
    chosen.update(|ids| match ids.iter().position(|it| it == id) {
        Some(place) => drop(ids.remove(place)),
        None => ids.push(id.to_owned()),
    });
}
