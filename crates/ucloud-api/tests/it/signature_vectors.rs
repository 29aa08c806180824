//! UCloud's published signature vectors (and a few derived from the same rules), on the raw signer.

use std::collections::BTreeMap;

use serde_json::Value;
use ucloud_api::signature;

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
