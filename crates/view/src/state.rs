//! The state of a view: all that a link carries.

mod asked;
mod chosen;
mod columns;
mod compared;
mod order;

use crate::{
    catalogs,
    describe::Catalog,
    parts::{Drill, Layout},
    regions::{REGIONS, region_of},
};

pub use asked::Bounds;
pub use columns::{Columns, Side};
pub use order::SortBy;

/// Values of parameters by their key in links, ascending by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(Vec<(&'static str, String)>);

/// What is looked at. Theme and language are the reader's and not part of it; neither is any credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewState {
    /// The catalog.
    pub catalog: &'static Catalog,
    /// The file beside the page whose rows are looked at; nothing if they are asked for.
    pub open: Option<String>,
    /// The regions to load.
    pub regions: Vec<String>,
    /// Zones that narrow their regions.
    pub zones: Vec<String>,
    /// Parameters that narrow what the service returns.
    pub values: Values,
    /// The search text, as typed.
    pub query: String,
    /// The order; empty for the catalog's own.
    pub sort: Vec<SortBy>,
    /// The columns of the table; edited by its methods, which keep what belongs together.
    pub columns: Columns,
    /// How rows are laid out; nothing for the catalog's own way.
    pub layout: Option<Layout>,
    /// The key of the row whose detail is open.
    pub item: Option<String>,
    /// The keys of the rows that are compared with each other, each once, in the order that they were chosen in.
    pub compared: Vec<String>,
    /// Whether these stand beside each other, over the list. Without any there is nothing to show.
    pub comparing: bool,
}

impl Values {
    /// The value of a parameter.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|it| it.0 == key).map(|it| it.1.as_str())
    }

    /// The value of a parameter as a request has it.
    #[must_use]
    pub fn owned(&self, key: &str) -> Option<String> {
        self.get(key).map(str::to_owned)
    }

    /// Sets a value; an empty one takes the parameter away.
    pub fn set(&mut self, key: &'static str, value: &str) {
        self.0.retain(|it| it.0 != key);
        if !value.is_empty() {
            let place = self.0.partition_point(|it| it.0 < key);
            self.0.insert(place, (key, value.to_owned()));
        }
    }

    /// Whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl ViewState {
    /// The view of a catalog before anybody has touched it.
    #[must_use]
    pub fn of(catalog: &'static Catalog) -> Self {
        Self {
            catalog,
            open: None,
            regions: catalog.default_regions.iter().map(|it| (*it).to_owned()).collect(),
            zones: Vec::new(),
            values: Values::default(),
            query: String::new(),
            sort: Vec::new(),
            columns: Columns::default(),
            layout: None,
            item: None,
            compared: Vec::new(),
            comparing: false,
        }
    }

    /// The view of what a row holds: the catalog that the row's own leads to, with the row's names chosen. `read` gives the text of
    /// one of the row's columns.
    #[must_use]
    pub fn below(drill: &Drill, read: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let mut view = Self::of(catalogs::find(drill.catalog)?);
        for (column, key) in drill.names {
            let level = view.catalog.level(key)?;
            if let Some(name) = read(column).filter(|it| level.accepts(it)) {
                view.values.set(level.key, &name);
            }
        }
        view.values.get(drill.names.first()?.1)?;
        let region = drill.region.and_then(read).filter(|_| !view.catalog.regions.is_empty());
        if let Some(region) = region {
            view.choose_regions(vec![region]);
        }
        Some(view)
    }

    /// How rows are laid out.
    #[must_use]
    pub fn effective_layout(&self) -> Layout {
        self.layout.unwrap_or(self.catalog.layout)
    }

    /// Lays rows out that way. What the catalog does by itself is no choice.
    pub fn lay_out(&mut self, layout: Layout) {
        self.layout = (layout != self.catalog.layout).then_some(layout);
    }

    /// Chooses the regions, and lets go of zones that lie in none of them.
    ///
    /// They are kept in the order of the regions' list: the same choice, made in another order, is the same view.
    pub fn choose_regions(&mut self, regions: Vec<String>) {
        let rank = |id: &str| REGIONS.iter().position(|it| it.id == id).unwrap_or(REGIONS.len());
        let mut ordered: Vec<String> = Vec::with_capacity(regions.len());
        for id in regions {
            let place = ordered.partition_point(|it| rank(it) <= rank(&id));
            ordered.insert(place, id);
        }
        self.zones.retain(|zone| ordered.iter().any(|it| it == region_of(zone)));
        self.regions = ordered;
    }

    /// Whether both need the same rows of the API, so that none has to be loaded to go from one to the other.
    #[must_use]
    pub fn same_scope(&self, other: &Self) -> bool {
        self.catalog == other.catalog
            && self.open == other.open
            && self.regions == other.regions
            && self.zones == other.zones
            && self.values == other.values
    }
}

impl Default for ViewState {
    fn default() -> Self {
        Self::of(catalogs::first())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_takes_its_zones_along() {
        let mut view = ViewState::default();
        view.choose_regions(vec!["hk".into(), "cn-bj2".into()]);
        view.zones = vec!["hk-02".into(), "cn-bj2-05".into()];
        view.choose_regions(vec!["hk".into()]);
        assert_eq!(view.zones, ["hk-02"]);
    }

    #[test]
    fn the_same_regions_in_another_order_are_the_same_view() {
        let mut view = ViewState::default();
        view.choose_regions(["hk", "cn-new9", "cn-sh2", "cn-bj2"].map(str::to_owned).to_vec());
        assert_eq!(view.regions, ["cn-bj2", "cn-sh2", "hk", "cn-new9"]);
        for catalog in catalogs::CATALOGS {
            let mut chosen = ViewState::of(catalog);
            chosen.choose_regions(chosen.regions.clone());
            assert_eq!(
                chosen,
                ViewState::of(catalog),
                "the default is not in the order of the list"
            );
        }
    }

    #[test]
    fn a_row_leads_to_what_it_holds() {
        let drill = catalogs::CATALOGS.iter().find_map(|it| it.drill.as_ref()).unwrap();
        let check = |row: &[(&str, &str)], expected: Option<&str>| {
            let read = |key: &str| row.iter().find(|it| it.0 == key).map(|it| it.1.to_owned());
            let link = ViewState::below(drill, read).map(|it| crate::print(&it));
            assert_eq!(link.as_deref(), expected, "{row:?}");
        };
        let (name, region, project) = (("name", "ucs"), ("region", "hk"), ("project", "org-a"));
        check(&[name, region], Some("v=1&c=docker&region=hk&bucket=ucs"));
        check(&[name, region, project], Some("v=1&c=docker&region=hk&project=org-a&bucket=ucs"));
        check(&[region, project], None);
        check(&[("name", ""), region], None);
    }

    #[test]
    fn only_the_scope_makes_a_load() {
        let view = ViewState::default();
        let searched = ViewState { query: "gpu".into(), item: Some("x".into()), ..view.clone() };
        let elsewhere = ViewState { regions: vec!["sg".into()], ..view.clone() };
        assert!(view.same_scope(&searched) && !view.same_scope(&elsewhere));
    }
}
