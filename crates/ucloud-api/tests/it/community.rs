//! What is peculiar to community images: `DescribeCommunityImages`.

use serde_json::{Value, json};
use ucloud_api::{
    Model, Problem,
    models::describe_community_images::{Request, decode, versions},
};

use crate::helpers::{check, field};

const GROUPS: &str = "CompshareImageGroup";

#[track_caller]
fn version(row: &Value, name: &str, expected: &str) {
    check(decode, GROUPS, &json!({"GroupId": "g", "Data": [row]}), name, expected);
}

#[test]
fn answer_shape_is_groups_whatever_the_list_is_called() {
    let group = json!({"GroupId": "g", "ImageName": "ComfyUI", "Data": [{"VersionName": "v1"}, {"VersionName": "v2"}]});
    for list in ["CompshareImageGroup", "ImageSetGroup", "ImageSet"] {
        let body = json!({"RetCode": 0, list: [group]}).to_string();
        let page = decode(&body).unwrap();
        let versions: Vec<_> = page.rows[0]
            .item
            .versions
            .iter()
            .map(|it| it.version_name.as_deref().unwrap())
            .collect();
        assert_eq!((page.received, versions), (1, vec!["v1", "v2"]), "{list}");
    }
}

#[test]
fn answer_shape_may_be_flat_or_null() {
    check(
        decode,
        "ImageSet",
        &json!({"CompShareImageId": "c-1", "Name": "ComfyUI"}),
        "GroupId",
        "c-1",
    );
    check(
        decode,
        "ImageSet",
        &json!({"CompShareImageId": "c-1", "Name": "ComfyUI"}),
        "ImageName",
        "ComfyUI",
    );
    for body in [
        r#"{"RetCode":0,"CompshareImageGroup":null}"#,
        r#"{"RetCode":0,"CompshareImageGroup":null,"ImageSet":[]}"#,
        r#"{"RetCode":0}"#,
    ] {
        assert_eq!(decode(body).unwrap().received, 0, "{body}");
    }
    check(decode, GROUPS, &json!({"GroupId": "g", "Data": null}), "GroupId", "g");
}

#[test]
fn answer_shape_with_two_lists_is_read_from_the_one_that_has_rows() {
    let body = json!({"RetCode": 0, GROUPS: [], "ImageSet": [{"CompShareImageId": "c-1"}]});
    assert_eq!(decode(&body.to_string()).unwrap().received, 1);
}

#[test]
fn a_group_without_versions_keeps_its_name() {
    for group in [
        json!({"GroupId": "g", "ImageName": "x"}),
        json!({"GroupId": "g", "ImageName": "x", "Data": []}),
    ] {
        check(decode, GROUPS, &group, "GroupId", "g");
        check(decode, GROUPS, &group, "ImageName", "x");
        assert_eq!(versions(&group.to_string()).received, 0);
    }
}

#[test]
fn the_count_of_usable_groups_is_read() {
    let body = json!({"RetCode": 0, "TotalCount": 743, "AvailableTotalCount": 687});
    let page = decode(&body.to_string()).unwrap();
    assert_eq!((page.total, page.available), (Some(743), Some(687)));
}

#[test]
fn several_labels_go_as_a_list() {
    let request = Request { tags: vec!["a".into(), "b".into()], ..Default::default() };
    let form = request.params().into_form();
    assert_eq!(form.reveal(), "Action=DescribeCommunityImages&Tag.0=a&Tag.1=b");
}

#[test]
fn example_answers_with_a_field_that_the_table_does_not_have() {
    check(decode, "ImageSet", &json!({"ImageId": "rjroBksO"}), "CompShareImageId", "rjroBksO");
}

#[test]
fn the_newest_usable_version_speaks_for_the_group() {
    let group = json!({"GroupId": "g", "CreatedCount": 7, "Data": [
        {"VersionName": "old", "PubTime": 1, "Status": "Available", "CreatedCount": 1},
        {"VersionName": "new", "PubTime": 2, "Status": "available"},
        {"VersionName": "next", "PubTime": 3, "Status": "Reviewing"},
    ]});
    check(decode, GROUPS, &group, "VersionName", "new");
    check(decode, GROUPS, &group, "CreatedCount", "7");
    check(decode, GROUPS, &group, "Status", "available");
}

#[test]
fn every_parameter_is_sent_as_the_service_reads_it() {
    let some = |text: &str| Some(text.to_owned());
    let request = Request {
        region: "cn-wlcb".into(),
        zone: some("cn-wlcb-01"),
        name: some("数字人"),
        limit: Some(100),
        tag: some("AI绘画"),
        sort_field: some("ImageUseTime"),
        sort_ascending: Some(false),
        is_free: Some(true),
        exclude_readme: Some(true),
        ..Default::default()
    };
    assert_eq!(
        request.params().into_form().reveal(),
        "Action=DescribeCommunityImages&ExcludeReadme=true&IsFree=true&Limit=100&Name=%E6%95%B0%E5%AD%97%E4%BA%BA\
         &Region=cn-wlcb&SortCondition.ASC=false&SortCondition.Field=ImageUseTime&Tag=AI%E7%BB%98%E7%94%BB&Zone=cn-wlcb-01"
    );
}

#[test]
fn container_is_text_and_other_flags_are_not() {
    version(&json!({"Container": "True"}), "Container", "true");
    version(&json!({"Container": "False"}), "Container", "false");
    version(&json!({"AutoStart": true}), "AutoStart", "true");
    version(&json!({"ImageCharge": false}), "ImageCharge", "false");
}

#[test]
fn readme_is_there_only_when_the_service_sends_it() {
    version(&json!({"Readme": "# <b>Hi</b>"}), "Readme", "# <b>Hi</b>");
    version(&json!({}), "Readme", "—");
}

#[test]
fn softwares_may_be_null_or_an_object() {
    version(&json!({"Softwares": null}), "Softwares.Framework", "—");
    let softwares = json!({"Softwares": {"Framework": "PyTorch", "FrameworkVersion": "2.4.0", "CUDAVersion": "12.4",
        "Applications": ["ComfyUI"], "FrameworkVersionIndex": 0}});
    version(&softwares, "Softwares.Framework", "PyTorch");
    version(&softwares, "Softwares.CUDAVersion", "12.4");
    version(&json!({"Softwares": {"CUDAVersion": 12.4}}), "Softwares.CUDAVersion", "12.4");
    version(&softwares, "Softwares.Applications", "[ComfyUI]");
}

#[test]
fn tags_may_be_joined_or_null() {
    version(&json!({"Tags": ["AI绘画，ComfyUI"]}), "Tags", "[AI绘画, ComfyUI]");
    version(&json!({"Tags": null}), "Tags", "—");
}

#[test]
fn auth_info_and_visibility_are_words_in_digits() {
    version(&json!({"AuthInfo": 2}), "AuthInfo", "2");
    version(&json!({"Visibility": "1"}), "Visibility", "1");
}

#[test]
fn price_and_size_are_numbers() {
    version(&json!({"Price": 0.35}), "Price", "0.35");
    version(&json!({"Price": 0}), "Price", "0");
    version(&json!({"Price": null}), "Price", "—");
    version(&json!({"Size": 61_440}), "Size", "61440");
}

#[test]
fn image_use_time_belongs_to_the_group() {
    check(
        decode,
        GROUPS,
        &json!({"GroupId": "g", "ImageUseTime": 16_969, "Data": []}),
        "ImageUseTime",
        "16969",
    );
}

#[test]
fn create_time_and_counts_may_be_text() {
    version(&json!({"CreateTime": "1700000000"}), "CreateTime", "@1700000000");
    check(decode, GROUPS, &json!({"CreatedCount": "12", "Data": []}), "CreatedCount", "12");
}

#[test]
fn newer_fields_are_read() {
    version(
        &json!({"SupportedGpuTypes": ["4090", "4090", "A800"]}),
        "SupportedGpuTypes",
        "[4090, 4090, A800]",
    );
    version(
        &json!({"SoftwarePorts": [{"Software": "Jupyter", "Port": 8888}]}),
        "SoftwarePorts",
        "[8888 Jupyter]",
    );
    version(&json!({"FirewallPorts": [22, 8888]}), "FirewallPorts", "[22, 8888]");
    version(
        &json!({"ImageSupportZone": [{"Zone": "cn-wlcb-01", "ZoneId": 10_027}]}),
        "ImageSupportZone",
        "[cn-wlcb-01 10027]",
    );
    version(&json!({"Softwares": {"PythonVersion": "3.12"}}), "Softwares.PythonVersion", "3.12");
    version(&json!({"Owner": {"AccountId": 7}}), "Owner.AccountId", "7");
}

#[test]
fn a_bad_version_costs_the_version_and_no_more() {
    let body = json!({"RetCode": 0, GROUPS: [{"GroupId": "g", "Data": [7, {"VersionName": "v1", "Size": "big"}]}]});
    let page = decode(&body.to_string()).unwrap();
    assert_eq!(page.rows[0].item.versions.len(), 1);
    assert_eq!(
        page.problems,
        [
            Problem { row: 0, field: Some("Data"), expected: "an object" },
            Problem { row: 0, field: Some("Size"), expected: "a whole number" },
        ]
    );
}

#[test]
fn fields_nobody_names_are_kept_inside_objects_too() {
    let body = json!({"RetCode": 0, GROUPS: [{"GroupId": "g", "Colour": 1, "Data": [{"Softwares": {"Shell": "zsh", "Framework": "JAX"}}]}]});
    let group = decode(&body.to_string()).unwrap().rows.remove(0).item;
    assert_eq!(group.group.unknown, [("Colour".to_owned(), json!(1))]);
    assert_eq!(group.versions[0].unknown, [("Softwares".to_owned(), json!({"Shell": "zsh"}))]);
    assert_eq!(field(&group, "Softwares.Framework"), "JAX");
    assert_eq!(
        group.values().len(),
        <ucloud_api::models::describe_community_images::ImageGroup as Model>::FIELDS.len()
    );
}
