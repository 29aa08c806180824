use std::collections::BTreeSet;

use super::{
    fields,
    hostile::{LINKS, MARK, TEXTS},
    *,
};
use crate::handlers::{
    self,
    tests::{call, natural_world},
};

/// A full answer of every action.
const QUERIES: &[(&str, &str)] = &[
    ("DescribeCommunityImages", "Region=cn-wlcb&Limit=100"),
    ("DescribeCompShareImageTags", ""),
    ("DescribeCompShareSupportZone", ""),
    ("DescribeImage", "Region=cn-bj2&Limit=1000&PriceSet=1"),
    ("DescribeULHostImage", "Region=cn-bj2&Limit=1000"),
    ("GetDockerImageList", "Region=cn-bj2&BucketName=ucs&Limit=100"),
    ("GetImageBucketList", "Region=cn-bj2&Limit=100"),
    ("GetImageTag", "RepoName=middleware&ImageName=rocketmq-console-ng&Limit=100"),
    ("GetProjectList", ""),
    ("GetRegion", ""),
    ("GetRepo", "Type=private"),
    ("GetRepoImage", "RepoName=ucloudcli&Limit=100"),
];

/// Fields with text that nobody is free to choose: ids, addresses in requests, words of the
/// service, dates and digits.
#[rustfmt::skip] // as a list, not as a column
const NO_FREE_TEXT: &[&str] = &[
    "AccountId", "Action", "BitMaps", "BucketName", "BucketType", "ChargeType", "CompShareImageId",
    "Container", "CreateTime", "CreatedCount", "DataSnapshotIds", "Digest", "Features", "GroupId",
    "ImageId", "ImageName", "ImageOwnerAlias", "ImageType", "IsOutSide", "IsShared", "MaintainEol",
    "Message", "MinimalCPU", "OrgId", "OsType", "ParentId", "ParentName", "ProjectId", "Region",
    "RepoName", "ResourceId", "SceneCategories", "SourceGpuType", "State", "Status",
    "SupportedGPUTypes", "SupportedGpuTypes", "UpdateTime", "Zone",
];

fn natural(action: &str, query: &str) -> Value {
    call(natural_world(), &format!("Action={action}&{query}")).unwrap()
}

fn hostile(action: &str, natural: &Value) -> Value {
    let body = serde_json::to_vec(natural).unwrap();
    serde_json::from_slice(&Texts::Hostile.written_into(body, action)).unwrap()
}

/// All texts of an answer, each with the field that it stands in.
fn texts(value: &Value, field: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((field.to_owned(), text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(item, field, found)),
        Value::Object(object) if field == "TagsMap" => {
            for (name, value) in object {
                found.push((field.to_owned(), name.clone()));
                texts(value, field, found);
            }
        }
        Value::Object(object) => object.iter().for_each(|(name, value)| texts(value, name, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn all_texts(answer: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    texts(answer, "", &mut found);
    found
}

#[test]
fn every_action_is_in_the_table() {
    assert!(handlers::actions().eq(QUERIES.iter().map(|(action, _)| *action)));
    assert!(handlers::actions().all(|action| fields::of(action).is_some()));
}

#[test]
fn every_text_of_every_action_is_hostile() {
    for (action, query) in QUERIES {
        let fields = fields::of(action).unwrap();
        let mut seen = BTreeSet::new();
        for (field, text) in all_texts(&hostile(action, &natural(action, query))) {
            let expected = match fields.kind(&field) {
                Some(Kind::Text) => TEXTS.iter().any(|attack| text.starts_with(attack)),
                Some(Kind::Link) => LINKS.contains(&text.as_str()),
                None => NO_FREE_TEXT.contains(&field.as_str()),
            };
            assert!(expected, "{action} {field}: {text}");
            seen.insert(field);
        }
        assert!(fields.names().all(|name| seen.contains(name)), "{action} has {seen:?}");
    }
}

#[test]
fn nothing_but_texts_is_changed() {
    for (action, query) in QUERIES {
        let natural = natural(action, query);
        let hostile = hostile(action, &natural);
        let fields = fields::of(action).unwrap();
        assert_eq!(without(&hostile, fields), without(&natural, fields), "{action}");
    }
}

/// The answer without its texts.
fn without(answer: &Value, fields: &Fields) -> Value {
    match answer {
        Value::Array(items) => items.iter().map(|item| without(item, fields)).collect(),
        Value::Object(object) => {
            let others = object.iter().filter(|(name, _)| fields.kind(name).is_none());
            others.map(|(name, value)| (name.clone(), without(value, fields))).collect()
        }
        other => other.clone(),
    }
}

#[test]
fn each_string_has_its_turn() {
    let mut found = Vec::new();
    for (action, query) in QUERIES {
        texts(&hostile(action, &natural(action, query)), "", &mut found);
    }
    for attack in TEXTS.iter().chain(LINKS) {
        assert!(found.iter().any(|(_, text)| text.starts_with(attack)), "{attack}");
    }
}

#[test]
fn each_string_leaves_its_mark_and_none_comes_twice() {
    for table in [TEXTS, LINKS] {
        assert_eq!(table.iter().collect::<BTreeSet<_>>().len(), table.len());
        assert!(table.iter().all(|attack| attack.contains(MARK)));
    }
}

#[test]
fn the_same_request_has_the_same_answer() {
    let one = |query: &str| {
        let answer = natural("DescribeImage", query);
        hostile("DescribeImage", &answer)["ImageSet"][0].clone()
    };
    assert_eq!(one("Region=hk&Offset=7&Limit=1"), one("Region=hk&Offset=7&Limit=20"));
    assert_ne!(one("Region=hk&Offset=7"), one("Region=hk&Offset=8"));
}

#[test]
fn equal_texts_in_one_row_stay_equal() {
    let (action, query) = QUERIES[0];
    for group in hostile(action, &natural(action, query))["CompshareImageGroup"].as_array().unwrap()
    {
        assert_eq!(group["Data"][0]["Name"], group["ImageName"]);
        assert_eq!(group["Data"][0]["Author"], group["Data"][0]["Owner"]["AccountName"]);
    }
}

#[test]
fn natural_texts_and_refusals_are_left_as_they_are() {
    let body = br#"{"ImageSet":[{"ImageName":"a"}]}"#.to_vec();
    assert_eq!(Texts::Natural.written_into(body.clone(), "DescribeImage"), body);
    assert_eq!(Texts::Hostile.written_into(body.clone(), "BuyEverything"), body);
    assert_eq!(Texts::Hostile.written_into(b"no JSON".to_vec(), "DescribeImage"), b"no JSON");
}
