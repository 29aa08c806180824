//! The signature of a request, as UCloud's `api/summary/signature.md` describes it.
//!
//! Written from that page and the published vectors alone, so that it can disagree with the client.

use serde_json::{Map, Value};
use sha1::{Digest, Sha1};

/// The signature of `params`: SHA-1 over each key and value in the byte order of the keys, followed
/// by the private key, as 40 lower-case hexadecimal digits.
///
/// A `Signature` among the parameters is left out. Values are signed unescaped. Nested values, which
/// only JSON bodies have, are signed without dots: lists as their items, objects as sorted keys and
/// values.
#[must_use]
pub fn sign(params: &Map<String, Value>, private_key: &str) -> String {
    hex(&Sha1::digest(string_to_sign(params) + private_key))
}

/// What is signed, without the private key.
fn string_to_sign(params: &Map<String, Value>) -> String {
    let mut text = String::new();
    write_entries(&mut text, params.iter().filter(|(key, _)| *key != "Signature"));
    text
}

/// Sorts here although the map may be sorted already: whether it is depends on a feature of
/// `serde_json` that any crate in the build can switch.
fn write_entries<'a>(text: &mut String, entries: impl Iterator<Item = (&'a String, &'a Value)>) {
    let mut entries: Vec<_> = entries.filter(|(_, value)| !value.is_null()).collect();
    entries.sort_unstable_by_key(|(key, _)| key.as_str());
    for (key, value) in entries {
        text.push_str(key);
        write_value(text, value);
    }
}

fn write_value(text: &mut String, value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| write_value(text, item)),
        Value::Object(entries) => write_entries(text, entries.iter()),
        scalar => text.push_str(&scalar_text(scalar)),
    }
}

/// The text of a string, number or flag; empty for everything else.
///
/// `f64` prints as the service expects: no fraction when there is none, and never an exponent.
pub(crate) fn scalar_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) if number.is_f64() => {
            number.as_f64().map_or_else(String::new, |float| float.to_string())
        }
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Deserialize)]
    struct Vector {
        name: String,
        public_key: Option<String>,
        private_key: String,
        security_token: Option<String>,
        params: Map<String, Value>,
        string_to_sign: String,
        signature: String,
    }

    impl Vector {
        fn signed_params(&self) -> Map<String, Value> {
            let mut params = self.params.clone();
            let extra = [("PublicKey", &self.public_key), ("SecurityToken", &self.security_token)];
            for (key, value) in extra {
                params.extend(value.iter().map(|v| (key.to_owned(), v.as_str().into())));
            }
            params
        }
    }

    #[test]
    fn the_published_vectors_hold() {
        let vectors: Vec<Vector> =
            serde_json::from_str(include_str!("../tests/data/signature_vectors.json")).unwrap();
        assert_eq!(vectors.len(), 18);
        for vector in vectors {
            let params = vector.signed_params();
            assert_eq!(string_to_sign(&params), vector.string_to_sign, "{}", vector.name);
            assert_eq!(sign(&params, &vector.private_key), vector.signature, "{}", vector.name);
        }
    }

    #[track_caller]
    fn check(params: &Value, text: &str) {
        assert_eq!(string_to_sign(params.as_object().unwrap()), text);
    }

    #[test]
    fn values_as_text() {
        check(&json!({"A": 42.0}), "A42");
        check(&json!({"A": 1e21}), "A1000000000000000000000");
        check(&json!({"A": 0.000_000_1}), "A0.0000001");
        check(&json!({"A": u64::MAX}), "A18446744073709551615");
        check(&json!({"A": -3}), "A-3");
        check(&json!({"A": null, "B": ""}), "B");
        check(&json!({"A": "a+b &=%20"}), "Aa+b &=%20");
    }

    #[test]
    fn keys_in_byte_order() {
        check(&json!({"X.2": "b", "X.10": "a"}), "X.10aX.2b");
        check(&json!({"a": 1, "_": 2, "Z": 3, "X0": 4, "X.0": 5}), "X.05X04Z3_2a1");
    }

    #[test]
    fn the_signature_does_not_sign_itself() {
        check(&json!({"Action": "GetRegion", "Signature": "0000"}), "ActionGetRegion");
    }
}
