//! Rows as files: what is on the screen, in the same order, with the same columns.
//!
//! Texts that people read (CSV, Markdown) carry the names that the screen shows; data for programs (JSON, NDJSON) the values as the
//! service wrote them. Numbers are raw in all of them, times ISO 8601 in UTC, flags `true` or `false`; units stand in the
//! header.

mod csv;
mod json;
mod markdown;

use catalog::{CellRef, RowId};

use crate::{
    column::{Column, Format, Word},
    format::iso,
    rows::Rows,
    text::Lang,
};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// RFC 4180: lines end with CR LF, quotes are doubled. A text that a spreadsheet would take for a formula has an apostrophe in
    /// front.
    Csv,
    /// An array of objects, by the keys of the columns.
    Json,
    /// An object a line.
    NdJson,
    /// A table of GitHub's Markdown. Nothing in a cell is a mark, a link or HTML.
    Markdown,
}

/// A value on its way into a file.
#[derive(Debug, Clone, PartialEq)]
enum Value<'a> {
    Missing,
    Text(&'a str),
    Texts(Vec<&'a str>),
    Number(String),
    Time(String),
    Flag(bool),
}

impl Export {
    /// The file: these rows in this order, with these columns.
    #[must_use]
    pub fn print(
        self,
        rows: &Rows,
        order: &[RowId],
        columns: &[&'static Column],
        lang: Lang,
    ) -> String {
        let sheet = Sheet { rows, order, columns, lang };
        match self {
            Self::Csv => csv::print(&sheet),
            Self::Json => json::array(&sheet),
            Self::NdJson => json::lines(&sheet),
            Self::Markdown => markdown::print(&sheet),
        }
    }
}

/// What goes into a file.
struct Sheet<'a> {
    rows: &'a Rows,
    order: &'a [RowId],
    columns: &'a [&'static Column],
    lang: Lang,
}

impl Sheet<'_> {
    /// The columns' names, with their units.
    fn header(&self) -> impl Iterator<Item = String> {
        self.columns.iter().map(|it| match unit(it.format, self.lang) {
            Some(unit) => format!("{} ({unit})", it.label.get(self.lang)),
            None => it.label.get(self.lang).to_owned(),
        })
    }

    /// A value as the service wrote it.
    fn raw(&self, row: RowId, column: &Column) -> Value<'_> {
        match self.rows.cell(row, column.key) {
            CellRef::Missing => Value::Missing,
            CellRef::Text(text) => Value::Text(text),
            CellRef::Tags(texts) => Value::Texts(texts),
            CellRef::Number(number) => Value::Number(decimal(number)),
            CellRef::Time(seconds) => Value::Time(iso(seconds)),
            CellRef::Flag(flag) => Value::Flag(flag),
        }
    }

    /// A value as people read it.
    fn read(&self, row: RowId, column: &Column) -> String {
        match self.raw(row, column) {
            Value::Missing => String::new(),
            Value::Text(text) => self.known(text, column).to_owned(),
            Value::Texts(texts) => {
                let texts: Vec<_> = texts.into_iter().map(|it| self.known(it, column)).collect();
                texts.join("; ")
            }
            Value::Number(text) | Value::Time(text) => text,
            Value::Flag(flag) => truth(flag).to_owned(),
        }
    }

    /// The name of a known word; other texts to the letter, hidden characters included, since a file is data.
    fn known<'t>(&self, text: &'t str, column: &Column) -> &'t str {
        Word::find(column.words(), text).map_or(text, |it| it.name.get(self.lang))
    }
}

fn truth(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

fn unit(format: Format, lang: Lang) -> Option<&'static str> {
    Some(match (format, lang) {
        (Format::Gigabytes, _) => "GB",
        (Format::Megabytes, _) => "MB",
        (Format::Hours, Lang::En) => "h",
        (Format::Hours, Lang::Zh) => "小时",
        (Format::YuanPerHour, Lang::En) => "CNY per GPU hour",
        (Format::YuanPerHour, Lang::Zh) => "元/卡时",
        _ => return None,
    })
}

/// A number with up to six decimals and no more than it has: what sizes, counts and prices need. By whole numbers, as
/// [`format`](crate::format()) does it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, far beyond any size or price"
)]
pub(crate) fn decimal(number: f64) -> String {
    let millionths = (number * 1e6).round() as i64;
    let (sign, millionths) = (if millionths < 0 { "-" } else { "" }, millionths.unsigned_abs());
    let text = format!("{sign}{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests;
