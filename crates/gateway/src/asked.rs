//! What a request asks for: a listed action and its parameters.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Map, Number, Value};
use ucloud_api::{Action, Params};

use crate::{log, refusal::Refusal};

/// A request that may be answered.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) action: &'static Action,
    pub(crate) params: Params,
}

#[derive(Deserialize)]
struct SignRequest {
    params: Map<String, Value>,
}

impl Asked {
    /// Reads a form.
    ///
    /// A signed one goes on as it came, so what is checked here must be what the API reads: of a repeated parameter
    /// some readers take the first value and some the last, and that could smuggle a second `Action` through.
    pub(crate) fn from_form(body: &[u8]) -> Result<Self, Refusal> {
        let mut seen = BTreeSet::new();
        for (name, _) in form_urlencoded::parse(body) {
            if !seen.insert(name.clone()) {
                return Err(Refusal::RepeatedParameter { name: name.into_owned() });
            }
        }
        Self::of(Params::from_form(body))
    }

    /// Reads `{"params": {…}}`. Null and empty values are dropped, as the signature wants it.
    pub(crate) fn from_json(body: &[u8]) -> Result<Self, Refusal> {
        let SignRequest { params } = serde_json::from_slice(body).map_err(|_| Refusal::NotJson)?;
        let mut read = Params::default();
        for (name, value) in params {
            read = match value {
                Value::Null => read,
                Value::String(text) => read.with(&name, text),
                Value::Bool(flag) => read.with(&name, flag),
                Value::Number(number) => read.with(&name, decimal(&number)),
                Value::Array(_) | Value::Object(_) => return Err(Refusal::NestedValue { name }),
            };
        }
        Self::of(read)
    }

    fn of(params: Params) -> Result<Self, Refusal> {
        let action =
            params.get("Action").and_then(Action::find).ok_or(Refusal::ActionNotAllowed)?;
        log::asked(action.name, &params);
        Ok(Self { action, params })
    }
}

/// A number as UCloud's signature documentation wants it: plain decimal, never scientific, `42.0` as `42`. That is how
/// Rust prints floats, but not how JSON keeps them.
fn decimal(number: &Number) -> String {
    match number.as_f64() {
        Some(float) if number.is_f64() => float.to_string(),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(asked: Result<Asked, Refusal>) -> String {
        match asked {
            Ok(asked) => asked.params.into_form().reveal().to_owned(),
            Err(refusal) => format!("{refusal:?}"),
        }
    }

    #[test]
    fn forms_ask_for_one_listed_action() {
        let cases = [
            ("Action=DescribeImage&Region=hk", "Action=DescribeImage&Region=hk"),
            ("Action=DescribeImage&Zone=", "Action=DescribeImage"),
            ("%41ction=GetRegion", "Action=GetRegion"),
            ("", "ActionNotAllowed"),
            ("Region=hk", "ActionNotAllowed"),
            ("Action=", "ActionNotAllowed"),
            ("Action=describeimage", "ActionNotAllowed"),
            ("Action=TerminateUHostInstance", "ActionNotAllowed"),
            (
                "Action=TerminateUHostInstance&Action=DescribeImage",
                r#"RepeatedParameter { name: "Action" }"#,
            ),
            ("Action=GetRegion&%41ction=", r#"RepeatedParameter { name: "Action" }"#),
            ("Action=GetRegion&a=1&a=1", r#"RepeatedParameter { name: "a" }"#),
            (r#"{"Action": "GetRegion"}"#, "ActionNotAllowed"),
        ];
        for (form, expected) in cases {
            assert_eq!(outcome(Asked::from_form(form.as_bytes())), expected, "{form}");
        }
    }

    #[test]
    fn json_values_become_text_as_documented() {
        let cases = [
            (r#""text""#, "&V=text"),
            (r#""""#, ""),
            ("null", ""),
            ("true", "&V=true"),
            ("false", "&V=false"),
            ("42", "&V=42"),
            ("-7", "&V=-7"),
            ("42.0", "&V=42"),
            ("42.5", "&V=42.5"),
            ("1e3", "&V=1000"),
            ("1e22", "&V=10000000000000000000000"),
            ("0.0000001", "&V=0.0000001"),
            ("18446744073709551615", "&V=18446744073709551615"),
        ];
        for (value, expected) in cases {
            let body = format!(r#"{{"params": {{"Action": "GetRegion", "V": {value}}}}}"#);
            let expected = format!("Action=GetRegion{expected}");
            assert_eq!(outcome(Asked::from_json(body.as_bytes())), expected, "{value}");
        }
    }

    #[test]
    fn other_json_is_refused() {
        let cases = [
            ("", "NotJson"),
            ("{", "NotJson"),
            ("{}", "NotJson"),
            ("[]", "NotJson"),
            (r#"{"params": []}"#, "NotJson"),
            (r#"{"params": {}}"#, "ActionNotAllowed"),
            (r#"{"params": {"Action": 5}}"#, "ActionNotAllowed"),
            (r#"{"params": {"Action": "CreateCustomImage"}}"#, "ActionNotAllowed"),
            (r#"{"params": {"Ids": ["a"]}}"#, r#"NestedValue { name: "Ids" }"#),
            (r#"{"params": {"Sort": {"a": 1}}}"#, r#"NestedValue { name: "Sort" }"#),
        ];
        for (body, expected) in cases {
            assert_eq!(outcome(Asked::from_json(body.as_bytes())), expected, "{body}");
        }
    }
}
