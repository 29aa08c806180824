//! `/sign`: parameters in, signature out.

use gateway::Config;
use serde_json::json;
use ucloud_api::KeyPair;

use crate::harness::{FORM, app, ask, demo, form, json as sign, post, relaying};

#[tokio::test]
async fn what_it_signs_the_api_accepts() {
    let request = json!({"params": {
        "Action": "DescribeImage", "Region": "cn-bj2", "Limit": 3, "Zone": "", "ImageId": null
    }});
    let added = ask(&demo(), sign(request.to_string())).await.json();
    let part = |name: &str| added[name].as_str().unwrap().replace('@', "%40");
    let body = format!(
        "Action=DescribeImage&Region=cn-bj2&Limit=3&PublicKey={}&Signature={}",
        part("PublicKey"),
        part("Signature")
    );
    assert_eq!(ask(&app(relaying()), form(body)).await.outcome(), "200 0");
}

#[tokio::test]
async fn refusals_have_their_reason() {
    let cases = [
        (r#"{"params": {"Action": "TerminateUHostInstance"}}"#, "403 action_not_allowed"),
        (r#"{"params": {}}"#, "403 action_not_allowed"),
        (r#"{"params": {"Action": "GetRegion", "Ids": ["a"]}}"#, "400 nested_value"),
        (r#"{"params": {"Action": "GetRegion", "X": "ActionX"}}"#, "400 ambiguous_signature"),
        (r#"{"Action": "GetRegion"}"#, "400 not_json"),
        ("{", "400 not_json"),
        ("", "400 not_json"),
    ];
    let app = demo();
    for (body, expected) in cases {
        assert_eq!(ask(&app, sign(body)).await.outcome(), expected, "{body}");
    }
    let as_form = post("/sign", FORM, r#"{"params": {"Action": "GetRegion"}}"#);
    assert_eq!(ask(&app, as_form).await.outcome(), "415 wrong_content_type");
    assert_eq!(ask(&app, sign(" ".repeat(70_000))).await.outcome(), "413 body_too_large");
}

#[tokio::test]
async fn a_gateway_without_a_key_does_not_sign() {
    let request = sign(r#"{"params": {"Action": "GetRegion"}}"#);
    assert_eq!(ask(&app(relaying()), request).await.outcome(), "403 no_credentials");
}

#[tokio::test]
async fn each_product_has_a_key_of_its_own() {
    let key = |public| Some(KeyPair::new(public, "private-part"));
    let cases = [
        (key("general"), None, "GetRegion", "general"),
        (key("general"), None, "DescribeCommunityImages", "no_credentials"),
        (None, key("gpu"), "GetRegion", "no_credentials"),
        (None, key("gpu"), "DescribeCommunityImages", "gpu"),
        (key("general"), key("gpu"), "GetRegion", "general"),
        (key("general"), key("gpu"), "DescribeCompShareImageTags", "gpu"),
    ];
    for (key, compshare_key, action, expected) in cases {
        let app = app(Config { key, compshare_key, ..relaying() });
        let answer = ask(&app, sign(json!({"params": {"Action": action}}).to_string())).await;
        let json = answer.json();
        let outcome = json["PublicKey"].as_str().or(json["error"]["code"].as_str());
        assert_eq!(outcome, Some(expected), "{action}");
    }
}

#[tokio::test]
async fn a_temporary_key_brings_its_token_and_never_its_private_half() {
    let key = KeyPair::new("public-part", "private-part").with_security_token("token-part");
    let app = app(Config { key: Some(key), ..relaying() });
    let answer = ask(&app, sign(r#"{"params": {"Action": "GetRegion"}}"#)).await;
    let json = answer.json();
    assert_eq!(
        (&json["PublicKey"], &json["SecurityToken"]),
        (&json!("public-part"), &json!("token-part"))
    );
    assert!(!String::from_utf8_lossy(&answer.body).contains("private-part"));
}
