//! `GetDockerImageList`: the images in a bucket, with their tags.

use super::{Call, registry};
use crate::{refusal::Refusal, serializers::docker_image::DockerImageList};

/// Answers `GetDockerImageList`. A page costs what it shows, however many images the bucket has.
pub(super) fn handle(call: &Call<'_>) -> Result<Vec<u8>, Refusal> {
    let bucket = registry::bucket(call)?;
    registry::check_order(call)?;
    let rows = registry::page(call)?.range(bucket.images);
    let images = rows.map(|row| bucket.image(row));
    call.answer(&DockerImageList::new(bucket.images, images))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use crate::{
        handlers::tests::{call, natural_world},
        models::{registry::bucket::Buckets, world::World},
    };

    fn ask(world: &World, query: &str) -> (u64, Vec<Value>) {
        let answer = call(world, &format!("Action=GetDockerImageList&{query}")).unwrap();
        (answer["TotalCount"].as_u64().unwrap(), answer["ImageSet"].as_array().unwrap().clone())
    }

    fn whole(query: &str) -> Vec<Value> {
        ask(&World::new(1, Some(300)), &format!("{query}&Limit=1000")).1
    }

    fn name(row: &Value) -> &str {
        let name = row.get("ImageName").or_else(|| row.get("BucketName"));
        name.and_then(Value::as_str).unwrap()
    }

    #[track_caller]
    fn refuses(query: &str, code: i64, message: &str) {
        let query = format!("Action=GetDockerImageList&{query}");
        let refusal = call(natural_world(), &query).unwrap_err();
        assert_eq!((refusal.code, refusal.message.as_str()), (code, message));
    }

    #[test]
    fn refusals() {
        let no_bucket = "Bucket does not exist or could not be read";
        refuses("BucketName=ucs", 210, "Missing params [Region]");
        refuses("Region=cn-mars&BucketName=ucs", 230, "Params [Region] not available");
        refuses("Region=hk", 210, "Missing params [BucketName]");
        refuses("Region=hk&BucketName=nobody", 43_023, no_bucket);
        refuses(
            "Region=hk&BucketName=ucs&Offset=-1",
            210,
            "Params [Offset] must be an integer of 0 or more",
        );
    }

    #[test]
    fn pages_are_the_whole_without_repeats() {
        let world = World::new(1, Some(300));
        let query = "Region=hk&BucketName=ucs";
        let whole = whole(query);
        assert_eq!(whole.iter().map(name).collect::<BTreeSet<_>>().len(), 300);
        for limit in [7, 100, 299, 300] {
            let offsets = (0..300).step_by(limit);
            let page = |offset| ask(&world, &format!("{query}&Limit={limit}&Offset={offset}")).1;
            assert_eq!(offsets.flat_map(page).collect::<Vec<_>>(), whole, "by {limit}");
        }
        assert_eq!(ask(&world, query).1, whole[..20]);
    }

    #[test]
    fn a_page_has_an_end_and_the_last_of_a_million_is_there() {
        let world = World::new(1, Some(1_000_000));
        let check = |page: &str, rows: usize| {
            let (total, found) = ask(&world, &format!("Region=sg&BucketName=ucs&{page}"));
            assert_eq!((total, found.len()), (1_000_000, rows), "{page}");
        };
        check("", 20);
        check("Limit=5000", 1_000);
        check("Offset=999990", 10);
        check("Offset=1000000", 0);
    }

    #[test]
    fn as_many_images_as_the_list_of_buckets_says() {
        for bucket in Buckets::new(1, None).region("cn-bj2").unwrap() {
            let query = format!("Region=cn-bj2&BucketName={}&Limit=1000", bucket.name);
            let (total, rows) = ask(natural_world(), &query);
            assert_eq!((total, rows.len() as u64), (bucket.images, bucket.images));
        }
    }

    #[test]
    fn ugc_row_name_stands_under_two_names() {
        let rows = whole("Region=hk&BucketName=ucs");
        for row in &rows {
            assert_ne!(row.get("ImageName").is_some(), row.get("BucketName").is_some(), "{row}");
            assert!(name(row).starts_with("ucsdr.ucloud.cn:5000/ucs/"), "{row}");
        }
        assert_eq!(rows[0]["ImageName"], "ucsdr.ucloud.cn:5000/ucs/helloworld");
        assert!(rows.iter().any(|row| row.get("BucketName").is_some()));
    }

    #[test]
    fn ugc_resource_id_and_org_id_are_not_in_every_row() {
        let rows = whole("Region=hk&BucketName=ucs");
        let having = |field: &str| rows.iter().filter(|row| row.get(field).is_some()).count();
        assert_eq!((having("ResourceId"), having("OrgId")), (150, 150));
    }

    #[test]
    fn ugc_tag_name_is_the_tag_alone() {
        let rows = whole("Region=hk&BucketName=library");
        let tags = rows.iter().filter_map(|row| row["TagSet"].as_array()).flatten();
        let names: Vec<_> = tags.map(|tag| tag["TagName"].as_str().unwrap()).collect();
        assert!(!names.is_empty() && !names.iter().any(|name| name.contains(['/', ':'])));
    }

    #[test]
    fn ugc_update_time_is_that_of_the_last_push() {
        for row in whole("Region=hk&BucketName=library") {
            let Some(tags) = row["TagSet"].as_array() else { continue };
            assert_eq!(row["UpdateTime"], tags[0]["CreateTime"]);
        }
    }

    #[test]
    fn ugc_image_list_order_is_default_or_refused() {
        let query = "Region=hk&BucketName=ucs";
        assert_eq!(whole(&format!("{query}&OrderBy=Default")), whole(query));
        refuses(&format!("{query}&OrderBy=UpdateTime"), 230, "Params [OrderBy] not available");
    }

    #[test]
    fn surprise_12_what_lists_show_is_not_always_what_to_ask_with() {
        let reference = "ucsdr.ucloud.cn:5000/library/harbor_ui:160615.8";
        let query = format!("Region=hk&BucketName={reference}");
        refuses(&query, 43_023, "Bucket does not exist or could not be read");
    }

    #[test]
    fn surprise_18_tag_set_is_null_in_some_rows() {
        let rows = whole("Region=hk&BucketName=ucs");
        assert!(rows.iter().any(|row| row["TagSet"].is_null()));
        assert!(rows.iter().all(|row| row["TagSet"] != serde_json::json!([])));
    }

    #[test]
    fn the_answer_has_an_empty_message_as_the_page_prints_it() {
        let query = "Action=GetDockerImageList&Region=hk&BucketName=ucs";
        assert_eq!(call(natural_world(), query).unwrap()["Message"], "");
    }
}
