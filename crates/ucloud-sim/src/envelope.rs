//! The frame of every answer: `RetCode`, `Action` and what belongs to the action.

use serde::Serialize;

use crate::refusal::Refusal;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Envelope<'a, T> {
    ret_code: i64,
    action: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    #[serde(flatten)]
    payload: Option<T>,
}

/// The body of an answer to `action`.
pub(crate) fn success(action: &str, payload: &impl Serialize) -> Result<Vec<u8>, Refusal> {
    let envelope = Envelope {
        ret_code: 0,
        action: response_name(action),
        message: None,
        payload: Some(payload),
    };
    serde_json::to_vec(&envelope).map_err(|_| Refusal::of_code(130))
}

/// The body of a refusal.
pub(crate) fn failure(action: &str, refusal: &Refusal) -> Vec<u8> {
    let envelope = Envelope::<()> {
        ret_code: refusal.code,
        action: response_name(action),
        message: Some(&refusal.message),
        payload: None,
    };
    // Text and a number always encode; an empty body is what a client should survive anyway.
    serde_json::to_vec(&envelope).unwrap_or_default()
}

fn response_name(action: &str) -> String {
    format!("{action}Response")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(body: &[u8]) -> Value {
        serde_json::from_slice(body).unwrap()
    }

    #[test]
    fn an_answer_has_no_message() {
        let body = success("GetRegion", &json!({"Regions": []})).unwrap();
        assert_eq!(
            read(&body),
            json!({"RetCode": 0, "Action": "GetRegionResponse", "Regions": []})
        );
    }

    #[test]
    fn a_refusal_has_code_and_message() {
        let expected =
            json!({"RetCode": 171, "Action": "AResponse", "Message": "Signature does not match"});
        assert_eq!(read(&failure("A", &Refusal::of_code(171))), expected);
    }
}
