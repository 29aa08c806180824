//! `docs/openapi.json` says what the gateway does: the same addresses, actions and refusals.

use std::collections::BTreeSet;

use gateway::ROUTES;
use serde_json::Value;
use ucloud_api::ACTIONS;

use crate::harness::{ask, demo, form, get, json as sign};

fn document() -> Value {
    serde_json::from_str(include_str!("../../../../docs/openapi.json")).unwrap()
}

fn names(of: &Value) -> Vec<&str> {
    of.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn it_names_exactly_the_routes() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
    let paths = document["paths"].as_object().unwrap();
    let mut named: Vec<_> = paths
        .iter()
        .flat_map(|(path, item)| names(item).into_iter().map(|it| (it, path.as_str())))
        .collect();
    let mut routes = ROUTES.to_vec();
    named.sort_unstable();
    routes.sort_unstable();
    assert_eq!(named, routes);
}

#[test]
fn it_names_exactly_the_actions() {
    let document = document();
    let named = document["components"]["schemas"]["Action"]["enum"].as_array().unwrap();
    let actions: Vec<_> = ACTIONS.iter().map(|it| it.name).collect();
    assert_eq!(named, &actions);
}

#[test]
fn every_reference_leads_somewhere() {
    fn check(value: &Value, document: &Value) {
        match value {
            Value::Object(object) => {
                if let Some(Value::String(reference)) = object.get("$ref") {
                    let target = document.pointer(reference.trim_start_matches('#'));
                    assert!(target.is_some(), "{reference}");
                }
                object.values().for_each(|it| check(it, document));
            }
            Value::Array(items) => items.iter().for_each(|it| check(it, document)),
            _ => {}
        }
    }
    check(&document(), &document());
}

#[tokio::test]
async fn answers_have_the_fields_that_it_requires() {
    let document = document();
    let cases = [
        ("Config", get("/config.json")),
        ("Signature", sign(r#"{"params": {"Action": "GetRegion"}}"#)),
        ("Refusal", form("Action=Nothing")),
    ];
    let app = demo();
    for (schema, request) in cases {
        let schema = &document["components"]["schemas"][schema];
        let required: Vec<_> =
            schema["required"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        let answer = ask(&app, request).await.json();
        assert_eq!(BTreeSet::from_iter(names(&answer)), required.iter().copied().collect());
        assert!(required.iter().all(|it| schema["properties"][it].is_object()), "{schema}");
    }
}
