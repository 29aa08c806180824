//! UCloud's published signature vectors (and a few derived from the same rules), on the raw signer.

use std::collections::BTreeMap;

use serde_json::Value;
use ucloud_api::{KeyPair, Params, signature};

const VECTORS: &str = include_str!("../data/signature_vectors.json");

#[test]
fn every_flat_vector_signs_as_published() {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    assert!(vectors.len() >= 16, "the table is cut short");
    for vector in &vectors {
        let params: BTreeMap<&str, &str> = vector["params"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str().unwrap()))
            .collect();
        let signed = signature::sign(params, vector["private_key"].as_str().unwrap());
        assert_eq!(signed, vector["signature"].as_str().unwrap(), "{}", vector["name"]);
    }
}

/// The same vectors through everything that a request goes through; but for empty values, which no request keeps.
#[test]
fn every_flat_vector_signs_as_published_as_a_request_too() {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    let is_sent = |it: &&Value| it["params"].as_object().unwrap().values().all(|it| it != "");
    for vector in vectors.iter().filter(is_sent) {
        let text = |name: &str| vector["params"][name].as_str();
        let key = KeyPair::new(
            text("PublicKey").unwrap_or_default(),
            vector["private_key"].as_str().unwrap(),
        )
        .with_security_token(text("SecurityToken").unwrap_or_default());
        let params = vector["params"]
            .as_object()
            .unwrap()
            .iter()
            .fold(Params::default(), |params, (name, value)| {
                params.with(name, value.as_str().unwrap())
            });
        let signed = params.sign(&key);
        let signature = signed.added().find(|it| it.0 == "Signature").unwrap().1;
        assert_eq!(signature, vector["signature"].as_str().unwrap(), "{}", vector["name"]);
    }
}
