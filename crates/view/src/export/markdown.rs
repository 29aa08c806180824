//! A table of [GitHub's Markdown](https://github.github.com/gfm/#tables-extension-).

use super::Sheet;

pub(super) fn print(sheet: &Sheet<'_>) -> String {
    let mut out = line(sheet.header().map(|it| plain(&it)));
    let rule = |column: &&'static crate::Column| if column.is_number() { "--:" } else { "---" };
    out += &line(sheet.columns.iter().map(|it| rule(it).to_owned()));
    for row in sheet.order {
        out += &line(sheet.columns.iter().map(|column| plain(&sheet.read(*row, column))));
    }
    out
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<_> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}

/// A text in which nothing is a mark: whoever pastes the table must not get a link, a picture or HTML that somebody wrote into a name.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '!' | '#' | ':' => {
                out.extend(['\\', it]);
            }
            _ => out.push(it),
        }
    }
    out
}
