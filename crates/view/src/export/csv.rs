//! CSV as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) has it.

use std::borrow::Cow;

use crate::column::Column;

use super::{Sheet, Value};

pub(super) fn print(sheet: &Sheet<'_>) -> String {
    let mut out = String::new();
    line(&mut out, sheet.header().map(|it| quoted(&it).into_owned()));
    for row in sheet.order {
        line(&mut out, sheet.columns.iter().map(|column| cell(sheet, *row, column)));
    }
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(',');
        }
        out.push_str(&cell);
    }
    out.push_str("\r\n");
}

/// Numbers and times are what they are; a text is guarded, since it may be anything.
fn cell(sheet: &Sheet<'_>, row: catalog::RowId, column: &Column) -> String {
    let text = sheet.read(row, column);
    match sheet.raw(row, column) {
        Value::Text(_) | Value::Texts(_) => quoted(&guarded(&text)).into_owned(),
        _ => text,
    }
}

/// Spreadsheets take a cell for a formula that begins with one of these, whatever its quotes; in some languages the full-width ones too.
fn guarded(text: &str) -> Cow<'_, str> {
    let is_formula =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{text}").into() } else { text.into() }
}

fn quoted(text: &str) -> Cow<'_, str> {
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\"")).into()
    } else {
        text.into()
    }
}
