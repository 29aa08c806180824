//! `GetImageTag`: the tags of an image in a repository.

use super::{Call, registry};
use crate::{
    models::registry::tags::{Tag, Tags},
    refusal::Refusal,
    serializers::image_tag::TagList,
};

/// Answers `GetImageTag`.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    let repository = registry::repository(call)?;
    let name = call.params.required("ImageName")?;
    let image = repository.image_named(&name).ok_or_else(|| Refusal::not_available("ImageName"))?;
    let page = registry::page(call)?;
    let places: Vec<_> = match call.params.text("TagName") {
        Some(tag_name) => place_of(image.tags, &tag_name).into_iter().collect(),
        None => (0..image.tags.count).collect(),
    };
    let shown = registry::shown(page, &places).iter();
    let tags = shown.filter_map(|&place| Some((place, image.tags.newest_first(place)?)));
    call.answer(&TagList::new(places.len() as u64, tags))
}

/// Where the tag with exactly this name is.
fn place_of(tags: Tags, name: &str) -> Option<u64> {
    let has_name = |tag: Tag| tag.name == name;
    (0..tags.count).find(|&place| tags.newest_first(place).is_some_and(has_name))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::{
        handlers::tests::{call, natural_world},
        models::world::World,
    };

    const IMAGE: &str = "ProjectId=org-sample&RepoName=middleware&ImageName=rocketmq-console-ng";

    fn ask(query: &str) -> (u64, Vec<Value>) {
        let answer = call(natural_world(), &format!("Action=GetImageTag&{query}")).unwrap();
        (answer["TotalCount"].as_u64().unwrap(), answer["TagSet"].as_array().unwrap().clone())
    }

    /// The images of the sample project as (repository, image, latest tag).
    fn images() -> Vec<(String, String, String)> {
        let world = World::new(1, None);
        let repositories = ["public", "private"].map(|access| {
            let query = format!("Action=GetRepo&Type={access}");
            call(&world, &query).unwrap()["RepoSet"].as_array().unwrap().clone()
        });
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let images = |repository: String| {
            let query = format!("Action=GetRepoImage&Limit=1000&RepoName={repository}");
            let rows = call(&world, &query).unwrap()["ImageSet"].as_array().cloned();
            let row = move |row: Value| {
                (repository.clone(), text(&row["ImageName"]), text(&row["LatestTag"]))
            };
            rows.unwrap_or_default().into_iter().map(row).collect::<Vec<_>>()
        };
        repositories.iter().flatten().flat_map(|row| images(text(&row["RepoName"]))).collect()
    }

    #[track_caller]
    fn refuses(query: &str, code: i64, message: &str) {
        let refusal = call(natural_world(), &format!("Action=GetImageTag&{query}")).unwrap_err();
        assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
    }

    #[test]
    fn refusals() {
        refuses("ImageName=nginx", 210, "Missing params [RepoName]");
        refuses("RepoName=middleware", 210, "Missing params [ImageName]");
        refuses("RepoName=nobody&ImageName=nginx", 230, "Params [RepoName] not available");
        refuses("RepoName=middleware&ImageName=no", 230, "Params [ImageName] not available");
        refuses("RepoName=middleware&ProjectId=org-0", 292, "Project [org-0] not found");
        let offset = "Params [Offset] must be an integer of 0 or more";
        refuses(&format!("{IMAGE}&Offset=x"), 210, offset);
    }

    #[test]
    fn the_first_of_each_image_is_its_latest_tag() {
        let world = World::new(1, None);
        for (repository, image, latest) in images() {
            let query = format!("Action=GetImageTag&RepoName={repository}&ImageName={image}");
            let first = call(&world, &query).unwrap()["TagSet"][0]["TagName"].clone();
            assert_eq!(first.as_str().unwrap_or_default(), latest, "{repository}/{image}");
        }
    }

    #[test]
    fn pages_are_the_whole_without_repeats() {
        let (total, whole) = ask(&format!("{IMAGE}&Limit=1000"));
        let digest = |row: &Value| row["Digest"].as_str().unwrap().to_owned();
        assert!(total > 3 && whole.iter().all(|row| digest(row).starts_with("sha256:")));
        let page = |offset| ask(&format!("{IMAGE}&Limit=3&Offset={offset}")).1;
        assert_eq!((0..total).step_by(3).flat_map(page).collect::<Vec<_>>(), whole);
        assert_eq!(ask(&format!("{IMAGE}&Offset={total}")).1.len(), 0);
    }

    #[test]
    fn a_tag_is_found_by_its_exact_name() {
        let (_, whole) = ask(&format!("{IMAGE}&Limit=1000"));
        for row in &whole {
            let name = row["TagName"].as_str().unwrap();
            assert_eq!(ask(&format!("{IMAGE}&TagName={name}")), (1, vec![row.clone()]));
        }
        assert_eq!(ask(&format!("{IMAGE}&TagName=nothing")), (0, vec![]));
    }

    #[test]
    fn uhub_tag_list_has_name_time_and_digest() {
        let (_, rows) = ask(IMAGE);
        let fields: BTreeSet<_> =
            rows.iter().flat_map(|row| row.as_object().unwrap().keys()).collect();
        assert_eq!(
            fields,
            BTreeSet::from(["Digest", "TagName", "UpdateTime"].map(str::to_owned)).iter().collect()
        );
    }

    #[test]
    fn surprise_10_times_are_numbers_digits_or_dates() {
        let (_, rows) = ask(IMAGE);
        let times = || rows.iter().map(|row| &row["UpdateTime"]);
        assert!(times().any(Value::is_i64));
        assert!(times().filter_map(Value::as_str).any(|text| text.parse::<i64>().is_ok()));
        assert!(times().filter_map(Value::as_str).any(|text| text.contains(':')));
    }

    #[test]
    fn some_image_has_tags_that_sort_naturally_and_not_as_text() {
        let world = World::new(1, None);
        let names = |repository: &str, image: &str| -> BTreeSet<String> {
            let query =
                format!("Action=GetImageTag&RepoName={repository}&ImageName={image}&Limit=1000");
            let answer = call(&world, &query).unwrap();
            let rows = answer["TagSet"].as_array().unwrap();
            rows.iter().map(|row| row["TagName"].as_str().unwrap().to_owned()).collect()
        };
        let wanted = BTreeSet::from(["1.9", "1.10", "1.10-rc1", "latest", "v2"].map(str::to_owned));
        assert!(images().iter().any(|(repo, image, _)| names(repo, image).is_superset(&wanted)));
    }
}
