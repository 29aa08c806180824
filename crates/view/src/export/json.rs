//! JSON for programs: values as the service wrote them, by the keys of the columns, which never change.

use super::{Sheet, Value, truth};

pub(super) fn array(sheet: &Sheet<'_>) -> String {
    let objects: Vec<_> = sheet.order.iter().map(|row| object(sheet, *row)).collect();
    if objects.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", objects.join(",\n")) }
}

pub(super) fn lines(sheet: &Sheet<'_>) -> String {
    sheet.order.iter().map(|row| object(sheet, *row) + "\n").collect()
}

/// What is missing is `null`, so that every object has the same keys.
fn object(sheet: &Sheet<'_>, row: catalog::RowId) -> String {
    let member = |column: &&'static crate::Column| {
        format!("{}:{}", quoted(column.key), value(sheet.raw(row, column)))
    };
    let members: Vec<_> = sheet.columns.iter().map(member).collect();
    format!("{{{}}}", members.join(","))
}

fn value(value: Value<'_>) -> String {
    match value {
        Value::Missing => "null".to_owned(),
        Value::Number(digits) => digits,
        Value::Flag(flag) => truth(flag).to_owned(),
        Value::Text(text) => quoted(text),
        Value::Time(text) => quoted(&text),
        Value::Texts(texts) => {
            let texts: Vec<_> = texts.into_iter().map(quoted).collect();
            format!("[{}]", texts.join(","))
        }
    }
}

/// Texts alone: what prints any value of JSON prints floats too, whose tables the page would carry.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
