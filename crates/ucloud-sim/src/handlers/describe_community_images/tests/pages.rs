//! Offset, limit, totals, places.

use super::*;

#[track_caller]
fn check(world: &World, page: &str, expected: usize) {
    assert_eq!(groups(&answer(world, page)).len(), expected, "{page}");
}

#[test]
fn defaults_and_edges_of_a_page() {
    let world = World::new(1, None);
    check(&world, "", 20);
    check(&world, "Limit=0", 0);
    check(&world, "Limit=3", 3);
    check(&world, "Limit=100", 100);
    check(&world, "Limit=1000", 100);
    check(&world, "Offset=740", 3);
    check(&world, "Offset=743", 0);
    check(&world, "Offset=18446744073709551615&Limit=18446744073709551615", 0);
}

#[test]
fn pages_are_the_whole_without_repeats() {
    for (rows, limits) in [(23, [1, 7]), (117, [19, 100])] {
        let world = World::new(rows, Some(rows));
        for query in ["", "SortCondition.ASC=true", "IsFree=true", "SortCondition.Field=Price"] {
            let query = format!("ExcludeReadme=true&{query}");
            let whole = all_groups(&world, &query);
            assert_eq!(values(&whole, "GroupId").len(), whole.len(), "{query}");
            for limit in limits {
                let pages = (0..whole.len()).step_by(limit).flat_map(|offset| {
                    groups(&answer(&world, &format!("{query}&Offset={offset}&Limit={limit}")))
                });
                assert_eq!(pages.collect::<Vec<_>>(), whole, "{query} by {limit}");
            }
        }
    }
}

#[test]
fn totals_count_what_was_found() {
    let world = World::new(1, Some(130));
    for query in ["", "IsFree=false", "SortCondition.Field=Favor", "Name=ComfyUI"] {
        let found = all_groups(&world, &format!("ExcludeReadme=true&{query}"));
        let available = found.iter().filter(|group| group["Status"] == "Available").count();
        let page = answer(&world, &format!("{query}&Limit=1"));
        assert_eq!(page["TotalCount"], found.len(), "{query}");
        assert_eq!(page["AvailableTotalCount"], available, "{query}");
    }
}

#[test]
fn fifty_million_groups_are_there_at_once() {
    let world = World::new(1, Some(50_000_000));
    for order in ["", "&SortCondition.ASC=true"] {
        let page = answer(&world, &format!("Offset=49999990{order}"));
        assert_eq!((&page["TotalCount"], groups(&page).len()), (&50_000_000.into(), 10));
    }
}

#[test]
fn both_regions_list_the_same() {
    let world = World::new(1, None);
    let ask = |place: &str| call(&world, &format!("Action=DescribeCommunityImages&{place}"));
    let whole = ask("Region=cn-wlcb").unwrap();
    for place in
        ["Region=cn-sh2", "Region=cn-sh2&Zone=cn-sh2-02", "Region=cn-wlcb&Zone=cn-wlcb-01&Zone="]
    {
        assert_eq!(ask(place).unwrap(), whole, "{place}");
    }
    let zones = values(all_rows(), "ImageSupportZone");
    assert_eq!(zones.len(), 3, "both zones, and each alone: {zones:?}");
}

#[track_caller]
fn refuses(query: &str, code: i64, message: &str) {
    let query = format!("Action=DescribeCommunityImages&{query}");
    let refusal = call(natural_world(), &query).unwrap_err();
    assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
}

#[test]
fn refusals() {
    refuses("", 210, "Missing params [Region]");
    refuses("Region=cn-mars", 230, "Params [Region] not available");
    refuses("Region=hk", 161, "Action [DescribeCommunityImages] not found");
    refuses("Region=cn-wlcb&Zone=cn-sh2-02", 230, "Params [Zone] not available");
    // A zone of the region, but not of the platform.
    refuses("Region=cn-wlcb&Zone=cn-wlcb-03", 230, "Params [Zone] not available");
    refuses("Region=cn-wlcb&ProjectId=org-nobody", 292, "Project [org-nobody] not found");
    refuses(
        "Region=cn-wlcb&SortCondition.Field=Size",
        230,
        "Params [SortCondition.Field] not available",
    );
    for name in ["Offset", "Limit"] {
        let message = format!("Params [{name}] must be an integer of 0 or more");
        refuses(&format!("Region=cn-wlcb&{name}=-1"), 210, &message);
    }
    for name in ["SortCondition.ASC", "IsFree", "IsOfficial", "IfAutoStart", "ExcludeReadme"] {
        let message = format!("Params [{name}] must be true or false");
        refuses(&format!("Region=cn-wlcb&{name}=yes"), 210, &message);
    }
}
