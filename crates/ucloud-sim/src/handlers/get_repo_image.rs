//! `GetRepoImage`: the images in a repository.

use super::{Call, registry};
use crate::{refusal::Refusal, serializers::repo_image::RepoImageList};

/// Answers `GetRepoImage`. A page costs what it shows, however many images the repository has.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    let repository = registry::repository(call)?;
    let rows = registry::page(call)?.range(repository.images);
    let images = rows.map(|row| (row, repository.image(row)));
    call.answer(&RepoImageList::new(repository.claimed_images, images))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::{
        handlers::tests::{call, natural_world},
        models::world::World,
    };

    fn ask(world: &World, query: &str) -> (u64, Vec<Value>) {
        let answer = call(world, &format!("Action=GetRepoImage&{query}")).unwrap();
        let rows = answer["ImageSet"].as_array().cloned();
        (answer["TotalCount"].as_u64().unwrap(), rows.unwrap_or_default())
    }

    fn whole() -> Vec<Value> {
        ask(&World::new(1, Some(300)), "RepoName=ucloudcli&Limit=1000").1
    }

    #[track_caller]
    fn refuses(query: &str, code: i64, message: &str) {
        let refusal = call(natural_world(), &format!("Action=GetRepoImage&{query}")).unwrap_err();
        assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
    }

    #[test]
    fn refusals() {
        refuses("", 210, "Missing params [RepoName]");
        refuses("RepoName=nobody", 230, "Params [RepoName] not available");
        refuses("RepoName=uaishare", 230, "Params [RepoName] not available");
        refuses("RepoName=ucloudcli&ProjectId=org-0", 292, "Project [org-0] not found");
        let limit = "Params [Limit] must be an integer of 0 or more";
        refuses("RepoName=ucloudcli&Limit=1.5", 210, limit);
    }

    #[test]
    fn pages_are_the_whole_without_repeats() {
        let world = World::new(1, Some(300));
        let whole = whole();
        let names: BTreeSet<_> = whole.iter().map(|row| row["ImageName"].as_str()).collect();
        assert_eq!(names.len(), 300);
        for limit in [7, 100, 299, 300] {
            let page = |offset| {
                ask(&world, &format!("RepoName=ucloudcli&Limit={limit}&Offset={offset}")).1
            };
            let pages = (0..300).step_by(limit).flat_map(page);
            assert_eq!(pages.collect::<Vec<_>>(), whole, "by {limit}");
        }
    }

    #[test]
    fn a_page_has_an_end_and_the_last_of_a_million_is_there() {
        let world = World::new(1, Some(1_000_000));
        let check = |page: &str, rows: usize| {
            let (total, found) = ask(&world, &format!("RepoName=ucloudcli&{page}"));
            assert_eq!((total, found.len()), (1_000_000, rows), "{page}");
        };
        check("", 20);
        check("Limit=5000", 1_000);
        check("Offset=999990", 10);
        check("Offset=1000000", 0);
    }

    #[test]
    fn projects_have_their_own_repositories() {
        let world = World::new(1, None);
        let (total, rows) = ask(&world, "ProjectId=org-mlteam&RepoName=uaishare");
        assert!(total > 0);
        let expected = "cpu_uaiservice_ubuntu-14.04_python-2.7.6_tensorflow-1.4.0";
        assert_eq!(rows[0]["ImageName"], expected);
    }

    #[test]
    fn surprise_10_uhub_create_time_and_update_time_are_numbers_digits_or_dates() {
        let rows = whole();
        for field in ["CreateTime", "UpdateTime"] {
            let times = || rows.iter().map(|row| &row[field]);
            assert!(times().any(|time| time.as_i64() > Some(0)));
            assert!(times().filter_map(Value::as_str).any(|text| text.parse::<i64>().is_ok()));
            assert!(times().filter_map(Value::as_str).any(|text| text.contains(':')));
        }
    }

    #[test]
    fn surprise_10_0_is_no_time_at_all() {
        for row in whole() {
            assert_eq!(row["UpdateTime"] == 0, row["LatestTag"] == "", "{row}");
        }
    }

    #[test]
    fn surprise_13_a_region_is_neither_missed_nor_looked_at() {
        let world = World::new(1, None);
        let without = ask(&world, "RepoName=gcr_io");
        assert_eq!(ask(&world, "RepoName=gcr_io&Region=cn-mars"), without);
    }

    #[test]
    fn surprise_16_uhub_total_count_contradicts_the_rows() {
        let (total, rows) = ask(natural_world(), "RepoName=gcr_io&Limit=100");
        assert_eq!(total + 4, rows.len() as u64);
    }

    #[test]
    fn surprise_18_a_list_of_nothing_is_null() {
        let query = "Action=GetRepoImage&RepoName=archive";
        let answer = call(natural_world(), query).unwrap();
        assert_eq!((&answer["TotalCount"], &answer["ImageSet"]), (&0.into(), &Value::Null));
    }

    #[test]
    fn uhub_repo_name_is_absent() {
        assert!(whole().iter().all(|row| row.get("RepoName").is_none()));
    }

    #[test]
    fn uhub_project_id_may_come_twice() {
        let world = World::new(1, None);
        let twice = "RepoName=site&ProjectId=org-webapp&Limit=6&ProjectId=org-sample";
        assert_eq!(ask(&world, twice).1.len(), 6);
    }

    #[test]
    fn uhub_latest_tag_is_the_last_push_and_may_be_empty() {
        let tags: BTreeSet<_> =
            whole().iter().map(|row| row["LatestTag"].as_str().unwrap().to_owned()).collect();
        assert!(tags.contains("") && tags.contains("latest") && tags.len() > 50);
    }
}
