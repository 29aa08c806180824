//! `DescribeCommunityImages`: the image community of CompShare, a page of groups at a time.
//!
//! The official page describes another answer than the service gives; this one gives that of the
//! service. Where nobody has written down what the service does, this is what is done here:
//!
//! - The community is one for the platform, so both of its regions list the same groups. In other
//!   regions the product is not open, which the service says as if the action were unknown. A zone
//!   must be one of the platform's in its region, and does not narrow the list.
//! - `AvailableTotalCount` counts those of the groups found that have a version to start.
//! - An image asked for by its id comes in its group, without the other versions.
//! - Groups that are equal in the order asked for come newest first, in both directions.

mod filter;
mod sort;
#[cfg(test)]
mod tests;

use self::{filter::Filter, sort::Sort};
use super::{Call, page::Page};
use crate::{
    models::{
        community::{Community, Group},
        compshare,
        region::Region,
    },
    refusal::Refusal,
    serializers::community::{GroupList, GroupRow},
};

/// The documented maximum; who asks for more gets so many.
const LONGEST_PAGE: u64 = 100;

/// Answers `DescribeCommunityImages`.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    call.check_flat()?;
    call.check_project()?;
    let region = call.region()?;
    check_place(call, region)?;
    let filter = Filter::read(call.params)?;
    let sort = Sort::read(call.params)?;
    let page = Page::read(call.params, LONGEST_PAGE)?;
    let with_readme = !call.params.flag("ExcludeReadme")?.unwrap_or(false);
    let found = find(call.world.community, &filter, sort, page);
    call.answer(&found.list(&filter, with_readme))
}

/// The platform must be open in the region, and in the zone when one is given.
fn check_place(call: &Call<'_>, region: &Region) -> Result<(), Refusal> {
    let zones: Vec<_> = compshare::zones_in(region).map(|zone| zone.zone).collect();
    match call.params.text("Zone") {
        _ if zones.is_empty() => Err(Refusal::unknown_action(call.action)),
        Some(asked) if !zones.contains(&asked.as_str()) => Err(Refusal::not_available("Zone")),
        _ => Ok(()),
    }
}

/// What was found: how many groups, and those on the page.
#[derive(Debug)]
struct Found {
    total: u64,
    available: u64,
    groups: Vec<Group>,
}

fn find(community: Community, filter: &Filter, sort: Sort, page: Page) -> Found {
    let by_number = sort.is_by_number() && filter.takes_all();
    if by_number { all(community, sort, page) } else { some(community, filter, sort, page) }
}

/// The page of all groups: costs what the page costs, however many groups there are.
fn all(community: Community, sort: Sort, page: Page) -> Found {
    let total = community.len();
    let number = |position| if sort.ascending { total - 1 - position } else { position };
    let groups = page.range(total).filter_map(|position| community.group(number(position)));
    Found { total, available: community.available(), groups: groups.collect() }
}

/// The page of the groups that pass the filter: looks at every group, and keeps two numbers of each
/// that passes.
fn some(community: Community, filter: &Filter, sort: Sort, page: Page) -> Found {
    let (mut available, mut keys) = (0, Vec::new());
    let groups = (0..community.len()).filter_map(|number| community.group(number));
    for group in groups.filter(|group| filter.takes(group)) {
        available += u64::from(group.is_available);
        keys.push(sort.key(&group));
    }
    keys.sort_unstable();
    let range = page.range(keys.len() as u64);
    let shown = keys.get(range.start as usize..range.end as usize).unwrap_or_default();
    let groups = shown.iter().filter_map(|key| community.group(key.number)).collect();
    Found { total: keys.len() as u64, available, groups }
}

impl Found {
    fn list(self, filter: &Filter, with_readme: bool) -> GroupList {
        let row = |group: &Group| GroupRow::new(group, filter.versions_of(group), with_readme);
        GroupList::new(self.total, self.available, self.groups.iter().map(row).collect())
    }
}
