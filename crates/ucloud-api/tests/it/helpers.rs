//! What the tests of all actions need.

use std::fmt::Write as _;

use serde_json::Value;
use ucloud_api::{Error, FieldValue, Model, Page};

/// How an answer is decoded.
pub(crate) type Decode<M> = fn(&str) -> Result<Page<M>, Error>;

/// One value as a line of a snapshot or an expectation.
pub(crate) fn shown(value: &FieldValue<'_>) -> String {
    match value {
        FieldValue::Missing => "—".to_owned(),
        FieldValue::Text(text) => (*text).to_owned(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Time(seconds) => format!("@{seconds}"),
        FieldValue::List(texts) => format!("[{}]", texts.join(", ")),
    }
}

/// The value of a field of a row.
pub(crate) fn field<M: Model>(item: &M, name: &str) -> String {
    let place = M::FIELDS.iter().position(|it| *it == name).expect(name);
    item.values().get(place).map_or_else(|| "—".to_owned(), shown)
}

/// Checks one field of the only row of an answer, and that nothing in it was unreadable.
#[track_caller]
pub(crate) fn check<M: Model>(
    decode: Decode<M>,
    list: &str,
    row: &Value,
    name: &str,
    expected: &str,
) {
    let body = serde_json::json!({"RetCode": 0, list: [row]}).to_string();
    let page = decode(&body).unwrap();
    assert_eq!(page.problems, [], "{body}");
    assert_eq!(field(&page.rows[0].item, name), expected, "{body}");
}

/// What an answer became, as text for a snapshot: counts, then each row's fields that are there.
pub(crate) fn snapshot<M: Model>(page: &Page<M>) -> String {
    let mut text = format!(
        "received {}, total {:?}, problems {:?}\n",
        page.received, page.total, page.problems
    );
    for row in &page.rows {
        text.push_str("row\n");
        for (name, value) in M::FIELDS.iter().zip(row.item.values()) {
            if value != FieldValue::Missing {
                writeln!(text, "  {name}: {}", shown(&value)).unwrap();
            }
        }
    }
    text
}
