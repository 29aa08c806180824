//! Answers of the service, spoiled.

use serde_json::{Map, Value};

use super::{Shape, What};

/// The body as the faults leave it, one after the other. Without one that is about bodies it stays
/// as it is, byte for byte; a changed one may have its fields in another order, which JSON gives no
/// meaning.
pub(crate) fn distorted(body: Vec<u8>, faults: &[What]) -> Vec<u8> {
    faults.iter().fold(body, |body, what| match *what {
        What::Truncate => first_half(body),
        What::Shape(shape) => rewritten(body, |answer| reshape(answer, shape)),
        What::Total(more) => rewritten(body, |answer| shift_total(answer, more)),
        What::Short(most) => rewritten(body, |answer| shorten(answer, most)),
        What::RetCode(_) | What::HttpStatus(_) | What::Drop | What::Garbage(_) => body,
        What::Repeat(_) | What::Latency(_) => body,
    })
}

fn first_half(mut body: Vec<u8>) -> Vec<u8> {
    body.truncate(body.len() / 2);
    body
}

/// What is no JSON any more has nothing left to change.
fn rewritten(body: Vec<u8>, change: impl FnOnce(&mut Map<String, Value>)) -> Vec<u8> {
    let Ok(mut answer) = serde_json::from_slice(&body) else { return body };
    change(&mut answer);
    serde_json::to_vec(&answer).unwrap_or(body)
}

fn reshape(answer: &mut Map<String, Value>, shape: Shape) {
    match shape {
        Shape::ListAsText => answer
            .values_mut()
            .filter(|value| value.is_array())
            .for_each(|list| *list = Value::from("unexpected")),
        Shape::NoCode => drop(answer.remove("RetCode")),
        Shape::CodeAsText => {
            if let Some(code) = answer.get_mut("RetCode") {
                *code = Value::from(code.to_string());
            }
        }
    }
}

fn shift_total(answer: &mut Map<String, Value>, more: i64) {
    if let Some(total) = answer.get_mut("TotalCount") {
        *total = total.as_u64().unwrap_or_default().saturating_add_signed(more).into();
    }
}

/// Of an answer with several lists every one is shortened: which of them holds the rows is known to
/// the handler alone.
fn shorten(answer: &mut Map<String, Value>, most: usize) {
    answer.values_mut().filter_map(Value::as_array_mut).for_each(|rows| rows.truncate(most));
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;

    use super::*;

    const BODY: &str = r#"{"RetCode":0,"Action":"AResponse","TotalCount":3,"Set":[{"Id":"a"},{"Id":"b"},{"Id":"c"}]}"#;

    #[track_caller]
    fn check(faults: &[What], key: &str, expected: &Value) {
        let body = distorted(BODY.as_bytes().to_vec(), faults);
        let answer: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(answer.get(key).unwrap_or(&Value::Null), expected, "{faults:?}");
    }

    #[test]
    fn changes() {
        check(&[What::Shape(Shape::ListAsText)], "Set", &json!("unexpected"));
        check(&[What::Shape(Shape::NoCode)], "RetCode", &Value::Null);
        check(&[What::Shape(Shape::CodeAsText)], "RetCode", &json!("0"));
        check(&[What::Total(2)], "TotalCount", &json!(5));
        check(&[What::Total(-2)], "TotalCount", &json!(1));
        check(&[What::Total(-9)], "TotalCount", &json!(0));
        check(&[What::Short(1)], "Set", &json!([{"Id": "a"}]));
        check(&[What::Short(0)], "Set", &json!([]));
        check(&[What::Short(9)], "Set", &json!([{"Id": "a"}, {"Id": "b"}, {"Id": "c"}]));
        check(&[What::Short(1), What::Total(1)], "Set", &json!([{"Id": "a"}]));
        check(&[What::Short(1), What::Total(1)], "TotalCount", &json!(4));
    }

    #[test]
    fn half_of_it() {
        let half = distorted(BODY.as_bytes().to_vec(), &[What::Truncate]);
        assert_eq!(half, &BODY.as_bytes()[..BODY.len() / 2]);
        assert!(serde_json::from_slice::<Value>(&half).is_err());
        let both = [What::Truncate, What::Total(1)];
        assert_eq!(distorted(BODY.as_bytes().to_vec(), &both), half);
    }

    #[test]
    fn other_faults_leave_every_byte() {
        let others = [What::Latency(Duration::from_secs(1)), What::Repeat(1)];
        assert_eq!(distorted(BODY.as_bytes().to_vec(), &others), BODY.as_bytes());
    }
}
