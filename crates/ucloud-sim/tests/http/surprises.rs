//! What somebody who only reads the documentation would get wrong about sending a request. The
//! numbers are those of the list in `docs/api-notes.md`.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::{Map, Value, json};
use ucloud_sim::{PRIVATE_KEY, PUBLIC_KEY, Simulator, sign};

use crate::client::{call, code, encoded, get, post, post_json, send, signed, simulator};

const FORM: &str = "application/x-www-form-urlencoded";

/// Image ids of a region, for lists of parameters.
async fn some_ids(sim: &Arc<Simulator>, count: usize) -> Vec<Value> {
    let page = json!({"Action": "DescribeImage", "Region": "hk", "Limit": count});
    let answer = call(sim, page).await.json();
    let rows = answer["ImageSet"].as_array().unwrap();
    rows.iter().map(|row| row["ImageId"].clone()).collect()
}

/// A request as GET, as a form, and as JSON.
fn each_way(params: &Map<String, Value>) -> [Request<Body>; 3] {
    let form = encoded(params);
    [get(&form), post("/", FORM, form.clone()), post_json(params)]
}

#[tokio::test]
async fn surprise_2_keys_are_sorted_by_bytes_and_lists_start_at_zero() {
    let sim = simulator();
    let ids = some_ids(&sim, 12).await;
    let mut params = json!({"Action": "DescribeImage", "Region": "hk"});
    for (number, id) in ids.iter().enumerate() {
        params[format!("ImageIds.{number}")] = id.clone();
    }
    // As a client written with numbers in mind would sort: 2 before 10.
    let in_order: String =
        (0..12).map(|n| format!("ImageIds.{n}{}", ids[n].as_str().unwrap())).collect();
    let by_number = format!("ActionDescribeImage{in_order}PublicKey{PUBLIC_KEY}Regionhk");
    let mut wrong = signed(&params);
    wrong.insert("Signature".into(), sha1_with_key(&by_number).into());
    for (right, wrong) in each_way(&signed(&params)).into_iter().zip(each_way(&wrong)) {
        assert_eq!(send(&sim, right).await.json()["TotalCount"], 12);
        assert_eq!(code(&send(&sim, wrong).await), 171);
    }
}

#[tokio::test]
async fn surprise_3_the_signed_text_is_unescaped_and_a_plus_travels_as_2b() {
    let sim = simulator();
    let params =
        signed(&json!({"Action": "DescribeImage", "Region": "hk", "Tag": "a+b &=数字%20"}));
    for request in each_way(&params) {
        let answer = send(&sim, request).await.json();
        assert_eq!((&answer["RetCode"], &answer["TotalCount"]), (&json!(0), &json!(0)));
    }
    let form = encoded(&params);
    let as_space = form.replace("%2B", "+");
    assert_ne!(as_space, form);
    assert_eq!(code(&send(&sim, post("/", FORM, as_space)).await), 171);
    // A space may travel either way.
    let percent = form.replace("b+", "b%20");
    assert_ne!(percent, form);
    assert_eq!(code(&send(&sim, get(&percent)).await), 0);
}

#[tokio::test]
async fn surprise_4_an_empty_value_is_signed_if_it_is_sent_and_null_never_is() {
    let sim = simulator();
    let asked = json!({"Action": "DescribeImage", "Region": "hk", "OsType": ""});
    for request in each_way(&signed(&asked)) {
        assert_eq!(code(&send(&sim, request).await), 0);
    }
    // Sent, but left out of the signature.
    let mut half = signed(&json!({"Action": "DescribeImage", "Region": "hk"}));
    half.insert("OsType".into(), "".into());
    for request in each_way(&half) {
        assert_eq!(code(&send(&sim, request).await), 171);
    }
    half.insert("OsType".into(), Value::Null);
    assert_eq!(code(&send(&sim, post_json(&half)).await), 0);
}

#[tokio::test]
async fn surprise_5_dotted_and_nested_json_are_signed_differently() {
    let sim = simulator();
    let ids = some_ids(&sim, 2).await;
    let nested = signed(&json!({"Action": "DescribeImage", "Region": "hk", "ImageIds": ids}));
    let dotted = signed(&json!({
        "Action": "DescribeImage", "Region": "hk", "ImageIds.0": ids[0], "ImageIds.1": ids[1],
    }));
    assert_ne!(nested["Signature"], dotted["Signature"]);
    for mut params in [nested.clone(), dotted.clone()] {
        assert_eq!(send(&sim, post_json(&params)).await.json()["TotalCount"], 2);
        let is_nested = params.contains_key("ImageIds");
        let other = if is_nested { &dotted } else { &nested };
        params.insert("Signature".into(), other["Signature"].clone());
        assert_eq!(code(&send(&sim, post_json(&params)).await), 171);
    }
}

#[tokio::test]
async fn surprise_5_compshare_refuses_nested_json() {
    let sim = simulator();
    let nested = json!({
        "Action": "DescribeCommunityImages", "Region": "cn-wlcb", "SortCondition": {"ASC": "true"},
    });
    let dotted = json!({
        "Action": "DescribeCommunityImages", "Region": "cn-wlcb", "SortCondition.ASC": "true",
    });
    for (params, expected) in [(nested, 230), (dotted, 0)] {
        assert_eq!(code(&send(&sim, post_json(&signed(&params))).await), expected, "{params}");
    }
}

#[tokio::test]
async fn surprise_5_numbers_in_json_are_signed_as_plain_decimals() {
    let sim = simulator();
    let body = |limit: &str, signed_limit: &str| {
        let text = format!("ActionDescribeImageLimit{signed_limit}PublicKey{PUBLIC_KEY}Regionhk");
        let signature = sha1_with_key(&text);
        format!(
            r#"{{"Action":"DescribeImage","Region":"hk","Limit":{limit},"PublicKey":"{PUBLIC_KEY}","Signature":"{signature}"}}"#
        )
    };
    let cases = [
        ("10", "10", 0),
        ("10.0", "10", 0),
        ("1e1", "10", 0),
        ("10.0", "10.0", 171),
        ("1e21", "1000000000000000000000", 210),
        ("1e-7", "0.0000001", 210),
        ("42.1", "42.1", 210),
        ("true", "true", 210),
    ];
    for (limit, signed_limit, expected) in cases {
        let request = post("/", "Application/JSON; charset=utf-8", body(limit, signed_limit));
        assert_eq!(code(&send(&sim, request).await), expected, "{limit} as {signed_limit}");
    }
}

#[tokio::test]
async fn surprise_6_a_refusal_has_status_200_and_its_code_may_be_text() {
    let sim = simulator();
    sim.faults().set(vec!["shape=code-as-text".parse().unwrap()]);
    for (action, expected) in [("GetRegion", "0"), ("BuyEverything", "161")] {
        let answer = call(&sim, json!({"Action": action})).await;
        assert_eq!((answer.status, &answer.json()["RetCode"]), (StatusCode::OK, &json!(expected)));
    }
}

#[tokio::test]
async fn surprise_16_totals_contradict_the_rows_on_request_only() {
    let sim = simulator();
    let all = json!({"Action": "DescribeImage", "Region": "hk", "Limit": 10_000});
    for (fault, more) in [(None, 0), (Some("total=+3"), 3), (Some("total=-3"), -3)] {
        sim.faults().set(fault.into_iter().map(|spec| spec.parse().unwrap()).collect());
        let answer = call(&sim, all.clone()).await.json();
        let rows = answer["ImageSet"].as_array().unwrap().len() as i64;
        assert_eq!(answer["TotalCount"], rows + more, "{fault:?}");
    }
}

#[tokio::test]
async fn surprise_20_a_region_without_permission_leaves_the_others_alone() {
    let sim = simulator();
    let faults = ["region=cn-sh,code=299", "region=us-ca,code=293"];
    sim.faults().set(faults.iter().map(|spec| spec.parse().unwrap()).collect());
    let places = [("cn-sh", 299), ("us-ca", 293), ("cn-zj", 230), ("cn-sh2", 0), ("hk", 0)];
    for (region, expected) in places {
        let answer = call(&sim, json!({"Action": "DescribeImage", "Region": region})).await;
        assert_eq!((answer.status, code(&answer)), (StatusCode::OK, expected), "{region}");
    }
}

/// The signature of any text, right or wrong: one key with a text as its value is signed as both.
fn sha1_with_key(text: &str) -> String {
    let (key, value) = text.split_at(1);
    let one = Map::from_iter([(key.to_owned(), Value::from(value))]);
    sign(&one, PRIVATE_KEY)
}
