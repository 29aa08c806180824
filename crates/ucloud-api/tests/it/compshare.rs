//! What else CompShare is asked: `DescribeCompShareImageTags` and `DescribeCompShareSupportZone`.

use serde_json::json;
use ucloud_api::models::{describe_compshare_image_tags, describe_compshare_support_zone};

use crate::helpers::check;

#[test]
fn the_labels_come_with_their_categories_in_order() {
    let body = json!({"RetCode": 0, "Tags": ["a", "b"], "TagIndex": ["模型", "应用"],
        "TagsMap": {"其他": null, "应用": ["ComfyUI"], "模型": ["Llama", "Qwen"]}});
    let tags = describe_compshare_image_tags::decode(&body.to_string()).unwrap();
    let names: Vec<_> = tags.categories.iter().map(|it| it.name.as_str()).collect();
    assert_eq!((tags.all.len(), names), (2, vec!["模型", "应用", "其他"]));
    assert_eq!(tags.categories[0].tags, ["Llama", "Qwen"]);
}

#[test]
fn zones_have_numbers_and_names_of_their_own() {
    let row = json!({"Zone": "cn-wlcb-01", "ZoneId": 10_027, "Describe": "华北二A"});
    check(describe_compshare_support_zone::decode, "ZoneInfo", &row, "ZoneId", "10027");
    check(describe_compshare_support_zone::decode, "ZoneInfo", &row, "Describe", "华北二A");
}
