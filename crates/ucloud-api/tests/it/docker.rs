//! What is peculiar to Docker image buckets: `GetImageBucketList` and `GetDockerImageList`.

use serde_json::json;
use ucloud_api::models::{get_docker_image_list as images, get_image_bucket_list as buckets};

use crate::helpers::{check, field};

#[test]
fn row_name_comes_under_either_name() {
    let check = |row, expected| check(images::decode, "ImageSet", &row, "ImageName", expected);
    check(
        json!({"ImageName": "ucsdr.ucloud.cn:5000/ucs/helloworld"}),
        "ucsdr.ucloud.cn:5000/ucs/helloworld",
    );
    check(
        json!({"BucketName": "ucsdr.ucloud.cn:5000/ucs/helloworld"}),
        "ucsdr.ucloud.cn:5000/ucs/helloworld",
    );
    check(json!({"BucketName": "ucs", "ImageName": "ucs/helloworld"}), "ucs/helloworld");
}

#[test]
fn tag_name_is_the_tag() {
    let tags = |tags| json!({"ImageName": "ucs/a", "TagSet": tags});
    let check = |row, expected| check(images::decode, "ImageSet", &row, "TagSet", expected);
    check(tags(json!([{"TagName": "6", "CreateTime": 1}, {"TagName": "10"}])), "[6, 10]");
    check(tags(json!(["6", "10"])), "[6, 10]");
    check(tags(json!(null)), "—");
    check(tags(json!([])), "—");
}

#[test]
fn a_bad_tag_is_named_and_costs_no_other() {
    let body = json!({"RetCode": 0, "ImageSet": [
        {"ImageName": "a", "TagSet": [{"TagName": "6", "CreateTime": "soon"}, null, 7, {"TagName": "7"}]},
    ]});
    let page = images::decode(&body.to_string()).unwrap();
    assert_eq!(field(&page.rows[0].item, "TagSet"), "[6, 7]");
    let expected: Vec<_> = page.problems.iter().map(|it| it.expected).collect();
    assert_eq!(expected, ["a list of tags", "Unix seconds or a date"]);
}

#[test]
fn row_name_is_the_one_that_says_something() {
    let check = |row| check(images::decode, "ImageSet", &row, "ImageName", "h/a");
    check(json!({"ImageName": null, "BucketName": "h/a"}));
    check(json!({"ImageName": "", "BucketName": "h/a"}));
}

#[test]
fn resource_id_and_org_id_may_be_absent() {
    check(images::decode, "ImageSet", &json!({"ImageName": "a"}), "ResourceId", "—");
    check(
        images::decode,
        "ImageSet",
        &json!({"ImageName": "a", "OrgId": 50_001}),
        "OrgId",
        "50001",
    );
}

#[test]
fn bucket_name_may_be_a_full_reference() {
    for (name, bucket) in [("ucs", "ucs"), ("ucsdr.ucloud.cn:5000/ucs/helloworld:6", "ucs")] {
        let body = json!({"RetCode": 0, "ImageSet": [{"BucketName": name}]}).to_string();
        let page = buckets::decode(&body).unwrap();
        assert_eq!(page.rows[0].item.name(), Some(bucket), "{name}");
    }
}

#[test]
fn bucket_type_is_asked_with_other_words_than_answered() {
    let request = buckets::Request {
        region: "cn-bj2".into(),
        bucket_type: Some("User".into()),
        ..Default::default()
    };
    let form = request.params().into_form();
    assert_eq!(form.reveal(), "Action=GetImageBucketList&BucketType=User&Region=cn-bj2");
    check(buckets::decode, "ImageSet", &json!({"BucketType": "Private"}), "BucketType", "Private");
}

#[test]
fn image_list_order_and_paging_are_sent() {
    let request = images::Request {
        region: "cn-bj2".into(),
        bucket_name: "ucs".into(),
        order_by: Some("Default".into()),
        limit: Some(100),
        offset: Some(200),
        project_id: None,
    };
    assert_eq!(
        request.params().into_form().reveal(),
        "Action=GetDockerImageList&BucketName=ucs&Limit=100&Offset=200&OrderBy=Default&Region=cn-bj2"
    );
}
