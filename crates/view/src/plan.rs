//! What is asked of the API for a view.

use crate::{regions::region_of, state::ViewState};

/// A list to walk through: a region, or one zone of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// The region's id.
    pub region: String,
    /// The zone's id; nothing for the whole region.
    pub zone: Option<String>,
}

impl Target {
    /// The value of a request parameter that rows are stamped with.
    #[must_use]
    pub fn stamp(&self, parameter: &str) -> Option<&str> {
        match parameter {
            "Region" => Some(&self.region),
            "Zone" => self.zone.as_deref(),
            _ => None,
        }
    }

    /// What people tell it by: the zone, or else the region.
    #[must_use]
    pub fn place(&self) -> &str {
        self.zone.as_deref().unwrap_or(&self.region)
    }
}

/// The lists that make up a view: per region its chosen zones, or the whole of it if none is chosen there.
#[must_use]
pub fn plan(view: &ViewState) -> Vec<Target> {
    let mut targets = Vec::new();
    for region in &view.regions {
        let zones = view.zones.iter().filter(|zone| region_of(zone) == region);
        let before = targets.len();
        targets
            .extend(zones.map(|zone| Target { region: region.clone(), zone: Some(zone.clone()) }));
        if targets.len() == before {
            targets.push(Target { region: region.clone(), zone: None });
        }
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(regions: &[&str], zones: &[&str], expected: &[&str]) {
        let owned = |ids: &[&str]| ids.iter().map(|it| (*it).to_owned()).collect();
        let view =
            ViewState { regions: owned(regions), zones: owned(zones), ..ViewState::default() };
        let places: Vec<_> = plan(&view).iter().map(|it| it.place().to_owned()).collect();
        assert_eq!(places, expected, "{regions:?} {zones:?}");
    }

    #[test]
    fn one_list_a_region_or_a_zone() {
        check(&["cn-bj2", "hk"], &[], &["cn-bj2", "hk"]);
        check(&["cn-bj2", "hk"], &["hk-03", "hk-02"], &["cn-bj2", "hk-03", "hk-02"]);
        check(&["cn-sh"], &["cn-sh2-01"], &["cn-sh"]);
        check(&[], &[], &[]);
    }
}
