//! What is peculiar to UHub: `GetRepo`, `GetRepoImage` and `GetImageTag`.

use serde_json::json;
use ucloud_api::models::{get_image_tag, get_repo, get_repo_image};

use crate::helpers::check;

#[test]
fn create_time_and_update_time_come_in_every_form() {
    for value in [
        json!(1_577_836_800),
        json!("1577836800"),
        json!("2020-01-01"),
        json!("2020-01-01 00:00:00"),
    ] {
        for field in ["CreateTime", "UpdateTime"] {
            check(get_repo_image::decode, "ImageSet", &json!({field: value}), field, "@1577836800");
        }
    }
}

#[test]
fn repo_name_may_be_absent() {
    check(get_repo_image::decode, "ImageSet", &json!({"ImageName": "nginx"}), "RepoName", "—");
}

#[test]
fn total_count_may_be_smaller_than_the_rows() {
    let body = r#"{"RetCode":0,"TotalCount":1,"ImageSet":[{"ImageName":"a"},{"ImageName":"b"}]}"#;
    let page = get_repo_image::decode(body).unwrap();
    assert_eq!((page.received, page.total, page.rows.len()), (2, Some(1), 2));
}

#[test]
fn project_id_is_sent_once_and_region_never() {
    let request = get_repo_image::Request {
        project_id: Some("org-a".into()),
        repo_name: "base".into(),
        offset: Some(0),
        limit: Some(100),
    };
    assert_eq!(
        request.params().into_form().reveal(),
        "Action=GetRepoImage&Limit=100&Offset=0&ProjectId=org-a&RepoName=base"
    );
}

#[test]
fn latest_tag_may_be_empty() {
    check(get_repo_image::decode, "ImageSet", &json!({"LatestTag": ""}), "LatestTag", "—");
    check(get_repo_image::decode, "ImageSet", &json!({"LatestTag": "v2"}), "LatestTag", "v2");
}

#[test]
fn get_repo_asks_for_one_kind_and_reads_flags_as_text() {
    let request = get_repo::Request { kind: Some("private".into()), ..Default::default() };
    assert_eq!(request.params().into_form().reveal(), "Action=GetRepo&Type=private");
    check(get_repo::decode, "RepoSet", &json!({"IsShared": "True"}), "IsShared", "true");
    check(get_repo::decode, "RepoSet", &json!({"IsOutSide": "false"}), "IsOutSide", "false");
}

#[test]
fn get_repo_reads_rows_that_are_bare_names() {
    check(get_repo::decode, "RepoSet", &json!("library"), "RepoName", "library");
}

#[test]
fn tag_list_has_digests() {
    let row = json!({"TagName": "1.10", "UpdateTime": 1_577_836_800, "Digest": "sha256:ab"});
    check(get_image_tag::decode, "TagSet", &row, "TagName", "1.10");
    check(get_image_tag::decode, "TagSet", &row, "Digest", "sha256:ab");
}
