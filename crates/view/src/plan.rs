//! What is asked of the API for a view.
//!
//! A view's lists are found step by step: regions and zones are chosen; below them a catalog may have [levels](Level), such as the
//! buckets that hold Docker images, whose names must be listed before what they hold can be.

use crate::{
    level::{Choice, Level},
    regions::region_of,
    state::ViewState,
};

/// A list to walk through: the parameters that tell it from the catalog's other lists.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// How many of the catalog's levels are passed. With all of them passed it lists rows; before, it lists names.
    level: usize,
    stamps: Vec<(&'static str, String)>,
}

impl Target {
    /// A target with one more parameter.
    #[must_use]
    pub fn with(mut self, parameter: &'static str, value: &str) -> Self {
        self.stamps.push((parameter, value.to_owned()));
        self
    }

    /// The value of a request parameter that its rows are stamped with.
    #[must_use]
    pub fn stamp(&self, parameter: &str) -> Option<&str> {
        self.stamps.iter().find(|it| it.0 == parameter).map(|it| it.1.as_str())
    }

    /// The value of a request parameter as a request has it.
    #[must_use]
    pub fn owned(&self, parameter: &str) -> Option<String> {
        self.stamp(parameter).map(str::to_owned)
    }

    /// The value of a parameter that every request needs.
    #[must_use]
    pub fn text(&self, parameter: &str) -> String {
        self.owned(parameter).unwrap_or_default()
    }

    /// What people tell it by: the zone, or else the region, and the names below it.
    #[must_use]
    pub fn place(&self) -> String {
        let hidden = if self.stamp("Zone").is_some() { "Region" } else { "" };
        let shown = self.stamps.iter().filter(|it| it.0 != hidden).map(|it| it.1.as_str());
        shown.collect::<Vec<_>>().join(" / ")
    }

    /// The level whose names it lists; nothing if it lists rows.
    #[must_use]
    pub fn level<'a>(&self, view: &ViewState) -> Option<&'a Level> {
        view.catalog.levels.get(self.level).copied()
    }

    /// How many of the catalog's levels are passed.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.level
    }

    /// Past its level: without what told the lists of names apart, with the name.
    fn below(&self, level: &Level, name: Option<&str>) -> Self {
        let mut below = self.clone();
        below.stamps.retain(|it| !level.variants.contains(&(it.0, it.1.as_str())));
        below.level += 1;
        match name {
            Some(name) => below.with(level.api_name, name),
            None => below,
        }
    }
}

/// The lists to begin with: of rows, or of names where names must be found first.
#[must_use]
pub fn plan(view: &ViewState) -> Vec<Target> {
    places(view).into_iter().flat_map(|it| advance(view, it)).collect()
}

/// The lists that names lead to, once a list of names has said them. Only those that the view wants.
#[must_use]
pub fn found(view: &ViewState, finder: &Target, names: &[String]) -> Vec<Target> {
    let Some(level) = finder.level(view) else { return Vec::new() };
    let wanted = level.choice(&view.values);
    let names = names.iter().filter(|it| wanted.wants(it));
    names.flat_map(|name| advance(view, finder.below(level, Some(name)))).collect()
}

/// The lists of names that the view wants and no list of names has said: they may be there all the same, since who may read an image
/// need not be allowed to list what holds it. To be asked for when every one of these lists of names has come to an end.
#[must_use]
pub fn unfound(view: &ViewState, finders: &[&Target], said: &dyn Fn(&str) -> bool) -> Vec<Target> {
    let mut lists = Vec::new();
    for finder in finders {
        let Some(level) = finder.level(view) else { continue };
        let Choice::Names(names) = level.choice(&view.values) else { continue };
        for name in names.into_iter().filter(|it| !said(it)) {
            for list in advance(view, finder.below(level, Some(name))) {
                // Lists of two kinds of names lead to one list of rows.
                if !lists.contains(&list) {
                    lists.push(list);
                }
            }
        }
    }
    lists
}

/// Per region its chosen zones, or the whole of it if none is chosen there. A catalog without regions has one list for all.
fn places(view: &ViewState) -> Vec<Target> {
    if view.catalog.regions.is_empty() {
        return vec![Target::default()];
    }
    let mut targets = Vec::new();
    for region in &view.regions {
        let whole = Target::default().with("Region", region);
        let zones = view.zones.iter().filter(|zone| region_of(zone) == region);
        let before = targets.len();
        targets.extend(zones.map(|zone| whole.clone().with("Zone", zone)));
        if targets.len() == before {
            targets.push(whole);
        }
    }
    targets
}

/// As far down as names are known.
fn advance(view: &ViewState, target: Target) -> Vec<Target> {
    let Some(level) = target.level(view) else { return vec![target] };
    match level.choice(&view.values) {
        Choice::Unnamed => advance(view, target.below(level, None)),
        Choice::Names(names) if !level.always_listed() => {
            names.into_iter().flat_map(|it| advance(view, target.below(level, Some(it)))).collect()
        }
        Choice::Names(_) | Choice::All => level.finders(&target),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogs;

    fn view(catalog: &str, regions: &[&str], values: &[(&'static str, &str)]) -> ViewState {
        let mut view = ViewState::of(catalogs::find(catalog).unwrap());
        view.regions = regions.iter().map(|it| (*it).to_owned()).collect();
        for (key, value) in values {
            view.values.set(key, value);
        }
        view
    }

    fn print(targets: &[Target]) -> Vec<String> {
        targets.iter().map(|it| format!("{}:{}", it.level, it.place())).collect()
    }

    #[test]
    fn one_list_a_region_or_a_zone() {
        let check = |regions: &[&str], zones: &[&str], expected: &[&str]| {
            let mut view = view("uhost", regions, &[]);
            view.zones = zones.iter().map(|it| (*it).to_owned()).collect();
            let places: Vec<_> = plan(&view).iter().map(Target::place).collect();
            assert_eq!(places, expected, "{regions:?} {zones:?}");
        };
        check(&["cn-bj2", "hk"], &[], &["cn-bj2", "hk"]);
        check(&["cn-bj2", "hk"], &["hk-03", "hk-02"], &["cn-bj2", "hk-03", "hk-02"]);
        check(&["cn-sh"], &["cn-sh2-01"], &["cn-sh"]);
        check(&[], &[], &[]);
    }

    #[test]
    fn a_project_is_only_listed_when_all_are_wanted() {
        assert_eq!(print(&plan(&view("uhost", &["hk"], &[]))), ["1:hk"]);
        let chosen = view("uhost", &["hk"], &[("project", "org-a,org-b")]);
        assert_eq!(print(&plan(&chosen)), ["1:hk / org-a", "1:hk / org-b"]);
        let all = view("uhost", &["hk"], &[("project", "*")]);
        let finders = plan(&all);
        assert_eq!(print(&finders), ["0:hk"]);
        assert_eq!(print(&found(&all, &finders[0], &["org-a".into()])), ["1:hk / org-a"]);
    }

    #[test]
    fn buckets_are_found_before_their_images() {
        let every = view("docker", &["cn-bj2", "hk"], &[]);
        let finders = plan(&every);
        assert_eq!(print(&finders), ["1:cn-bj2", "1:hk"]);
        let lists = found(&every, &finders[1], &["ucs".into(), "ai".into()]);
        assert_eq!(print(&lists), ["2:hk / ucs", "2:hk / ai"]);
    }

    #[test]
    fn only_chosen_buckets_are_walked_and_those_nobody_lists_are_asked_for_at_last() {
        let chosen = view("docker", &["cn-bj2", "hk"], &[("bucket", "ucs,mine")]);
        let finders = plan(&chosen);
        assert_eq!(
            print(&found(&chosen, &finders[0], &["ucs".into(), "ai".into()])),
            ["2:cn-bj2 / ucs"]
        );
        let all: Vec<&Target> = finders.iter().collect();
        let said = |name: &str| ["ucs", "ai"].contains(&name);
        assert_eq!(print(&unfound(&chosen, &all, &said)), ["2:cn-bj2 / mine", "2:hk / mine"]);
    }

    #[test]
    fn repositories_of_both_kinds_are_listed_and_forget_their_kind() {
        let every = view("repo", &[], &[]);
        let finders = plan(&every);
        assert_eq!(print(&finders), ["1:private", "1:public"]);
        assert_eq!(print(&found(&every, &finders[0], &["base".into()])), ["2:base"]);
        let chosen = view("repo", &[], &[("repo", "gone")]);
        let all: Vec<&Target> = finders.iter().collect();
        assert_eq!(print(&unfound(&chosen, &all, &|_| false)), ["2:gone"]);
    }
}
