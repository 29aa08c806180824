//! Tables.

use super::{Block, Node, blocks::Read, inline::inline, reader::Reader};

/// A row of names, and the rows below it.
pub(super) fn table<'t, 'l>(
    reader: &mut Reader<'_>,
    lines: &'l [&'t str],
    depth: usize,
) -> Read<'t, 'l> {
    let is_row = |it: &&&str| it.contains('|') && !it.trim().is_empty();
    let end = lines.iter().take_while(is_row).count().max(2).min(lines.len());
    let (rows, rest) = lines.split_at(end);
    let width = rows.first().map_or(0, |it| cells(it).len());
    let nodes = rows.iter().enumerate().filter(|it| it.0 != 1).map(|(place, row)| {
        let cells = cells(row).into_iter().chain(std::iter::repeat(String::new())).take(width);
        let cells = cells.map(|it| {
            reader.note();
            Node::Block(Block::Cell, inline(reader, &it, depth + 3))
        });
        Node::Block(if place == 0 { Block::Head } else { Block::Row }, cells.collect())
    });
    (Some(Node::Block(Block::Table, nodes.collect())), rest)
}

/// A row of names above a row of dashes, as many of each.
pub(super) fn is_table(lines: &[&str]) -> bool {
    let (Some(head), Some(dashes)) = (lines.first(), lines.get(1)) else { return false };
    let is_dashes = dashes.contains('-') && dashes.trim().chars().all(|it| "|-: \t".contains(it));
    head.contains('|') && is_dashes && cells(head).len() == cells(dashes).len()
}

/// The cells of a row. A bar behind a backslash is a letter.
fn cells(row: &str) -> Vec<String> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|it| !it.ends_with('\\')).unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for it in row.chars() {
        match (it, cells.last_mut()) {
            ('|', Some(cell)) if is_escaped => {
                cell.pop();
                cell.push('|');
            }
            ('|', _) => cells.push(String::new()),
            (it, Some(cell)) => cell.push(it),
            (_, None) => {}
        }
        is_escaped = it == '\\' && !is_escaped;
    }
    cells.iter().map(|it| it.trim().to_owned()).collect()
}
