//! UCloud's official Python SDK against the simulator's program: what it sends is understood, and
//! what it gets is what its own types expect.

mod install;
mod session;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use session::Session;

/// An action, the SDK's typed client for it if there is one, what to ask, and the list in the answer
/// that must have rows. A value that begins with `@` stands for a part of an earlier answer.
type Call = (&'static str, Option<(&'static str, &'static str)>, &'static str, &'static str);

#[rustfmt::skip]
const CALLS: &[Call] = &[
    ("GetRegion", Some(("uaccount", "get_region")), "{}", "Regions"),
    ("GetProjectList", Some(("uaccount", "get_project_list")), "{}", "ProjectSet"),
    ("DescribeImage", Some(("uhost", "describe_image")), r#"{"Region": "cn-bj2"}"#, "ImageSet"),
    // The SDK's own client of lightweight servers cannot be reached from its main one.
    ("DescribeULHostImage", Some(("ucompshare", "describe_ul_host_image")),
        r#"{"Region": "cn-bj2", "ImageType": "App"}"#, "ImageSet"),
    ("DescribeCommunityImages", Some(("ucompshare", "describe_community_images")),
        r#"{"Region": "cn-wlcb", "Zone": "cn-wlcb-01", "Limit": "10", "ExcludeReadme": true,
            "SortCondition": {"ASC": "true", "Field": "PubTime"}}"#, "CompshareImageGroup"),
    ("DescribeCompShareImageTags", Some(("ucompshare", "describe_comp_share_image_tags")), "{}", "Tags"),
    ("DescribeCompShareSupportZone", Some(("ucompshare", "describe_comp_share_support_zone")),
        r#"{"Region": "cn-wlcb"}"#, "ZoneInfo"),
    ("GetImageBucketList", None, r#"{"Region": "cn-bj2", "BucketType": "All"}"#, "ImageSet"),
    ("GetDockerImageList", None, r#"{"Region": "cn-bj2", "BucketName": "ucs"}"#, "ImageSet"),
    ("GetRepo", Some(("uhub", "get_repo")), r#"{"Type": "public"}"#, "RepoSet"),
    ("GetRepoImage", Some(("uhub", "get_repo_image")),
        r#"{"RepoName": "@/GetRepo/RepoSet/0/RepoName"}"#, "ImageSet"),
    ("GetImageTag", Some(("uhub", "get_image_tag")),
        r#"{"RepoName": "@/GetRepo/RepoSet/0/RepoName", "ImageName": "@/GetRepoImage/ImageSet/0/ImageName"}"#,
        "TagSet"),
];

#[test]
fn every_action_answers_the_sdk() {
    let Some(sdk) = install::sdk() else { return };
    let called: BTreeSet<_> = CALLS.iter().map(|(action, ..)| *action).collect();
    assert_eq!(called, ucloud_sim::actions().collect(), "CALLS are not the simulator's actions");
    let mut session = Session::start(sdk, &[]);
    let mut answers = Value::Object(Map::new());
    for (action, typed, params, list) in CALLS {
        let params = filled(params, &answers);
        let reply = session.invoke(action, &params);
        let answer = &reply["answer"];
        assert_eq!(answer["RetCode"], 0, "{action}: {reply}");
        assert_eq!(answer["Action"], format!("{action}Response"));
        assert!(answer[list].as_array().is_some_and(|rows| !rows.is_empty()), "{action}: {reply}");
        answers[action] = answer.clone();
        if let Some((service, method)) = typed {
            check_typed(&session.typed(service, method, &params), answer, list);
        }
    }
}

/// The typed client gives what it has types for, and it has none for what the documentation hides:
/// the groups of `DescribeCommunityImages`.
fn check_typed(reply: &Value, answer: &Value, list: &str) {
    assert_eq!(reply["answer"]["TotalCount"], answer["TotalCount"], "{reply}");
    if let Some(rows) = reply["answer"].get(list) {
        assert_eq!(rows.as_array().map(Vec::len), answer[list].as_array().map(Vec::len), "{reply}");
    }
}

fn filled(params: &str, answers: &Value) -> Value {
    let mut params: Map<String, Value> = serde_json::from_str(params).unwrap();
    for value in params.values_mut() {
        if let Some(path) = value.as_str().and_then(|text| text.strip_prefix('@')) {
            *value = answers.pointer(path).unwrap_or_else(|| panic!("no {path}")).clone();
        }
    }
    Value::Object(params)
}

fn ids(answer: &Value) -> Vec<&str> {
    let rows = answer["answer"]["ImageSet"].as_array().unwrap();
    rows.iter().map(|row| row["ImageId"].as_str().unwrap()).collect()
}

#[test]
fn typed_calls_are_understood() {
    let Some(sdk) = install::sdk() else { return };
    let mut session = Session::start(sdk, &[]);
    let all = session.typed("uhost", "describe_image", &json!({"Region": "cn-bj2", "Limit": 30}));
    let all = ids(&all);
    let page = session.typed(
        "uhost",
        "describe_image",
        &json!({"Region": "cn-bj2", "Offset": 5, "Limit": 3}),
    );
    assert_eq!(ids(&page), &all[5..8]);
    // Twelve, since the key of the eleventh sorts before that of the third.
    let chosen = session.typed(
        "uhost",
        "describe_image",
        &json!({"Region": "cn-bj2", "ImageIds": all[..12]}),
    );
    assert_eq!(ids(&chosen), &all[..12]);
    let market = json!({"Region": "cn-bj2", "ImageType": "Business", "PriceSet": 1, "Limit": 1});
    let market = session.typed("uhost", "describe_image", &market);
    assert!(market["answer"]["ImageSet"][0]["PriceSet"][0]["Price"].is_number(), "{market}");
    let tagged = session.typed(
        "uhost",
        "describe_image",
        &json!({"Region": "cn-bj2", "Tag": "业务组 一+二&三=%20"}),
    );
    assert_eq!(tagged["answer"]["TotalCount"], 0, "{tagged}");
}

#[test]
fn every_kind_of_value_is_signed_alike() {
    let Some(sdk) = install::sdk() else { return };
    let mut session = Session::start(sdk, &[]);
    let odd = [
        json!({"Limit": 7.0}),
        json!({"Ratio": 0.5, "Big": 9_007_199_254_740_993_i64, "Less": -1}),
        json!({"Yes": true, "No": false, "Nothing": null, "Empty": ""}),
        json!({"Sort": {"ASC": true, "Field": "创建时间"}, "Ids": ["a", "b"], "Disks": [{"Size": 1}]}),
    ];
    for mut params in odd {
        params["Region"] = "hk".into();
        let reply = session.invoke("DescribeImage", &params);
        assert_eq!(reply["answer"]["RetCode"], 0, "{params}: {reply}");
    }
}

#[test]
fn refusals_reach_the_caller() {
    let Some(sdk) = install::sdk() else { return };
    let mut session = Session::start(sdk, &[]);
    let cases = [
        ("BuyEverything", json!({}), 161),
        ("DescribeImage", json!({}), 210),
        ("DescribeImage", json!({"Region": "cn-mars"}), 230),
        ("DescribeImage", json!({"Region": "hk", "ProjectId": "org-nobody"}), 292),
        ("GetRegion", json!({"SecurityToken": "forged"}), 174),
    ];
    for (action, params, code) in cases {
        let reply = session.invoke(action, &params);
        assert_eq!(reply["code"], code, "{action} {params}: {reply}");
        assert!(reply["id"].as_str().is_some_and(|id| id.len() == 36), "{reply}");
    }
    let mut stranger = Session::with_private_key(sdk, &[], "wrong");
    assert_eq!(stranger.invoke("GetRegion", &json!({}))["code"], 171);
}

#[test]
fn faults_reach_the_caller() {
    let Some(sdk) = install::sdk() else { return };
    let check = |fault: &str, key: &str, expected: Value| {
        let mut session = Session::start(sdk, &["--fault", fault]);
        let reply = session.invoke("GetRegion", &json!({}));
        assert_eq!(reply[key], expected, "{fault}: {reply}");
    };
    check("code=153", "code", json!(153));
    check("status=503", "error", json!("HTTPStatusException"));
    check("drop", "error", json!("ConnectionError"));
    check("truncate", "error", json!("InvalidResponseException"));
    check("garbage=html", "error", json!("InvalidResponseException"));
    let mut session = Session::start(sdk, &["--fault", "shape=code-as-text"]);
    assert_eq!(session.invoke("GetRegion", &json!({}))["answer"]["RetCode"], "0");
}
