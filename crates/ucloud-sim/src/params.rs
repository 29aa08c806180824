//! The parameters of one request, however they were sent.

use std::borrow::Cow;

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

    /// The text of a parameter that must be given.
    pub(crate) fn required(&self, name: &str) -> Result<String, Refusal> {
        self.text(name).ok_or_else(|| Refusal::missing(name))
    }

    /// One of a few documented values, which count in upper and lower case.
    pub(crate) fn choice<T>(
        &self,
        name: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        let Some(text) = self.text(name) else { return Ok(None) };
        parse(&text).map(Some).ok_or_else(|| Refusal::not_available(name))
    }

    /// A count: an integer of 0 or more, as a number or in digits.
    pub(crate) fn count(&self, name: &str) -> Result<Option<u64>, Refusal> {
        let parse = |text: String| text.parse().map_err(|_| Refusal::not_a_number(name));
        self.text(name).map(parse).transpose()
    }

    /// A flag: `true` or `false`, as JSON has them or as text.
    pub(crate) fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        let parse = |text: String| text.parse().map_err(|_| Refusal::not_a_flag(name));
        self.text(name).map(parse).transpose()
    }

    /// The name of a parameter that is a list or an object of JSON, if there is one.
    pub(crate) fn nested(&self) -> Option<&str> {
        let is_nested = |value: &Value| value.is_array() || value.is_object();
        self.0.iter().find(|(_, value)| is_nested(value)).map(|(name, _)| name.as_str())
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

    /// Where the page starts that is asked for; `None` when that is no count.
    pub(crate) fn offset(&self) -> Option<u64> {
        self.count("Offset").ok().map(Option::unwrap_or_default)
    }

    /// The same request for a page that starts so many rows earlier.
    pub(crate) fn moved_back(&self, rows: u64) -> Cow<'_, Self> {
        match self.offset() {
            Some(offset) if rows > 0 => {
                let mut params = self.clone();
                params.0.insert("Offset".to_owned(), offset.saturating_sub(rows).into());
                Cow::Owned(params)
            }
            _ => Cow::Borrowed(self),
        }
    }

    /// Whether the request is signed by an account that exists, with the token that its key needs.
    ///
    /// The token comes last: who could not sign learns nothing about tokens.
    pub(crate) fn check_signature(&self) -> Result<(), Refusal> {
        let signature = self.text("Signature").ok_or_else(|| Refusal::of_code(170))?;
        let public_key = self.text("PublicKey").unwrap_or_default();
        let credential = account::credential(&public_key).ok_or_else(|| Refusal::of_code(172))?;
        if signature::sign(&self.0, credential.private_key) != signature {
            return Err(Refusal::of_code(171));
        }
        let token = self.text("SecurityToken");
        let is_known = token.as_deref() == credential.security_token;
        if is_known { Ok(()) } else { Err(Refusal::of_code(174)) }
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
    fn flags() {
        for (body, expected) in [
            (r#"{}"#, Ok(None)),
            (r#"{"IsFree": true}"#, Ok(Some(true))),
            (r#"{"IsFree": "false"}"#, Ok(Some(false))),
            (r#"{"IsFree": "True"}"#, Err(210)),
            (r#"{"IsFree": 1}"#, Err(210)),
        ] {
            assert_eq!(json(body).flag("IsFree").map_err(|refusal| refusal.code), expected);
        }
    }

    #[test]
    fn nested_values_are_noticed() {
        assert_eq!(json(r#"{"A": 1, "B": ["x"]}"#).nested(), Some("B"));
        assert_eq!(json(r#"{"A": {"B": 1}}"#).nested(), Some("A"));
        assert_eq!(json(r#"{"A.0": "x"}"#).nested(), None);
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
    fn offsets_move_back_to_the_first_row_at_most() {
        let check = |query: &str, rows: u64, expected: Option<u64>| {
            let params = Params::from_form(query.as_bytes());
            assert_eq!(params.moved_back(rows).offset(), expected, "{query}");
        };
        check("Offset=100", 0, Some(100));
        check("Offset=100", 3, Some(97));
        check("Offset=2", 3, Some(0));
        check("", 3, Some(0));
        check("Offset=abc", 3, None);
    }

    #[test]
    fn a_body_that_is_no_object_is_refused() {
        for body in ["", "[]", "{", "7"] {
            let refused = Params::from_json(&Bytes::from_static(body.as_bytes()));
            assert_eq!(refused.err().map(|refusal| refusal.code), Some(210), "{body}");
        }
    }
}
