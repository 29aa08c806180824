//! The parameters of one request, however they were sent.

use axum::body::Bytes;
use serde_json::{Map, Value};

use crate::{account, refusal::Refusal, signature};

/// Parameters by name. Forms and query strings hold text only; JSON bodies may hold numbers, flags
/// and nested values, which are kept because the signature covers them as they are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Params(Map<String, Value>);

impl Params {
    /// Reads `application/x-www-form-urlencoded`: a query string or a form body.
    ///
    /// Where a key comes twice the first value counts.
    pub(crate) fn from_form(encoded: &[u8]) -> Self {
        let mut params = Map::new();
        for (key, value) in form_urlencoded::parse(encoded) {
            params.entry(key).or_insert_with(|| Value::String(value.into_owned()));
        }
        Self(params)
    }

    /// Reads a JSON body.
    pub(crate) fn from_json(body: &Bytes) -> Result<Self, Refusal> {
        serde_json::from_slice(body).map(Self).map_err(|_| Refusal::unreadable_body())
    }

    /// The text of a parameter; `None` when it is absent or empty, which the service does not tell
    /// apart.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.0.get(name).map(signature::scalar_text).filter(|text| !text.is_empty())
    }

    /// A count: an integer of 0 or more, as a number or in digits.
    pub(crate) fn count(&self, name: &str) -> Result<Option<u64>, Refusal> {
        let parse = |text: String| text.parse().map_err(|_| Refusal::not_a_number(name));
        self.text(name).map(parse).transpose()
    }

    /// A list: `Name.0`, `Name.1` and so on in any order, a JSON list, or one plain value.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        let is_item = |key: &str| {
            let rest = key.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let values = self.0.iter().filter(|(key, _)| is_item(key)).map(|(_, value)| value);
        values.flat_map(items).map(signature::scalar_text).filter(|text| !text.is_empty()).collect()
    }

    /// Whether the request is signed by an account that exists.
    pub(crate) fn check_signature(&self) -> Result<(), Refusal> {
        let signature = self.text("Signature").ok_or_else(|| Refusal::of_code(170))?;
        let public_key = self.text("PublicKey").unwrap_or_default();
        let private_key =
            account::private_key_of(&public_key).ok_or_else(|| Refusal::of_code(172))?;
        let matches = signature::sign(&self.0, private_key) == signature;
        if matches { Ok(()) } else { Err(Refusal::of_code(171)) }
    }
}

fn items(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        other => std::slice::from_ref(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(body: &'static str) -> Params {
        Params::from_json(&Bytes::from_static(body.as_bytes())).unwrap()
    }

    #[test]
    fn forms_are_unescaped() {
        let params = Params::from_form("A=a+b&B=a%2Bb&C=%E6%95%B0&D=1&D=2&E=".as_bytes());
        let values = ["A", "B", "C", "D", "E"].map(|key| params.text(key).unwrap_or_default());
        assert_eq!(values, ["a b", "a+b", "数", "1", ""]);
        assert_eq!(params.text("E"), None);
    }

    #[track_caller]
    fn check_count(body: &'static str, expected: Result<Option<u64>, ()>) {
        assert_eq!(
            json(body).count("Limit").map_err(|refusal| assert_eq!(refusal.code, 210)),
            expected
        );
    }

    #[test]
    fn counts() {
        check_count(r#"{}"#, Ok(None));
        check_count(r#"{"Limit": ""}"#, Ok(None));
        check_count(r#"{"Limit": 30}"#, Ok(Some(30)));
        check_count(r#"{"Limit": "30"}"#, Ok(Some(30)));
        check_count(r#"{"Limit": "abc"}"#, Err(()));
        check_count(r#"{"Limit": -1}"#, Err(()));
        check_count(r#"{"Limit": 1.5}"#, Err(()));
        check_count(r#"{"Limit": true}"#, Err(()));
    }

    #[test]
    fn lists() {
        let dotted = Params::from_form(b"Ids.1=b&Ids.0=a&Idsx=no&Ids.2=");
        assert_eq!(dotted.list("Ids"), ["a", "b"]);
        assert_eq!(json(r#"{"Ids": ["a", "b"]}"#).list("Ids"), ["a", "b"]);
        assert_eq!(Params::from_form(b"Ids=a").list("Ids"), ["a"]);
        assert!(Params::default().list("Ids").is_empty());
    }

    #[test]
    fn a_body_that_is_no_object_is_refused() {
        for body in ["", "[]", "{", "7"] {
            let refused = Params::from_json(&Bytes::from_static(body.as_bytes()));
            assert_eq!(refused.err().map(|refusal| refusal.code), Some(210), "{body}");
        }
    }
}
